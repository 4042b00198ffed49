import type { FieldErrors } from '../contract/errors.ts';
import type { CalendarDate } from './common.ts';
import { SIDES } from './common.ts';
import type { VisitRecord } from './visit.ts';

/**
 * Checks across fields that a draft may break but a signed visit may not, by field path. The window shows them beside the field as
 * it is typed; the desk runs them again before it signs. An empty result means the record holds no impossible combination.
 */
export function findVisitProblems(record: VisitRecord, birthDate: CalendarDate): FieldErrors {
  const problems: FieldErrors = {};
  for (const side of SIDES) {
    const leg = record.slr[side];
    if (leg.p1AngleDeg !== null && leg.p2AngleDeg !== null && leg.p2AngleDeg < leg.p1AngleDeg) {
      problems[`slr.${side}.p2AngleDeg`] = 'p2-below-p1';
    }
    if (leg.tested !== 'yes' && (leg.p1AngleDeg !== null || leg.p2AngleDeg !== null)) {
      problems[`slr.${side}.p1AngleDeg`] = 'angle-on-untested-leg';
    }
  }
  for (const [path, date] of pastDates(record)) {
    if (date === null) continue;
    if (date > record.visitOn) problems[path] = 'in-the-future';
    else if (date < birthDate) problems[path] = 'before-birth';
  }
  if (record.plan.nextReviewOn !== null && record.plan.nextReviewOn < record.visitOn) {
    problems['plan.nextReviewOn'] = 'review-before-visit';
  }
  return problems;
}

function pastDates(record: VisitRecord): [string, CalendarDate | null][] {
  const { intake, redFlags, plan } = record;
  return [
    ['intake.episodeStartedOn', intake.episodeStartedOn],
    ['intake.flareStartedOn', intake.flareStartedOn],
    ['intake.secondSideStartedOn', intake.secondSideStartedOn],
    ['redFlags.weakStartedOn', redFlags.weakStartedOn],
    ['redFlags.dropStartedOn', redFlags.dropStartedOn],
    ['redFlags.coldStartedOn', redFlags.coldStartedOn],
    ['plan.abdominalSurgeryOn', plan.abdominalSurgeryOn],
    ['plan.nsaid.clearedOn', plan.nsaid.clearedOn],
    ...Object.entries(redFlags.onsets).map(([item, onset]): [string, CalendarDate | null] => [
      `redFlags.onsets.${item}.startedOn`,
      onset?.startedOn ?? null,
    ]),
  ];
}
