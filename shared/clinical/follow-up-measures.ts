import type { FollowUp } from '../schemas/assessment.ts';
import { SIDES, type Side } from '../schemas/common.ts';
import type { Measures, Pain, VisitRecord } from '../schemas/visit.ts';
import { FOLLOW_UP_NOTES, MEASURE_RULES, MEASURE_TEXTS } from '../text/en/follow-up.ts';
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

/** Measures of spec 8.2 step 2 against the baseline: the five deciders and the supporting ones, in table order. */
export function compareMeasures(record: VisitRecord, baseline: VisitRecord): MeasureChange[] {
  const leg = { from: legNprs(baseline), to: legNprs(record) };
  const back = { from: baseline.intake.backPain.average24h, to: record.intake.backPain.average24h };
  const rmdq = { from: baseline.measures.rmdq, to: record.measures.rmdq };
  const psfs = comparePsfs(baseline.measures, record.measures);
  const levels = { from: distalLevels(baseline.intake), to: distalLevels(record.intake) };
  const verdicts = {
    leg: comparePain(leg.from, leg.to),
    back: comparePain(back.from, back.to),
    rmdq: compareRmdq(rmdq.from, rmdq.to),
    grc: compareGrc(record.measures.grc),
    level: compareLevels(levels.from, levels.to),
  };
  return [
    { measure: 'leg', verdict: verdicts.leg, text: MEASURE_TEXTS.change('leg', leg.from, leg.to, verdicts.leg, MEASURE_RULES.pain) },
    { measure: 'back', verdict: verdicts.back, text: MEASURE_TEXTS.change('back', back.from, back.to, verdicts.back, MEASURE_RULES.pain) },
    { measure: 'rmdq', verdict: verdicts.rmdq, text: MEASURE_TEXTS.change('rmdq', rmdq.from, rmdq.to, verdicts.rmdq, MEASURE_RULES.rmdq) },
    { measure: 'psfs', verdict: psfs.verdict, text: MEASURE_TEXTS.psfs(psfs.from, psfs.to, psfs.verdict) },
    { measure: 'grc', verdict: verdicts.grc, text: MEASURE_TEXTS.now('grc', record.measures.grc, verdicts.grc, MEASURE_RULES.grc) },
    { measure: 'level', verdict: verdicts.level, text: MEASURE_TEXTS.level(levels.from, levels.to, verdicts.level) },
    ...SIDES.map((side): MeasureChange => {
      const [from, to] = [baseline.slr[side], record.slr[side]];
      const verdict = SLR_VERDICTS[compareSlrReadings(from, to)];
      const text = MEASURE_TEXTS.slr(side, from.p1AngleDeg, to.p1AngleDeg, verdict, slrChangeLimitDeg(from, to));
      return { measure: side === 'right' ? 'slr_right' : 'slr_left', verdict, text };
    }),
  ];
}

/** Notes that go with the measures: an RMDQ fall that may be error [77], a small global rating (spec 6.5). */
export function measureNotes(record: VisitRecord, baseline: VisitRecord): string[] {
  const notes: string[] = [];
  const from = baseline.measures.rmdq;
  const fall = from === null || record.measures.rmdq === null ? 0 : from - record.measures.rmdq;
  if (from !== null && from >= RMDQ_ERROR.baselineFrom && fall > 0 && fall < RMDQ_ERROR.fallBelow) notes.push(FOLLOW_UP_NOTES.rmdqError);
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
  if (measures.rmdq === null) missing.push('rmdq');
  const psfs = psfsOf(measures);
  if (psfs.activities.length < PSFS_MIN_ACTIVITIES || psfs.activities.includes('')) missing.push('psfs');
  if (SIDES.some((side) => distalLevel(intake, side) === null)) missing.push('level');
  return missing;
}
