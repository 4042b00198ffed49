import { describe, expect, test } from 'vitest';
import type { RedFlagInput } from '../../../shared/clinical/red-flag-inputs.ts';
import { RED_FLAG_RULES } from '../../../shared/clinical/red-flag-rules.ts';
import { redFlagRows } from '../../../shared/clinical/red-flags.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import { redFlagInput } from '../../helpers/red-flag-input.ts';

/** The table of spec 5.2 from RF-06 on, copied by hand: row, urgency, route, clinician text, patient text, in order of evaluation. */
const TABLE = `
RF-06.1 E ED C-BI-E P-ED
RF-06.2 R CLINIC C-BI-R P-BI
RF-06.3 D SPINE C-BI-D P-BI
RF-07a.1 E ED C-CE P-ED
RF-07a.3 R CLINIC C-OLD P-TELL
RF-07a.2 D SPINE C-CE-OLD P-CALL
RF-07b.1 E ED C-CE P-ED
RF-07b.3 R CLINIC C-OLD P-TELL
RF-07b.2 D SPINE C-CE-OLD P-CALL
RF-08b D SPINE C-CORD P-CALL
RF-08c D SPINE C-CORD P-CALL
RF-08d D SPINE C-CORD P-CALL
RF-08a U SPINE C-MULTI P-TELL
RF-08e R CLINIC C-TONE P-TELL
RF-09a.2 U SPINE C-DROP P-FOOT
RF-09a.1 D SPINE C-DROP P-CALL
RF-09b U CLINIC C-RETEST P-FOOT
RF-09c.3 R CLINIC C-DROP-NOT P-FOOT
RF-09c.2 U SPINE C-DROP P-FOOT
RF-09c.1 D SPINE C-DROP P-CALL
RF-10e D SPINE C-PROG P-STOP
RF-10g D SPINE C-PROG P-STOP
RF-10c.2 U SPINE C-WEAK3 P-WEAK
RF-10c.1 D SPINE C-WEAK3 P-CALL
RF-10d.2 R CLINIC C-WEAK4 P-WEAK
RF-10d.1 U CLINIC C-WEAK4 P-WEAK
RF-10f U CLINIC C-RETEST P-WEAK
RF-10h U CLINIC C-REFLEX P-WEAK
RF-10a.2 R CLINIC C-WEAK4 P-WEAK
RF-10a.1 U CLINIC C-WEAK4 P-WEAK
RF-10b U CLINIC C-NUMB P-WEAK
RF-11.1 E COORD C-CA-E P-CA
RF-11.2 D COORD C-CA-D P-CALL
RF-11b U CANCER C-WT P-TESTS
RF-12.1 E ED C-INF-E P-ED
RF-12.2 E ED C-INF-E P-ED
RF-12.3 D MED C-INF-D P-CALL
RF-12.4 D MED C-INF-D P-CALL
RF-12.5 U CLINIC C-ILL P-FEVER
RF-13.1 E ED C-FX-E P-ED
RF-13.2 E ED C-FX-E P-ED
RF-13.3 D SPINE C-FX-D P-LIFT
RF-13.4 U CLINIC C-FX-U P-LIFT
RF-13.5 U CLINIC C-FX-U P-LIFT
RF-14a U CLINIC C-CONST P-PAIN
RF-14b R CLINIC C-NIGHT P-PAIN
RF-15.1 E NUMBER C-AAA-E P-NUM
RF-15.2 D VASC C-AAA-D P-CALL
RF-16.2 U VASC C-LIMB-U P-COLD
RF-16.1 E NUMBER C-LIMB-E P-NUM
RF-16c R VASC C-PULSE P-COLD
RF-17 R RHEUM C-SPA P-RHEUM
RF-18.1 E NUMBER C-PE P-NUM
RF-18.2 D MED C-CHEST P-CALL
RF-18.3 D CLOT C-DVT P-CALF
RF-18.4 U CLINIC C-CALF P-CALF
RF-19.1 U CLINIC C-PAIN P-PAIN
RF-19.2 U CLINIC C-JUMP P-PAIN
RF-20.2 U SPINE C-WEEK6 P-SEE
RF-20.2 R SPINE C-WEEK6 P-SEE
RF-20.1 R CLINIC C-FU01 P-SEE
RF-21a R MATERNITY C-PREG P-PREG
RF-21b D CLINIC C-CHILD P-CALL
RF-21b R CLINIC C-CHILD P-TELL
RF-22.1 E ED C-HAEM P-ED
RF-22.2 E ED C-HAEM P-ED
RF-22.3 D SPINE C-HAEM P-CALL
RF-23 U CLINIC C-UNSET P-TELL
`
  .trim()
  .split('\n');

const ITEM_ROWS = [
  '3 R CLINIC C-OLD P-TELL',
  '1 E ED C-CE P-ED',
  '2 D SPINE C-CE-OLD P-CALL',
  '4 E ED C-CE P-ED',
  '5 D SPINE C-CE-UNS P-CALL',
];

