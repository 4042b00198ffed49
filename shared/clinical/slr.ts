import type { Assessment, SlrClass } from '../schemas/assessment.ts';
import type { Side } from '../schemas/common.ts';
import type { Slr, SlrLeg } from '../schemas/slr.ts';
import {
  SLR_COMPARE_TEXT,
  SLR_DECLINED,
  SLR_LEVEL_NAMES,
  SLR_LEVEL_NOT_IN_LEG,
  SLR_MOVE_NAMES,
  SLR_REASON_NOT_RECORDED,
  SLR_SENTENCES,
  SLR_STOP_NAMES,
} from '../text/en/slr.ts';
import { K } from './constants.ts';

type SlrDiff = 'pos' | 'neg' | 'nt';

/** Result class of one raised leg with the row of the table of spec 2.2 that fired. */
export type SlrClassification = { class: SlrClass; row: number; diff: SlrDiff; crossed: boolean };

export const OTHER_SIDE = { right: 'left', left: 'right' } as const satisfies Record<Side, Side>;

/** The deciding movements and the response that makes each positive. `had` and `relKnee` are printed but never decide. */
const DECIDING = [
  ['df', 'inc'],
  ['hir', 'inc'],
  ['neck', 'inc'],
  ['relPF', 'dec'],
] as const;

/** What the rows of the table read, with the fields of spec 2.2 derived first. */
type RowInput = { leg: SlrLeg; p1: number; inRaised: boolean; inLeg: boolean; diff: SlrDiff; ankleNeck: boolean };
type Row = { class: SlrClass; when: (input: RowInput) => boolean };

const familiar = (input: RowInput): boolean => input.leg.stop === 'leg_familiar' && input.inRaised;
const EMPTY_ANGLE = Number.NaN;

/** The decision table of spec 2.2, rows 1 to 16 in order, first match wins. An empty angle is NaN and satisfies no comparison. */
const ROWS: readonly Row[] = [
  { class: 'SLR-NT', when: ({ leg }) => leg.tested !== 'yes' },
  { class: 'SLR-CROSSED', when: ({ leg }) => leg.stop === 'leg_familiar' && leg.feltIn === 'other' },
  { class: 'SLR-UNCLEAR', when: ({ leg, inRaised }) => leg.stop === 'leg_familiar' && !inRaised },
  { class: 'SLR-UNCLEAR', when: ({ p1 }) => Number.isNaN(p1) },
  { class: 'SLR-UNCLEAR', when: (input) => familiar(input) && !input.inLeg },
  {
    class: 'SLR-POS',
    when: (input) =>
      familiar(input) &&
      input.p1 >= K.K01_SLR_LOW_DEG &&
      input.p1 <= K.K02_SLR_HIGH_DEG &&
      (input.leg.level ?? 0) >= K.K08_BELOW_KNEE_LEVEL &&
      input.diff === 'pos',
  },
  { class: 'SLR-POS-ATYP', when: (input) => familiar(input) && input.diff === 'pos' },
  { class: 'SLR-EQUIV', when: (input) => familiar(input) },
  { class: 'SLR-BACK-TENSION', when: ({ leg, diff }) => leg.stop === 'back' && diff === 'pos' },
  { class: 'SLR-NEG-MSK', when: ({ leg, diff, ankleNeck }) => leg.stop === 'back' && diff === 'neg' && ankleNeck },
  { class: 'SLR-UNCLEAR', when: ({ leg, diff }) => leg.stop === 'thigh_pull' && diff === 'pos' },
  { class: 'SLR-NEG', when: ({ leg, p1 }) => leg.stop === 'thigh_pull' && p1 >= K.K03_SLR_REACHED_DEG },
  {
    class: 'SLR-NEG-MSK',
    when: ({ leg, diff, ankleNeck }) => leg.stop === 'thigh_pull' && diff === 'neg' && ankleNeck,
  },
  { class: 'SLR-NEG', when: ({ leg }) => leg.stop === 'end' },
  {
    class: 'SLR-NEG',
    when: ({ leg, p1 }) => (leg.stop === 'knee' || leg.stop === 'fear' || leg.stop === 'other') && p1 >= K.K03_SLR_REACHED_DEG,
  },
  { class: 'SLR-UNCLEAR', when: () => true },
];

