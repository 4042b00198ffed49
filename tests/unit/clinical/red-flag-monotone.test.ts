import { expect, test, vi } from 'vitest';
import type { RedFlagInput } from '../../../shared/clinical/red-flag-inputs.ts';
import { overallUrgency, redFlagRows } from '../../../shared/clinical/red-flags.ts';
import { URGENCIES } from '../../../shared/schemas/assessment.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import { type Fact, FACTS, MODIFIERS, ONSET_ITEMS } from '../../../shared/schemas/red-flag-answers.ts';
import { redFlagInput } from '../../helpers/red-flag-input.ts';

/**
 * Spec 5.1 rule 6 on every pair of facts: random visits almost always hold something urgent, and a higher row then hides a row that
 * went down.
 */

vi.setConfig({ testTimeout: 600_000 });

function rank(change: Partial<RedFlagInput>, answers: Partial<Record<Fact, Answer>>): number {
  const overall = overallUrgency(redFlagRows(redFlagInput({ ...change, answers: { ...change.answers, ...answers } })));
  return overall === null ? 0 : URGENCIES.length - URGENCIES.indexOf(overall);
}

const oldKnown = Object.fromEntries(ONSET_ITEMS.map((item) => [item, { days: 400, worse: 'no' as const, causeKnown: true }]));
const oldUnknown = Object.fromEntries(ONSET_ITEMS.map((item) => [item, { days: 400, worse: 'no' as const, causeKnown: false }]));
const long = {
  weakDays: 400,
  dropDays: 400,
  coldDays: 400,
  backDays: 400,
  bilateralDays: 400,
  bilateralWorse: 'no',
  walkRelated: 'yes',
} as const;

const BASES: [string, Partial<RedFlagInput>][] = [
  ['nothing else', {}],
  ['everything long ago with a known cause', { ...long, onsets: oldKnown, weakCauseKnown: true }],
  ['everything long ago without a cause', { ...long, onsets: oldUnknown }],
  ['an old deficit', { ...long, objectiveDeficit: true }],
  ['a new deficit', { objectiveDeficit: true }],
  ['great toe 4 for long', { ...long, power: { right: { EHL: { grade: 4, painLimited: false } }, left: {} } }],
  ['foot drop for long', { ...long, power: { right: { DF: { grade: 2, painLimited: false } }, left: {} } }],
  [
    'dorsiflexion good on both sides',
    { power: { right: { DF: { grade: 5, painLimited: false } }, left: { DF: { grade: 5, painLimited: false } } } },
  ],
  ['frail, with every modifier', { modifiers: MODIFIERS, ageYears: 80, smoked: 'yes' }],
  ['every modifier, fracture excluded, no back pain', { modifiers: MODIFIERS, fractureCleared: true, backPain: false }],
  ['week 6, not better', { daysSinceFirst: 50, result: 'SAME', legNprs: 8, homeCareDays: 9 }],
  ['17 and pregnant', { ageYears: 17, pregnant: 'yes' }],
  ['foot pulse absent, calf larger', { footPulseAbsent: { right: true, left: false }, calfDifferenceCm: 4 }],
  ['saddle examination declined', { saddle: 'declined' }],
];

test.each(BASES)('with %s: no answer changed from "no" lowers the urgency beside any other answer', (_words, base) => {
  const lowered: string[] = [];
  for (const beside of FACTS) {
    for (const besideAnswer of ['yes', 'unsure', 'unasked'] as const) {
      const before = rank(base, { [beside]: besideAnswer });
      for (const fact of FACTS) {
        if (fact === beside) continue;
        for (const answer of ['yes', 'unsure', 'unasked'] as const) {
          const after = rank(base, { [beside]: besideAnswer, [fact]: answer });
          if (after < before) lowered.push(`${beside} ${besideAnswer}: ${fact} no to ${answer}, ${before} to ${after}`);
        }
      }
    }
  }
  expect(lowered).toEqual([]);
});
