import type { FollowUp } from '../schemas/assessment.ts';
import { SIDES } from '../schemas/common.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import {
  activityClause,
  FOLLOW_UP_ACTIONS,
  type FollowUpAction,
  FU_03,
  HOLD_ON_WORSE,
  legPainClause,
  oneMeasureLabel,
  resultSentence,
} from '../text/en/follow-up.ts';
import type { EarlierVisitForRules } from './assess-types.ts';
import { K } from './constants.ts';
import { daysBetween } from './day-counts.ts';
import { compareMeasures, comparePsfs, isGrcSomewhatWorse, legNprs, type MeasureChange, measureNotes } from './follow-up-measures.ts';
import { compareNeurology, type Episode } from './follow-up-neurology.ts';
import { isNeurologyComplete } from './nerve-root-completeness.ts';
import { hasObjectiveDeficit } from './nerve-roots.ts';
import { compareSlrReadings } from './slr.ts';

export type EarlierComparison = {
  drop: boolean;
  reflexFall2: boolean;
  /** The straight-leg raise of either leg came down against the baseline or the last visit (spec 7, `slrWorse`). */
  slrWorse: boolean;
  /** Days since the first visit of the episode. */
  daysSinceFirst: number | null;
  /** Null at a first visit. */
  followUp: FollowUp | null;
  /** The result home care reads (spec 7.0 `result`): this visit's, or the last known one where too little was measured to give one. */
  knownResult: FollowUp['result'] | null;
};

const DECIDERS = ['leg', 'rmdq', 'psfs', 'grc', 'level'] as const;
type Decider = (typeof DECIDERS)[number];
type Verdicts = Readonly<Record<Decider, MeasureChange['verdict']>>;

const MIN_DECIDERS = 2;
const MIN_CHANGED = 2;
/** RECOVERED, the extra of spec 8.2. */
const RECOVERED_RMDQ_MAX = 2;
const RECOVERED_GRC_MIN = 4;

/** The current episode among the earlier visits, or null at a first visit or with no earlier one. */
export function episodeOf(record: VisitRecord, earlier: readonly EarlierVisitForRules[]): Episode | null {
  const records = earlier.map((visit) => visit.record);
  const start = Math.max(
    0,
    records.findLastIndex((each) => each.contact === 'first'),
  );
  const visits = records.slice(start);
  const [baseline, last] = [visits[0], visits.at(-1)];
  if (record.contact === 'first' || baseline === undefined || last === undefined) return null;
  return { baseline, last, visits };
}

function resultOf(record: VisitRecord, verdicts: Verdicts, hasNeurologyItem: boolean): FollowUp['result'] {
  const ofVerdict = (verdict: MeasureChange['verdict']): Decider[] => DECIDERS.filter((measure) => verdicts[measure] === verdict);
  const [better, worse, neither] = [ofVerdict('better').length, ofVerdict('worse').length, ofVerdict('neither').length];
  if (hasNeurologyItem) return 'NEURO WORSE';
  if (better + worse + neither < MIN_DECIDERS) return 'NOT ENOUGH DATA';
  const legFollowsLevel = verdicts.leg === 'worse' || (verdicts.leg === 'neither' && isGrcSomewhatWorse(record));
  if ((worse >= MIN_CHANGED && better === 0) || (verdicts.level === 'worse' && legFollowsLevel)) return 'WORSE';
  if (better >= MIN_CHANGED && worse === 0) return 'IMPROVED';
  return better >= 1 && worse >= 1 ? 'MIXED' : 'SAME';
}

/** The action of spec 8.3, first match wins. */
function actionOf(record: VisitRecord, result: FollowUp['result'], verdicts: Verdicts, oneWorse: boolean): FollowUpAction {
  if (result === 'NEURO WORSE') return 'RED-FLAG URGENCY';
  if (verdicts.level === 'worse' && record.measures.peripheralizationSettled !== 'yes') return 'REVIEW 48 H';
  if (result === 'WORSE' || (result === 'SAME' && oneWorse)) return 'REVIEW 7 D';
  switch (result) {
    case 'SAME':
      return (record.intake.homeCareDays ?? 0) >= K.K20_HOME_CARE_DAYS ? 'RE-EXAMINE' : 'RE-TEACH';
    case 'IMPROVED':
      return 'NEXT PHASE';
    case 'MIXED':
      return 'NOTE';
    case 'NOT ENOUGH DATA':
      return 'COLLECT';
  }
}

/** Fall in percent of the start, rounded half away from zero; null when the start is 0. */
function percentFall(from: number, to: number): number | null {
  if (from === 0) return null;
  const percent = ((from - to) * 100) / from;
  return Math.sign(percent) * Math.round(Math.abs(percent));
}

function sentenceOf(record: VisitRecord, baseline: VisitRecord, result: FollowUp['result']): string {
  const clauses: string[] = [];
  const [from, to] = [legNprs(baseline), legNprs(record)];
  if (from !== null && to !== null) clauses.push(legPainClause(from, to, percentFall(from, to)));
  const psfs = comparePsfs(baseline.measures, record.measures);
  if (psfs.verdict !== 'na' && psfs.from !== null && psfs.to !== null) clauses.push(activityClause(psfs.from, psfs.to));
  return resultSentence(result, clauses);
}

