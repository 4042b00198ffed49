import type { Answer, Side } from '../../schemas/common.ts';
import type { Muscle, Reflex } from '../../schemas/neuro-exam.ts';
import type { OnsetItem } from '../../schemas/red-flag-answers.ts';
import { powerItem, REFLEX_NAMES } from './nerve-roots.ts';
import { ANSWER_WORDS } from './red-flags-because.ts';
import { FACT_QUESTIONS } from './red-flags.ts';

/** Levels of spec 6.9 within a sentence. */
const LEVEL_WORDS = ['no level at all', 'the low back', 'the buttock or hip', 'the thigh', 'the calf or shin', 'the foot'] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a guard asks about, in the clinician's words. */
export const guardTexts = {
  power: (muscle: Muscle, side: Side, last: number, now: number): string =>
    `${capital(powerItem(muscle))}, ${side}: ${last} last time, ${now} today.`,
  reflex: (reflex: Reflex, side: Side, last: number): string =>
    `${capital(REFLEX_NAMES[reflex])}, ${side}: ${last}+ last time, absent today.`,
  answer: (item: Exclude<OnsetItem, 'RF-04x'>, last: Answer, now: Answer): string =>
    `“${FACT_QUESTIONS[item]}” ${capital(ANSWER_WORDS[last])} last time, ${ANSWER_WORDS[now]} today.`,
  saddle: 'Saddle sensation is abnormal today and was not last time.',
  level: (side: Side, own: number, chart: number): string =>
    `On the ${side} the symptoms are felt down to ${LEVEL_WORDS[own] ?? ''}, but the body chart is marked down to ${LEVEL_WORDS[chart] ?? ''}.`,
  side: (side: Side, parts: readonly string[]): string => `The complaint is recorded on the ${side}, but ${parts.join(', and ')}.`,
  sideRegions: (side: Side): string => `only the ${side} leg is marked on the body chart`,
  sideLevel: (side: Side): string => `only the ${side} leg has symptoms below the low back`,
  sideTension: (side: Side): string => `the nerve-tension tests are positive on the ${side} only`,
} as const;
