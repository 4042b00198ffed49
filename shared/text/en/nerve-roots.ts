import type { Root } from '../../schemas/assessment.ts';
import type { Side } from '../../schemas/common.ts';
import type { KeyPoint, Muscle, Reflex } from '../../schemas/neuro-exam.ts';
import type { Region } from '../../schemas/body-chart.ts';

/** Root names in a sentence (spec 3.4 placeholders). */
export const ROOT_NAMES = { U: 'upper lumbar, L2/L3', L4: 'L4', L5: 'L5', S1: 'S1' } as const satisfies Record<Root, string>;

export const MUSCLE_NAMES = {
  HF: 'hip flexion',
  KE: 'knee extension',
  DF: 'ankle dorsiflexion',
  EHL: 'great-toe extension',
  ABD: 'hip abduction',
  INV: 'ankle inversion',
  EV: 'ankle eversion',
  PF: 'plantarflexion',
  HE: 'hip extension',
} as const satisfies Record<Muscle, string>;

export const REFLEX_NAMES = { knee: 'knee reflex', ankle: 'ankle reflex' } as const satisfies Record<Reflex, string>;

export const KEY_POINT_NAMES = {
  U: 'front-of-thigh key point',
  L4: 'L4 key point',
  L5: 'L5 key point',
  S1: 'S1 key point',
} as const satisfies Record<KeyPoint, string>;

export const REGION_NAMES = {
  groin: 'groin',
  front_thigh: 'front of the thigh',
  inner_shin: 'inner shin',
  outer_shin: 'outer shin',
  top_foot: 'top of the foot',
  big_toe: 'big toe',
  outer_foot: 'outer foot',
  little_toe: 'little toe',
  heel: 'heel',
  sole: 'sole',
  buttock: 'buttock',
  back_thigh: 'back of the thigh',
  calf: 'calf',
  back: 'back',
} as const satisfies Record<Region, string>;

export const TENSION_TEST_NAMES = {
  slr: 'straight-leg raise',
  slump: 'slump test',
  femoralStretch: 'femoral nerve stretch',
} as const;

export const HEEL_RAISE_NAME = 'heel raise';
const FUNCTIONAL_TEST_NAMES = { DF: 'heel walk', KE: 'single-leg sit-to-stand', ABD: 'Trendelenburg test' } as const;

/** Printed under every root statement (spec 3.4 step 5 d). */
export const ROOT_DISCLAIMER = 'This is a summary of recorded findings, not a diagnosis. Imaging may or may not agree.';

/** Texts of the outputs (spec 3.4 step 4). */
export const ROOT_TEXTS = {
  'UPPER MOTOR NEURONE': (): string => 'Signs suggest a problem above the lumbar roots (upper motor neurone).',
  'NOT ENOUGH DATA': ({ list }: { list: string }): string =>
    `The examination is not complete enough to comment on a nerve root. Missing: ${list}.`,
  'MORE THAN ONE ROOT': ({ roots }: { roots: string }): string =>
    `Findings involve more than one root: ${roots}. Check cauda equina questions, stenosis, plexus and peripheral nerve causes.`,
  CONSISTENT: ({ root, side }: { root: string; side: Side }): string =>
    `Findings are consistent with ${root} nerve-root involvement on the ${side}.`,
  POSSIBLE: ({ root, side }: { root: string; side: Side }): string => `Some findings fit ${root} (${side}). The pattern is incomplete.`,
  'SIGN WITHOUT LEVEL': ({ finding }: { finding: string }): string =>
    `There is a sign of nerve loss (${finding}) but it does not fit one root.`,
  'IRRITATION WITHOUT LEVEL': (): string =>
    'Leg symptoms behave like nerve-root irritation. No clear loss of power, feeling or reflex. Level not determined.',
  HELD: (): string => 'No comment on nerve irritation until the clot or blood-flow question for this leg is settled.',
  'NO ROOT PATTERN': (): string => 'No nerve-root pattern was found. Consider other sources (see list).',
} as const;

