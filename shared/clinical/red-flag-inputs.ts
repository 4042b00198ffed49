import type { FollowUp } from '../schemas/assessment.ts';
import type { Answer, Finding, PerSide } from '../schemas/common.ts';
import { SIDES } from '../schemas/common.ts';
import type { Muscle } from '../schemas/neuro-exam.ts';
import { MUSCLES } from '../schemas/neuro-exam.ts';
import type { Fact, Modifier, OnsetItem } from '../schemas/red-flag-answers.ts';
import { ONSET_ITEMS } from '../schemas/red-flag-answers.ts';
import { K } from './constants.ts';

/** Onset of a cauda equina item at this visit: days since it began (null = not known), "worse in the last 14 days?", cause tick. */
export type DatedOnset = { days: number | null; worse: Answer; causeKnown: boolean };

/** An MRC grade tested today, as a number (4- and 4+ are 4). Not tested, declined and carried grades are absent (spec 0.1). */
export type TestedPower = { grade: number; painLimited: boolean };

/** Everything the red-flag rows read (spec 5.2, facts and "Other input fields"), with day counts already made. */
export type RedFlagInput = {
  /** A missing fact reads as unasked. */
  answers: Partial<Record<Fact, Answer>>;
  onsets: Partial<Record<OnsetItem, DatedOnset>>;
  /** RF-04x. */
  saddle: 'normal' | 'abnormal' | 'declined' | 'nt';
  bilateralDays: number | null;
  bilateralWorse: Answer;
  walkRelated: Answer;
  weakDays: number | null;
  dropDays: number | null;
  weakCauseKnown: boolean;
  coldDays: number | null;
  backDays: number | null;
  coldSide: 'right' | 'left' | 'both' | null;
  calfSide: 'right' | 'left' | 'both' | null;
  ageYears: number;
  smoked: Answer;
  pregnant: 'no' | 'yes' | 'possible' | 'trying' | 'unasked';
  backPain: boolean;
  /** Back pain was neither scored nor marked; it then reads as present. */
  backPainUnrecorded: boolean;
  temperatureC: number | null;
  calfDifferenceCm: number | null;
  percussionTender: Finding;
  deformity: Finding;
  bruise: Finding;
  bellyMass: Finding;
  footPulseAbsent: PerSide<boolean>;
  power: PerSide<Partial<Record<Muscle, TestedPower>>>;
  /** Derived outside section 5: an objective domain has points on either side (3.4), an MRC drop and a reflex fall (8.2 references). */
  objectiveDeficit: boolean;
  powerDrop: boolean;
  reflexFall2: boolean;
  upperMotorNeurone: boolean;
  multiRoot: boolean;
  tensionPositive: boolean;
  level: PerSide<number | null>;
  legNprs: number | null;
  modifiers: readonly Modifier[];
  fractureCleared: boolean;
  homeCareDays: number | null;
  homeCareBetter: Answer;
  result: FollowUp['result'] | null;
  daysSinceFirst: number | null;
};

/** The derived inputs of spec 5.2, made once before the rows are tried. */
export type RedFlagFacts = RedFlagInput & {
  /** Cauda equina items that are active, in field order. */
  activeItems: readonly OnsetItem[];
  ceAny: boolean;
  ceCore: boolean;
  oldWeak: boolean;
  oldDrop: boolean;
  deficit: boolean;
  deficitNew: boolean;
  fever: boolean;
  strong: boolean;
  risk: boolean;
  bone: boolean;
  frail: boolean;
};

/** RF number of a fact or row: `RF-01b.1` gives `RF-01`. */
export function rfNumber(id: string): string {
  return id.slice(0, 5);
}

/** Answer of a fact; a missing one is unasked (spec 0.1). */
export function answerOf(input: Pick<RedFlagInput, 'answers'>, fact: Fact): Answer {
  return input.answers[fact] ?? 'unasked';
}

/** True only for a recorded "yes" to any of these facts. */
export function anyYes(input: Pick<RedFlagInput, 'answers'>, ...facts: readonly Fact[]): boolean {
  return facts.some((fact) => answerOf(input, fact) === 'yes');
}

