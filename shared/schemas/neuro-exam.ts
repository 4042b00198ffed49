import { z } from 'zod';
import { findingSchema, lineSchema, perSide } from './common.ts';
import { emptyTensionDetails, tensionDetailsSchema, tensionResultSchema } from './tension-tests.ts';

/** Muscle groups graded (spec 3.1): hip flexion, knee extension, dorsiflexion, great-toe extension, hip abduction, inversion, eversion, plantarflexion, hip extension. */
export const MUSCLES = ['HF', 'KE', 'DF', 'EHL', 'ABD', 'INV', 'EV', 'PF', 'HE'] as const;
export type Muscle = (typeof MUSCLES)[number];
/** MRC grades as typed; 4-, 4 and 4+ are computed as 4 (spec 3.2). */
export const MRC_GRADES = ['0', '1', '2', '3', '4-', '4', '4+', '5'] as const;
export type MrcGrade = (typeof MRC_GRADES)[number];
export const REFLEXES = ['knee', 'ankle'] as const;
export type Reflex = (typeof REFLEXES)[number];
/** Key sensory points: U mid front of thigh or inner knee (lower of the two), L4 medial malleolus, L5 top of foot, S1 outer heel. */
export const KEY_POINTS = ['U', 'L4', 'L5', 'S1'] as const;
export type KeyPoint = (typeof KEY_POINTS)[number];

const notTested = z.object({ state: z.literal('nt'), reason: lineSchema });
const declined = z.object({ state: z.literal('declined'), reason: lineSchema });

/** Power of one muscle group. `carried` shows an earlier grade and never counts as tested. A missing cell reads as not tested. */
export const mrcCellSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('tested'), grade: z.enum(MRC_GRADES), painLimited: z.boolean() }),
  z.object({ state: z.literal('carried'), grade: z.enum(MRC_GRADES) }),
  notTested,
  declined,
]);
export type MrcCell = z.infer<typeof mrcCellSchema>;

const reflexGrade = z.int().min(0).max(4);
/**
 * Tendon reflex 0 (absent even with reinforcement) to 4 (clonus), 2 normal (spec 3.2). `reinforced`: with or without the Jendrassik
 * manoeuvre; missing = not recorded.
 */
export const reflexCellSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('tested'), grade: reflexGrade, reinforced: z.boolean().optional() }),
  z.object({ state: z.literal('carried'), grade: reflexGrade }),
  notTested,
  declined,
]);
export type ReflexCell = z.infer<typeof reflexCellSchema>;

const sensationGrade = z.int().min(0).max(2);
/** Light touch at a key point: 0 absent, 1 changed, 2 normal (spec 3.2). */
export const sensationCellSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('tested'), grade: sensationGrade }),
  z.object({ state: z.literal('carried'), grade: sensationGrade }),
  notTested,
  declined,
]);
export type SensationCell = z.infer<typeof sensationCellSchema>;

export const functionalResultSchema = z.enum(['ok', 'fail', 'nt', 'declined']);
export type FunctionalResult = z.infer<typeof functionalResultSchema>;

/** Full-height single-leg heel rises counted, 0 to 10, or null when not counted. */
export const heelRaiseSchema = z.object({
  state: z.enum(['tested', 'nt', 'declined']),
  count: z.int().min(0).max(10).nullable(),
  painLimited: z.boolean(),
});
export type HeelRaise = z.infer<typeof heelRaiseSchema>;

export const neuroSideSchema = z.object({
  mrc: z.partialRecord(z.enum(MUSCLES), mrcCellSchema),
  reflex: z.partialRecord(z.enum(REFLEXES), reflexCellSchema),
  sensation: z.partialRecord(z.enum(KEY_POINTS), sensationCellSchema),
  heelWalk: functionalResultSchema,
  toeWalk: functionalResultSchema,
  sitToStand: functionalResultSchema,
  trendelenburg: functionalResultSchema,
  heelRaise: heelRaiseSchema,
  /** Tension tests of this leg (spec 2.3). Crossed: this leg was stretched and the usual pain came in the other one. */
  bragard: tensionResultSchema,
  slump: tensionResultSchema,
  femoralStretch: tensionResultSchema,
  crossedFemoralStretch: tensionResultSchema,
  bowstring: tensionResultSchema,
  tensionDetail: tensionDetailsSchema,
  /** Foot pulses (E20). */
  footPulse: z.enum(['present', 'absent', 'nt', 'declined']),
});
export type NeuroSide = z.infer<typeof neuroSideSchema>;

/** How the person walks (E01). Every value but the first three is an odd gait (spec 12.1). */
export const GAITS = ['normal', 'nt', 'declined', 'limp', 'high_stepping', 'unsteady', 'other'] as const;
export type Gait = (typeof GAITS)[number];

/** Neurological examination of both sides and the signs that belong to neither (E01 gait, E08). */
export const neuroExamSchema = perSide(neuroSideSchema).extend({
  gait: z.enum(GAITS),
  plantarUp: findingSchema,
  clonus: findingSchema,
  toneUp: findingSchema,
});
export type NeuroExam = z.infer<typeof neuroExamSchema>;

function emptyNeuroSide(): NeuroSide {
  return {
    mrc: {},
    reflex: {},
    sensation: {},
    heelWalk: 'nt',
    toeWalk: 'nt',
    sitToStand: 'nt',
    trendelenburg: 'nt',
    heelRaise: { state: 'nt', count: null, painLimited: false },
    bragard: 'nt',
    slump: 'nt',
    femoralStretch: 'nt',
    crossedFemoralStretch: 'nt',
    bowstring: 'nt',
    tensionDetail: emptyTensionDetails(),
    footPulse: 'nt',
  };
}

/** An examination in which nothing has been tested yet. */
export function emptyNeuroExam(): NeuroExam {
  return { right: emptyNeuroSide(), left: emptyNeuroSide(), gait: 'nt', plantarUp: 'nt', clonus: 'nt', toneUp: 'nt' };
}
