import type { Assessment, RootResult, SlrClass } from '../schemas/assessment.ts';
import { type PerSide, SIDES, type Side } from '../schemas/common.ts';
import { CUE_TICKS, type CueTick, type VisitRecord } from '../schemas/visit.ts';
import { CUE_CONDITIONS, CUE_ITEMS, CUE_TITLES, type CueCondition, type CueItem } from '../text/en/cues.ts';
import { distalLevel } from './body-chart.ts';
import { K } from './constants.ts';
import { effectivePower, hasFootDrop, hasPeronealPattern, isWeak } from './neuro-grades.ts';
import { hasNeuropathyNote } from './nerve-roots.ts';
import { hasHipLimit, hasHipSign } from './hip-exam.ts';
import { calfDifference } from './sensitive-exam.ts';
import { isTensionPositive } from './slr.ts';

/** What the cues read beside the visit record. */
export type CueFacts = {
  /** Completed years on the day of the visit. */
  ageYears: number;
  root: PerSide<RootResult>;
  objectiveDeficit: boolean;
  tensionPositive: boolean;
  /** A foot pulse is absent on either side (spec 5.2). */
  pulseAbsent: boolean;
  /** The foot pulses of both sides were tested. */
  pulseTested: boolean;
  slrClasses: PerSide<SlrClass>;
  /** A straight-leg raise of either side brought on the usual symptoms in the other leg. */
  crossed: boolean;
  /** An E, D or U row is present; read by the row "Serious disease" only. */
  anyFlagRow: boolean;
};

export type Cues = {
  stenosis: boolean;
  vascular: boolean;
  hipOsteoarthritis: boolean;
  peroneal: PerSide<boolean>;
  shown: Assessment['cues']['shown'];
};

const NORMAL_POWER = 5;

/** Items of each condition in table order (spec 4, 4.2): read from a field where there is one, else a tick of the clinician. */
const CONDITION_ITEMS: Readonly<Record<CueCondition, { for: readonly CueItem[]; against: readonly CueItem[] }>> = {
  disc: {
    for: ['legWorse', 'belowKnee', 'cough', 'sittingOrBendingWorse', 'slrPositive', 'crossedSlr', 'oneRootDeficit'],
    against: ['reliefOnlyBending', 'bilateralWalking', 'normalTension'],
  },
  'lateral-stenosis': { for: ['older', 'rootPainStanding', 'easedBySitting'], against: ['worstSitting', 'strongSlr'] },
  'central-stenosis': {
    for: ['over70', 'noPainSeated', 'betterBending', 'walkingPain', 'trolley', 'walkingDeficit', 'equalPulses', 'walkingWeakness'],
    against: ['postureNoChange', 'absentPulses', 'notByStanding'],
  },
  'deep-gluteal': {
    for: ['buttockPain', 'worseSitting', 'notchTender', 'stretchPain', 'slrLimited'],
    against: ['objectiveDeficit', 'midlineDominant', 'crossedSlrPositive'],
  },
  'hip-osteoarthritis': {
    for: ['groinPain', 'squatPain', 'passiveGroinPain', 'abductorsWeak', 'hipMovementReduced', 'stairsWorse'],
    against: ['rotationFree', 'adductionNormal', 'electricBelowKnee'],
  },
  vascular: {
    for: ['calfCramp', 'standingStill', 'weakPulses', 'coolSkin', 'lowAnkleIndex'],
    against: ['needsSitting', 'standingAlonePain', 'normalPulses'],
  },
  neuropathy: {
    for: ['stocking', 'neuropathyRisk', 'vibrationReduced', 'ankleReflexesLost'],
    against: ['oneSided', 'backLinked', 'tensionReproduction'],
  },
  peroneal: {
    for: ['footDrop', 'inversionNormal', 'outerShinChange', 'kneeCause', 'littlePain'],
    against: ['backPainPresent', 'slrPositive', 'inversionWeak'],
  },
  sacroiliac: { for: ['dullAche', 'noDeficit', 'tensionNegative'], against: ['electricBelowKnee', 'deficit'] },
  shingles: { for: ['burningBand', 'skinPain'], against: ['noRash'] },
  dvt: { for: ['calfSwelling', 'clotRisk'], against: [] },
  'pelvic-girdle': { for: ['pregnant', 'pelvicPain', 'turningInBed'], against: ['electricBelowKnee', 'deficit'] },
  serious: { for: ['anyFlag'], against: [] },
};

