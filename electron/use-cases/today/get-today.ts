import { addDays } from '../../../shared/clinical/day-counts.ts';
import { ok } from '../../../shared/contract/result.ts';
import { listOpenFlags } from '../../db/repositories/flag.ts';
import { listDraftsOf, listReviewsDue, listTodayPatients, type TodayPatient } from '../../db/repositories/today.ts';
import { listFormDrafts } from '../../db/repositories/form-draft.ts';
import { countPatients } from '../../db/repositories/patient.ts';
import { countSignedVisits } from '../../db/repositories/visit.ts';
import type { Handler, Handlers } from '../context.ts';
import { findColleagueFlags } from '../visits/colleague-flags.ts';
import { toOpenFlag } from '../visits/open-flag.ts';
import { patientOfForm } from './patient-of-form.ts';

/** Reviews from today to this many days ahead are "this week". */
const REVIEW_AHEAD_DAYS = 6;
/** A review overdue for longer stays in the patient list ("review due") and leaves this page. */
const REVIEW_OVERDUE_DAYS = 90;

/**
 * What needs the clinician today: every open flag (highest first, then newest), reviews due this week or overdue (oldest first), and
 * this user's own drafts and forms (last edited first). A colleague's draft stays private, but not that it holds an emergency or a
 * same-day flag.
 */
export const getToday: Handler<'today.get'> = (desk) => {
  const db = desk.read;
  const today = desk.clock.today();
  const openFlags = listOpenFlags(db, null);
  const reviews = listReviewsDue(db, addDays(today, -REVIEW_OVERDUE_DAYS), addDays(today, REVIEW_AHEAD_DAYS), desk.user.userId);
  const drafts = listDraftsOf(db, desk.user.userId);
  const flagged = findColleagueFlags(desk);
  const forms = listFormDrafts(db, desk.user.userId).map((form) => ({ ...form, patientId: patientOfForm(db, form) }));
  const patients = listTodayPatients(
    db,
    [...openFlags, ...reviews, ...drafts, ...flagged, ...forms].flatMap(({ patientId }) => (patientId === null ? [] : [patientId])),
  );
  const patientOf = (patientId: string): TodayPatient => {
    const patient = patients.get(patientId);
    if (patient === undefined) throw new Error('a visit without its patient');
    return patient;
  };
  return ok({
    today,
    flags: openFlags.map((flag) => ({ patient: patientOf(flag.patientId), flag: toOpenFlag(flag) })),
    reviewsDue: reviews.map(({ patientId, ...review }) => ({ patient: patientOf(patientId), ...review })),
    drafts: drafts.map(({ patientId, ...draft }) => ({ patient: patientOf(patientId), ...draft })),
    forms: forms.map(({ formDraftId, form, subjectId, label, savedAt, patientId }) => ({
      formDraftId,
      form,
      subjectId,
      label,
      savedAt,
      patient: patientId === null ? null : (patients.get(patientId) ?? null),
    })),
    colleagueFlags: flagged.map(({ patientId, ...flag }) => ({ patient: patientOf(patientId), ...flag })),
    patientCount: countPatients(db),
    visitCount: countSignedVisits(db),
  });
};

/** The Today page. */
export const todayHandlers: Handlers<'today.get'> = { 'today.get': getToday };
