import { z } from 'zod';
import { findingSchema, perSide } from './common.ts';

const MOST_ROTATION_DEG = 90;

/** Hip screen of one side (E18). Feeds the hip osteoarthritis cue (spec 4) and the knee or hip limit of the home-care gates. */
export const hipScreenSchema = z.object({
  /** A squat gives pain at the back of the hip. */
  squatPain: findingSchema,
  /** Groin pain on passive abduction or adduction. */
  passiveGroinPain: findingSchema,
  /** Passive adduction is less than normal; `no` = tested and normal. */
  adductionReduced: findingSchema,
  /** Passive internal rotation is less than normal. */
  internalRotationReduced: findingSchema,
  /** Passive internal rotation in whole degrees. A number only; the finding beside it counts. */
  internalRotationDeg: z.int().min(0).max(MOST_ROTATION_DEG).nullable(),
  /** Rotation is full and painless: speaks against the hip. */
  rotationFree: findingSchema,
});
export type HipScreen = z.infer<typeof hipScreenSchema>;

/** Deep gluteal signs of one side (E19). Feed the deep gluteal cue (spec 4). */
export const glutealScreenSchema = z.object({
  /** Tenderness near the greater sciatic notch. */
  notchTender: findingSchema,
  /** Hip flexion, adduction and internal rotation bring on the buttock pain (FAIR). */
  fair: findingSchema,
  /** The seated stretch brings on the buttock pain. */
  seatedStretch: findingSchema,
});
export type GlutealScreen = z.infer<typeof glutealScreenSchema>;

export const hipExamSchema = perSide(hipScreenSchema);
export const glutealExamSchema = perSide(glutealScreenSchema);

/** A hip nobody has tested. */
export function emptyHipScreen(): HipScreen {
  return {
    squatPain: 'nt',
    passiveGroinPain: 'nt',
    adductionReduced: 'nt',
    internalRotationReduced: 'nt',
    internalRotationDeg: null,
    rotationFree: 'nt',
  };
}

/** A buttock nobody has tested. */
export function emptyGlutealScreen(): GlutealScreen {
  return { notchTender: 'nt', fair: 'nt', seatedStretch: 'nt' };
}
