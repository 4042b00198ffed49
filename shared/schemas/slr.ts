import { z } from 'zod';
import { levelSchema, lineSchema, nprsSchema, perSide } from './common.ts';

/** Why the lift stopped (spec 2.1 step 6). `end` = no symptom, end of range. */
export const SLR_STOPS = ['leg_familiar', 'leg_unfamiliar', 'back', 'thigh_pull', 'knee', 'fear', 'other', 'end'] as const;
/** Leg in which the symptom was felt. */
export const SLR_FELT_IN = ['raised', 'other', 'both', 'none'] as const;
/** Response of the symptom that stopped the lift to a further movement. */
export const SLR_RESPONSES = ['inc', 'dec', 'same', 'nt'] as const;
/** Differentiating movements (spec 2.1): ankle dorsiflexion, hip internal rotation, hip adduction, neck flexion, release by pointing the foot, release by a slight knee bend. */
export const SLR_MOVEMENTS = ['df', 'hir', 'had', 'neck', 'relPF', 'relKnee'] as const;
export const SLR_ANKLES = ['relaxed', 'neutral', 'plantarflexed', 'dorsiflexed'] as const;
/** Flat couch, or one thin pillow under the head (spec 2.1 step 1). */
export const SLR_PILLOWS = ['none', 'thin'] as const;
export const SLR_METHODS = ['inclinometer', 'goniometer', 'estimate'] as const;
/** What the symptom that stopped the lift felt like. Recorded and printed; enters no rule. */
export const SLR_SYMPTOMS = ['pain', 'tingling', 'numbness', 'pulling', 'other'] as const;

export const SLR_ANGLE_MIN_DEG = 0;
export const SLR_ANGLE_MAX_DEG = 120;

/** Hip flexion angle in whole degrees, 0 to 120, or null when not recorded. */
export const slrAngleSchema = z.int().min(SLR_ANGLE_MIN_DEG).max(SLR_ANGLE_MAX_DEG).nullable();
const responseSchema = z.enum(SLR_RESPONSES);

/**
 * One straight-leg raise, of the raised leg (spec 2.1). `tested: 'nt'` and `'declined'` carry `reason`.
 * That P2 is not below P1 and that an untested leg has no angle is checked by `visit-checks.ts`, so that a draft may hold both.
 * An untouched record is `tested: 'nt'` with every field empty: nothing is preset.
 */
export const slrLegSchema = z.object({
  tested: z.enum(['yes', 'nt', 'declined']),
  reason: lineSchema,
  restingLevel: levelSchema,
  restingNprs: nprsSchema,
  stop: z.enum(SLR_STOPS).nullable(),
  symptom: z.enum(SLR_SYMPTOMS).nullable(),
  feltIn: z.enum(SLR_FELT_IN).nullable(),
  /** Angle at the first change in symptoms; for `end` the angle reached. */
  p1AngleDeg: slrAngleSchema,
  /** Angle of the limit accepted. Optional; enters no rule. Never below P1. */
  p2AngleDeg: slrAngleSchema,
  level: levelSchema,
  nprsP1: nprsSchema,
  movements: z.object({
    df: responseSchema,
    hir: responseSchema,
    had: responseSchema,
    neck: responseSchema,
    relPF: responseSchema,
    relKnee: responseSchema,
  }),
  settledWithinOneMinute: z.enum(['yes', 'no', 'nt']),
  ankle: z.enum(SLR_ANKLES).nullable(),
  method: z.enum(SLR_METHODS).nullable(),
  pillow: z.enum(SLR_PILLOWS).nullable(),
  examiner: lineSchema,
});
export type SlrLeg = z.infer<typeof slrLegSchema>;

export const slrSchema = perSide(slrLegSchema);
export type Slr = z.infer<typeof slrSchema>;

/** A straight-leg raise nobody has recorded yet. */
export function emptySlrLeg(): SlrLeg {
  return {
    tested: 'nt',
    reason: '',
    restingLevel: null,
    restingNprs: null,
    stop: null,
    symptom: null,
    feltIn: null,
    p1AngleDeg: null,
    p2AngleDeg: null,
    level: null,
    nprsP1: null,
    movements: { df: 'nt', hir: 'nt', had: 'nt', neck: 'nt', relPF: 'nt', relKnee: 'nt' },
    settledWithinOneMinute: 'nt',
    ankle: null,
    method: null,
    pillow: null,
    examiner: '',
  };
}
