import { SIDES } from '../schemas/common.ts';
import { MUSCLES, REFLEXES } from '../schemas/neuro-exam.ts';
import { type Fact, ONSET_ITEMS } from '../schemas/red-flag-answers.ts';
import type { Assessment } from '../schemas/assessment.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { guardTexts } from '../text/en/guards.ts';
import { distalLevel, furthestLevels, levelFromChart } from './body-chart.ts';
import type { EarlierVisitForRules } from './assess-types.ts';
import { K } from './constants.ts';
import { episodeOf } from './follow-up.ts';
import { testedReflex, usableMrc } from './neuro-grades.ts';
import { hasHipLimit } from './hip-exam.ts';
import { answeredResponse, recordedResponse, responsesDiffer } from './movement-tests.ts';
import { saddleFinding } from './sensitive-exam.ts';
import { isTensionPositive, OTHER_SIDE } from './slr.ts';

/**
 * A question about two things recorded that may not both be right. `id` names the finding with its values, so that another value asks
 * again. `holdsSheet`: the home-care sheet waits for the answer.
 */
export type Guard = { id: string; text: string; field: string; holdsSheet: boolean };

const POWER_FALL = 1;

/** Power lower, a reflex lost, or a new bladder, bowel or saddle answer against the last visit of the episode that has one. */
function againstLastVisit(record: VisitRecord, earlier: readonly EarlierVisitForRules[]): Guard[] {
  const episode = episodeOf(record, earlier);
  if (episode === null) return [];
  const lastOf = <T>(read: (visit: VisitRecord) => T | null): T | null =>
    episode.visits.map(read).findLast((value) => value !== null) ?? null;
  const guards: Guard[] = [];
  const add = (id: string, field: string, text: string): number => guards.push({ id, field, text, holdsSheet: true });
  for (const side of SIDES) {
    for (const muscle of MUSCLES) {
      const now = usableMrc(record.neuro, side, muscle);
      const last = lastOf(({ neuro }) => usableMrc(neuro, side, muscle));
      if (now === null || last === null || last - now < POWER_FALL) continue;
      add(`power.${muscle}.${side}.${last}.${now}`, `neuro.${side}.mrc.${muscle}`, guardTexts.power(muscle, side, last, now));
    }
    for (const reflex of REFLEXES) {
      const last = lastOf(({ neuro }) => testedReflex(neuro, side, reflex));
      if (testedReflex(record.neuro, side, reflex) !== 0 || last === null || last === 0) continue;
      add(`reflex.${reflex}.${side}.${last}`, `neuro.${side}.reflex.${reflex}`, guardTexts.reflex(reflex, side, last));
    }
  }
  for (const item of ONSET_ITEMS) {
    if (item === 'RF-04x') continue;
    const now = record.redFlags.answers[item] ?? 'unasked';
    const last = lastOf(({ redFlags }) => redFlags.answers[item] ?? null);
    if (now === 'no' || now === 'unasked' || now === last) continue;
    add(`${item}.${last ?? 'unasked'}.${now}`, `redFlags.answers.${item}`, guardTexts.answer(item, last ?? 'unasked', now));
  }
  if (saddleFinding(record.otherExam) === 'abnormal' && saddleFinding(episode.last.otherExam) !== 'abnormal') {
    add('saddle.abnormal', 'otherExam.saddle', guardTexts.saddle);
  }
  return guards;
}

/** The complaint is on one side only, and the chart or the tension tests speak for the other alone. */
function betweenSides(record: VisitRecord, assessment: Pick<Assessment, 'slr'>): Guard[] {
  const { side, regions } = record.intake;
  if (side !== 'right' && side !== 'left') return [];
  const other = OTHER_SIDE[side];
  const isPositive = (leg: typeof side): boolean => {
    const { slump, femoralStretch, bragard } = record.neuro[leg];
    const isCrossed = assessment.slr[OTHER_SIDE[leg]].crossed || record.neuro[OTHER_SIDE[leg]].crossedFemoralStretch === 'pos';
    return isTensionPositive(assessment.slr[leg].class) || isCrossed || [slump, femoralStretch, bragard].includes('pos');
  };
  const inLeg = (leg: typeof side): boolean => (distalLevel(record.intake, leg) ?? 0) >= K.K09_IN_LEG_LEVEL;
  const parts: string[] = [];
  if (regions[other].length > 0 && regions[side].length === 0) parts.push(guardTexts.sideRegions(other));
  if (inLeg(other) && !inLeg(side)) parts.push(guardTexts.sideLevel(other));
  if (isPositive(other) && !isPositive(side)) parts.push(guardTexts.sideTension(other));
  if (parts.length === 0) return [];
  return [{ id: `side.${side}.${parts.length}`, field: 'intake.side', text: guardTexts.side(side, parts), holdsSheet: false }];
}

/**
 * The clinician's own most distal level is not the one the chart shows (I06). The own entry counts; where the chart reaches further down
 * the sheet waits, because the level decides red flags.
 */
function betweenLevelAndChart({ intake }: VisitRecord): Guard[] {
  return SIDES.flatMap((side): Guard[] => {
    const own = intake.level[side];
    const chart = levelFromChart(intake.regions[side]);
    if (own === null || chart === null || own === chart) return [];
    const id = `level.${side}.${own}.${chart}`;
    return [{ id, field: `intake.level.${side}`, text: guardTexts.level(side, own, chart), holdsSheet: chart > own }];
  });
}

