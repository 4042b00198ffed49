import { SIDES } from '../schemas/common.ts';
import type { Fact, Modifier, OnsetItem } from '../schemas/red-flag-answers.ts';
import { because } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import type { GradedMuscle, RedFlagFacts } from './red-flag-inputs.ts';
import { answerOf, anyYes, atLeast, gradedMuscles, onsetOf, weakMuscles } from './red-flag-inputs.ts';

/** The part, in a list, when it holds. */
export function part(holds: boolean, text: string): string[] {
  return holds ? [text] : [];
}

/** Question and answer of each of these facts that was answered yes. */
export function saidYes(f: RedFlagFacts, ...facts: readonly Fact[]): string[] {
  return facts.filter((fact) => anyYes(f, fact)).map((fact) => because.answer(fact, 'yes'));
}

/** Question and answer of a fact, whatever the answer. */
export function said(f: RedFlagFacts, fact: Fact): string {
  return because.answer(fact, answerOf(f, fact));
}

/** A cauda equina item that is present, with its onset. */
export function presentItem(f: RedFlagFacts, item: OnsetItem): string[] {
  const { days, worse } = onsetOf(f, item);
  return [because.item(item, item === 'RF-04x' ? 'abnormal' : 'yes'), because.onset(days, worse)];
}

/** The active cauda equina items, without those of one RF number. */
export function activeParts(f: RedFlagFacts, except = ''): string[] {
  return f.activeItems
    .filter((item) => except === '' || !item.startsWith(except))
    .map((item) => because.item(item, item === 'RF-04x' ? 'abnormal' : 'yes'));
}

export function muscleParts(muscles: readonly GradedMuscle[]): string[] {
  return muscles.map(({ muscle, side, grade, painLimited }) => because.muscle(muscle, side, grade, painLimited));
}

/** Graded muscles for which `test` holds, as parts. */
export function gradedParts(f: RedFlagFacts, test: (muscle: GradedMuscle) => boolean): string[] {
  return muscleParts(gradedMuscles(f).filter(test));
}

export function weaknessPart(f: RedFlagFacts): string {
  return because.weakness(f.weakDays, answerOf(f, 'RF-10g'));
}

export function dropPart(f: RedFlagFacts): string {
  return because.drop(f.dropDays, answerOf(f, 'RF-10g'));
}

/** What makes `deficit` true. */
export function deficitParts(f: RedFlagFacts): string[] {
  const weak = muscleParts(weakMuscles(f));
  return [
    ...weak,
    ...part(f.objectiveDeficit && weak.length === 0, because.objectiveDeficit),
    ...part(f.powerDrop, because.powerDrop),
    ...saidYes(f, 'RF-10a', 'RF-10b', 'RF-10g'),
  ];
}

/** What makes `fever` or "ill in yourself" true. */
export function illParts(f: RedFlagFacts): string[] {
  return [
    ...saidYes(f, 'RF-12a', 'RF-12b'),
    ...(f.temperatureC !== null && atLeast(f.temperatureC, K.K13_FEVER_C) ? [because.temperature(f.temperatureC)] : []),
  ];
}

/** Ticked modifiers out of these. */
export function modifierParts(f: RedFlagFacts, ...modifiers: readonly Modifier[]): string[] {
  return modifiers.filter((modifier) => f.modifiers.includes(modifier)).map((modifier) => because.modifier(modifier));
}

/** What makes `strong` true. */
export function strongParts(f: RedFlagFacts): string[] {
  return [...saidYes(f, 'RF-12c', 'RF-12d', 'RF-12e', 'RF-12f'), ...modifierParts(f, 'dialysis', 'immune')];
}

export function backPainPart(f: RedFlagFacts): string {
  return f.backPainUnrecorded ? because.backPainUnrecorded : because.backPain;
}

/** What makes `bone` true. */
export function boneParts(f: RedFlagFacts): string[] {
  return [
    ...part(f.percussionTender === 'yes', because.percussion),
    ...part(f.deformity === 'yes', because.deformity),
    ...part(f.bruise === 'yes', because.bruise),
  ];
}

/** What makes `frail` true. */
export function frailParts(f: RedFlagFacts): string[] {
  return [...modifierParts(f, 'osteoporosis', 'steroid3m'), ...part(f.ageYears > K.K14_FRAIL_AGE_YEARS, because.age(f.ageYears))];
}

export function belowKneeParts(f: RedFlagFacts): string[] {
  return SIDES.filter((side) => atLeast(f.level[side], K.K08_BELOW_KNEE_LEVEL)).map((side) => because.belowKnee(side));
}