/** RECOVERED: every figure recorded and low, and no deficit in a complete examination; what was not tested is not recovered. */
function isRecovered(record: VisitRecord): boolean {
  const { answers } = record.redFlags;
  const { rmdq, rmdqForm, grc } = record.measures;
  return (
    legNprs(record) === 0 &&
    record.intake.backPain.average24h === 0 &&
    rmdq !== null &&
    rmdq <= RECOVERED_RMDQ_MAX &&
    rmdqForm !== 'incomplete' &&
    grc !== null &&
    grc >= RECOVERED_GRC_MIN &&
    answers['RF-10a'] === 'no' &&
    answers['RF-10b'] === 'no' &&
    answers['RF-10g'] !== 'yes' &&
    isNeurologyComplete(record) &&
    !hasObjectiveDeficit(record.neuro)
  );
}

function followUpOf(
  record: VisitRecord,
  episode: Episode,
  daysSinceFirst: number,
  neurology: ReturnType<typeof compareNeurology>,
): FollowUp {
  const measures = compareMeasures(record, episode.baseline);
  const verdictOf = (measure: Decider): MeasureChange['verdict'] => measures.find((each) => each.measure === measure)?.verdict ?? 'na';
  const verdicts: Verdicts = {
    leg: verdictOf('leg'),
    rmdq: verdictOf('rmdq'),
    psfs: verdictOf('psfs'),
    grc: verdictOf('grc'),
    level: verdictOf('level'),
  };
  const better = DECIDERS.filter((measure) => verdicts[measure] === 'better');
  const worse = DECIDERS.filter((measure) => verdicts[measure] === 'worse');
  const result = resultOf(record, verdicts, neurology.items.length > 0);
  const action = actionOf(record, result, verdicts, worse.length === 1);
  const [oneBetter, oneWorse] = [better.length === 1 ? better[0] : undefined, worse.length === 1 ? worse[0] : undefined];
  let label = '';
  if (result === 'SAME' && oneBetter !== undefined) label = oneMeasureLabel('better', oneBetter);
  else if (result === 'SAME' && oneWorse !== undefined) label = oneMeasureLabel('worse', oneWorse);
  const weekSix = daysSinceFirst >= K.K21_WEEK6_DAYS && (result === 'SAME' || result === 'WORSE' || result === 'MIXED');
  const actionTexts: string[] = [FOLLOW_UP_ACTIONS[action]];
  if (action === 'REVIEW 7 D' && result === 'WORSE') actionTexts.push(HOLD_ON_WORSE);
  if (weekSix) actionTexts.push(FU_03.text);
  return {
    result,
    label,
    text: sentenceOf(record, episode.baseline, result),
    measures,
    sinceLast: episode.last === episode.baseline ? [] : compareMeasures(record, episode.last),
    better,
    worse,
    neurology: neurology.items,
    notes: [...neurology.notes, ...measureNotes(record, episode.baseline)],
    recovered: result !== 'NEURO WORSE' && isRecovered(record),
    action: weekSix ? `${action} + ${FU_03.action}` : action,
    actionText: actionTexts.join(' '),
  };
}

/** A visit that measured too little, for instance by phone, does not take back what an earlier one of the episode found. */
function knownResultOf(result: FollowUp['result'], earlier: readonly EarlierVisitForRules[]): FollowUp['result'] {
  const results = [...earlier.map(({ assessment }) => assessment.followUp?.result), result];
  return results.findLast((each) => each !== undefined && each !== 'NOT ENOUGH DATA') ?? result;
}

/**
 * Compares a visit with the earlier signed visits of its episode (spec 8.2, 8.3). `earlier` is oldest first. Everything is empty at a
 * first visit. The episode starts at the last earlier first visit, or at the earliest visit when none is marked as first.
 */
export function compareWithEarlier(record: VisitRecord, earlier: readonly EarlierVisitForRules[]): EarlierComparison {
  const episode = episodeOf(record, earlier);
  if (episode === null) {
    return { drop: false, reflexFall2: false, slrWorse: false, daysSinceFirst: null, followUp: null, knownResult: null };
  }
  const neurology = compareNeurology(record, episode);
  const daysSinceFirst = daysBetween(episode.baseline.visitOn, record.visitOn);
  const slrWorse = SIDES.some((side) =>
    [episode.baseline, episode.last].some((reference) => compareSlrReadings(reference.slr[side], record.slr[side]) === 'down'),
  );
  const followUp = followUpOf(record, episode, daysSinceFirst, neurology);
  return {
    drop: neurology.drop,
    reflexFall2: neurology.reflexFall2,
    slrWorse,
    daysSinceFirst,
    followUp,
    knownResult: knownResultOf(followUp.result, earlier.slice(-episode.visits.length)),
  };
}