/** The questions about a clot in the leg or the lungs (RF-18). */
const CLOT_FACTS: readonly Fact[] = ['RF-18a', 'RF-18b', 'RF-18c', 'RF-18d', 'RF-18e'];

/** Over this much urine left behind the residual raises concern; a smaller one excludes nothing (spec 5.2, C-CE). Millilitres. */
const RESIDUAL_CONCERN_ML = 200;

/**
 * What was recorded elsewhere says more than the red-flag answer beside it. An answer alone makes a row (spec 5.2), so that a "no" here would
 * let the flag pass: the sheet waits until the patient was asked again.
 */
function beyondAnswers(record: VisitRecord): Guard[] {
  const { intake, redFlags, neuro, otherExam, plan } = record;
  const guards: Guard[] = [];
  const ask = (id: string, fact: Fact, found: string): void => {
    const said = redFlags.answers[fact] ?? 'unasked';
    const text = guardTexts.unlikeAnswer(found, fact, said);
    if (said !== 'yes') guards.push({ id: `${id}.${said}`, field: `redFlags.answers.${fact}`, text, holdsSheet: true });
  };
  const levels = furthestLevels(intake);
  const reachesBoth = SIDES.every((side) => (levels[side] ?? 0) >= K.K09_IN_LEG_LEVEL);
  const hurtsBoth = SIDES.every((side) => (intake.legPain[side].average24h ?? 0) >= 1);
  // While it is not asked, the sheet waits for the question itself (spec 7.0 row 2).
  const isAsked = (redFlags.answers['RF-06a'] ?? 'unasked') !== 'unasked';
  if (isAsked && (intake.side === 'both' || reachesBoth || hurtsBoth)) ask('bothLegs', 'RF-06a', guardTexts.bothLegs);
  if (neuro.gait === 'unsteady') ask('gait.unsteady', 'RF-08c', guardTexts.gaitUnsteady);
  const hasFootDrop = SIDES.some((side) => (usableMrc(neuro, side, 'DF') ?? Infinity) <= K.K24_MRC_LOW);
  if (neuro.gait === 'high_stepping' && !hasFootDrop) ask('gait.high_stepping', 'RF-09c', guardTexts.gaitHighStepping);
  if (plan.heat.cancer_in_area === 'yes') ask('cancer', 'RF-11a', guardTexts.cancerInArea);
  const saysClot = CLOT_FACTS.some((fact) => redFlags.answers[fact] === 'yes');
  if (plan.pressure.dvt === 'yes' && !saysClot) ask('dvt', 'RF-18a', guardTexts.clotNamed);
  const residualMl = otherExam.postVoidResidualMl ?? 0;
  const isNamed =
    saddleFinding(otherExam) === 'abnormal' || ONSET_ITEMS.some((item) => item !== 'RF-04x' && redFlags.answers[item] === 'yes');
  if (residualMl > RESIDUAL_CONCERN_ML && !isNamed) {
    const text = guardTexts.residual(residualMl);
    guards.push({ id: `residual.${residualMl}`, field: 'otherExam.postVoidResidualMl', text, holdsSheet: true });
  }
  // Spec 12.3: what the patient noticed in private becomes the answer to RF-04a once it is confirmed.
  if (otherExam.sensitive.selfReport === 'changed') ask('selfReport', 'RF-04a', guardTexts.selfReport);
  return guards;
}

const DIRECTIONS = [
  ['e17Flexion', 'flexion'],
  ['e17Extension', 'extension'],
] as const;

/** Two places of this visit that say different things: the rules take the safer one, and the clinician is asked which holds. */
function withinVisit(record: VisitRecord): Guard[] {
  const guards: Guard[] = [];
  for (const [field, direction] of DIRECTIONS) {
    if (!responsesDiffer(record, direction)) continue;
    const [answered, recorded] = [answeredResponse(record, direction), recordedResponse(record, direction)];
    const text = guardTexts.movement(direction, answered, recorded);
    guards.push({ id: `e17.${direction}.${answered}.${recorded}`, field: `plan.${field}`, text, holdsSheet: false });
  }
  if (hasHipLimit(record) && record.plan.kneeOrHipLimit === 'no') {
    guards.push({ id: 'hip.limit', field: 'plan.kneeOrHipLimit', text: guardTexts.hipLimit, holdsSheet: false });
  }
  return guards;
}

/** Everything about the visit that the clinician is asked to look at again, answered or not. `earlier` is oldest first. */
export function findGuards(record: VisitRecord, earlier: readonly EarlierVisitForRules[], assessment: Pick<Assessment, 'slr'>): Guard[] {
  return [
    ...againstLastVisit(record, earlier),
    ...betweenSides(record, assessment),
    ...betweenLevelAndChart(record),
    ...beyondAnswers(record),
    ...withinVisit(record),
  ];
}

/** The guards nobody has answered yet. */
export function openGuards(record: VisitRecord, guards: readonly Guard[]): Guard[] {
  return guards.filter(({ id }) => !record.plan.answeredGuards.includes(id));
}
