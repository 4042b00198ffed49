import type { EarlierVisit, OpenVisit, Session } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';
import { assess } from '../../../../shared/clinical/assess.ts';
import type { AssessContext } from '../../../../shared/clinical/assess-types.ts';
import { K } from '../../../../shared/clinical/constants.ts';
import { setAnswersAside } from '../../../../shared/clinical/stale-draft.ts';
import { isEmergencyOpen } from '../../../../shared/clinical/open-flags.ts';
import type { Assessment } from '../../../../shared/schemas/assessment.ts';
import type { Id } from '../../../../shared/schemas/common.ts';
import { findVisitProblems } from '../../../../shared/schemas/visit-checks.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { call } from '../../../api/call.ts';
import { asDeskFailure, DeskFailure } from '../../../api/desk-failure.ts';
import { registerFlusher, type UnsentWork } from '../../../app/flush.ts';
import { fullName } from '../../../components/person-name.ts';
import { text } from '../../../text.ts';
import { createAutosave, type SaveAnswer } from '../../../app/autosave.ts';
import type { VisitSession } from './visit-session.tsx';
import { createVisitStore, type VisitStore } from './visit-store.ts';

// Open visits this window still holds something of. A visit whose page was left is let go once it is written; until then it keeps trying, and
// coming back to it finds the same session, so that two copies of one draft never write against each other.

type Live = { session: VisitSession; pages: number; end: () => void };
const live = new Map<Id, Live>();

/** One value per record object: records are never changed in place. */
function oncePerRecord<T>(compute: (record: VisitRecord) => T): (record: VisitRecord) => T {
  const known = new WeakMap<VisitRecord, { value: T }>();
  return (record) => {
    const kept = known.get(record) ?? { value: compute(record) };
    known.set(record, kept);
    return kept.value;
  };
}

function contextOf(open: OpenVisit, earlier: readonly EarlierVisit[], desk: Session): AssessContext {
  return {
    birthDate: open.patient.birthDate,
    modules: desk.clinic.modules,
    earlier: earlier.map(({ record, assessment, lastAction }) => ({
      record,
      assessment,
      emergencyOpen: isEmergencyOpen({ record, assessment, actions: lastAction === null ? [] : [lastAction] }),
    })),
  };
}

async function sendDraft(visitId: Id, store: VisitStore, sequence: number): Promise<SaveAnswer> {
  const { record, pendingText, focusField } = store.getState();
  try {
    const { answersSetAside, ...written } = await call('visits.saveDraft', { visitId, sequence, record, pendingText, focusField });
    if (answersSetAside) store.replace(setAnswersAside(store.getState()));
    return ok(written);
  } catch (thrown) {
    return fail(asDeskFailure(thrown).code);
  }
}

function createSession(open: OpenVisit, earlier: readonly EarlierVisit[], desk: Session): VisitSession {
  const { visitId, patient } = open;
  const store = createVisitStore(open.record, open.pendingText, open.focusField);
  const autosave = createAutosave({
    send: (sequence) => sendDraft(visitId, store, sequence),
    sequence: open.sequence,
    savedAt: open.savedAt,
  });
  const context = contextOf(open, earlier, desk);
  return {
    visitId,
    patient,
    clinic: desk.clinic,
    userName: desk.user.displayName,
    earlier,
    store,
    autosave,
    assess: oncePerRecord((subject): Assessment => assess(subject, context)),
    problemsOf: oncePerRecord((subject) => findVisitProblems(subject, patient.birthDate)),
  };
}

const STALE_AFTER_MS = K.K50_DRAFT_AGE_HOURS * 3_600_000;

/**
 * What is not written of a visit, for the offer after the next unlock. Taken up after more than K50 hours, its red-flag answers wait to be
 * confirmed like those of a stored draft (spec 12.5): the desk only sees when it is stored, not when it was typed.
 */
function unsentWork({ visitId, patient, store, autosave }: VisitSession): UnsentWork | null {
  if (autosave.getStatus().state === 'saved') return null;
  const { record, pendingText, focusField } = store.getState();
  const sequence = autosave.nextSequence();
  const heldSince = Date.now();
  return {
    title: text.visit.contacts[record.contact],
    patientName: fullName(patient),
    resend: async () => {
      const held = { record, pendingText };
      const content = Date.now() - heldSince > STALE_AFTER_MS ? setAnswersAside(held) : held;
      const answer = await call('visits.saveDraft', { visitId, sequence, ...content, focusField });
      if (answer.sequence > sequence) throw new DeskFailure({ code: 'conflict' });
    },
    route: { page: 'visit', visitId, focusField },
  };
}

async function flush({ autosave }: VisitSession): Promise<void> {
  if (!(await autosave.flush())) throw new DeskFailure({ code: autosave.getStatus().error ?? 'bug' });
}

/** Opens a visit for a page. Throws a `DeskFailure` when the desk refuses. Every call needs one `leaveVisit`. */
export async function enterVisit(visitId: Id, desk: Session): Promise<VisitSession> {
  const known = live.get(visitId);
  if (known !== undefined) {
    known.pages += 1;
    return known.session;
  }
  const [open, earlier] = await Promise.all([call('visits.open', { visitId }), call('visits.earlier', { visitId })]);
  const raced = live.get(visitId);
  if (raced !== undefined) {
    raced.pages += 1;
    return raced.session;
  }
  const session = createSession(open, earlier, desk);
  const unsubscribe = session.store.subscribe(session.autosave.touch);
  const end = (): void => {
    unsubscribe();
    unregister();
    session.autosave.stop();
    live.delete(visitId);
  };
  const unregister = registerFlusher({ flush: () => flush(session), unsent: () => unsentWork(session), end });
  live.set(visitId, { session, pages: 1, end });
  return session;
}

/** The page of a visit was left: writes what is unwritten, then lets go. */
export async function leaveVisit(visitId: Id): Promise<void> {
  const entry = live.get(visitId);
  if (entry === undefined) return;
  entry.pages -= 1;
  const written = await entry.session.autosave.flush();
  const isFinal = entry.session.autosave.getStatus().state === 'refused';
  if (entry.pages === 0 && (written || isFinal) && live.get(visitId) === entry) entry.end();
}

/** The visit is signed or thrown away: nothing more is written. */
export function endVisit(visitId: Id): void {
  live.get(visitId)?.end();
}
