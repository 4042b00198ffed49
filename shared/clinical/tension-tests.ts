import type { Side } from '../schemas/common.ts';
import type { NeuroExam } from '../schemas/neuro-exam.ts';
import { TENSION_TESTS, type TensionTest } from '../schemas/tension-tests.ts';
import { TENSION_SENTENCES } from '../text/en/slr.ts';

/**
 * Sentences of the tension tests of one leg beside the straight-leg raise, or of one of them, in the order of spec 2.3. None for a test
 * not done or declined: it says nothing either way.
 */
export function tensionTestSentences(neuro: NeuroExam, side: Side, only?: TensionTest): string[] {
  const sentences: string[] = [];
  for (const test of only === undefined ? TENSION_TESTS : [only]) {
    const result = neuro[side][test];
    const sentence = result === 'pos' || result === 'neg' ? TENSION_SENTENCES[test][result] : undefined;
    if (sentence !== undefined) sentences.push(sentence(side));
  }
  return sentences;
}
