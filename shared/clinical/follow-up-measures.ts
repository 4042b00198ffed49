import type { FollowUp } from '../schemas/assessment.ts';
import { SIDES, type Side } from '../schemas/common.ts';
import type { Measures, Pain, VisitRecord } from '../schemas/visit.ts';
import { FOLLOW_UP_NOTES, MEASURE_ERRORS, MEASURE_RULES, MEASURE_VALUES, measureText, NOT_COMPARABLE } from '../text/en/follow-up.ts';
import { distalLevel, distalLevels } from './body-chart.ts';
import { compareSlrReadings, type SlrChange, slrChangeLimitDeg } from './slr.ts';

export type MeasureChange = FollowUp['measures'][number];
type Verdict = MeasureChange['verdict'];

/** Smallest changes of the table of spec 8.2 step 2. */
const PAIN_CHANGE = 2;
const PAIN_CHANGE_LOW_START = 1;
const PAIN_LOW_START_MAX = 4;
const RMDQ_CHANGE = 5;
const RMDQ_CHANGE_LOW_START = 4;
const RMDQ_LOW_START = { min: 4, max: 8 } as const;
const RMDQ_NO_IMPROVEMENT_BELOW = 4;
const RMDQ_NO_WORSENING_ABOVE = 20;
const RMDQ_ERROR = { baselineFrom: 17, fallBelow: 8 } as const;
const PSFS_MIN_ACTIVITIES = 3;
const PSFS_MEAN_CHANGE = 2;
const GRC_CHANGE = 3;
const GRC_SMALL = 2;
const GRC_SOMEWHAT_WORSE = -1;
const SBI_CHANGE = 6;
/** Supporting measures of spec 6.1 that the table of 8.2 does not name. */
const ODI_CHANGE = 10;
const LEFS_CHANGE = 9;

/** Leg pain of a visit: the 24-hour average of the worse leg, 0 to 10, or null when neither leg was recorded (spec 6.2). */
export function legNprs(record: VisitRecord): number | null {
  const averages = SIDES.map((side) => record.intake.legPain[side].average24h).filter((average) => average !== null);
  return averages.length === 0 ? null : Math.max(...averages);
}

/** A fall of at least 30% of the start, in whole numbers: 10 x fall >= 3 x baseline. */
function isThirtyPercent(fall: number, baseline: number): boolean {
  return 10 * fall >= 3 * baseline;
}

/** Verdict of an NPRS against the baseline (spec 8.2 step 2). */
export function comparePain(baseline: Pain['average24h'], now: Pain['average24h']): Verdict {
  if (baseline === null || now === null) return 'na';
  const fall = baseline - now;
  if (-fall >= PAIN_CHANGE) return 'worse';
  if (baseline === 0) return 'na';
  const needed = baseline <= PAIN_LOW_START_MAX ? PAIN_CHANGE_LOW_START : PAIN_CHANGE;
  return fall >= needed && isThirtyPercent(fall, baseline) ? 'better' : 'neither';
}

/** Verdict of the RMDQ against the baseline (spec 8.2 step 2). Its ends cannot show change one way and are then not assessable. */
export function compareRmdq(baseline: number | null, now: number | null): Verdict {
  if (baseline === null || now === null) return 'na';
  const fall = baseline - now;
  if (-fall >= RMDQ_CHANGE && baseline <= RMDQ_NO_WORSENING_ABOVE) return 'worse';
  if (baseline < RMDQ_NO_IMPROVEMENT_BELOW) return 'na';
  const lowStart = baseline >= RMDQ_LOW_START.min && baseline <= RMDQ_LOW_START.max;
  if (fall >= (lowStart ? RMDQ_CHANGE_LOW_START : RMDQ_CHANGE) && isThirtyPercent(fall, baseline)) return 'better';
  return baseline > RMDQ_NO_WORSENING_ABOVE ? 'na' : 'neither';
}

type Psfs = { activities: string[]; sum: number };

function psfsOf({ psfs }: Measures): Psfs {
  const scored = psfs.filter((item) => item.score !== null);
  return {
    activities: scored.map((item) => item.activity.trim().normalize('NFC').toLowerCase()).toSorted(),
    sum: scored.reduce((total, item) => total + (item.score ?? 0), 0),
  };
}

const psfsMean = ({ activities, sum }: Psfs): number | null =>
  // Rounded here, half up on the exact tenths, so that printing does not depend on binary fractions.
  activities.length === 0 ? null : Math.round((10 * sum) / activities.length) / 10;

