import { fail, ok } from '../../../shared/contract/result.ts';
import type { FlagAction } from '../../../shared/schemas/red-flag-answers.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { listFlagActionsOfPatient } from '../../db/repositories/flag.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { earlierVisits } from './load-visit.ts';

/**
 * Signed visits before this one, oldest first. `lastAction` is the newest action on the E where the visit has an E, else on its D:
 * a later action on the D never hides what became of the emergency. Errors: `not-found`.
 */
export const listEarlier: Handler<'visits.earlier'> = (desk, { visitId }) => {
  const visit = getVisitHead(desk.read, visitId);
  if (visit === null) return fail('not-found');
  const actions = listFlagActionsOfPatient(desk.read, visit.patientId);
  return ok(
    earlierVisits(desk.read, visit).map(({ visitId: earlierId, record, assessment }) => ({
      visitId: earlierId,
      record,
      assessment,
      lastAction: lastActionOf(assessment, actions.get(earlierId) ?? []),
    })),
  );
};

function lastActionOf(assessment: Assessment, actions: readonly FlagAction[]): FlagAction | null {
  const hasEmergency = assessment.redFlags.rows.some(({ urgency }) => urgency === 'E');
  return actions.findLast(({ urgency }) => urgency === (hasEmergency ? 'E' : 'D')) ?? null;
}
