import fc from 'fast-check';
import { distalLevel } from '../../shared/clinical/body-chart.ts';
import { addDays } from '../../shared/clinical/day-counts.ts';
import { QUALITIES, REGIONS } from '../../shared/schemas/body-chart.ts';
import { ANSWERS, type PerSide, findingSchema, SIDES } from '../../shared/schemas/common.ts';
import {
  functionalResultSchema,
  KEY_POINTS,
  type MrcCell,
  MRC_GRADES,
  MUSCLES,
  type NeuroExam,
  type NeuroSide,
  type ReflexCell,
  REFLEXES,
  GAITS,
} from '../../shared/schemas/neuro-exam.ts';
import { TENSION_TESTS, tensionResultSchema } from '../../shared/schemas/tension-tests.ts';
import { COLD_ITEMS, e17Schema, HEAT_ITEMS, MODULES, NSAID_ITEMS, PHASES, type Plan, PRESSURE_ITEMS } from '../../shared/schemas/plan.ts';
import {
  E_OUTCOMES,
  FACTS,
  MODIFIERS,
  ONSET_ITEMS,
  type DiscussionOutcome,
  type EmergencyAction,
  type RedFlagAnswers,
} from '../../shared/schemas/red-flag-answers.ts';
import {
  SLR_ANKLES,
  SLR_FELT_IN,
  SLR_METHODS,
  SLR_PILLOWS,
  SLR_RESPONSES,
  SLR_STOPS,
  SLR_SYMPTOMS,
  type SlrLeg,
} from '../../shared/schemas/slr.ts';
import {
  CONTACTS,
  type Intake,
  type Measures,
  ONSET_TYPES,
  RMDQ_FORMS,
  RMDQ_VARIANTS,
  VISIT_SCHEMA_VERSION,
  type VisitRecord,
  WALKING_EASES,
} from '../../shared/schemas/visit.ts';
import { arbitraryOtherExam, arbitraryTensionDetails, fitting, mirrorOtherExam } from './arbitrary-exam.ts';

/** All arbitraries make values of their schema and reach each of its states; dates lie before the visit or are empty. */

const answer = fc.constantFrom(...ANSWERS);
const finding = fc.constantFrom(...findingSchema.options);
const functional = fc.constantFrom(...functionalResultSchema.options);
const tension = fc.constantFrom(...tensionResultSchema.options);
const nprs = fc.option(fc.integer({ min: 0, max: 10 }));
const level = fc.option(fc.integer({ min: 0, max: 5 }));
const words = fc.constantFrom('', 'too sore', 'Dr Example', 'asked by phone');
const chosen = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...values));
const perSide = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<PerSide<T>> => fc.record({ right: each, left: each });

/** Some of the keys with a value each; a missing key reads as unasked. */
function partial<Key extends string, T>(keys: readonly Key[], value: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<Key, T>>> {
  return fc.record(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, fc.Arbitrary<T>>, { requiredKeys: [] });
}

/** Days before the visit an event began: dense around the limits of the rules, some long ago. */
const DAYS_AGO = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(14, 15, 42, 43, 90, 91, 400));
function before(visitOn: string): fc.Arbitrary<string | null> {
  return fc.option(DAYS_AGO.map((days) => addDays(visitOn, -days)));
}

/** One straight-leg raise; P2 is not below P1, and untested legs hold no angle. */
export const arbitrarySlrLeg: fc.Arbitrary<SlrLeg> = fc
  .record<SlrLeg>({
    tested: fc.oneof({ weight: 4, arbitrary: fc.constant<SlrLeg['tested']>('yes') }, fc.constantFrom<SlrLeg['tested']>('nt', 'declined')),
    reason: words,
    restingLevel: level,
    restingNprs: nprs,
    stop: chosen(SLR_STOPS),
    symptom: chosen(SLR_SYMPTOMS),
    feltIn: chosen(SLR_FELT_IN),
    p1AngleDeg: fc.option(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(29, 30, 69, 70, 71))),
    p2AngleDeg: fc.option(fc.integer({ min: 0, max: 120 })),
    level,
    nprsP1: nprs,
    movements: fc.record({
      df: fc.constantFrom(...SLR_RESPONSES),
      hir: fc.constantFrom(...SLR_RESPONSES),
      had: fc.constantFrom(...SLR_RESPONSES),
      neck: fc.constantFrom(...SLR_RESPONSES),
      relPF: fc.constantFrom(...SLR_RESPONSES),
      relKnee: fc.constantFrom(...SLR_RESPONSES),
    }),
    settledWithinOneMinute: fc.constantFrom('yes', 'no', 'nt'),
    ankle: chosen(SLR_ANKLES),
    method: chosen(SLR_METHODS),
    pillow: chosen(SLR_PILLOWS),
    examiner: fc.constantFrom('', 'A. Example', 'B. Example'),
  })
  .map((leg) => {
    if (leg.tested !== 'yes') return { ...leg, p1AngleDeg: null, p2AngleDeg: null };
    return { ...leg, p2AngleDeg: leg.p2AngleDeg === null ? null : Math.max(leg.p1AngleDeg ?? 0, leg.p2AngleDeg) };
  });

