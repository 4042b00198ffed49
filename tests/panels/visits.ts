import { addDays } from '../../shared/clinical/day-counts.ts';
import { MUSCLES, REFLEXES, KEY_POINTS, type NeuroSide } from '../../shared/schemas/neuro-exam.ts';
import {
  COLD_ITEMS,
  HEAT_ITEMS,
  NSAID_HARD_ITEMS,
  NSAID_HOLD_ITEMS,
  NSAID_ITEMS,
  PRESSURE_ITEMS,
  type Plan,
} from '../../shared/schemas/plan.ts';
import { FACTS, type Fact } from '../../shared/schemas/red-flag-answers.ts';
import type { SensitiveExam } from '../../shared/schemas/sensitive-exam.ts';
import type { TensionDetail } from '../../shared/schemas/tension-tests.ts';
import { emptyVisitRecord, type Intake, type VisitRecord } from '../../shared/schemas/visit.ts';
import { graded, power, slrLeg } from '../helpers/normal-visit.ts';

// One invented visit, left half way and carried to its end, so that every panel can be seen with its fields filled.

/** What a made-up clinician answers to the questions of a set: the first half of them, or all. */
function answered<T extends string>(items: readonly T[], share: number): Record<T, 'no'> {
  return Object.fromEntries(items.slice(0, Math.ceil(items.length * share)).map((item) => [item, 'no'])) as Record<T, 'no'>;
}

const tension = (fields: Partial<TensionDetail>): TensionDetail => ({
  felt: null,
  level: null,
  eased: 'nt',
  kneeDeg: null,
  reason: '',
  ...fields,
});

function halfStory(record: VisitRecord): Intake {
  return {
    ...record.intake,
    episodeStartedOn: addDays(record.visitOn, -40),
    flareStartedOn: addDays(record.visitOn, -9),
    onsetType: 'after_load',
    side: 'right',
    level: { right: 5, left: null },
    backPain: { now: 2, average24h: 3, worst24h: null },
    regions: { right: ['buttock', 'back_thigh', 'outer_shin', 'top_foot'], left: [] },
    qualities: { right: { buttock: ['ache'], outer_shin: ['tingling'] }, left: {} },
  };
}

function halfSide(empty: NeuroSide): NeuroSide {
  return {
    ...empty,
    mrc: { DF: power('5'), EHL: power('5') },
    reflex: { knee: graded(2) },
    heelWalk: 'ok',
  };
}

/** A first visit broken off in the middle of each panel. */
export function halfVisit(visitOn: string): VisitRecord {
  const record = emptyVisitRecord('first', visitOn, 'Europe/London');
  const { neuro, otherExam, plan } = record;
  return {
    ...record,
    intake: halfStory(record),
    redFlags: { ...record.redFlags, answers: answered(FACTS, 0.5), interpreter: 'professional', interpreterLanguage: 'Portuguese' },
    slr: { ...record.slr, left: slrLeg({ p1AngleDeg: 74, stop: 'thigh_pull', feltIn: 'none', level: 3 }, { df: 'same' }) },
    neuro: {
      ...neuro,
      gait: 'normal',
      left: halfSide(neuro.left),
      right: { ...halfSide(neuro.right), mrc: { DF: power('4+') }, slump: 'pos' },
    },
    otherExam: {
      ...otherExam,
      temperatureC: 36.8,
      hip: { ...otherExam.hip, right: { ...otherExam.hip.right, squatPain: 'no' } },
      sensitive: { ...otherExam.sensitive, consent: 'given', chaperone: 'accepted', chaperoneName: 'Ottoline Marchbanks' },
      movementTests: {
        ...otherExam.movementTests,
        extension_lying: {
          ...otherExam.movementTests.extension_lying,
          done: 'yes',
          repetitions: 10,
          right: { ...otherExam.movementTests.extension_lying.right, startLevel: 5 },
        },
      },
    },
    measures: { ...record.measures, rmdq: 14, psfs: [{ activity: 'Sitting through a film', score: 3 }] },
    plan: { ...plan, settleMinutes: 20, sittingWorse: 'yes', temperaturePreference: 'heat', cold: answered(COLD_ITEMS, 0.5) },
  };
}

const FINDINGS: Partial<Record<Fact, 'yes' | 'unsure' | 'declined'>> = { 'RF-22a': 'unsure', 'RF-11a': 'declined' };