/** Whether both visits scored the same named activities, at least three of them. */
function isSamePsfsSeries(before: Psfs, after: Psfs): boolean {
  return (
    before.activities.length >= PSFS_MIN_ACTIVITIES &&
    before.activities.length === after.activities.length &&
    before.activities.every((activity, index) => activity !== '' && activity === after.activities[index])
  );
}

/** Verdict of the PSFS against the baseline with both means (one decimal); `na` unless it is the same series. */
export function comparePsfs(baseline: Measures, now: Measures): { verdict: Verdict; from: number | null; to: number | null } {
  const before = psfsOf(baseline);
  const after = psfsOf(now);
  const means = { from: psfsMean(before), to: psfsMean(after) };
  if (!isSamePsfsSeries(before, after)) return { verdict: 'na', ...means };
  const rise = after.sum - before.sum;
  const needed = PSFS_MEAN_CHANGE * after.activities.length;
  return { verdict: rise <= -needed ? 'worse' : rise >= needed ? 'better' : 'neither', ...means };
}

function compareGrc(grc: number | null): Verdict {
  if (grc === null) return 'na';
  return grc <= -GRC_CHANGE ? 'worse' : grc >= GRC_CHANGE ? 'better' : 'neither';
}

/** Verdict of the most distal level (spec 8.2 step 2): worse on either side counts first. */
export function compareLevels(baseline: VisitRecord['intake']['level'], now: VisitRecord['intake']['level']): Verdict {
  const changes: { side: Side; from: number; change: number }[] = [];
  for (const side of SIDES) {
    const from = baseline[side];
    const to = now[side];
    if (from !== null && to !== null) changes.push({ side, from, change: to - from });
  }
  if (changes.some(({ change }) => change >= 1)) return 'worse';
  if (changes.length < SIDES.length) return 'na';
  const highest = Math.max(...changes.map(({ from }) => from));
  return changes.filter(({ from }) => from === highest).every(({ change }) => change <= -1) ? 'better' : 'neither';
}

const SLR_VERDICTS = {
  up: 'better',
  down: 'worse',
  within_error: 'within_error',
  withheld: 'withheld',
  na: 'na',
} as const satisfies Record<SlrChange, Verdict>;

/** RMDQ of a visit: its score, and why it cannot be compared with the one of another visit, if it cannot (spec 6.3). */
function whyNotRmdq(from: Measures, to: Measures): string | null {
  if (from.rmdqForm === 'incomplete' || to.rmdqForm === 'incomplete') return NOT_COMPARABLE.rmdqIncomplete;
  const areStated = from.rmdqVariant !== null && to.rmdqVariant !== null;
  return areStated && from.rmdqVariant !== to.rmdqVariant ? NOT_COMPARABLE.rmdqVariant : null;
}

/** Sum of the four ratings of the SBI, 0 to 24, or null while one is missing (spec 6.8). */
export function sbiSum({ sbi }: Pick<Measures, 'sbi'>): number | null {
  const ratings = [sbi.legPain, sbi.numbness, sbi.weakness, sbi.sitting];
  return ratings.reduce<number | null>((sum, rating) => (sum === null || rating === null ? null : sum + rating), 0);
}

/** Verdict of a measure that counts from a fixed number of points; `lowIsBetter` unless a high score is the good one. */
export function compareByPoints(from: number | null, to: number | null, points: number, lowIsBetter: boolean): Verdict {
  if (from === null || to === null) return 'na';
  const gain = lowIsBetter ? from - to : to - from;
  return gain <= -points ? 'worse' : gain >= points ? 'better' : 'neither';
}

/** Verdict of the ODI: 10 points and, for better, 30% of the start (spec 6.1, default for both together). */
export function compareOdi(from: number | null, to: number | null): Verdict {
  const verdict = compareByPoints(from, to, ODI_CHANGE, true);
  return verdict === 'better' && !isThirtyPercent((from ?? 0) - (to ?? 0), from ?? 0) ? 'neither' : verdict;
}

type Kind = keyof typeof MEASURE_RULES;

/** One change in parts and as a sentence. `why` takes the place of the threshold where there is nothing to compare. */
function changeIn(
  measure: MeasureChange['measure'],
  kind: Kind,
  [from, to]: readonly [from: string, to: string],
  verdict: Verdict,
  why: string | null,
  limitDeg = 0,
): MeasureChange {
  const threshold = kind === 'slr' ? MEASURE_RULES.slr(limitDeg) : MEASURE_RULES[kind];
  const rule = why ?? threshold;
  return { measure, verdict, text: measureText(measure, from, to, verdict, rule), from, to, rule, error: MEASURE_ERRORS[kind] };
}

