import { isDeepStrictEqual } from 'node:util';
import { setAnswersAside } from '../../../shared/clinical/stale-draft.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { getDraft, getDraftHead, overwriteDraft, type Draft } from '../../db/repositories/draft.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { isStale } from './load-visit.ts';

/**
 * Overwrites the draft of an open visit, durably, and logs nothing (design D8). A sequence not above the stored one comes late and is
 * ignored; the stored one is answered. Saving over a draft older than K50 sets its unchanged red-flag answers aside (spec 12.5), so that an
 * old "no" is never written again as a new one. Errors: `not-found`, `visit-signed`, `forbidden` (somebody
 * else's, or an assistant's change of the examination or the plan).
 */
export const saveDraft: Handler<'visits.saveDraft'> = (desk, { visitId, sequence, record, pendingText, focusField }) =>
  desk.write((db) => {
    const visit = getVisitHead(db, visitId);
    if (visit === null) return fail('not-found');
    if (visit.status === 'signed') return fail('visit-signed');
    const stored = getDraftHead(db, visitId);
    if (visit.status === 'voided' || stored === null) return fail('not-found');
    if (stored.userId !== desk.user.userId) return fail('forbidden');
    if (sequence <= stored.sequence) return ok({ sequence: stored.sequence, savedAt: stored.savedAt, answersSetAside: false });
    if (desk.user.role === 'assistant' && !isIntakeOnly(record, getDraft(db, visitId)?.record)) return fail('forbidden');
    const savedAt = desk.clock.nowInstant();
    const answersSetAside = isStale(stored, savedAt);
    const content = answersSetAside ? withOldAnswersAside(getDraft(db, visitId), { record, pendingText }) : { record, pendingText };
    overwriteDraft(db, { visitId, userId: stored.userId, sequence, ...content, focusField, savedAt });
    return ok({ sequence, savedAt, answersSetAside });
  });

/** Only an answer that differs from the stored one was given since; the others were never asked again (spec 12.5). */
function withOldAnswersAside(stored: Draft | null, given: Pick<Draft, 'record' | 'pendingText'>): Pick<Draft, 'record' | 'pendingText'> {
  const old = stored?.record.redFlags.answers ?? {};
  return setAnswersAside(given, (fact) => given.record.redFlags.answers[fact] === old[fact]);
}

/** What an assistant may fill: the talk, and what was done about an emergency. The discussion of a same-day flag opens the home plan: a clinician's. */
const INTAKE: readonly (keyof VisitRecord)[] = ['contact', 'intake', 'redFlags', 'measures', 'unaskedReason', 'emergency', 'note'];

function isIntakeOnly(record: VisitRecord, stored: VisitRecord | undefined): boolean {
  if (stored === undefined) return false;
  const rest = Object.keys(record).filter((key) => !INTAKE.includes(key as keyof VisitRecord)) as (keyof VisitRecord)[];
  return rest.every((key) => isDeepStrictEqual(record[key], stored[key]));
}
