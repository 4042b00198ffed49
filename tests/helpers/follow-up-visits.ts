import { addDays } from '../../shared/clinical/day-counts.ts';
import { compareWithEarlier, type EarlierComparison } from '../../shared/clinical/follow-up.ts';
import type { FollowUp } from '../../shared/schemas/assessment.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { earlierVisit, normalVisit, VISIT_ON } from './normal-visit.ts';

/** Scores of one visit; what is left out is not recorded. */
export type Scores = {
  leg?: number;
  back?: number;
  rmdq?: number;
  psfs?: number[];
  grc?: number;
  level?: number;
  homeCareDays?: number;
  settled?: 'yes' | 'no';
};

/** A visit with a complete normal examination on which only the given scores are recorded (spec 8.4). */
export function scored(contact: 'first' | 'review', scores: Scores, visitOn = VISIT_ON): VisitRecord {
  const record = normalVisit(contact, visitOn);
  const { leg = null, back = null, rmdq = null, psfs = [], grc = null, level = null, homeCareDays = null, settled } = scores;
  record.intake.level = level === null ? { right: null, left: null } : { right: level, left: 0 };
  record.intake.legPain.right.average24h = leg;
  record.intake.backPain.average24h = back;
  record.intake.homeCareDays = homeCareDays;
  record.measures = {
    ...record.measures,
    rmdq,
    grc,
    psfs: psfs.map((score, index) => ({ activity: `activity ${index + 1}`, score })),
    peripheralizationSettled: settled ?? 'unasked',
  };
  return record;
}

/** Date of the first visit, nine days before the review. */
export const FIRST_ON = addDays(VISIT_ON, -9);

/** A review compared with the first visit and the visits between. */
export function compare(first: VisitRecord, now: VisitRecord, ...between: VisitRecord[]): EarlierComparison & { followUp: FollowUp } {
  const result = compareWithEarlier(now, [first, ...between].map(earlierVisit));
  if (result.followUp === null) throw new Error('a review has a follow-up result');
  return { ...result, followUp: result.followUp };
}

/** A review compared with the first visit by their scores alone. */
export function compareScores(before: Scores, after: Scores): FollowUp {
  return compare(scored('first', before, FIRST_ON), scored('review', after)).followUp;
}