const untestedCell = fc.record({ state: fc.constantFrom('nt', 'declined'), reason: words });
const mrcCell: fc.Arbitrary<MrcCell> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state: fc.constant('tested'), grade: fc.constantFrom(...MRC_GRADES), painLimited: fc.boolean() }) },
  fc.record({ state: fc.constant('carried'), grade: fc.constantFrom(...MRC_GRADES) }),
  untestedCell,
);
function gradeCell(
  max: number,
): fc.Arbitrary<{ state: 'tested' | 'carried'; grade: number } | { state: 'nt' | 'declined'; reason: string }> {
  const grade = fc.integer({ min: 0, max });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ state: fc.constant('tested'), grade }) },
    fc.record({ state: fc.constant('carried'), grade }),
    untestedCell,
  );
}

const reflexCell: fc.Arbitrary<ReflexCell> = fc
  .tuple(gradeCell(4), fc.option(fc.boolean(), { nil: undefined }))
  .map(([cell, reinforced]): ReflexCell => {
    if ('reason' in cell) return { state: cell.state, reason: cell.reason };
    const isKnown = cell.state === 'tested' && reinforced !== undefined;
    return isKnown ? { state: 'tested', grade: cell.grade, reinforced } : { state: cell.state, grade: cell.grade };
  });

const drawnNeuroSide: fc.Arbitrary<NeuroSide> = fc.record<NeuroSide>({
  mrc: partial(MUSCLES, mrcCell),
  reflex: partial(REFLEXES, reflexCell),
  sensation: partial(KEY_POINTS, gradeCell(2)),
  heelWalk: functional,
  toeWalk: functional,
  sitToStand: functional,
  trendelenburg: functional,
  heelRaise: fc.record({
    state: fc.constantFrom('tested', 'nt', 'declined'),
    count: fc.option(fc.integer({ min: 0, max: 10 })),
    painLimited: fc.boolean(),
  }),
  bragard: tension,
  slump: tension,
  femoralStretch: tension,
  crossedFemoralStretch: tension,
  bowstring: tension,
  tensionDetail: arbitraryTensionDetails,
  footPulse: fc.constantFrom('present', 'absent', 'nt', 'declined'),
});

/** What was felt in a tension test fits its result. */
const neuroSide: fc.Arbitrary<NeuroSide> = drawnNeuroSide.map((side) => {
  const tensionDetail = { ...side.tensionDetail };
  for (const test of TENSION_TESTS) tensionDetail[test] = fitting(side[test], tensionDetail[test]);
  return { ...side, tensionDetail };
});

/** A neurological examination in any state: most cells tested, some carried, declined, not tested or never touched. */
export const arbitraryNeuroExam: fc.Arbitrary<NeuroExam> = fc.record<NeuroExam>({
  right: neuroSide,
  left: neuroSide,
  gait: fc.constantFrom(...GAITS),
  plantarUp: finding,
  clonus: finding,
  toneUp: finding,
});

const pain = fc.record({ now: nprs, average24h: nprs, worst24h: nprs });

function intake(visitOn: string): fc.Arbitrary<Intake> {
  return fc.record<Intake>({
    pregnant: fc.constantFrom('no', 'yes', 'possible', 'trying', 'unasked'),
    pregnantWeeks: fc.option(fc.integer({ min: 0, max: 45 })),
    breastfeeding: answer,
    episodeStartedOn: before(visitOn),
    flareStartedOn: before(visitOn),
    onsetType: chosen(ONSET_TYPES),
    side: chosen(['right', 'left', 'both', 'none']),
    secondSideStartedOn: before(visitOn),
    secondSideWorse: answer,
    walkRelated: answer,
    level: perSide(level),
    regions: perSide(fc.uniqueArray(fc.constantFrom(...REGIONS), { maxLength: 5 })),
    qualities: perSide(partial(REGIONS, fc.uniqueArray(fc.constantFrom(...QUALITIES), { minLength: 1, maxLength: 3 }))),
    comesAndGoes: answer,
    backPain: pain,
    legPain: perSide(pain),
    legWorseThanBack: answer,
    coughRaisesLegPain: answer,
    walking: fc.record({
      bringsOn: answer,
      calfCramp: answer,
      stopsFor: answer,
      eases: fc.uniqueArray(fc.constantFrom(...WALKING_EASES)),
      noPainSeated: answer,
      betterBendingForward: answer,
    }),
    flaresInSixMonths: fc.option(fc.integer({ min: 1, max: 6 })),
    homeCareDays: fc.option(fc.integer({ min: 0, max: 20 })),
    homeCareBetter: answer,
    note: words,
  });
}

