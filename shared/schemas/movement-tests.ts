import { z } from 'zod';
import { levelSchema, lineSchema, nprsSchema, perSide } from './common.ts';

/** Movements and positions whose response is recorded (E17, spec 6.9). */
export const MOVEMENTS = ['flexion_lying', 'childs_pose', 'extension_lying', 'side_lying', 'ninety_ninety', 'walking', 'sitting'] as const;
export type Movement = (typeof MOVEMENTS)[number];

const MOST_REPETITIONS = 100;
const MOST_SECONDS = 3600;

/** One leg of one test: most distal level and leg pain at the start, level during, both one minute after. Null = not recorded. */
export const movementSideSchema = z.object({
  startLevel: levelSchema,
  startNprs: nprsSchema,
  duringLevel: levelSchema,
  duringNprs: nprsSchema,
  afterLevel: levelSchema,
  afterNprs: nprsSchema,
});
export type MovementSide = z.infer<typeof movementSideSchema>;

/** One repeated movement or sustained position. `done: 'nt'` and `'declined'` carry `reason` and no value (visit-checks.ts). */
export const movementTestSchema = perSide(movementSideSchema).extend({
  done: z.enum(['yes', 'nt', 'declined']),
  reason: lineSchema,
  /** Dose: repetitions, or seconds held. Nothing is preset; 10 repetitions or 2 minutes are usual. */
  repetitions: z.int().min(1).max(MOST_REPETITIONS).nullable(),
  seconds: z.int().min(1).max(MOST_SECONDS).nullable(),
  /** Back pain at the start and one minute after: it may rise while the leg improves. */
  backStartNprs: nprsSchema,
  backAfterNprs: nprsSchema,
});
export type MovementTest = z.infer<typeof movementTestSchema>;

const moved = (): MovementSide => ({
  startLevel: null,
  startNprs: null,
  duringLevel: null,
  duringNprs: null,
  afterLevel: null,
  afterNprs: null,
});

/** A movement nobody has tried yet. */
export function emptyMovementTest(): MovementTest {
  return {
    done: 'nt',
    reason: '',
    repetitions: null,
    seconds: null,
    right: moved(),
    left: moved(),
    backStartNprs: null,
    backAfterNprs: null,
  };
}

/** The tests by movement, in the order of `MOVEMENTS`. */
export const movementTestsSchema = z.object({
  flexion_lying: movementTestSchema,
  childs_pose: movementTestSchema,
  extension_lying: movementTestSchema,
  side_lying: movementTestSchema,
  ninety_ninety: movementTestSchema,
  walking: movementTestSchema,
  sitting: movementTestSchema,
} satisfies Record<Movement, typeof movementTestSchema>);
export type MovementTests = z.infer<typeof movementTestsSchema>;

/** No movement tried. */
export function emptyMovementTests(): MovementTests {
  const one = emptyMovementTest;
  return {
    flexion_lying: one(),
    childs_pose: one(),
    extension_lying: one(),
    side_lying: one(),
    ninety_ninety: one(),
    walking: one(),
    sitting: one(),
  };
}