function fullSide(empty: NeuroSide, isSore: boolean): NeuroSide {
  const result = isSore ? 'pos' : 'neg';
  const felt = isSore
    ? tension({ felt: 'usual', level: 5, eased: 'yes', kneeDeg: 25 })
    : tension({ felt: 'pull', level: 2, eased: 'yes', kneeDeg: 10 });
  return {
    ...empty,
    mrc: {
      ...Object.fromEntries(MUSCLES.map((muscle) => [muscle, power('5')])),
      ...(isSore ? { EHL: power('4-'), DF: power('4', true), PF: { state: 'declined', reason: 'Too sore today' } } : {}),
    },
    reflex: { ...Object.fromEntries(REFLEXES.map((reflex) => [reflex, graded(2)])), ...(isSore ? { ankle: graded(1) } : {}) },
    sensation: {
      ...Object.fromEntries(KEY_POINTS.map((point) => [point, graded(2)])),
      ...(isSore ? { L5: graded(1), S1: graded(0) } : {}),
    },
    heelWalk: isSore ? 'fail' : 'ok',
    toeWalk: 'ok',
    sitToStand: 'ok',
    trendelenburg: isSore ? 'declined' : 'ok',
    heelRaise: { state: 'tested', count: isSore ? 7 : 10, painLimited: isSore },
    bragard: result,
    slump: result,
    bowstring: result,
    femoralStretch: 'neg',
    crossedFemoralStretch: 'neg',
    tensionDetail: {
      bragard: felt,
      slump: felt,
      bowstring: felt,
      femoralStretch: tension({ felt: 'nothing', kneeDeg: 110 }),
      crossedFemoralStretch: tension({ felt: 'nothing' }),
    },
    footPulse: 'present',
  };
}

const allAreas = (): SensitiveExam['areas']['right'] => ({
  inner_thigh: 'normal',
  sitting_bone: 'normal',
  anus: 'normal',
  genital: 'declined',
});

function fullOtherExam(empty: VisitRecord['otherExam']): VisitRecord['otherExam'] {
  const hip = {
    squatPain: 'no',
    passiveGroinPain: 'no',
    adductionReduced: 'no',
    internalRotationReduced: 'no',
    rotationFree: 'yes',
  } as const;
  const buttock = { notchTender: 'no', fair: 'no', seatedStretch: 'no' } as const;
  const { movementTests } = empty;
  return {
    ...empty,
    saddle: 'normal',
    postVoidResidualMl: 40,
    temperatureC: 36.8,
    pulseBpm: 72,
    systolicMmHg: 128,
    diastolicMmHg: 82,
    calfCm: { right: 38.5, left: 38 },
    calfDifferenceCm: 0.5,
    percussionTender: 'no',
    deformity: 'no',
    bruise: 'no',
    bellyMass: 'no',
    hip: { right: { ...hip, internalRotationDeg: 35 }, left: { ...hip, internalRotationDeg: 40 } },
    gluteal: { right: { ...buttock, notchTender: 'yes' }, left: buttock },
    movementTests: {
      ...movementTests,
      flexion_lying: {
        ...movementTests.flexion_lying,
        done: 'yes',
        repetitions: 10,
        right: { startLevel: 5, startNprs: 6, duringLevel: 5, duringNprs: 7, afterLevel: 5, afterNprs: 6 },
        backStartNprs: 3,
        backAfterNprs: 3,
      },
      extension_lying: {
        ...movementTests.extension_lying,
        done: 'yes',
        repetitions: 10,
        right: { startLevel: 5, startNprs: 6, duringLevel: 4, duringNprs: 5, afterLevel: 3, afterNprs: 4 },
        backStartNprs: 3,
        backAfterNprs: 4,
      },
      ninety_ninety: { ...movementTests.ninety_ninety, done: 'declined', reason: 'Did not want to lie down again' },
    },
    sensitive: {
      ...empty.sensitive,
      consent: 'given',
      chaperone: 'accepted',
      chaperoneName: 'Ottoline Marchbanks',
      chaperoneRole: 'Nurse',
      areas: { right: allAreas(), left: allAreas() },
      analTone: 'declined',
      declineReason: 'preference',
      selfReport: 'normal',
      residualMethod: 'bladder_scan',
      residualTime: '10:40, 20 minutes after',
    },
    cueTicks: ['outerShinChange', 'buttockPain', 'backPainPresent'],
    note: 'Moves slowly from the chair; no list.',
  };
}