function redFlags(visitOn: string): fc.Arbitrary<RedFlagAnswers> {
  return fc.record<RedFlagAnswers>({
    answers: partial(FACTS, answer),
    onsets: partial(ONSET_ITEMS, fc.record({ startedOn: before(visitOn), worse: answer, causeKnown: fc.boolean() })),
    modifiers: fc.uniqueArray(fc.constantFrom(...MODIFIERS)),
    smoked: answer,
    weakStartedOn: before(visitOn),
    dropStartedOn: before(visitOn),
    coldStartedOn: before(visitOn),
    weakCauseKnown: fc.boolean(),
    coldSide: chosen(['right', 'left', 'both']),
    calfSide: chosen(['right', 'left', 'both']),
    fractureCleared: fc.boolean(),
    interpreter: chosen(['none_needed', 'professional', 'relative', 'none_available']),
    interpreterLanguage: words,
  });
}

const activity = fc.constantFrom('walk to the shop', 'sit through a meal', 'tie shoes', 'garden');
const sbiRating = fc.option(fc.integer({ min: 0, max: 6 }));
const measures: fc.Arbitrary<Measures> = fc.record<Measures>({
  rmdq: fc.option(fc.integer({ min: 0, max: 24 })),
  psfs: fc.uniqueArray(fc.record({ activity, score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }) }), {
    selector: (item) => item.activity,
    maxLength: 4,
  }),
  grc: fc.option(fc.integer({ min: -5, max: 5 })),
  peripheralizationSettled: answer,
  rmdqVariant: chosen(RMDQ_VARIANTS),
  rmdqForm: chosen(RMDQ_FORMS),
  odiPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  odiTotal: fc.option(fc.integer({ min: 0, max: 50 })),
  odiSections: chosen([9, 10]),
  lefs: fc.option(fc.integer({ min: 0, max: 80 })),
  sbi: fc.record({ legPain: sbiRating, numbness: sbiRating, weakness: sbiRating, sitting: sbiRating }),
  startBackTotal: fc.option(fc.integer({ min: 0, max: 9 })),
  startBackPsychosocial: fc.option(fc.integer({ min: 0, max: 5 })),
});

function plan(visitOn: string): fc.Arbitrary<Plan> {
  return fc.record<Plan>({
    phaseTick: chosen(PHASES),
    picked: fc.uniqueArray(fc.constantFrom(...MODULES), { maxLength: 5 }),
    removed: fc.uniqueArray(fc.constantFrom(...MODULES.filter((id) => id !== 'M13' && id !== 'M19')), { maxLength: 3 }),
    nextReviewOn: fc.option(fc.integer({ min: 0, max: 60 }).map((days) => addDays(visitOn, days))),
    irritable: fc.boolean(),
    settleMinutes: fc.option(fc.integer({ min: 0, max: 120 })),
    temperaturePreference: fc.constantFrom('cold', 'heat', 'none', 'unasked'),
    cold: partial(COLD_ITEMS, answer),
    heat: partial(HEAT_ITEMS, answer),
    pressure: partial(PRESSURE_ITEMS, answer),
    numbSite: answer,
    numbButtock: answer,
    diabetes: answer,
    siteSensation: fc.constantFrom('normal', 'reduced', 'nt'),
    e17Flexion: fc.constantFrom(...e17Schema.options),
    e17Extension: fc.constantFrom(...e17Schema.options),
    sittingWorse: answer,
    bendingWorse: answer,
    extensionEases: answer,
    lyingOnBack: fc.constantFrom('eases', 'same', 'worse', 'nd'),
    floorSafe: answer,
    kneeOrHipLimit: answer,
    jointReplacement: answer,
    abdominalSurgeryOn: before(visitOn),
    longSitting: answer,
    lifting: answer,
    manualWork: answer,
    stress: answer,
    poorSleep: answer,
    activityRise: answer,
    walkingRaisesOver30Min: answer,
    walkingWorsensSittingEases: answer,
    footwearAdviceGiven: fc.boolean(),
    rollingAllowed: fc.boolean(),
    rollerUsed: answer,
    nsaid: fc.record({
      discussed: fc.boolean(),
      items: partial(NSAID_ITEMS, answer),
      clearedBy: words,
      clearedOn: before(visitOn),
    }),
    sheetLanguageReason: words,
    answeredGuards: fc.constant([]),
  });
}

