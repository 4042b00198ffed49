import { z } from 'zod';
import { findingSchema, levelSchema, lineSchema } from './common.ts';

/** Tension tests beside the straight-leg raise (spec 2.3): E12a, E14, E15, crossed E15, E16. */
export const TENSION_TESTS = ['bragard', 'slump', 'femoralStretch', 'crossedFemoralStretch', 'bowstring'] as const;
export type TensionTest = (typeof TENSION_TESTS)[number];

/** Result as the examiner reads it. Positive means that the usual symptoms came, and for the slump that they eased with release. */
export const tensionResultSchema = z.enum(['pos', 'neg', 'nt', 'declined']);
export type TensionResult = z.infer<typeof tensionResultSchema>;

/** What was felt: the usual leg symptoms, other leg symptoms, only a muscle pull, only the back, nothing. */
export const TENSION_FELT = ['usual', 'unusual', 'pull', 'back', 'nothing'] as const;

const MOST_KNEE_DEG = 160;

/** What one test of one leg was like. Recorded and printed; the result alone enters the rules. */
export const tensionDetailSchema = z.object({
  felt: z.enum(TENSION_FELT).nullable(),
  level: levelSchema,
  /** Eased by letting go: neck up, knee or ankle released. */
  eased: findingSchema,
  /** Knee angle in whole degrees: short of straight in the slump, bent in the femoral stretch. */
  kneeDeg: z.int().min(0).max(MOST_KNEE_DEG).nullable(),
  /** Why it was not tested or was declined. */
  reason: lineSchema,
});
export type TensionDetail = z.infer<typeof tensionDetailSchema>;

export const tensionDetailsSchema = z.object({
  bragard: tensionDetailSchema,
  slump: tensionDetailSchema,
  femoralStretch: tensionDetailSchema,
  crossedFemoralStretch: tensionDetailSchema,
  bowstring: tensionDetailSchema,
} satisfies Record<TensionTest, typeof tensionDetailSchema>);
export type TensionDetails = z.infer<typeof tensionDetailsSchema>;

const untouched = (): TensionDetail => ({ felt: null, level: null, eased: 'nt', kneeDeg: null, reason: '' });

/** Nothing recorded of any test. */
export function emptyTensionDetails(): TensionDetails {
  return {
    bragard: untouched(),
    slump: untouched(),
    femoralStretch: untouched(),
    crossedFemoralStretch: untouched(),
    bowstring: untouched(),
  };
}