function fullPlan(empty: Plan, visitOn: string): Plan {
  return {
    ...empty,
    nextReviewOn: addDays(visitOn, 10),
    settleMinutes: 20,
    temperaturePreference: 'heat',
    cold: answered(COLD_ITEMS, 1),
    heat: answered(HEAT_ITEMS, 1),
    pressure: answered(PRESSURE_ITEMS, 1),
    numbSite: 'no',
    numbButtock: 'no',
    diabetes: 'no',
    siteSensation: 'normal',
    sittingWorse: 'yes',
    bendingWorse: 'yes',
    extensionEases: 'yes',
    lyingOnBack: 'eases',
    floorSafe: 'yes',
    kneeOrHipLimit: 'no',
    jointReplacement: 'no',
    longSitting: 'yes',
    lifting: 'yes',
    manualWork: 'no',
    stress: 'unsure',
    poorSleep: 'yes',
    activityRise: 'no',
    walkingRaisesOver30Min: 'no',
    walkingWorsensSittingEases: 'no',
    footwearAdviceGiven: true,
    rollingAllowed: true,
    rollerUsed: 'yes',
    nsaid: {
      discussed: true,
      items: { ...answered(NSAID_ITEMS, 1), ...answered(NSAID_HARD_ITEMS, 1), ...answered(NSAID_HOLD_ITEMS, 1), smoking: 'yes' },
      clearedBy: 'Dr Imogen Castellane',
      clearedOn: visitOn,
    },
  };
}

/** The same first visit with every field of every panel filled. */
export function fullVisit(visitOn: string): VisitRecord {
  const half = halfVisit(visitOn);
  const pain = { now: 6, average24h: 5, worst24h: 8 };
  return {
    ...half,
    intake: {
      ...half.intake,
      pregnant: 'no',
      breastfeeding: 'no',
      level: { right: 5, left: 1 },
      regions: { right: ['back', 'buttock', 'back_thigh', 'outer_shin', 'top_foot', 'big_toe'], left: ['back'] },
      qualities: {
        right: {
          back: ['ache'],
          buttock: ['ache', 'burning'],
          back_thigh: ['sharp'],
          outer_shin: ['tingling'],
          top_foot: ['numb', 'tingling'],
        },
        left: { back: ['ache'] },
      },
      comesAndGoes: 'yes',
      backPain: { now: 2, average24h: 3, worst24h: 5 },
      legPain: { right: pain, left: { now: 0, average24h: 0, worst24h: 0 } },
      legWorseThanBack: 'yes',
      coughRaisesLegPain: 'yes',
      walking: {
        bringsOn: 'yes',
        calfCramp: 'no',
        stopsFor: 'no',
        eases: ['sitting_or_bending'],
        noPainSeated: 'yes',
        betterBendingForward: 'unsure',
      },
      flaresInSixMonths: 2,
      homeCareDays: 5,
      homeCareBetter: 'no',
      note: 'Lifted a washing machine with her brother; the leg began the next morning.',
    },
    redFlags: { ...half.redFlags, answers: { ...answered(FACTS, 1), ...FINDINGS }, smoked: 'yes', modifiers: ['diabetes'] },
    slr: {
      left: {
        ...half.slr.left,
        method: 'inclinometer',
        ankle: 'neutral',
        pillow: 'none',
        settledWithinOneMinute: 'yes',
        restingLevel: 0,
        restingNprs: 0,
      },
      right: slrLeg(
        {
          restingLevel: 5,
          restingNprs: 3,
          p1AngleDeg: 42,
          p2AngleDeg: 55,
          stop: 'leg_familiar',
          symptom: 'pain',
          feltIn: 'raised',
          level: 5,
          nprsP1: 6,
          method: 'inclinometer',
          ankle: 'neutral',
          pillow: 'none',
          settledWithinOneMinute: 'yes',
        },
        { df: 'inc', hir: 'inc', had: 'inc', neck: 'same', relPF: 'dec', relKnee: 'dec' },
      ),
    },
    neuro: {
      gait: 'limp',
      plantarUp: 'no',
      clonus: 'no',
      toneUp: 'no',
      left: fullSide(half.neuro.left, false),
      right: fullSide(half.neuro.right, true),
    },
    otherExam: fullOtherExam(half.otherExam),
    measures: {
      ...half.measures,
      rmdqForm: 'complete',
      rmdqVariant: 'back_or_leg',
      psfs: [
        { activity: 'Sitting through a film', score: 3 },
        { activity: 'Carrying my grandson up the stairs', score: 2 },
        { activity: 'Walking to the allotment', score: 5 },
      ],
      odiPercent: 44,
      odiTotal: 22,
      odiSections: 10,
      lefs: 41,
      sbi: { legPain: 5, numbness: 3, weakness: 1, sitting: 4 },
      startBackTotal: 6,
      startBackPsychosocial: 3,
    },
    plan: fullPlan(half.plan, visitOn),
    note: 'Explained the course; she wants to keep working.',
  };
}
