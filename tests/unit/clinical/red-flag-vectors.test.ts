import { describe, expect, test } from 'vitest';
import type { RedFlagInput } from '../../../shared/clinical/red-flag-inputs.ts';
import { evaluateRedFlags } from '../../../shared/clinical/red-flags.ts';
import { redFlagInput } from '../../helpers/red-flag-input.ts';

const NO_ACTION = { discussionResolved: false, openEarlierEmergency: false };

/** Result in the notation of spec 5.7: overall, then each row with urgency and route; after "|" the open required fields. */
function notation(change: Partial<RedFlagInput>): string {
  const { overall, rows, open } = evaluateRedFlags(redFlagInput(change), NO_ACTION);
  const list = rows.map(({ row, urgency, route }) => `${row} ${urgency} ${route}`).join(', ');
  return `${overall ?? '-'}: ${list === '' ? 'none' : list}${open.length > 0 ? ` | open ${open.join(', ')}` : ''}`;
}

const VECTORS: [string, string, Partial<RedFlagInput>, string][] = [
  ['RV1', 'all no; 82, smoker, diabetes, steroids', { ageYears: 82, smoked: 'yes', modifiers: ['diabetes', 'steroids'] }, '-: none'],
  [
    'RV2',
    'weak stream, 14 days, not worse',
    { answers: { 'RF-01b': 'yes' }, onsets: { 'RF-01b': { days: 14, worse: 'no', causeKnown: false } } },
    'E: RF-01b.1 E ED',
  ],
  [
    'RV3',
    'weak stream, 15 days, not worse, no known cause',
    { answers: { 'RF-01b': 'yes' }, onsets: { 'RF-01b': { days: 15, worse: 'no', causeKnown: false } } },
    'D: RF-01b.2 D SPINE',
  ],
  ['RV4', 'sexual feeling question declined, all else no', { answers: { 'RF-05a': 'declined' } }, 'D: RF-05a.5 D SPINE'],
  [
    'RV5',
    'saddle feeling changed, onset unknown; sexual feeling declined',
    { answers: { 'RF-04a': 'yes', 'RF-05a': 'declined' } },
    'E: RF-04a.1 E ED, RF-05a.4 E ED',
  ],
  [
    'RV6',
    '78, both legs on walking for 540 days, stable, no deficit',
    { ageYears: 78, answers: { 'RF-06a': 'yes' }, bilateralDays: 540, bilateralWorse: 'no', walkRelated: 'yes' },
    'R: RF-06.2 R CLINIC',
  ],
  ['RV7', 'second leg 3 days ago, no deficit', { answers: { 'RF-06a': 'yes' }, bilateralDays: 3 }, 'D: RF-06.3 D SPINE'],
  ['RV8', 'fever, back pain, no risk, no deficit', { answers: { 'RF-12a': 'yes' } }, 'D: RF-12.3 D MED'],
  ['RV9', 'unwell, back pain, diabetes', { answers: { 'RF-12b': 'yes' }, modifiers: ['diabetes'] }, 'E: RF-12.1 E ED'],
  [
    'RV10',
    'numb toe and constant pain: two U, none in the serious group',
    { answers: { 'RF-10b': 'yes', 'RF-14a': 'yes' } },
    'U: RF-10b U CLINIC, RF-14a U CLINIC',
  ],
  [
    'RV11',
    'weight loss and constant pain',
    { answers: { 'RF-11b': 'yes', 'RF-14a': 'yes' } },
    'D: RF-11b U CANCER, RF-14a U CLINIC, RF-UU D SPINE',
  ],
  ['RV12', 'known cancer, leg pain to the calf', { answers: { 'RF-11a': 'yes' }, level: { right: 4, left: 0 } }, 'E: RF-11.1 E COORD'],
  ['RV13', 'known cancer, buttock pain only, no listed feature', { answers: { 'RF-11a': 'yes' }, level: { right: 2, left: 0 } }, '-: none'],
  [
    'RV14',
    'as RV13 with night spinal pain',
    { answers: { 'RF-11a': 'yes', 'RF-11e': 'yes' }, level: { right: 2, left: 0 } },
    'D: RF-11.2 D COORD',
  ],
  ['RV15', 'injected drugs not asked', { answers: { 'RF-12f': 'unasked', 'RF-12g': 'no' } }, '-: none | open RF-12f'],
  [
    'RV16',
    'first visit, great toe 4, weaker since it started, not getting worse',
    { answers: { 'RF-10a': 'yes', 'RF-10g': 'no' }, power: { right: { EHL: { grade: 4, painLimited: false } }, left: {} } },
    'U: RF-10d.1 U CLINIC, RF-10a.1 U CLINIC',
  ],
];

describe('red-flag vectors (spec 5.7)', () => {
  test.each(VECTORS)('%s %s', (_id, _words, change, expected) => {
    expect(notation(change)).toBe(expected);
  });
});
