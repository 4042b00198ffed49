import type { SLR_STOPS } from '../../schemas/slr.ts';
import type { Side } from '../../schemas/common.ts';
import type { TensionTest } from '../../schemas/tension-tests.ts';

type SlrStop = (typeof SLR_STOPS)[number];

/** Movements that decide (spec 2.2), as they are named in a sentence. */
export const SLR_MOVE_NAMES = {
  df: 'ankle dorsiflexion',
  hir: 'hip internal rotation',
  neck: 'neck flexion',
  relPF: 'release by pointing the foot',
} as const;

/** Why the lift stopped, as `{stop}` of the sentences. `leg_familiar` and `end` stand here only with something missing (spec 2.4). */
export const SLR_STOP_NAMES = {
  leg_familiar: 'usual leg symptom, angle, level or leg not recorded',
  leg_unfamiliar: 'a leg symptom that is not the usual one',
  back: 'back pain',
  thigh_pull: 'back-of-thigh pull',
  knee: 'a knee problem',
  fear: 'fear of pain',
  other: 'another reason',
  end: 'no symptom, angle not recorded',
} as const satisfies Record<SlrStop, string>;

/** Name of the most distal level as `{level}`; the sentences that print it need a level in the leg (K09). */
export const SLR_LEVEL_NAMES = ['no place', 'low back', 'buttock', 'thigh', 'calf or shin', 'foot'] as const;

/** `usual leg symptom` whose recorded level is not in the leg: nothing is missing, so the sentence of spec 2.4 would be untrue. */
export const SLR_LEVEL_NOT_IN_LEG = 'usual leg symptom, but the level recorded is not in the leg';
export const SLR_REASON_NOT_RECORDED = 'reason not recorded';
export const SLR_DECLINED = 'declined';

type Provoked = { side: Side; angleDeg: number; level: string; moves: string };

/** Sentences of the straight-leg raise by result class (spec 2.4). */
export const SLR_SENTENCES = {
  'SLR-POS': ({ side, angleDeg, level, moves }: Provoked): string =>
    `Straight-leg raise on the ${side} brought on the usual leg symptoms at ${angleDeg} degrees, felt down to the ${level}, and they changed with ${moves}. This supports irritation of the sciatic nerve roots (mainly L5/S1).`,
  'SLR-POS-ATYP': ({ side, angleDeg, level, moves }: Provoked): string =>
    `Straight-leg raise on the ${side} brought on the usual leg symptoms at ${angleDeg} degrees, felt down to the ${level}, and they changed with ${moves}. The angle or the place is not typical. This supports nerve-root irritation less strongly.`,
  'SLR-EQUIV': ({ side, angleDeg, level }: Omit<Provoked, 'moves'>): string =>
    `Straight-leg raise on the ${side} brought on the usual leg symptoms at ${angleDeg} degrees, felt down to the ${level}. No nerve movement was shown to change them. Supporting, not counted.`,
  'SLR-BACK-TENSION': ({ side, angleDeg, moves }: Omit<Provoked, 'level'>): string =>
    `Straight-leg raise on the ${side} stopped at ${angleDeg} degrees with back pain, and it changed with ${moves}. This can fit nerve irritation but is not a positive test. Supporting, not counted.`,
  'SLR-NEG-MSK': ({ side, angleDeg, stop }: { side: Side; angleDeg: number; stop: string }): string =>
    `Straight-leg raise on the ${side} stopped at ${angleDeg} degrees by ${stop}; ankle or neck movement did not raise it. This does not support nerve-root irritation.`,
  'SLR-NEG': ({ side, angleDeg }: { side: Side; angleDeg: number }): string =>
    `No usual leg symptoms on the ${side} to ${angleDeg} degrees. This makes an irritated L5/S1 root less likely but does not rule it out.`,
  'SLR-UNCLEAR': ({ side, stop }: { side: Side; stop: string }): string =>
    `The straight-leg raise on the ${side} cannot be read (stopped by ${stop}). It counts neither for nor against. Repeat with ankle and neck movements.`,
  'SLR-CROSSED': ({ side, other }: { side: Side; other: Side }): string =>
    `Raising the ${side} leg brought on the usual symptoms in the ${other} leg only. The ${side} leg itself is not called positive.`,
  'SLR-NT': ({ side, reason }: { side: Side; reason: string }): string => `Straight-leg raise on the ${side} was not tested: ${reason}.`,
  /** Added after the class sentence of the raised leg. */
  crossed: ({ side, other, angleDeg }: { side: Side; other: Side; angleDeg: number | null }): string =>
    `The usual pain came in the ${other} leg when the ${side} leg was raised${angleDeg === null ? '' : ` at ${angleDeg} degrees`}. This makes a nerve-root cause from a disc more likely on the ${other} side (specific but not sensitive sign).`,
} as const;

const opposite: Record<Side, Side> = { right: 'left', left: 'right' };

/** Sentences of the other tension tests by result (spec 2.4). A result without a sentence of its own prints as the result alone. */
export const TENSION_SENTENCES: Readonly<Record<TensionTest, Partial<Record<'pos' | 'neg', (side: Side) => string>>>> = {
  bragard: {
    pos: (side) =>
      `Pulling the foot up just below the painful angle brought back the usual ${side} leg symptoms. This supports nerve-root irritation.`,
    neg: (side) => `Pulling the foot up did not bring back the usual ${side} leg symptoms.`,
  },
  slump: {
    pos: (side) =>
      `The slump test on the ${side} brought on the usual leg symptoms and they eased with release. This supports nerve-root irritation.`,
    neg: (side) => `The slump test on the ${side} did not bring on the usual leg symptoms.`,
  },
  femoralStretch: {
    pos: (side) =>
      `Femoral nerve stretch on the ${side} brought on the usual front-of-thigh, groin or inner-shin symptoms. This supports irritation of an upper lumbar root (L2-L4).`,
    neg: (side) => `Femoral nerve stretch on the ${side} did not bring on the usual symptoms.`,
  },
  crossedFemoralStretch: {
    pos: (side) =>
      `The usual pain came in the ${opposite[side]} thigh when the ${side} leg was stretched. This supports an upper lumbar root on the ${opposite[side]} side.`,
  },
  bowstring: {
    pos: (side) => `Pressure behind the ${side} knee brought back the usual pain. Supporting, not counted.`,
  },
};

/** Why the two legs, or two readings, are not compared (spec 2.5). */
export const SLR_COMPARE_TEXT = {
  notTested: (side: Side): string => `the ${side} leg was not tested`,
  noAngle: (side: Side): string => `no angle was recorded on the ${side}`,
  ankleNotRecorded: 'the ankle position was not recorded on both sides',
  ankleDiffers: 'the ankle position differs between the legs',
  methodNotRecorded: 'the method was not recorded on both sides',
  methodDiffers: 'the method differs between the legs',
} as const;
