import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { isDiscussionOpen, isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import { NOTE_MAX } from '../../../shared/schemas/common.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate } from '../../api/query.ts';
import { useMay } from '../../app/desk-state.ts';
import { restored, useFormDraft, useFormStart, freshForm, type FormStart } from '../../app/form-draft.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

type SignedVisit = Output<'visits.get'>;
const words = text.history.voiding;
/** A dialog that closes gives the focus back just after. */
const AFTER_DIALOG_MS = 60;

/** Says that a visit was set aside, by whom and why. Nothing where it counts. */
export function VoidedNotice({ visit }: { visit: SignedVisit }): ReactNode {
  const { format, timeZone } = useDateSettings();
  const notice = useRef<HTMLDivElement>(null);
  const counted = useRef(visit.voided === null);
  const isVoided = visit.voided !== null;
  useEffect(() => {
    if (!isVoided || !counted.current) return undefined;
    counted.current = false;
    // The question stood at the end of the page, and its dialog gives the focus back to a button that is gone.
    const timer = setTimeout(() => {
      notice.current?.scrollIntoView({ block: 'center' });
      notice.current?.focus({ preventScroll: true });
    }, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [isVoided]);
  if (visit.voided === null) return null;
  const { by, at, reason } = visit.voided;
  return (
    <div ref={notice} tabIndex={-1}>
      <Notice kind="problem" title={words.voidedBy(by, `${formatDate(dateOfInstant(at, timeZone), format)}, ${formatTime(at, timeZone)}`)}>
        <span dir="auto">{reason}</span>
        <br />
        {words.counts}
      </Notice>
    </div>
  );
}

/** The way to set a signed visit aside; not while an emergency or a same-day flag of it has no outcome. */
export function VoidVisit({ visit }: { visit: SignedVisit }): ReactNode {
  const mayVoid = useMay('visits.void');
  const kept = useFormStart('void', visit.visitId);
  const [opened, setOpened] = useState<FormStart | null>(null);
  const [isClosed, setClosed] = useState(false);
  if (!mayVoid || visit.voided !== null) return null;
  const isFlagOpen = isEmergencyOpen(visit) || isDiscussionOpen(visit);
  const start = opened ?? (!isClosed && !isFlagOpen && kept !== undefined && kept.content !== null ? kept : null);
  return (
    <div className={classes['voiding']}>
      <Button variant="subtle" size="xs" disabled={isFlagOpen} onClick={() => setOpened(freshForm())}>
        {words.button}
      </Button>
      {isFlagOpen && <span className={classes['quiet']}>{words.flagFirst}</span>}
      {start !== null && (
        <VoidDialog
          key={start.formDraftId}
          visit={visit}
          start={start}
          onClose={() => {
            setOpened(null);
            setClosed(true);
          }}
        />
      )}
    </div>
  );
}

function VoidDialog({ visit, start, onClose }: { visit: SignedVisit; start: FormStart; onClose: () => void }): ReactNode {
  const { format } = useDateSettings();
  const [{ reason }, setTyped] = useState(() => restored({ reason: '' }, start.content));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const kept = useFormDraft({
    form: 'void',
    subjectId: visit.visitId,
    start,
    content: { reason },
    isChanged: reason !== '',
    label: '',
    title: words.button,
    patientName: fullName(visit.patient),
    route: { page: 'signed-visit', visitId: visit.visitId },
  });
  const hasUrgent = visit.assessment.redFlags.rows.some(({ urgency }) => urgency === 'U');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await kept.submit(() => call('visits.void', { visitId: visit.visitId, reason }));
      await invalidate('visits.get', 'patients.chart', 'patients.search', 'today.get');
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  const leave = (): void => {
    kept.discard();
    onClose();
  };

  return (
    <Modal opened onClose={leave} closeOnClickOutside={false} title={words.title(formatDate(visit.record.visitOn, format))}>
      <form className={classes['stack']} onSubmit={(event) => void submit(event)}>
        <p>{words.body(fullName(visit.patient))}</p>
        {hasUrgent && <Notice>{words.urgentStays}</Notice>}
        {start.savedAt !== null && <KeptNotice savedAt={start.savedAt} />}
        <TextField
          fieldPath="void.reason"
          label={words.reason}
          hint={words.reasonHint}
          lines
          required
          autoFocus
          maxLength={NOTE_MAX}
          value={reason}
          onChange={(typed) => setTyped({ reason: typed })}
        />
        {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
        <div className={classes['actionsRow']}>
          <Button variant="default" disabled={busy} onClick={leave}>
            {text.app.confirm.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
