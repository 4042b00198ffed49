import fc from 'fast-check';
import { findingSchema, type PerSide } from '../../shared/schemas/common.ts';
import type { GlutealScreen, HipScreen } from '../../shared/schemas/hip-exam.ts';
import { type MovementSide, type MovementTest, type MovementTests } from '../../shared/schemas/movement-tests.ts';
import {
  CHAPERONES,
  hasSensitiveFinding,
  RESIDUAL_METHODS,
  SADDLE_ALTERNATIVES,
  SADDLE_DECLINE_REASONS,
  type SensitiveExam,
  saddleFeelingSchema,
} from '../../shared/schemas/sensitive-exam.ts';
import { TENSION_FELT, type TensionDetail, type TensionDetails, type TensionResult } from '../../shared/schemas/tension-tests.ts';
import { CUE_TICKS, EXAM_ITEMS, type OtherExam } from '../../shared/schemas/visit.ts';

/** All arbitraries make values of their schema and reach each of its states, and break no check across fields. */

const finding = fc.constantFrom(...findingSchema.options);
const nprs = fc.option(fc.integer({ min: 0, max: 10 }));
const level = fc.option(fc.integer({ min: 0, max: 5 }));
const words = fc.constantFrom('', 'too sore', 'Dr Example', 'asked by phone');
const chosen = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...values));
const perSide = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<PerSide<T>> => fc.record({ right: each, left: each });

/** A detail that fits any result: what was felt and whether it eased is set by `fitting`. */
const detail: fc.Arbitrary<TensionDetail> = fc.record<TensionDetail>({
  felt: chosen(TENSION_FELT),
  level,
  eased: finding,
  kneeDeg: fc.option(fc.integer({ min: 0, max: 160 })),
  reason: words,
});
export const arbitraryTensionDetails: fc.Arbitrary<TensionDetails> = fc.record<TensionDetails>({
  bragard: detail,
  slump: detail,
  femoralStretch: detail,
  crossedFemoralStretch: detail,
  bowstring: detail,
});

/** The detail without what would contradict the result beside it. */
export function fitting(result: TensionResult, drawn: TensionDetail): TensionDetail {
  const felt = result === 'pos' ? 'usual' : result === 'neg' && drawn.felt === 'usual' ? 'nothing' : drawn.felt;
  const isContradicted = result === 'pos' && drawn.eased === 'no';
  return { ...drawn, felt, eased: isContradicted ? 'yes' : drawn.eased };
}

const movementSide: fc.Arbitrary<MovementSide> = fc.record<MovementSide>({
  startLevel: level,
  startNprs: nprs,
  duringLevel: level,
  duringNprs: nprs,
  afterLevel: level,
  afterNprs: nprs,
});
const nothingMoved: MovementSide = {
  startLevel: null,
  startNprs: null,
  duringLevel: null,
  duringNprs: null,
  afterLevel: null,
  afterNprs: null,
};
export const arbitraryMovementTest: fc.Arbitrary<MovementTest> = fc
  .record<MovementTest>({
    done: fc.constantFrom('yes', 'yes', 'nt', 'declined'),
    reason: words,
    repetitions: fc.option(fc.integer({ min: 1, max: 20 })),
    seconds: fc.option(fc.integer({ min: 1, max: 300 })),
    right: movementSide,
    left: movementSide,
    backStartNprs: nprs,
    backAfterNprs: nprs,
  })
  .map((test) =>
    test.done === 'yes' ? test : { ...test, right: nothingMoved, left: nothingMoved, backStartNprs: null, backAfterNprs: null },
  );
const movementTests: fc.Arbitrary<MovementTests> = fc.record<MovementTests>({
  flexion_lying: arbitraryMovementTest,
  childs_pose: arbitraryMovementTest,
  extension_lying: arbitraryMovementTest,
  side_lying: arbitraryMovementTest,
  ninety_ninety: arbitraryMovementTest,
  walking: arbitraryMovementTest,
  sitting: arbitraryMovementTest,
});