/** Notes printed with the root statement (spec 3.2, 3.4 step 1 and 6). */
export const ROOT_NOTES = {
  PERONEAL: 'Consider common peroneal (fibular) nerve at the knee: inversion and hip abduction are usually spared there and weak in L5.',
  NEUROPATHY: 'Both ankle reflexes absent: common with age or neuropathy; not scored.',
  BRISK: (side: Side): string => `brisk on the ${side}: test plantar response and tone`,
  'HEEL-RAISE-BOTH': 'no heel raise on either side, check both legs',
  RETEST: (muscle: Muscle, side: Side): string => `${MUSCLE_NAMES[muscle]} on the ${side}: uncertain, re-test`,
} as const;

/** The features line (spec 3.3). */
export const FEATURE_NAMES = {
  belowKnee: 'symptoms below the knee',
  legWorse: 'leg worse than back',
  tension: 'positive tension test',
  objective: 'sign of loss of power, feeling or reflex',
} as const;
export type FeatureName = keyof typeof FEATURE_NAMES;

export function featuresLine(present: readonly string[], cough: boolean): string {
  const count = `${present.length} of ${Object.keys(FEATURE_NAMES).length} features of nerve-root pain are present`;
  const list = present.length === 0 ? '' : `: ${present.join(', ')}`;
  return `${count}${list}${cough ? ', plus cough or sneeze pain' : ''}.`;
}

const reflexGrade = (grade: number): string => (grade === 0 ? '0' : `${grade}+`);

/** A finding with its value and side, as a plain sentence part (spec 3.4 step 5). */
export const FINDING_TEXTS = {
  reflex: (reflex: Reflex, side: Side, here: number, other: Side, there: number): string =>
    `${REFLEX_NAMES[reflex]} ${reflexGrade(here)} on the ${side}, ${reflexGrade(there)} on the ${other}`,
  power: (muscle: Muscle, side: Side, grade: string): string => `${MUSCLE_NAMES[muscle]} power ${grade} of 5 on the ${side}`,
  failedTest: (muscle: 'DF' | 'KE' | 'ABD', side: Side): string =>
    `${FUNCTIONAL_TEST_NAMES[muscle]} failed on the ${side} (${MUSCLE_NAMES[muscle]} not graded)`,
  heelRaise: (side: Side, here: number, other: Side, there: number): string =>
    `heel raise ${here} of 10 on the ${side}, ${there} on the ${other}`,
  sensation: (point: KeyPoint, side: Side, grade: number): string =>
    `light touch ${grade === 0 ? 'absent' : 'changed'} at the ${KEY_POINT_NAMES[point]} on the ${side}`,
  area: (region: Region, side: Side): string => `symptoms in the ${REGION_NAMES[region]} on the ${side}`,
  tension: (test: keyof typeof TENSION_TEST_NAMES, side: Side): string => `${TENSION_TEST_NAMES[test]} positive on the ${side}`,
} as const;

/** Normal key findings of a named root, listed as speaking against it. */
export const NORMAL_TEXTS = {
  power: (muscle: Muscle, side: Side): string => `${MUSCLE_NAMES[muscle]} power normal on the ${side}`,
  reflex: (reflex: Reflex, side: Side): string => `${REFLEX_NAMES[reflex]} normal on the ${side}`,
  sensation: (point: KeyPoint, side: Side): string => `light touch normal at the ${KEY_POINT_NAMES[point]} on the ${side}`,
  tension: (test: keyof typeof TENSION_TEST_NAMES, side: Side): string => `${TENSION_TEST_NAMES[test]} negative on the ${side}`,
} as const;

/** Why an item does not count as tested. */
export const UNTESTED_TEXTS = {
  notTested: 'not tested',
  declined: 'declined',
  carried: (value: string): string => `${value} carried from an earlier visit, not re-tested`,
  painLimited: (grade: string): string => `grade ${grade} limited by pain`,
  heelRaisePainLimited: 'limited by pain',
  unclear: 'cannot be read',
} as const;

export const itemOnSide = (item: string, side: Side, why: string): string => `${item} on the ${side}: ${why}`;
export const powerItem = (muscle: Muscle): string => `${MUSCLE_NAMES[muscle]} power`;
/** An item missing on one side or on both, in the list of NOT ENOUGH DATA. */
export const missingItem = (item: string, sides: readonly Side[]): string => `${item} (${sides.join(' and ')})`;