function positiveMoves(leg: SlrLeg): (keyof typeof SLR_MOVE_NAMES)[] {
  return DECIDING.filter(([move, response]) => leg.movements[move] === response).map(([move]) => move);
}

function differentiation(leg: SlrLeg): SlrDiff {
  if (positiveMoves(leg).length > 0) return 'pos';
  return DECIDING.some(([move]) => leg.movements[move] !== 'nt') ? 'neg' : 'nt';
}

/** Classifies one raised leg (spec 2.2): exactly one class for every record, `row` 1 to 16. `crossed` concerns the leg not raised. */
export function classifySlr(leg: SlrLeg): SlrClassification {
  const input: RowInput = {
    leg,
    p1: leg.p1AngleDeg ?? EMPTY_ANGLE,
    inRaised: leg.feltIn === 'raised' || leg.feltIn === 'both',
    inLeg: leg.level !== null && leg.level >= K.K09_IN_LEG_LEVEL,
    diff: differentiation(leg),
    ankleNeck: leg.movements.df !== 'nt' || leg.movements.neck !== 'nt',
  };
  const index = ROWS.findIndex((row) => row.when(input));
  const row = ROWS[index];
  if (row === undefined) throw new Error('the last row of the SLR table has no condition');
  const crossed = leg.tested === 'yes' && leg.stop === 'leg_familiar' && (leg.feltIn === 'other' || leg.feltIn === 'both');
  return { class: row.class, row: index + 1, diff: input.diff, crossed };
}

/** Whether a class counts as a positive tension test (spec 2.2 "Scoring"). */
export function isTensionPositive(slrClass: SlrClass): boolean {
  return slrClass === 'SLR-POS' || slrClass === 'SLR-POS-ATYP';
}

function joinWithAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function stopName(leg: SlrLeg): string {
  if (leg.stop === null) return SLR_REASON_NOT_RECORDED;
  const recorded = leg.p1AngleDeg !== null && leg.level !== null && (leg.feltIn === 'raised' || leg.feltIn === 'both');
  return leg.stop === 'leg_familiar' && recorded ? SLR_LEVEL_NOT_IN_LEG : SLR_STOP_NAMES[leg.stop];
}

function notTestedReason(leg: SlrLeg): string {
  const reason = leg.reason.trim().replace(/\.+$/, '');
  if (leg.tested === 'declined') return reason === '' ? SLR_DECLINED : `${SLR_DECLINED}, ${reason}`;
  return reason === '' ? SLR_REASON_NOT_RECORDED : reason;
}

function classSentence(leg: SlrLeg, side: Side, slrClass: SlrClass): string {
  const other = OTHER_SIDE[side];
  // Every class that prints an angle comes after row 4, which takes an empty one; the same holds for the level and row 5.
  const angleDeg = leg.p1AngleDeg ?? 0;
  const level = SLR_LEVEL_NAMES[leg.level ?? 0] ?? '';
  const moves = joinWithAnd(positiveMoves(leg).map((move) => SLR_MOVE_NAMES[move]));
  switch (slrClass) {
    case 'SLR-POS':
    case 'SLR-POS-ATYP':
      return SLR_SENTENCES[slrClass]({ side, angleDeg, level, moves });
    case 'SLR-EQUIV':
      return SLR_SENTENCES[slrClass]({ side, angleDeg, level });
    case 'SLR-BACK-TENSION':
      return SLR_SENTENCES[slrClass]({ side, angleDeg, moves });
    case 'SLR-NEG-MSK':
      return SLR_SENTENCES[slrClass]({ side, angleDeg, stop: stopName(leg) });
    case 'SLR-NEG':
      return SLR_SENTENCES[slrClass]({ side, angleDeg });
    case 'SLR-UNCLEAR':
      return SLR_SENTENCES[slrClass]({ side, stop: stopName(leg) });
    case 'SLR-CROSSED':
      return SLR_SENTENCES[slrClass]({ side, other });
    case 'SLR-NT':
      return SLR_SENTENCES[slrClass]({ side, reason: notTestedReason(leg) });
  }
}