function itemRows(item: string): string[] {
  if (item === 'RF-04x') return ITEM_ROWS.filter((row) => !row.startsWith('4')).map((row) => `${item}.${row}`);
  return ITEM_ROWS.map((row) => `${item}.${item.startsWith('RF-05') ? row.replace('C-CE-OLD', 'C-SEX') : row}`);
}

const ITEMS = '01a 01b 01c 01d 02a 02b 03a 03b 03c 04a 04b 04x 05a 05b'.split(' ').map((item) => `RF-${item}`);

describe('the table of rows', () => {
  test('holds every row of the specification in its order, with urgency, route and texts', () => {
    const rules = RED_FLAG_RULES.map(({ row, urgency, route, clinicianTextId, patientTextId }) =>
      [row, urgency, route, clinicianTextId, patientTextId].join(' '),
    );
    expect(rules).toEqual([...ITEMS.flatMap(itemRows), ...TABLE]);
  });
});

const yes = (...facts: Fact[]): Partial<Record<Fact, Answer>> => Object.fromEntries(facts.map((fact) => [fact, 'yes']));

function becauseOf(row: string, change: Partial<RedFlagInput>): readonly string[] | undefined {
  return redFlagRows(redFlagInput(change)).find((each) => each.row === row)?.because;
}

describe('what made a row true, in words', () => {
  test.each<[string, Partial<RedFlagInput>, string[]]>([
    [
      'RF-06.1',
      { answers: yes('RF-06a', 'RF-10b'), bilateralDays: 1, bilateralWorse: 'unsure' },
      [
        'Is the pain, numbness or weakness in both legs? yes',
        'second leg began 1 day ago, worse in the last 14 days: unsure',
        'Is any part of a leg newly numb or tingling, or is numbness spreading? yes',
      ],
    ],
    [
      'RF-05a.4',
      { answers: { 'RF-04b': 'yes', 'RF-05a': 'declined' } },
      ['Is there a change in sexual feeling? declined to answer', 'Does wiping feel different? yes'],
    ],
    [
      'RF-07b.3',
      { answers: yes('RF-07b'), weakDays: 15, weakCauseKnown: true },
      ['Do both legs feel weak or give way? yes', 'weakness began 15 days ago, still getting worse: no', 'known, investigated cause'],
    ],
    [
      'RF-04x.5',
      { saddle: 'declined', answers: { 'RF-04a': 'unsure' } },
      ['Saddle examination: declined, and the saddle questions are not both answered no'],
    ],
    [
      'RF-11.1',
      { answers: yes('RF-11a'), level: { right: null, left: 5 }, tensionPositive: true, objectiveDeficit: true },
      [
        'Have you ever had cancer? yes',
        'sign of nerve loss on examination',
        'symptoms below the knee, left',
        'nerve tension test positive',
      ],
    ],
    [
      'RF-12.1',
      { temperatureC: 38.4, modifiers: ['diabetes', 'immune'], backPain: true },
      ['temperature 38.4 °C', 'back pain', 'weak immune system', 'diabetes'],
    ],
    [
      'RF-13.3',
      { answers: yes('RF-13b'), ageYears: 80, bruise: 'yes' },
      ['Did you fall from standing, or take a blow to the back? yes', 'bruise or graze over the spine', 'age 80'],
    ],
    [
      'RF-13.5',
      { answers: yes('RF-13h'), modifiers: ['osteoporosis'] },
      ['Did a lift, a cough or a strain set it off? yes', 'osteoporosis'],
    ],
    [
      'RF-13.4',
      { answers: yes('RF-13b'), deformity: 'yes' },
      ['Did you fall from standing, or take a blow to the back? yes', 'step in the spine'],
    ],
    [
      'RF-15.1',
      { answers: yes('RF-15a'), ageYears: 61, smoked: 'yes' },
      ['Did very bad belly and back pain come on all at once? yes', 'age 61', 'has smoked'],
    ],
    ['RF-16.1', { answers: yes('RF-16a'), coldDays: 0 }, ['Did a leg or foot turn cold all at once? yes', 'cold or pale leg began today']],
    ['RF-16c', { footPulseAbsent: { right: false, left: true } }, ['foot pulse absent, left']],
    ['RF-18.3', { calfDifferenceCm: 4, pregnant: 'yes' }, ['one calf larger by 4 cm', 'pregnant']],
    ['RF-18.4', { answers: yes('RF-18b'), calfDifferenceCm: 3 }, ['Is one calf warm? yes']],
    ['RF-11.2', { answers: yes('RF-11a', 'RF-11e') }, ['Have you ever had cancer? yes', 'Does back pain wake you at night? yes']],
    ['RF-11.2', { answers: yes('RF-11a'), percussionTender: 'yes' }, ['Have you ever had cancer? yes', 'midline bony tenderness']],
    [
      'RF-13.4',
      { answers: yes('RF-13b'), ageYears: 70, percussionTender: 'yes' },
      ['Did you fall from standing, or take a blow to the back? yes', 'midline bony tenderness'],
    ],
    [
      'RF-20.2',
      { daysSinceFirst: 42, result: 'MIXED', legNprs: 7 },
      ['42 days since the first visit', 'follow-up result MIXED', 'leg pain 7 of 10'],
    ],
    ['RF-20.1', { homeCareDays: 8, homeCareBetter: 'no' }, ['8 days of home care in a row', 'not better since home care began']],
    ['RF-20.1', { homeCareDays: 8, result: 'WORSE' }, ['8 days of home care in a row', 'follow-up result WORSE']],
    ['RF-23', { answers: { 'RF-13a': 'unsure' } }, ['Did you have a big fall or a crash? unsure']],
    ['RF-UU', { answers: yes('RF-11b', 'RF-19c') }, ['urgent row RF-11b', 'urgent row RF-19.2']],
  ])('%s', (row, change, expected) => {
    expect(becauseOf(row, change)).toEqual(expected);
  });
});

