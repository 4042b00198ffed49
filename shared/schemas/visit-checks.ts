import { distalLevel } from '../clinical/body-chart.ts';
import { K } from '../clinical/constants.ts';
import type { FieldErrors } from '../contract/errors.ts';
import type { CalendarDate } from './common.ts';
import { SIDES, type Side } from './common.ts';
import { findExamProblems } from './exam-checks.ts';
import type { Measures, VisitRecord } from './visit.ts';

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
  Object.assign(problems, findExamProblems(record));
  for (const [path, date] of pastDates(record)) {
    if (date === null) continue;
    if (date > record.visitOn) problems[path] = 'in-the-future';
    else if (date < birthDate) problems[path] = 'before-birth';
  }
  const { episodeStartedOn, flareStartedOn } = record.intake;
  const areDatesSound = !('intake.episodeStartedOn' in problems) && !('intake.flareStartedOn' in problems);
  if (areDatesSound && episodeStartedOn !== null && flareStartedOn !== null && flareStartedOn < episodeStartedOn) {
    problems['intake.flareStartedOn'] = 'flare-before-episode';
  }
  Object.assign(problems, bothLegsProblems(record), chartProblems(record), scoreProblems(record.measures));
  if (record.plan.nextReviewOn !== null && record.plan.nextReviewOn < record.visitOn) {
    problems['plan.nextReviewOn'] = 'review-before-visit';
  }
  return problems;
}

/** Both legs are named as affected: each needs its own level and pain once the other has one, and a level within the leg. */
function bothLegsProblems({ intake }: VisitRecord): FieldErrors {
  if (intake.side !== 'both') return {};
  const problems: FieldErrors = {};
  const otherOf = (side: Side): Side => (side === 'right' ? 'left' : 'right');
  for (const side of SIDES) {
    const level = distalLevel(intake, side);
    if (level === null && distalLevel(intake, otherOf(side)) !== null) problems[`intake.level.${side}`] = 'other-side-missing';
    if (level !== null && level < K.K09_IN_LEG_LEVEL) problems[`intake.level.${side}`] = 'not-both-legs';
    const [own, other] = [intake.legPain[side], intake.legPain[otherOf(side)]];
    if (own.average24h === null && other.average24h !== null) problems[`intake.legPain.${side}.average24h`] = 'other-side-missing';
  }
  return problems;
}

function chartProblems({ intake }: VisitRecord): FieldErrors {
  const problems: FieldErrors = {};
  for (const side of SIDES) {
    const described = Object.entries(intake.qualities[side]).filter(([, qualities]) => qualities.length > 0);
    const isMarked = (region: string): boolean => intake.regions[side].some((marked) => marked === region);
    for (const [region] of described) if (!isMarked(region)) problems[`intake.regions.${side}.${region}`] = 'quality-without-region';
  }
  return problems;
}

/** Points of one ODI section (spec 6.7), and the items of STarT Back outside its psychosocial part (6.6). */
const ODI_SECTION_MAX = 5;
const START_BACK_OTHER_ITEMS = 4;

function scoreProblems(measures: Measures): FieldErrors {
  const problems: FieldErrors = {};
  const { rmdq, rmdqForm, odiPercent, odiTotal, odiSections, startBackTotal, startBackPsychosocial } = measures;
  if (rmdq !== null && (rmdq === 0) !== (rmdqForm === 'none_apply')) problems['measures.rmdq'] = 'rmdq-zero';
  if (odiTotal !== null && odiSections !== null) {
    const most = ODI_SECTION_MAX * odiSections;
    if (odiTotal > most) problems['measures.odiTotal'] = 'out-of-range';
    // A whole percentage, rounded either way, is taken.
    else if (odiPercent !== null && Math.abs(odiPercent - (100 * odiTotal) / most) >= 1)
      problems['measures.odiPercent'] = 'odi-does-not-fit';
  }
  if (startBackTotal !== null && startBackPsychosocial !== null) {
    const others = startBackTotal - startBackPsychosocial;
    if (others < 0 || others > START_BACK_OTHER_ITEMS) problems['measures.startBackPsychosocial'] = 'psychosocial-does-not-fit';
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