/** Recorded "for" items a condition needs to be shown; vascular, clot and serious rows show with one (spec 4). */
const ITEMS_TO_SHOW = 2;
const ITEMS_TO_SHOW_OF: Readonly<Partial<Record<CueCondition, number>>> = { vascular: 1, dvt: 1, serious: 1 };
const HIP_CUE_ITEMS = 2;

function isStenosisCue({ walking }: VisitRecord['intake']): boolean {
  const eased = walking.noPainSeated === 'yes' || walking.betterBendingForward === 'yes' || walking.eases.includes('trolley_or_bicycle');
  return walking.bringsOn === 'yes' && eased;
}

function isVascularCue({ walking }: VisitRecord['intake'], pulseAbsent: boolean): boolean {
  return pulseAbsent || (walking.calfCramp === 'yes' && walking.eases.includes('standing_still'));
}

/** The ticks of each condition in table order, each under the first condition that has it. */
export function conditionTicks(): { condition: CueCondition; ticks: CueTick[] }[] {
  const seen = new Set<CueTick>();
  const isTick = (item: CueItem | CueTick): item is CueTick => CUE_TICKS.some((tick) => tick === item);
  const groups = CUE_CONDITIONS.map((condition) => {
    const { for: speaksFor, against } = CONDITION_ITEMS[condition];
    const own: readonly (CueItem | CueTick)[] = condition === 'pelvic-girdle' ? ['afterBirth', ...speaksFor] : [...speaksFor, ...against];
    const ticks = own.filter(isTick).filter((tick) => !seen.has(tick));
    for (const tick of ticks) seen.add(tick);
    return { condition, ticks };
  });
  return groups.filter(({ ticks }) => ticks.length > 0);
}

/** Items that no field records: true when the clinician ticked them. */
function tickedItems(ticks: ReadonlySet<CueTick>): Record<CueTick, boolean> {
  return Object.fromEntries(CUE_TICKS.map((tick) => [tick, ticks.has(tick)])) as Record<CueTick, boolean>;
}

