import type { Assessment, Urgency } from '../schemas/assessment.ts';
import type { DiscussionOutcome, EmergencyAction, FlagAction } from '../schemas/red-flag-answers.ts';
import type { VisitRecord } from '../schemas/visit.ts';

/** A visit with what was recorded on its flags after signing, oldest action first. */
export type FlaggedVisit = { record: VisitRecord; assessment: Assessment; actions: readonly FlagAction[] };

/** Fields of an E record that its outcome needs before it can close the flag (spec 5.6), and that are still empty. */
export function missingForOutcome(action: EmergencyAction): ('excludedBy' | 'refusedReason' | 'refusedExplained' | 'callBackTime')[] {
  const needed = {
    excluded: ['excludedBy'],
    refused: ['refusedReason', 'refusedExplained', 'callBackTime'],
  } as const;
  if (action.outcome !== 'excluded' && action.outcome !== 'refused') return [];
  return needed[action.outcome].filter((field) => action[field].trim() === '');
}

/** Whether an E record closes its flag (spec 5.6): an outcome other than pending, with all that outcome needs. */
export function closesEmergency(action: EmergencyAction): boolean {
  return action.outcome !== null && action.outcome !== 'pending' && missingForOutcome(action).length === 0;
}

/** Whether a D record closes its flag (spec 5.6): all four fields are filled. */
export function closesDiscussion(outcome: DiscussionOutcome): boolean {
  return [outcome.service, outcome.name, outcome.time, outcome.outcome].every((text) => text.trim() !== '');
}

/**
 * Whether an E of this visit has no outcome yet. The newest E record counts: that of the visit itself, or the last action after it.
 * Nothing else closes it: no later "no", no new visit, no signing (spec 5.6).
 */
export function isEmergencyOpen({ record, assessment, actions }: FlaggedVisit): boolean {
  if (!hasRow(assessment, 'E')) return false;
  const newest = actions.findLast((action) => action.urgency === 'E');
  return !closesEmergency(newest === undefined ? record.emergency : newest.action);
}

/** Whether a D of this visit is without a recorded discussion. The newest D record counts. */
export function isDiscussionOpen({ record, assessment, actions }: FlaggedVisit): boolean {
  if (!hasRow(assessment, 'D')) return false;
  const newest = actions.findLast((action) => action.urgency === 'D');
  return !closesDiscussion(newest === undefined ? record.discussion : newest.action);
}

/** Highest flag of this visit that still waits: an E or D without an outcome, else a U. Null when there is none. */
export function highestOpenFlag(visit: FlaggedVisit): 'E' | 'D' | 'U' | null {
  if (isEmergencyOpen(visit)) return 'E';
  if (isDiscussionOpen(visit)) return 'D';
  return hasRow(visit.assessment, 'U') ? 'U' : null;
}

/** Whether the visit holds an E, or a D whose discussion is not recorded: such a draft is never thrown away. */
export function forbidsDiscarding(record: VisitRecord, assessment: Assessment): boolean {
  return hasRow(assessment, 'E') || isDiscussionOpen({ record, assessment, actions: [] });
}

function hasRow(assessment: Assessment, urgency: Urgency): boolean {
  return assessment.redFlags.rows.some((row) => row.urgency === urgency);
}