/** Generated sentences of one raised leg (spec 2.4): the class sentence, then the crossed sentence where it applies. */
export function slrSentences(slr: Slr, side: Side): string[] {
  const leg = slr[side];
  const result = classifySlr(leg);
  const sentences = [classSentence(leg, side, result.class)];
  if (result.crossed) sentences.push(SLR_SENTENCES.crossed({ side, other: OTHER_SIDE[side], angleDeg: leg.p1AngleDeg }));
  return sentences;
}

/** Class, row, differentiation, crossed sign and sentences of one raised leg, as the assessment keeps them. */
export function slrResult(slr: Slr, side: Side): Assessment['slr'][Side] {
  return { ...classifySlr(slr[side]), sentences: slrSentences(slr, side) };
}

function withheldBetweenSides({ right, left }: Slr): string | null {
  for (const [side, leg] of [
    ['right', right],
    ['left', left],
  ] as const) {
    if (leg.tested !== 'yes') return SLR_COMPARE_TEXT.notTested(side);
    if (leg.p1AngleDeg === null) return SLR_COMPARE_TEXT.noAngle(side);
  }
  if (right.ankle === null || left.ankle === null) return SLR_COMPARE_TEXT.ankleNotRecorded;
  if (right.ankle !== left.ankle) return SLR_COMPARE_TEXT.ankleDiffers;
  if (right.method === null || left.method === null) return SLR_COMPARE_TEXT.methodNotRecorded;
  if (right.method !== left.method) return SLR_COMPARE_TEXT.methodDiffers;
  return null;
}

/** Side difference of P1 in degrees (spec 2.5, K06, K07). Information only: it enters no class or score. */
export function compareSlrSides(slr: Slr): Assessment['slrAsymmetry'] {
  const withheld = withheldBetweenSides(slr);
  const { right, left } = slr;
  if (withheld !== null || right.p1AngleDeg === null || left.p1AngleDeg === null) {
    return { differenceDeg: null, lowerSide: null, flaggedFromDeg: null, flagged: false, withheld };
  }
  const difference = right.p1AngleDeg - left.p1AngleDeg;
  const plantarflexed = right.ankle === 'plantarflexed' || right.ankle === 'relaxed';
  const flaggedFromDeg = plantarflexed ? K.K06_SLR_ASYMMETRY_PLANTARFLEXED_DEG : K.K07_SLR_ASYMMETRY_DORSIFLEXED_DEG;
  return {
    differenceDeg: Math.abs(difference),
    lowerSide: difference === 0 ? null : difference < 0 ? 'right' : 'left',
    flaggedFromDeg,
    flagged: Math.abs(difference) >= flaggedFromDeg,
    withheld: null,
  };
}

export type SlrChange = 'up' | 'down' | 'within_error' | 'withheld' | 'na';

/**
 * Smallest change of P1 that counts between two readings of one leg: K04 for the same named examiner without an estimate, otherwise
 * K05 (spec 8.2). An examiner not recorded is not known to be the same.
 */
export function slrChangeLimitDeg(earlier: SlrLeg, later: SlrLeg): number {
  const examiner = later.examiner.trim();
  const sameExaminer = examiner !== '' && earlier.examiner.trim() === examiner;
  const estimated = earlier.method === 'estimate' || later.method === 'estimate';
  return sameExaminer && !estimated ? K.K04_SLR_CHANGE_DEG : K.K05_SLR_CHANGE_WIDE_DEG;
}

/**
 * Change of P1 of one leg between two visits (spec 2.5, 8.2): `na` when either was not tested or has no angle, `withheld` when the
 * ankle position or the method differs or is not known to be the same, `within_error` below K04 or K05.
 */
export function compareSlrReadings(earlier: SlrLeg, later: SlrLeg): SlrChange {
  if (earlier.tested !== 'yes' || later.tested !== 'yes') return 'na';
  if (earlier.p1AngleDeg === null || later.p1AngleDeg === null) return 'na';
  if (earlier.ankle === null || earlier.method === null) return 'withheld';
  if (earlier.ankle !== later.ankle || earlier.method !== later.method) return 'withheld';
  const change = later.p1AngleDeg - earlier.p1AngleDeg;
  if (Math.abs(change) < slrChangeLimitDeg(earlier, later)) return 'within_error';
  return change > 0 ? 'up' : 'down';
}
