import type { Direction } from '../../clinical/movement-tests.ts';
import type { MovementClass } from '../../schemas/assessment.ts';
import type { Side } from '../../schemas/common.ts';
import type { Movement } from '../../schemas/movement-tests.ts';
import { SLR_LEVEL_NAMES } from './slr.ts';

/** Movements and positions of E17 as they are named in a list. */
export const MOVEMENT_NAMES: Readonly<Record<Movement, string>> = {
  flexion_lying: 'Bending, lying on the back',
  childs_pose: 'Child’s pose',
  extension_lying: 'Arching, lying face down',
  side_lying: 'Side-lying',
  ninety_ninety: '90-90 rest',
  walking: 'Walking',
  sitting: 'Sitting',
};

export const DIRECTION_NAMES: Readonly<Record<Direction, string>> = { flexion: 'bending', extension: 'arching' };

/** Names of the classes of spec 6.9. */
export const MOVEMENT_CLASS_NAMES: Readonly<Record<MovementClass, string>> = {
  full: 'Full centralization',
  partial: 'Partial centralization',
  easier: 'Easier without level change',
  none: 'No change',
  peripheral: 'Peripheralization',
  worse: 'Worse without level change',
  unclassed: 'Not in the leg at the start',
  incomplete: 'Cannot be read yet',
};

type Moved = { movement: Movement; side: Side; from: number | null; to: number | null; startNprs: number | null; afterNprs: number | null };

const level = (at: number | null): string => (at === null ? '' : (SLR_LEVEL_NAMES[at] ?? ''));

function missing({ from, to, startNprs, afterNprs }: Moved): string {
  if (from === null) return 'level at the start';
  if (to === null) return 'level one minute after';
  if (startNprs === null) return 'leg pain at the start';
  return afterNprs === null ? 'leg pain one minute after' : '';
}

const SAID: Readonly<Record<MovementClass, (moved: Moved) => string>> = {
  full: ({ from, to }) =>
    `the symptoms moved out of the leg, from the ${level(from)} to ${to === 0 ? 'nowhere' : 'the low back'} (full centralization).`,
  partial: ({ from, to }) => `the symptoms moved up from the ${level(from)} to the ${level(to)} (partial centralization).`,
  easier: ({ startNprs, afterNprs }) =>
    `leg pain went from ${startNprs} to ${afterNprs} of 10 at the same level (easier without level change).`,
  none: () => 'no change one minute after.',
  peripheral: ({ from, to }) =>
    `the symptoms moved further down, from ${from === 0 ? 'nowhere' : `the ${level(from)}`} to the ${level(to)} (peripheralization).`,
  worse: ({ startNprs, afterNprs }) =>
    `leg pain went from ${startNprs} to ${afterNprs} of 10 at the same level (worse without level change).`,
  unclassed: () => 'the symptom was not in the buttock or leg at the start, so centralization is not read.',
  incomplete: (moved) => `cannot be read yet. Missing: ${missing(moved)}.`,
};

/** One leg of one test in a sentence (spec 6.9). */
export function movementSentence(response: MovementClass, moved: Moved): string {
  return `${MOVEMENT_NAMES[moved.movement]}, ${moved.side} leg: ${SAID[response](moved)}`;
}

export const movementWords = {
  backRose: 'Back pain rose while the leg improved. This is still centralization: tell the patient so.',
  choose: 'Use it to choose positions, not to predict the outcome.',
} as const;
