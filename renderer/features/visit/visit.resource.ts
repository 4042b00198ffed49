import { useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, DeskFailure } from '../../api/desk-failure.ts';
import { invalidate } from '../../api/query.ts';
import { useSession } from '../../app/desk-state.ts';
import { endVisit, enterVisit, leaveVisit } from './state/live-sessions.ts';
import type { VisitSession } from './state/visit-session.tsx';

type Opened = { session: VisitSession | null; failure: DeskFailure | null };

/** Opens a visit while its page is on show. Not a cached read: an old copy of a draft must never be shown as the draft. */
export function useOpenVisit(visitId: Id): Opened {
  // The desk's session changes with the clock; the visit must not be opened again for that.
  const desk = useRef(useSession());
  const [opened, setOpened] = useState<Opened>({ session: null, failure: null });
  useEffect(() => {
    let isOnShow = true;
    const entering = enterVisit(visitId, desk.current).then(
      (session) => {
        if (isOnShow) setOpened({ session, failure: null });
        return true;
      },
      (thrown: unknown) => {
        if (isOnShow) setOpened({ session: null, failure: asDeskFailure(thrown) });
        return false;
      },
    );
    return () => {
      isOnShow = false;
      void entering.then((hasEntered) => (hasEntered ? leaveVisit(visitId) : undefined));
    };
  }, [visitId]);
  return opened;
}

/** Signs the visit as it stands, with the passphrase where the clinic asks for it. Throws a `DeskFailure`; nothing typed is lost then. */
export async function signVisit({ visitId, store, autosave }: VisitSession, passphrase: string | undefined): Promise<void> {
  if (!(await autosave.flush())) throw new DeskFailure({ code: autosave.getStatus().error ?? 'bug' });
  await call('visits.sign', { visitId, sequence: autosave.nextSequence(), record: store.getState().record, passphrase });
  endVisit(visitId);
  await refreshLists();
}

/** Throws the draft away. Refused with `flag-open` when it holds an emergency or an open same-day flag. */
export async function discardVisit({ visitId }: VisitSession): Promise<void> {
  await call('visits.discardDraft', { visitId });
  endVisit(visitId);
  await refreshLists();
}

function refreshLists(): Promise<void> {
  return invalidate('patients.chart', 'patients.search', 'today.get', 'visits.get');
}