function has(row: string, urgency: string, change: Partial<RedFlagInput>): boolean {
  return redFlagRows(redFlagInput(change)).some((each) => each.row === row && each.urgency === urgency);
}

describe('edges a row table hides', () => {
  test.each(['SAME', 'WORSE', 'MIXED', 'NOT ENOUGH DATA'] as const)('week 6 counts the result %s', (result) => {
    expect(has('RF-20.2', 'R', { daysSinceFirst: 42, result, legNprs: 6 })).toBe(true);
  });

  test.each(['IMPROVED', 'NEURO WORSE', null] as const)('week 6 does not count the result %s', (result) => {
    expect(has('RF-20.2', 'R', { daysSinceFirst: 42, result, legNprs: 6 })).toBe(false);
  });

  test.each([
    ['WORSE', true],
    ['MIXED', true],
    ['NOT ENOUGH DATA', false],
    ['IMPROVED', false],
  ] as const)('7 days of home care with the result %s: %s', (result, expected) => {
    expect(has('RF-20.1', 'R', { homeCareDays: 7, homeCareBetter: 'no', result })).toBe(expected);
  });

  test('an 18-year-old with a deficit is inside the scope (K23)', () => {
    expect(has('RF-21b', 'D', { ageYears: 18, objectiveDeficit: true })).toBe(false);
  });

  test.each<Partial<RedFlagInput>>([
    { answers: yes('RF-18c', 'RF-11a') },
    { answers: yes('RF-18c'), pregnant: 'yes' },
    { answers: yes('RF-18c'), modifiers: ['travel'] },
    { answers: yes('RF-18c'), modifiers: ['clot'] },
  ])('a sore calf with a clot risk is a same-day matter: %j', (change) => {
    expect(has('RF-18.3', 'D', change)).toBe(true);
  });

  test.each(['perc', 'deformity', 'bruise'] as const)('any one bone sign counts: %s', (sign) => {
    const key = sign === 'perc' ? 'percussionTender' : sign;
    expect(has('RF-13.4', 'U', { answers: yes('RF-13b'), [key]: 'yes' })).toBe(true);
    expect(has('RF-13.4', 'U', { answers: yes('RF-13b'), [key]: 'declined' })).toBe(false);
  });

  test.each<Fact>(['RF-12c', 'RF-12d', 'RF-12e', 'RF-12f'])('%s is a strong infection risk', (fact) => {
    expect(has('RF-12.4', 'D', { answers: yes(fact, 'RF-12g') })).toBe(true);
  });

  test.each<Fact>(['RF-11d', 'RF-11e', 'RF-11f', 'RF-11h'])('%s with known cancer is a same-day matter', (fact) => {
    expect(has('RF-11.2', 'D', { answers: yes('RF-11a', fact) })).toBe(true);
  });

  test.each<Fact>(['RF-15a', 'RF-15b', 'RF-15c'])('%s alone is a same-day matter', (fact) => {
    expect(has('RF-15.2', 'D', { answers: yes(fact) })).toBe(true);
  });

  test.each<Fact>(['RF-17a', 'RF-17c', 'RF-17d', 'RF-17e', 'RF-17f', 'RF-17g'])('%s counts towards spondyloarthritis', (fact) => {
    const others = (['RF-17a', 'RF-17c', 'RF-17d'] as const).filter((each) => each !== fact).slice(0, 2);
    expect(has('RF-17', 'R', { answers: yes('RF-17b', fact, ...others), backDays: 91 })).toBe(true);
    expect(has('RF-17', 'R', { answers: yes('RF-17b', ...others), backDays: 91 })).toBe(false);
  });
});