/** Which items are true (spec 4.2). What was not asked or not tested makes no item true. */
function trueItems(record: VisitRecord, facts: CueFacts): Readonly<Record<CueItem, boolean>> {
  const { intake, neuro, plan } = record;
  const { walking } = intake;
  const { hip, gluteal } = record.otherExam;
  const ticks = new Set(record.otherExam.cueTicks);
  const classes = SIDES.map((side) => facts.slrClasses[side]);
  const otherTensionPositive = SIDES.some((side) => neuro[side].slump === 'pos' || neuro[side].femoralStretch === 'pos');
  const tensionNegative = classes.every((each) => each === 'SLR-NEG' || each === 'SLR-NEG-MSK') && !otherTensionPositive;
  const dropSides = SIDES.filter((side) => hasFootDrop(neuro, side) && isWeak(neuro, side, 'EV'));
  const isInversionNormal = (side: Side): boolean =>
    effectivePower(neuro, side, 'INV') === NORMAL_POWER && effectivePower(neuro, side, 'ABD') === NORMAL_POWER;
  const isInversionWeak = (side: Side): boolean => isWeak(neuro, side, 'INV') || isWeak(neuro, side, 'ABD');
  const complete = SIDES.every((side) => facts.root[side].missing.length === 0);
  const normalPulses = facts.pulseTested && !facts.pulseAbsent;
  return {
    legWorse: intake.legWorseThanBack === 'yes',
    belowKnee: SIDES.some((side) => (distalLevel(intake, side) ?? 0) >= K.K08_BELOW_KNEE_LEVEL),
    cough: intake.coughRaisesLegPain === 'yes',
    sittingOrBendingWorse: plan.sittingWorse === 'yes' || plan.bendingWorse === 'yes',
    slrPositive: classes.some(isTensionPositive),
    crossedSlr: facts.crossed,
    oneRootDeficit: SIDES.some((side) => facts.root[side].output === 'CONSISTENT' || facts.root[side].output === 'POSSIBLE'),
    normalTension: tensionNegative,
    older: facts.ageYears >= K.K53_CORE_AGE_YEARS,
    easedBySitting: walking.eases.includes('sitting_or_bending'),
    worstSitting: plan.sittingWorse === 'yes',
    strongSlr: classes.includes('SLR-POS'),
    over70: facts.ageYears > K.K14_FRAIL_AGE_YEARS,
    noPainSeated: walking.noPainSeated === 'yes',
    betterBending: walking.betterBendingForward === 'yes',
    walkingPain: walking.bringsOn === 'yes',
    trolley: walking.eases.includes('trolley_or_bicycle'),
    equalPulses: normalPulses,
    absentPulses: facts.pulseAbsent,
    worseSitting: plan.sittingWorse === 'yes',
    objectiveDeficit: facts.objectiveDeficit,
    crossedSlrPositive: facts.crossed,
    calfCramp: walking.calfCramp === 'yes',
    standingStill: walking.eases.includes('standing_still'),
    weakPulses: facts.pulseAbsent,
    needsSitting: walking.eases.includes('sitting_or_bending') && !walking.eases.includes('standing_still'),
    normalPulses,
    ankleReflexesLost: hasNeuropathyNote(neuro),
    tensionReproduction: facts.tensionPositive,
    footDrop: dropSides.length > 0,
    inversionNormal: dropSides.some(isInversionNormal),
    inversionWeak: dropSides.some(isInversionWeak),
    noDeficit: !facts.objectiveDeficit && complete,
    tensionNegative,
    deficit: facts.objectiveDeficit,
    calfSwelling: record.redFlags.answers['RF-18a'] === 'yes' || (calfDifference(record.otherExam) ?? 0) > K.K16_CALF_DIFFERENCE_CM,
    pregnant: intake.pregnant === 'yes' || ticks.has('afterBirth'),
    anyFlag: facts.anyFlagRow,
    notchTender: SIDES.some((side) => gluteal[side].notchTender === 'yes'),
    stretchPain: SIDES.some((side) => gluteal[side].fair === 'yes' || gluteal[side].seatedStretch === 'yes'),
    squatPain: hasHipSign(record, 'squatPain'),
    passiveGroinPain: hasHipSign(record, 'passiveGroinPain'),
    abductorsWeak: SIDES.some((side) => isWeak(neuro, side, 'ABD')),
    hipMovementReduced: hasHipLimit(record),
    rotationFree: hasHipSign(record, 'rotationFree') && !hasHipSign(record, 'internalRotationReduced'),
    adductionNormal: SIDES.some((side) => hip[side].adductionReduced === 'no') && !hasHipSign(record, 'adductionReduced'),
    ...tickedItems(ticks),
  };
}

/**
 * Differential cues (spec 4): the cues other rules read (4.1) and the conditions with at least the needed items "for" recorded, in
 * table order. No ranking, no percentages.
 */
export function evaluateCues(record: VisitRecord, facts: CueFacts): Cues {
  const stenosis = isStenosisCue(record.intake);
  const isTrue = trueItems(record, facts);
  const printed = (items: readonly CueItem[]): string[] => items.filter((item) => isTrue[item]).map((item) => CUE_ITEMS[item]);
  const shown: Cues['shown'] = [];
  for (const condition of CUE_CONDITIONS) {
    const items = CONDITION_ITEMS[condition];
    const itemsFor = printed(items.for);
    if (itemsFor.length < (ITEMS_TO_SHOW_OF[condition] ?? ITEMS_TO_SHOW)) continue;
    if ((condition === 'lateral-stenosis' || condition === 'central-stenosis') && !stenosis) continue;
    shown.push({ condition, ...CUE_TITLES[condition], for: itemsFor, against: printed(items.against) });
  }
  return {
    stenosis,
    vascular: isVascularCue(record.intake, facts.pulseAbsent),
    hipOsteoarthritis: printed(CONDITION_ITEMS['hip-osteoarthritis'].for).length >= HIP_CUE_ITEMS,
    peroneal: { right: hasPeronealPattern(record.neuro, 'right'), left: hasPeronealPattern(record.neuro, 'left') },
    shown,
  };
}
