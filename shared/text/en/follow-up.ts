import type { FollowUp } from '../../schemas/assessment.ts';
import type { Side } from '../../schemas/common.ts';
import type { KeyPoint, Muscle, Reflex } from '../../schemas/neuro-exam.ts';
import type { OnsetItem } from '../../schemas/red-flag-answers.ts';
import { KEY_POINT_NAMES, MUSCLE_NAMES } from './nerve-roots.ts';

type Measure = FollowUp['measures'][number]['measure'];
type Verdict = FollowUp['measures'][number]['verdict'];

/** Measures as they are named in a label. */
export const MEASURE_NAMES = {
  leg: 'leg pain',
  back: 'back pain',
  rmdq: 'RMDQ',
  psfs: 'activity score',
  grc: 'global rating of change',
  level: 'most distal level',
  sbi: 'bothersomeness',
  odi: 'ODI',
  lefs: 'LEFS',
  slr_right: 'straight-leg raise right',
  slr_left: 'straight-leg raise left',
} as const satisfies Record<Measure, string>;

export const VERDICT_NAMES = {
  better: 'better',
  worse: 'worse',
  neither: 'no clear change',
  na: 'not comparable',
  withheld: 'withheld',
  within_error: 'within measurement error',
} as const satisfies Record<Verdict, string>;

const letter = (side: Side): 'R' | 'L' => (side === 'right' ? 'R' : 'L');

/** Neurology items of spec 8.2 step 1, in the short form of the record: the field, then R or L. */
export const NEUROLOGY_ITEMS = {
  power: (muscle: Muscle, side: Side): string => `power ${muscle} ${letter(side)}`,
  sensation: (point: KeyPoint, side: Side): string => `sensation ${point} ${letter(side)}`,
  reflex: (reflex: Reflex, side: Side): string => `reflex ${reflex} ${letter(side)}`,
  caudaEquina: (item: OnsetItem): string => `new cauda equina item ${item}`,
} as const;

/** Notes of spec 8.2 step 1 and 2 that are not items. */
export const FOLLOW_UP_NOTES = {
  reflexOneLower: (reflex: Reflex, side: Side): string => `reflex one grade lower ${reflex} ${letter(side)}`,
  powerBetter: (muscle: Muscle, side: Side): string => `power better ${muscle} ${letter(side)}`,
  powerNotRetested: (muscle: Muscle, side: Side): string => `power not re-tested ${muscle} ${letter(side)}`,
  rmdqError: 'RMDQ change may be within measurement error [77]',
  grcSmall: 'global rating of change: small change',
} as const;

/** Thresholds and sources, printed beside the raw numbers (spec 8.2 step 2; ODI and LEFS 6.1). */
export const MEASURE_RULES = {
  pain: 'counts from 2 points (start 1 to 4: 1 point) and 30% of the start; worse from 2 points [75,81]',
  rmdq: 'counts from 5 points (start 4 to 8: 4 points) and 30% of the start; worse from 5 points [75-77]',
  psfs: 'counts from a mean of 2 points, same activities, at least 3 [83,84]',
  grc: 'counts from 3 points [85]',
  level: 'counts from 1 level',
  sbi: 'counts from 6 points (default); supporting',
  odi: 'counts from 10 points and 30% of the start; worse from 10 points [75]; supporting',
  lefs: 'counts from 9 points [93]; supporting',
  slr: (limitDeg: number): string => `counts from ${limitDeg} degrees (default)`,
} as const;

/** What is known of the measurement error of each measure, with its source (spec 2.5, 6.1). */
export const MEASURE_ERRORS = {
  pain: 'detectable change 1.8 points [81]; 2.3 in stenosis [97]',
  rmdq: 'detectable change 4 to 5 points for a start of 4 to 20 [76]; a start below 4 cannot show better, one above 20 not worse',
  psfs: 'detectable change 2 points for the mean, 3 for one activity [83]',
  grc: 'agreement on repeating 0.84 [85]',
  level: 'no figure found',
  sbi: 'detectable change about 5.3 points [87]',
  odi: 'detectable change 10 points [92]; 8.5 in stenosis [97]',
  lefs: 'detectable change 9 points [93]',
  slr: 'same examiner 6 to 7 degrees, in healthy people [35]; not known for patients',
} as const satisfies Record<keyof typeof MEASURE_RULES, string>;

/** Stands for a value that was not recorded, in a change of a measure. */
export const NOT_RECORDED = 'not recorded';

const score = (value: number | null): string => (value === null ? NOT_RECORDED : String(value));
const degrees = (value: number | null): string => (value === null ? NOT_RECORDED : `${value} degrees`);
const oneDecimal = (value: number): string => value.toFixed(1);