const hip: fc.Arbitrary<HipScreen> = fc.record<HipScreen>({
  squatPain: finding,
  passiveGroinPain: finding,
  adductionReduced: finding,
  internalRotationReduced: finding,
  internalRotationDeg: fc.option(fc.integer({ min: 0, max: 90 })),
  rotationFree: finding,
});
const gluteal: fc.Arbitrary<GlutealScreen> = fc.record<GlutealScreen>({ notchTender: finding, fair: finding, seatedStretch: finding });

const feeling = fc.constantFrom(...saddleFeelingSchema.options);
const sensitive: fc.Arbitrary<SensitiveExam> = fc.record<SensitiveExam>({
  consent: fc.constantFrom('given', 'declined', 'unasked'),
  chaperone: chosen(CHAPERONES),
  chaperoneName: words,
  chaperoneRole: words,
  chaperoneReason: words,
  areas: perSide(fc.record({ inner_thigh: feeling, sitting_bone: feeling, anus: feeling, genital: feeling })),
  analTone: fc.constantFrom('normal', 'reduced', 'absent', 'nt', 'declined'),
  declineReason: chosen(SADDLE_DECLINE_REASONS),
  explained: words,
  alternative: chosen(SADDLE_ALTERNATIVES),
  selfReport: fc.constantFrom('normal', 'changed', 'not_done', 'unasked'),
  residualMethod: chosen(RESIDUAL_METHODS),
  residualTime: words,
  residualDeclined: fc.boolean(),
  residualReason: words,
});

/** The examination beside the raise and the grid, in any state. */
export const arbitraryOtherExam: fc.Arbitrary<OtherExam> = fc
  .record<OtherExam>({
    saddle: fc.constantFrom('normal', 'abnormal', 'declined', 'nt'),
    saddleReason: words,
    postVoidResidualMl: fc.option(fc.integer({ min: 0, max: 1000 })),
    temperatureC: fc.option(fc.integer({ min: 350, max: 410 }).map((tenths) => tenths / 10)),
    pulseBpm: fc.option(fc.integer({ min: 40, max: 140 })),
    systolicMmHg: fc.option(fc.integer({ min: 90, max: 200 })),
    diastolicMmHg: fc.option(fc.integer({ min: 40, max: 89 })),
    calfDifferenceCm: fc.option(fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10)),
    calfCm: perSide(fc.option(fc.integer({ min: 300, max: 420 }).map((tenths) => tenths / 10))),
    percussionTender: finding,
    deformity: finding,
    bruise: finding,
    bellyMass: finding,
    hip: perSide(hip),
    gluteal: perSide(gluteal),
    movementTests,
    sensitive,
    cueTicks: fc.uniqueArray(fc.constantFrom(...CUE_TICKS), { maxLength: 4 }),
    notTestedReasons: fc.record(Object.fromEntries(EXAM_ITEMS.map((item) => [item, words])) as Record<string, typeof words>, {
      requiredKeys: [],
    }),
    note: words,
  })
  .map((exam) => ({
    ...exam,
    saddle: exam.saddle !== 'nt' && hasSensitiveFinding(exam) ? 'abnormal' : exam.saddle,
    sensitive: { ...exam.sensitive, residualDeclined: exam.sensitive.residualDeclined && exam.postVoidResidualMl === null },
  }));

const swap = <T extends PerSide<unknown>>(pair: T): T => ({ ...pair, right: pair.left, left: pair.right });

/** The same examination with right and left exchanged. */
export function mirrorOtherExam(exam: OtherExam): OtherExam {
  const { flexion_lying, childs_pose, extension_lying, side_lying, ninety_ninety, walking, sitting } = exam.movementTests;
  return {
    ...exam,
    calfCm: swap(exam.calfCm),
    hip: swap(exam.hip),
    gluteal: swap(exam.gluteal),
    movementTests: {
      flexion_lying: swap(flexion_lying),
      childs_pose: swap(childs_pose),
      extension_lying: swap(extension_lying),
      side_lying: swap(side_lying),
      ninety_ninety: swap(ninety_ninety),
      walking: swap(walking),
      sitting: swap(sitting),
    },
    sensitive: { ...exam.sensitive, areas: swap(exam.sensitive.areas) },
  };
}