/** Measures of spec 8.2 step 2 against an earlier visit: the five deciders, then the supporting ones, in table order. */
export function compareMeasures(record: VisitRecord, reference: VisitRecord): MeasureChange[] {
  const { score, mean, degrees } = MEASURE_VALUES;
  const leg = [legNprs(reference), legNprs(record)] as const;
  const back = [reference.intake.backPain.average24h, record.intake.backPain.average24h] as const;
  const [then, now] = [reference.measures, record.measures];
  const whyNot = whyNotRmdq(then, now);
  const rmdqVerdict = whyNot === null ? compareRmdq(then.rmdq, now.rmdq) : 'na';
  const psfs = comparePsfs(then, now);
  const levels = [distalLevels(reference.intake), distalLevels(record.intake)] as const;
  const sums = [sbiSum(then), sbiSum(now)] as const;
  return [
    changeIn('leg', 'pain', [score(leg[0]), score(leg[1])], comparePain(...leg), null),
    changeIn('back', 'pain', [score(back[0]), score(back[1])], comparePain(...back), null),
    changeIn('rmdq', 'rmdq', [score(then.rmdq), score(now.rmdq)], rmdqVerdict, whyNot),
    changeIn('psfs', 'psfs', [mean(psfs.from), mean(psfs.to)], psfs.verdict, null),
    changeIn('grc', 'grc', ['', score(now.grc)], compareGrc(now.grc), null),
    changeIn('level', 'level', [MEASURE_VALUES.level(levels[0]), MEASURE_VALUES.level(levels[1])], compareLevels(...levels), null),
    ...ifRecorded(sums, () => changeIn('sbi', 'sbi', [score(sums[0]), score(sums[1])], compareByPoints(...sums, SBI_CHANGE, true), null)),
    ...ifRecorded([then.odiPercent, now.odiPercent], () =>
      changeIn('odi', 'odi', [score(then.odiPercent), score(now.odiPercent)], compareOdi(then.odiPercent, now.odiPercent), null),
    ),
    ...ifRecorded([then.lefs, now.lefs], () =>
      changeIn('lefs', 'lefs', [score(then.lefs), score(now.lefs)], compareByPoints(then.lefs, now.lefs, LEFS_CHANGE, false), null),
    ),
    ...SIDES.map((side): MeasureChange => {
      const [from, to] = [reference.slr[side], record.slr[side]];
      const verdict = SLR_VERDICTS[compareSlrReadings(from, to)];
      const why = verdict === 'withheld' ? NOT_COMPARABLE.slrWithheld : null;
      const values = [degrees(from.p1AngleDeg), degrees(to.p1AngleDeg)] as const;
      return changeIn(side === 'right' ? 'slr_right' : 'slr_left', 'slr', values, verdict, why, slrChangeLimitDeg(from, to));
    }),
  ];
}

/** The optional measures are spoken of only where one was taken. */
function ifRecorded([from, to]: readonly [number | null, number | null], make: () => MeasureChange): MeasureChange[] {
  return from === null && to === null ? [] : [make()];
}

/** Notes that go with the measures: an RMDQ fall that may be error [77], a small global rating (spec 6.5). */
export function measureNotes(record: VisitRecord, baseline: VisitRecord): string[] {
  const notes: string[] = [];
  const from = baseline.measures.rmdq;
  const fall = from === null || record.measures.rmdq === null ? 0 : from - record.measures.rmdq;
  const isCompared = whyNotRmdq(baseline.measures, record.measures) === null;
  if (isCompared && from !== null && from >= RMDQ_ERROR.baselineFrom && fall > 0 && fall < RMDQ_ERROR.fallBelow)
    notes.push(FOLLOW_UP_NOTES.rmdqError);
  if (Math.abs(record.measures.grc ?? 0) === GRC_SMALL) notes.push(FOLLOW_UP_NOTES.grcSmall);
  return notes;
}

/** Whether the global rating says at least a little worse (spec 8.2 row 3). */
export function isGrcSomewhatWorse(record: VisitRecord): boolean {
  return record.measures.grc !== null && record.measures.grc <= GRC_SOMEWHAT_WORSE;
}

/** Deciders that the next visit cannot use because this one holds no baseline for them (spec 8.1, end of visit 1). */
export function unavailableDeciders(record: VisitRecord): MeasureChange['measure'][] {
  const { intake, measures } = record;
  const missing: MeasureChange['measure'][] = [];
  if (legNprs(record) === null) missing.push('leg');
  if (measures.rmdq === null || measures.rmdqForm === 'incomplete') missing.push('rmdq');
  const psfs = psfsOf(measures);
  if (psfs.activities.length < PSFS_MIN_ACTIVITIES || psfs.activities.includes('')) missing.push('psfs');
  if (SIDES.some((side) => distalLevel(intake, side) === null)) missing.push('level');
  return missing;
}
