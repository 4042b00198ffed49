import { daysSince } from '../../clinical/day-counts.ts';
import { legNprs } from '../../clinical/follow-up-measures.ts';
import type { Assessment, RootResult } from '../../schemas/assessment.ts';
import type { Side } from '../../schemas/common.ts';
import { SIDES } from '../../schemas/common.ts';
import type { Fact } from '../../schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../schemas/visit.ts';
import { RESULT_NAMES } from './follow-up.ts';

const SIDE_WORD: Record<Side, string> = { right: 'right', left: 'left' };
const ROOT_WORD: Record<RootResult['roots'][number], string> = { U: 'L2/L3', L4: 'L4', L5: 'L5', S1: 'S1' };

/** Bladder, bowel, saddle and sexual questions of a phone contact (spec 12.4). */
const CAUDA_EQUINA_FACTS: readonly Fact[] = [
  'RF-01a',
  'RF-01b',
  'RF-01c',
  'RF-01d',
  'RF-02a',
  'RF-02b',
  'RF-03a',
  'RF-03b',
  'RF-03c',
  'RF-04a',
  'RF-04b',
  'RF-05a',
  'RF-05b',
];

function affectedSides(record: VisitRecord): Side[] {
  const { side } = record.intake;
  if (side === 'both') return [...SIDES];
  return side === 'right' || side === 'left' ? [side] : [];
}

function rootHeadline(result: RootResult, side: Side): string {
  const word = SIDE_WORD[side];
  const roots = result.roots.map((root) => ROOT_WORD[root]).join(', ');
  switch (result.output) {
    case 'UPPER MOTOR NEURONE':
      return 'Signs above the lumbar roots.';
    case 'NOT ENOUGH DATA':
      return `Examination not complete, ${word}.`;
    case 'MORE THAN ONE ROOT':
      return `More than one root, ${word}: ${roots}.`;
    case 'CONSISTENT':
      return `Fits ${roots}, ${word}.`;
    case 'POSSIBLE':
      return `Some findings fit ${roots}, ${word}.`;
    case 'SIGN WITHOUT LEVEL':
      return `A sign of nerve loss that fits no one root, ${word}.`;
    case 'IRRITATION WITHOUT LEVEL':
      return `Nerve irritation, level not determined, ${word}.`;
    case 'HELD':
      return `No comment on the nerve yet, ${word}: clot or blood flow first.`;
    case 'NO ROOT PATTERN':
      return `No nerve-root pattern, ${word}.`;
  }
}

function phoneHeadline(record: VisitRecord): string {
  const answers = CAUDA_EQUINA_FACTS.map((fact) => record.redFlags.answers[fact] ?? 'unasked');
  if (answers.includes('yes')) return 'Bladder, bowel or saddle: yes.';
  return answers.every((answer) => answer === 'no') ? 'Bladder, bowel and saddle asked: no.' : 'Bladder, bowel and saddle not settled.';
}

function slrHeadline(record: VisitRecord): string[] {
  return affectedSides(record).flatMap((side) => {
    const leg = record.slr[side];
    return leg.tested === 'yes' && leg.p1AngleDeg !== null ? [`SLR ${SIDE_WORD[side]} ${leg.p1AngleDeg}°.`] : [];
  });
}

/** Leg pain, or back pain where the record says that no leg hurts. */
function painHeadline(record: VisitRecord, baseline: VisitRecord | null): string[] {
  const isBackOnly = record.intake.side === 'none';
  const scoreOf = (of: VisitRecord): number | null => (isBackOnly ? of.intake.backPain.average24h : legNprs(of));
  const place = isBackOnly ? 'Back pain' : 'Leg pain';
  const now = scoreOf(record);
  if (now === null) return [];
  const before = baseline === null ? null : scoreOf(baseline);
  return [before === null ? `${place} ${now} of 10.` : `${place} ${before} to ${now}.`];
}

/**
 * One plain line of a signed visit for the timeline and the Today page, for instance "Better. Leg pain 8 to 4. SLR right 58°." It
 * holds no name. `baseline` is the first visit the course is compared with, null at a first visit.
 */
export function visitHeadline(record: VisitRecord, assessment: Assessment, baseline: VisitRecord | null): string {
  const urgency = assessment.redFlags.overall;
  const urgent = urgency === 'E' ? ['Emergency.'] : urgency === 'D' ? ['Same-day discussion.'] : [];
  if (record.contact === 'phone') return [...urgent, phoneHeadline(record), ...painHeadline(record, baseline)].join(' ');
  const { followUp } = assessment;
  if (followUp !== null) {
    return [...urgent, `${RESULT_NAMES[followUp.result]}.`, ...painHeadline(record, baseline), ...slrHeadline(record)].join(' ');
  }
  const sides = affectedSides(record);
  // Signs above the lumbar roots replace the statement of both sides and are said once.
  const roots = assessment.upperMotorNeurone ? sides.slice(0, 1) : sides;
  const found = roots.map((side) => rootHeadline(assessment.root[side], side));
  const day = daysSince(record.intake.flareStartedOn ?? record.intake.episodeStartedOn, record.visitOn);
  const when = day === null || day < 0 ? [] : [`Day ${day} of this pain.`];
  return [...urgent, ...(found.length === 0 ? ['No leg symptoms recorded.', ...painHeadline(record, null)] : found), ...when].join(' ');
}
