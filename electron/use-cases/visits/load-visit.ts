import { K } from '../../../shared/clinical/constants.ts';
import type { AssessContext } from '../../../shared/clinical/assess-types.ts';
import { setAnswersAside } from '../../../shared/clinical/stale-draft.ts';
import { isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import { readModules } from '../../db/repositories/clinic.ts';
import { getDraft, overwriteDraft, type Draft } from '../../db/repositories/draft.ts';
import { listFlagActions, listFlagActionsOfPatient } from '../../db/repositories/flag.ts';
import { getPatient } from '../../db/repositories/patient.ts';
import {
  getLegibleVisit,
  getVisitHead,
  listAddenda,
  listSignedVisits,
  type SignedVisit,
  type VisitHead,
} from '../../db/repositories/visit.ts';
import type { Reader, Writer } from '../../db/store.ts';
import type { DeskContext } from '../context.ts';

const HOUR_MS = 3_600_000;

/** An open visit of this user with its draft and patient. */
export type LoadedDraft = { visit: VisitHead; draft: Draft; patient: Patient };

/**
 * The open visit and its draft. Errors: `not-found` (no such visit, or it was discarded), `visit-signed`, `forbidden` (a draft is
 * private to the user who opened the visit).
 */
export function loadDraft(desk: DeskContext, db: Reader, visitId: Id): Result<LoadedDraft> {
  const visit = getVisitHead(db, visitId);
  if (visit === null) return fail('not-found');
  if (visit.status === 'signed') return fail('visit-signed');
  const draft = getDraft(db, visitId);
  if (visit.status === 'voided' || draft === null) return fail('not-found');
  if (draft.userId !== desk.user.userId) return fail('forbidden');
  return ok({ visit, draft, patient: patientOf(db, visit.patientId) });
}

/** A draft is stale when its last edit is more than K50 hours ago (spec 12.5, hazard 5). */
export function isStale(draft: Pick<Draft, 'savedAt'>, now: string): boolean {
  return Date.parse(now) - Date.parse(draft.savedAt) > K.K50_DRAFT_AGE_HOURS * HOUR_MS;
}

/**
 * The open visit as the window is to edit it. The red-flag answers of a stale draft are set aside first, in what is stored: whoever saves or
 * signs it from now on has been asked for them again (spec 12.5).
 */
export function openDraft(desk: DeskContext, db: Writer, loaded: LoadedDraft): Output<'visits.open'> {
  const { draft } = loaded;
  if (!isStale(draft, desk.clock.nowInstant())) return toOpenVisit(loaded, false);
  return toOpenVisit({ ...loaded, draft: setDraftAside(desk, db, draft) }, true);
}

/** Stores the draft with its red-flag answers set aside, as one save more. */
export function setDraftAside(desk: DeskContext, db: Writer, draft: Draft): Draft {
  const aside: Draft = { ...draft, ...setAnswersAside(draft), sequence: draft.sequence + 1, savedAt: desk.clock.nowInstant() };
  overwriteDraft(db, aside);
  return aside;
}

function toOpenVisit({ visit, draft, patient }: LoadedDraft, stale: boolean): Output<'visits.open'> {
  return {
    visitId: visit.visitId,
    patient,
    record: draft.record,
    sequence: draft.sequence,
    savedAt: draft.sequence === 0 ? null : draft.savedAt,
    pendingText: draft.pendingText,
    focusField: draft.focusField,
    stale,
  };
}

/** A signed visit as the window shows it, be it voided since. Errors: `not-found`, `visit-open`. */
export function loadSignedVisit(db: Reader, visitId: Id): Result<Output<'visits.get'>> {
  const visit = getLegibleVisit(db, visitId);
  if (visit === null) return fail(getVisitHead(db, visitId)?.status === 'open' ? 'visit-open' : 'not-found');
  return ok({
    visitId,
    patient: patientOf(db, visit.patientId),
    status: visit.status,
    record: visit.record,
    assessment: visit.assessment,
    ageYears: visit.ageYears,
    signedAt: visit.signedAt,
    signedBy: visit.signedBy,
    addenda: listAddenda(db, visitId).map(({ addendumId, text, reason, createdAt, createdBy }) => ({
      addendumId,
      text,
      reason,
      createdAt,
      createdBy,
    })),
    actions: listFlagActions(db, visitId),
    voided: visit.voided,
  });
}

/**
 * Signed visits of this patient before `visit`, oldest first. An open visit comes after everything that is signed, whatever its date:
 * an emergency is never left out because a clock was wrong.
 */
export function earlierVisits(db: Reader, visit: Pick<VisitHead, 'visitId' | 'patientId'>): SignedVisit[] {
  const signed = listSignedVisits(db, visit.patientId);
  const own = signed.find(({ visitId }) => visitId === visit.visitId);
  return own === undefined ? signed : signed.filter(({ visitId, signedAt }) => visitId !== own.visitId && signedAt <= own.signedAt);
}

/** What the rules read beside the record of `visit`. */
export function rulesContext(db: Reader, visit: Pick<VisitHead, 'visitId' | 'patientId'>, patient: Patient): AssessContext {
  const actions = listFlagActionsOfPatient(db, visit.patientId);
  return {
    birthDate: patient.birthDate,
    modules: readModules(db),
    earlier: earlierVisits(db, visit).map(({ visitId, record, assessment }) => ({
      record,
      assessment,
      emergencyOpen: isEmergencyOpen({ record, assessment, actions: actions.get(visitId) ?? [] }),
    })),
  };
}

/** The patient of a stored visit; the foreign key says that there is one. */
export function patientOf(db: Reader, patientId: Id): Patient {
  const patient = getPatient(db, patientId);
  if (patient === null) throw new Error('a visit without its patient');
  return patient;
}
