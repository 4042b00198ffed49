import { moduleWords as words, PREGNANCY_WORDS } from '../text/en/home-care.ts';
import { ANSWER_WORDS } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import type { HomeCareFacts } from './home-care-inputs.ts';

/** What refuses rolling and the ball (spec 7.4), in words; empty when the gate is open. */
export function rollingRefusals(f: HomeCareFacts): string[] {
  const gate: readonly (readonly [refuses: boolean, words: string])[] = [
    [f.phase === 'P1', words.phase1],
    [f.flareDay === null || f.flareDay < K.K38_ROLL_DAY, words.tooEarly],
    [f.legNprs === null, words.legPainUnknown],
    [f.legNprs !== null && f.legNprs > K.K39_ROLL_PAIN_NPRS, words.legPainHigh(f.legNprs ?? 0)],
    [f.urgentRow, words.urgentRow],
    [f.numbButtock !== 'no', words.numbButtock(ANSWER_WORDS[f.numbButtock])],
    [f.slrWorse, words.slrWorse],
    [!f.rollingAllowed, words.notAllowed],
    [f.pressure.state === 'yes', words.pressureYes(f.pressure.items)],
    [f.pressure.state === 'open', words.pressureOpen(f.pressure.items)],
    [f.anticoagulant !== 'no', words.anticoagulant(ANSWER_WORDS[f.anticoagulant])],
    [f.pregnant !== 'no', words.pregnancy(PREGNANCY_WORDS[f.pregnant])],
    [f.worse, words.worse],
  ];
  return gate.filter(([refuses]) => refuses).map(([, text]) => text);
}