const emergency: fc.Arbitrary<EmergencyAction> = fc.record<EmergencyAction>({
  told: words,
  toldTime: words,
  transport: chosen(['ambulance', 'taken', 'other', 'own_choice']),
  companion: words,
  edTold: chosen(['yes', 'no']),
  edToldName: words,
  edToldTime: words,
  outcome: chosen(E_OUTCOMES),
  excludedBy: words,
  refusedReason: words,
  refusedExplained: words,
  callBackTime: words,
});
const discussion: fc.Arbitrary<DiscussionOutcome> = fc.record({ service: words, name: words, time: words, outcome: words });

/** The same intake without what `findVisitProblems` refuses: both legs reach the legs, no flare before its episode, no unmarked quality. */
function consistentIntake(given: Intake): Intake {
  const { side, episodeStartedOn, flareStartedOn } = given;
  const qualities = Object.fromEntries(
    SIDES.map((each) => [
      each,
      Object.fromEntries(
        Object.entries(given.qualities[each]).filter(([region]) => given.regions[each].some((marked) => marked === region)),
      ),
    ]),
  ) as Intake['qualities'];
  const flareTooEarly = episodeStartedOn !== null && flareStartedOn !== null && flareStartedOn < episodeStartedOn;
  const dated = flareTooEarly ? { episodeStartedOn: flareStartedOn, flareStartedOn: episodeStartedOn } : {};
  if (side !== 'both') return { ...given, ...dated, qualities };
  const inLeg = (each: 'right' | 'left'): number => Math.max(2, distalLevel(given, each) ?? 2);
  const hasPain = SIDES.some((each) => given.legPain[each].average24h !== null);
  const legPain = hasPain
    ? {
        right: { ...given.legPain.right, average24h: given.legPain.right.average24h ?? 1 },
        left: { ...given.legPain.left, average24h: given.legPain.left.average24h ?? 1 },
      }
    : given.legPain;
  return { ...given, ...dated, qualities, legPain, level: { right: inLeg('right'), left: inLeg('left') } };
}

/** The same scores without what `findVisitProblems` refuses. */
function consistentMeasures(given: Measures): Measures {
  const { rmdq, rmdqForm, odiTotal, odiSections, startBackTotal, startBackPsychosocial } = given;
  const most = 5 * (odiSections ?? 10);
  const total = odiTotal === null ? null : Math.min(odiTotal, most);
  const isChecked = total !== null && odiSections !== null && given.odiPercent !== null;
  return {
    ...given,
    rmdqForm: rmdq === 0 ? 'none_apply' : rmdq !== null && rmdqForm === 'none_apply' ? 'complete' : rmdqForm,
    odiTotal: total,
    odiPercent: isChecked ? Math.round((100 * total) / most) : given.odiPercent,
    startBackPsychosocial:
      startBackTotal === null || startBackPsychosocial === null
        ? startBackPsychosocial
        : Math.min(startBackTotal, Math.max(startBackPsychosocial, startBackTotal - 4)),
  };
}

/** A visit of any content that passes `visitRecordSchema` and `findVisitProblems`, on `visitOn` where it is given. */
export function arbitraryVisit(visitOn = '2026-03-16'): fc.Arbitrary<VisitRecord> {
  return fc
    .record<VisitRecord>({
      schemaVersion: fc.constant(VISIT_SCHEMA_VERSION),
      contact: fc.constantFrom(...CONTACTS),
      visitOn: fc.constant(visitOn),
      timeZone: fc.constant('Europe/Berlin'),
      intake: intake(visitOn),
      redFlags: redFlags(visitOn),
      slr: fc.record({ right: arbitrarySlrLeg, left: arbitrarySlrLeg }),
      neuro: arbitraryNeuroExam,
      otherExam: arbitraryOtherExam,
      measures,
      plan: plan(visitOn),
      unaskedReason: words,
      emergency,
      discussion,
      note: words,
    })
    .map((visit) => ({ ...visit, intake: consistentIntake(visit.intake), measures: consistentMeasures(visit.measures) }));
}

const swap = <T extends PerSide<unknown>>(pair: T): T => ({ ...pair, right: pair.left, left: pair.right });
const swapSide = <T extends string>(side: T | 'right' | 'left' | null): T | 'right' | 'left' | null =>
  side === 'right' ? 'left' : side === 'left' ? 'right' : side;

/** The same visit with right and left exchanged everywhere. */
export function mirrorVisit(record: VisitRecord): VisitRecord {
  return {
    ...record,
    intake: {
      ...record.intake,
      side: swapSide(record.intake.side),
      level: swap(record.intake.level),
      regions: swap(record.intake.regions),
      qualities: swap(record.intake.qualities),
      legPain: swap(record.intake.legPain),
    },
    redFlags: {
      ...record.redFlags,
      coldSide: swapSide(record.redFlags.coldSide),
      calfSide: swapSide(record.redFlags.calfSide),
    },
    slr: swap(record.slr),
    neuro: swap(record.neuro),
    otherExam: mirrorOtherExam(record.otherExam),
  };
}
