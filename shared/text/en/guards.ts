import type { Answer, Side } from '../../schemas/common.ts';
import type { Muscle, Reflex } from '../../schemas/neuro-exam.ts';
import type { Fact, OnsetItem } from '../../schemas/red-flag-answers.ts';
import { powerItem, REFLEX_NAMES } from './nerve-roots.ts';
import { ANSWER_WORDS } from './red-flags-because.ts';
import { FACT_QUESTIONS } from './red-flags.ts';

/** Levels of spec 6.9 within a sentence; at level 0 nothing is felt. */
const LEVEL_WORDS = ['', 'the low back', 'the buttock or hip', 'the thigh', 'the calf or shin', 'the foot'] as const;
type Response = 'better' | 'same' | 'worse' | 'nd';
const RESPONSES: Record<Response, string> = { better: 'better', same: 'same', worse: 'worse', nd: 'not done' };
const DIRECTIONS = { flexion: 'Repeated bending', extension: 'Repeated arching' } as const;

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
    `On the ${side} ${own === 0 ? 'no symptoms are recorded' : `the symptoms are felt down to ${LEVEL_WORDS[own] ?? ''}`}, but the body chart is marked down to ${LEVEL_WORDS[chart] ?? ''}.`,
  movement: (direction: 'flexion' | 'extension', answered: Response, recorded: Response): string =>
    `${DIRECTIONS[direction]}: “${RESPONSES[answered]}” in the plan, “${RESPONSES[recorded]}” in the recorded tests. The safer one counts until they agree.`,
  hipLimit: 'No knee or hip limit was answered, but the hip screen found less movement. The limit counts until they agree.',
  /** What was found, and the answer that does not say so. */
  unlikeAnswer: (found: string, fact: Fact, said: Answer): string =>
    `${found}, but “${FACT_QUESTIONS[fact]}” is ${said === 'unasked' ? 'not asked' : `answered “${ANSWER_WORDS[said]}”`}. Confirm with the patient.`,
  bothLegs: 'Both legs are recorded as affected',
  gaitUnsteady: 'The gait is recorded as unsteady',
  gaitHighStepping: 'The gait is recorded as high-stepping',
  cancerInArea: 'Cancer in the area was named before heat is offered',
  clotNamed: 'A deep vein clot was named before rolling is offered',
  selfReport: 'The patient noticed a change in private',
  residual: (residualMl: number): string =>
    `${residualMl} ml of urine were left behind: over 200 ml raises concern. No bladder, bowel, saddle or sexual change is recorded. Ask again.`,
  side: (side: Side, parts: readonly string[]): string => `The complaint is recorded on the ${side}, but ${parts.join(', and ')}.`,
  sideRegions: (side: Side): string => `only the ${side} leg is marked on the body chart`,
  sideLevel: (side: Side): string => `only the ${side} leg has symptoms below the low back`,
  sideTension: (side: Side): string => `the nerve-tension tests are positive on the ${side} only`,
} as const;