/** Onset of an item; nothing recorded means start and course unknown, which counts as new. */
export function onsetOf(input: Pick<RedFlagInput, 'onsets'>, item: OnsetItem): DatedOnset {
  return input.onsets[item] ?? { days: null, worse: 'unasked', causeKnown: false };
}

/** isNew(X) of spec 5.2: start unknown, K10, or "worse" is not "no". */
export function isNewItem(input: Pick<RedFlagInput, 'onsets'>, item: OnsetItem): boolean {
  const { days, worse } = onsetOf(input, item);
  return days === null || days <= K.K10_CE_NEW_DAYS || worse !== 'no';
}

/** X is yes, or abnormal for the saddle examination. */
export function isPresent(input: Pick<RedFlagInput, 'answers' | 'saddle'>, item: OnsetItem): boolean {
  return item === 'RF-04x' ? input.saddle === 'abnormal' : answerOf(input, item) === 'yes';
}

/** active(X) of spec 5.2: present, and not an old stable item with a known cause. */
export function isActiveItem(input: Pick<RedFlagInput, 'answers' | 'saddle' | 'onsets'>, item: OnsetItem): boolean {
  return isPresent(input, item) && (isNewItem(input, item) || !onsetOf(input, item).causeKnown);
}

/** A muscle graded today with its side, right before left. */
export type GradedMuscle = { side: 'right' | 'left'; muscle: Muscle; grade: number; painLimited: boolean };

/** Muscles graded today, in table order within a side, right before left. */
export function gradedMuscles(input: Pick<RedFlagInput, 'power'>): GradedMuscle[] {
  return SIDES.flatMap((side) =>
    MUSCLES.flatMap((muscle) => {
      const tested = input.power[side][muscle];
      return tested === undefined ? [] : [{ side, muscle, ...tested }];
    }),
  );
}

/** Muscles at K25 (4 or less) and not limited by pain. */
export function weakMuscles(input: Pick<RedFlagInput, 'power'>): GradedMuscle[] {
  return gradedMuscles(input).filter(({ grade, painLimited }) => grade <= K.K25_MRC_WEAK && !painLimited);
}

/** K17-like comparisons: true only with a recorded number above the limit (spec 0.1). */
export function above(value: number | null, limit: number): boolean {
  return value !== null && value > limit;
}

/** True only with a recorded number at or above the limit (spec 0.1). */
export function atLeast(value: number | null, limit: number): boolean {
  return value !== null && value >= limit;
}

/** Adds the derived inputs of spec 5.2 to the inputs of a visit. */
export function deriveFacts(input: RedFlagInput): RedFlagFacts {
  const activeItems = ONSET_ITEMS.filter((item) => isActiveItem(input, item));
  const has = (modifier: Modifier): boolean => input.modifiers.includes(modifier);
  const notGettingWeaker = answerOf(input, 'RF-10g') === 'no';
  const oldWeak = above(input.weakDays, K.K12_WEAK_OLD_DAYS) && notGettingWeaker;
  const deficit = input.objectiveDeficit || weakMuscles(input).length > 0 || input.powerDrop || anyYes(input, 'RF-10a', 'RF-10b', 'RF-10g');
  const strong = anyYes(input, 'RF-12c', 'RF-12d', 'RF-12e', 'RF-12f') || has('dialysis') || has('immune');
  return {
    ...input,
    activeItems,
    ceAny: activeItems.length > 0,
    ceCore: activeItems.some((item) => rfNumber(item) !== 'RF-05'),
    oldWeak,
    oldDrop: above(input.dropDays, K.K12_WEAK_OLD_DAYS) && notGettingWeaker,
    deficit,
    deficitNew: input.powerDrop || anyYes(input, 'RF-10g') || (deficit && !oldWeak),
    fever: anyYes(input, 'RF-12a') || atLeast(input.temperatureC, K.K13_FEVER_C),
    strong,
    risk: strong || has('diabetes') || has('steroids'),
    bone: input.percussionTender === 'yes' || input.deformity === 'yes' || input.bruise === 'yes',
    frail: has('osteoporosis') || has('steroid3m') || input.ageYears > K.K14_FRAIL_AGE_YEARS,
  };
}