/** A raw value of a measure as it is read. */
export const MEASURE_VALUES = {
  score,
  mean: (value: number | null): string => (value === null ? NOT_RECORDED : oneDecimal(value)),
  degrees,
  level: ({ right, left }: { right: number | null; left: number | null }): string => `right ${score(right)}, left ${score(left)}`,
} as const;

/** Raw numbers, verdict and threshold of one measure. A value then that is empty leaves the value of today alone. */
export function measureText(measure: Measure, from: string, to: string, verdict: Verdict, rule: string): string {
  return `${MEASURE_NAMES[measure]} ${from === '' ? to : `${from} to ${to}`}: ${VERDICT_NAMES[verdict]} (${rule})`;
}

/** Why a measure is not comparable, in place of its threshold. */
export const NOT_COMPARABLE = {
  slrWithheld: 'ankle position or method differs or is not recorded',
  rmdqVariant: 'the two forms are worded differently (back; back or leg), so they are not compared',
  rmdqIncomplete: 'a form is incomplete, so its ticks are no score',
} as const;

/** Label of a result with exactly one measure changed (spec 8.2 row 6). */
export const oneMeasureLabel = (direction: 'better' | 'worse', measure: Measure): string =>
  `one measure ${direction} (${MEASURE_NAMES[measure]})`;

/** `percent` is the whole-number fall from the start, or null when the start was 0. */
export const legPainClause = (from: number, to: number, percent: number | null): string =>
  `leg pain ${from} to ${to} (${percent === null ? 'no leg pain at start' : `${percent}%`})`;

export const activityClause = (from: number, to: number): string => `activity score ${oneDecimal(from)} to ${oneDecimal(to)}`;

/** Results of spec 8.2 step 3 as they are read. */
export const RESULT_NAMES: Readonly<Record<FollowUp['result'], string>> = {
  'NEURO WORSE': 'Nerve signs worse',
  'NOT ENOUGH DATA': 'Not enough measures to compare',
  WORSE: 'Worse',
  IMPROVED: 'Better',
  MIXED: 'Mixed',
  SAME: 'Same',
};

/** The result in one sentence (spec 8.2 step 4); a missing measure drops its clause. */
export const resultSentence = (result: FollowUp['result'], clauses: readonly string[]): string =>
  clauses.length === 0 ? `${RESULT_NAMES[result]}.` : `${RESULT_NAMES[result]}: ${clauses.join(', ')}.`;

/** Actions of spec 8.3, rows 1 to 8 in order. */
export const FOLLOW_UP_ACTIONS = {
  'RED-FLAG URGENCY': 'Act on the urgency of the red-flag rows.',
  'REVIEW 48 H': 'Review within 48 hours.',
  'REVIEW 7 D': 'Review within 7 days.',
  'RE-EXAMINE': 'Re-examine: adherence, positions by response to movement, work, sleep, mood, other sources. Next visit in 1 to 2 weeks.',
  'RE-TEACH': 'Not a failure. Repeat the teaching and set a new date.',
  'NEXT PHASE': 'Next phase: add graded activity, longer interval. The stop rules stay.',
  NOTE: 'Write a note and a label.',
  COLLECT: 'Collect the missing measures.',
} as const;
export type FollowUpAction = keyof typeof FOLLOW_UP_ACTIONS;

/** On WORSE row 3 of spec 8.3 also holds these modules. */
export const HOLD_ON_WORSE = 'Hold pelvic tilts, nerve glides, rolling, ball and graded activity.';
export const FU_03 = { action: 'FU-03', text: 'Week 6 reached: ask for an opinion; image only if it changes management.' } as const;

const SHORT_NAMES: Readonly<Record<string, string>> = { ...MUSCLE_NAMES, ...KEY_POINT_NAMES };

/** A neurology item or note as it is read: "power EHL R" becomes "power: great-toe extension, right". What has no short form stays. */
export function neurologyInWords(item: string): string {
  const short = /^(power|sensation|reflex|reflex one grade lower|power better|power not re-tested) (\w+) ([RL])$/.exec(item);
  if (short === null) return item;
  const [, what = '', field = '', side = ''] = short;
  return `${what}: ${SHORT_NAMES[field] ?? field}, ${side === 'R' ? 'right' : 'left'}`;
}

const NOT_RETESTED = 'power not re-tested: ';

/** Neurology items and notes as they are read, muscles that were not tested again in one sentence at the end. */
export function neurologySentences(items: readonly string[]): string[] {
  const sentences = items.map(neurologyInWords);
  const notRetested = sentences
    .filter((sentence) => sentence.startsWith(NOT_RETESTED))
    .map((sentence) => sentence.slice(NOT_RETESTED.length));
  const others = sentences.filter((sentence) => !sentence.startsWith(NOT_RETESTED));
  return notRetested.length === 0 ? others : [...others, `${NOT_RETESTED}${notRetested.join('; ')}`];
}
