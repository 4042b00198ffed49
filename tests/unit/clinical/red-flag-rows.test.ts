import { describe, expect, test } from 'vitest';
import type { DatedOnset, RedFlagInput } from '../../../shared/clinical/red-flag-inputs.ts';
import { RED_FLAG_RULES } from '../../../shared/clinical/red-flag-rules.ts';
import { clotOrFlowHold, evaluateRedFlags, redFlagRows } from '../../../shared/clinical/red-flags.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import type { Fact, OnsetItem } from '../../../shared/schemas/red-flag-answers.ts';
import { FACTS, MODIFIERS, ONSET_ITEMS } from '../../../shared/schemas/red-flag-answers.ts';
import { CLINICIAN_TEXTS, PATIENT_TEXTS } from '../../../shared/text/en/red-flags.ts';
import { redFlagInput } from '../../helpers/red-flag-input.ts';

function rowsOf(change: Partial<RedFlagInput>): string {
  return redFlagRows(redFlagInput(change))
    .map(({ row, urgency }) => `${row} ${urgency}`)
    .join(', ');
}

const yes = (...facts: Fact[]): Partial<Record<Fact, Answer>> => Object.fromEntries(facts.map((fact) => [fact, 'yes']));
const onset = (days: number | null, worse: Answer = 'no', causeKnown = false): DatedOnset => ({ days, worse, causeKnown });
const weak = (muscle: 'DF' | 'EHL', grade: number, painLimited = false): RedFlagInput['power'] => ({
  right: { [muscle]: { grade, painLimited } },
  left: {},
});

describe('cauda equina items (RF-01 to RF-05)', () => {
  const ITEMS = ONSET_ITEMS.filter((item): item is Exclude<OnsetItem, 'RF-04x'> => item !== 'RF-04x');
  const CORE = ITEMS.filter((item) => item < 'RF-05');

  test.each(CORE)('%s: new, old without a cause, old with a known cause, unsure and declined', (item) => {
    const present = { answers: yes(item) };
    expect(rowsOf(present)).toBe(`${item}.1 E`);
    expect(rowsOf({ ...present, onsets: { [item]: onset(14) } })).toBe(`${item}.1 E`);
    expect(rowsOf({ ...present, onsets: { [item]: onset(15) } })).toBe(`${item}.2 D`);
    expect(rowsOf({ ...present, onsets: { [item]: onset(15, 'no', true) } })).toBe(`${item}.3 R`);
    for (const worse of ['yes', 'unasked', 'unsure', 'declined'] as const) {
      expect(rowsOf({ ...present, onsets: { [item]: onset(400, worse, true) } })).toBe(`${item}.1 E`);
    }
    expect(rowsOf({ ...present, onsets: { [item]: onset(null, 'no', true) } })).toBe(`${item}.1 E`);
    expect(rowsOf({ answers: { [item]: 'unsure' } })).toBe(`${item}.5 D`);
    expect(rowsOf({ answers: { [item]: 'declined' } })).toBe(`${item}.5 D`);
    expect(rowsOf({ answers: { [item]: 'unasked' } })).toBe('');
  });

  test('a sexual change alone is discussed the same day, and is an emergency beside another item', () => {
    expect(rowsOf({ answers: yes('RF-05a', 'RF-05b') })).toBe('RF-05a.2 D, RF-05b.2 D');
    expect(rowsOf({ answers: yes('RF-03a', 'RF-05b') })).toBe('RF-03a.1 E, RF-05b.1 E');
    expect(rowsOf({ answers: yes('RF-05a'), saddle: 'abnormal' })).toBe('RF-04x.1 E, RF-05a.1 E');
  });

  test('an open answer is an emergency only beside an active item of another number', () => {
    expect(rowsOf({ answers: { 'RF-01a': 'yes', 'RF-01b': 'unsure' } })).toBe('RF-01a.1 E, RF-01b.5 D');
    expect(rowsOf({ answers: { 'RF-01a': 'yes', 'RF-03b': 'declined' } })).toBe('RF-01a.1 E, RF-03b.4 E');
    // An old stable item with a known cause is not active.
    expect(rowsOf({ answers: { 'RF-01a': 'yes', 'RF-03b': 'declined' }, onsets: { 'RF-01a': onset(15, 'no', true) } })).toBe(
      'RF-01a.3 R, RF-03b.5 D',
    );
  });

  test.each(ITEMS)('%s: an open answer beside an active item of another number is an emergency, whichever it is', (item) => {
    const active = item.startsWith('RF-01') ? 'RF-03a' : 'RF-01a';
    const rows = [`${active}.1 E`, `${item}.4 E`].toSorted().join(', ');
    for (const open of ['unsure', 'declined'] as const) {
      expect(rowsOf({ answers: { [active]: 'yes', [item]: open } })).toBe(rows);
    }
  });

  test.each(['RF-05a', 'RF-05b'] as const)('%s alone: old with a known cause, open, and asked', (item) => {
    expect(rowsOf({ answers: yes(item), onsets: { [item]: onset(15, 'no', true) } })).toBe(`${item}.3 R`);
    expect(rowsOf({ answers: yes(item), onsets: { [item]: onset(15) } })).toBe(`${item}.2 D`);
    expect(rowsOf({ answers: { ...yes(item), 'RF-02b': 'yes' } })).toBe(`RF-02b.1 E, ${item}.1 E`);
    for (const open of ['unsure', 'declined'] as const) expect(rowsOf({ answers: { [item]: open } })).toBe(`${item}.5 D`);
  });

  test('abnormal saddle sensation, old with a known cause, is noted', () => {
    expect(rowsOf({ saddle: 'abnormal', onsets: { 'RF-04x': onset(15, 'no', true) } })).toBe('RF-04x.3 R');
  });

  test('a declined saddle examination waits for nothing when both saddle questions are answered no', () => {
    expect(rowsOf({ saddle: 'declined' })).toBe('');
    expect(rowsOf({ saddle: 'declined', answers: { 'RF-04b': 'unasked' } })).toBe('RF-04x.5 D');
    expect(rowsOf({ saddle: 'abnormal', onsets: { 'RF-04x': onset(15) } })).toBe('RF-04x.2 D');
  });

  test('rows come in field order, the saddle examination between RF-04b and RF-05a', () => {
    const rows = redFlagRows(redFlagInput({ answers: Object.fromEntries(ITEMS.map((item) => [item, 'yes'])), saddle: 'abnormal' }));
    expect(rows.map(({ row }) => row)).toEqual(ONSET_ITEMS.map((item) => `${item}.1`));
  });
});

describe('both legs (RF-06, RF-07)', () => {
  const old = { bilateralDays: 43, bilateralWorse: 'no', walkRelated: 'yes' } as const;

  test.each<[string, Partial<RedFlagInput>, string]>([
    ['43 days, stable, on walking', { ...old }, 'RF-06.2 R'],
    ['42 days (K11)', { ...old, bilateralDays: 42 }, 'RF-06.3 D'],
    ['getting worse', { ...old, bilateralWorse: 'yes' }, 'RF-06.3 D'],
    ['not on walking', { ...old, walkRelated: 'unasked' }, 'RF-06.3 D'],
    ['old with a deficit', { ...old, objectiveDeficit: true }, 'RF-06.3 D'],
    ['start not known, with a deficit', { objectiveDeficit: true }, 'RF-06.1 E'],
    ['14 days with a deficit (K10)', { bilateralDays: 14, bilateralWorse: 'no', objectiveDeficit: true }, 'RF-06.1 E'],
    ['15 days with a deficit (K10)', { bilateralDays: 15, bilateralWorse: 'no', objectiveDeficit: true }, 'RF-06.3 D'],
  ])('RF-06a yes, %s', (_words, change, expected) => {
    expect(rowsOf({ answers: yes('RF-06a'), ...change })).toBe(expected);
  });

  test('both legs with an active cauda equina item is an emergency however old', () => {
    expect(rowsOf({ ...old, answers: yes('RF-06a', 'RF-01a'), onsets: { 'RF-01a': onset(100) } })).toBe('RF-01a.2 D, RF-06.1 E');
  });

  test.each<[string, Partial<RedFlagInput>, string]>([
    ['start not known', {}, 'RF-07b.1 E'],
    ['14 days, not getting worse (K10)', { weakDays: 14 }, 'RF-07b.1 E'],
    ['15 days, not getting worse, no cause', { weakDays: 15 }, 'RF-07b.2 D'],
    ['15 days, not getting worse, cause known', { weakDays: 15, weakCauseKnown: true }, 'RF-07b.3 R'],
  ])('RF-07b yes, %s', (_words, change, expected) => {
    expect(rowsOf({ answers: yes('RF-07b'), ...change })).toBe(expected);
  });

  test('RF-07a needs a weak muscle on each side, neither limited by pain', () => {
    const four = { grade: 4, painLimited: false };
    const pain = { grade: 4, painLimited: true };
    expect(rowsOf({ power: { right: { EHL: four }, left: { PF: four } } })).toBe('RF-07a.1 E, RF-10d.1 U');
    expect(rowsOf({ power: { right: { EHL: four }, left: { PF: pain } } })).toBe('RF-10d.1 U');
    expect(rowsOf({ power: { right: { EHL: four, PF: four }, left: {} } })).toBe('RF-10d.1 U');
    expect(rowsOf({ power: { right: {}, left: { EHL: four, PF: four } } })).toBe('RF-10d.1 U');
  });
});

test.each<[string, Partial<RedFlagInput>, string]>([
  ['14 days', { weakDays: 14 }, 'RF-07a.1 E, RF-10d.1 U'],
  ['15 days, no cause known', { weakDays: 15 }, 'RF-07a.2 D, RF-10d.1 U'],
  ['15 days, cause known', { weakDays: 15, weakCauseKnown: true }, 'RF-07a.3 R, RF-10d.1 U'],
])('RF-07a, a weak muscle on each side for %s', (_words, change, expected) => {
  const four = { grade: 4, painLimited: false };
  expect(rowsOf({ power: { right: { EHL: four }, left: { PF: four } }, ...change })).toBe(expected);
});

describe('weakness (RF-08 to RF-10)', () => {
  test.each<[string, Partial<RedFlagInput>, string]>([
    ['foot drop of 42 days (K12)', { power: weak('DF', 3), dropDays: 42 }, 'RF-09a.1 D'],
    ['foot drop of 43 days (K12)', { power: weak('DF', 3), dropDays: 43 }, 'RF-09a.2 U'],
    [
      'foot drop of 43 days, getting worse not asked',
      { power: weak('DF', 3), dropDays: 43, answers: { 'RF-10g': 'unasked' } },
      'RF-09a.1 D',
    ],
    ['dorsiflexion 3 limited by pain', { power: weak('DF', 3, true) }, 'RF-09b U'],
    ['dorsiflexion 4', { power: weak('DF', 4) }, 'RF-10d.1 U'],
    ['great toe 3', { power: weak('EHL', 3) }, 'RF-10c.1 D'],
    ['great toe 3 for 43 days', { power: weak('EHL', 3), weakDays: 43 }, 'RF-10c.2 U'],
    ['great toe 4 for 43 days', { power: weak('EHL', 4), weakDays: 43 }, 'RF-10d.2 R'],
    ['great toe 3 limited by pain', { power: weak('EHL', 3, true) }, 'RF-10f U'],
    ['foot slaps, dorsiflexion not tested', { answers: yes('RF-09c') }, 'RF-09c.1 D'],
    ['foot slaps for 43 days', { answers: yes('RF-09c'), dropDays: 43 }, 'RF-09c.2 U'],
    [
      'foot slaps, dorsiflexion 5 on both sides',
      {
        answers: yes('RF-09c'),
        power: { right: { DF: { grade: 5, painLimited: false } }, left: { DF: { grade: 5, painLimited: false } } },
      },
      'RF-09c.3 R',
    ],
    ['foot slaps with a foot drop gives the foot-drop row only', { answers: yes('RF-09c'), power: weak('DF', 2) }, 'RF-09a.1 D'],
    ['power lower than before', { powerDrop: true }, 'RF-10e D'],
    ['reflex 2 grades lower', { reflexFall2: true }, 'RF-10h U'],
    ['weaker for 43 days, not getting worse', { answers: yes('RF-10a'), weakDays: 43 }, 'RF-10a.2 R'],
    ['weaker, getting worse', { answers: yes('RF-10a', 'RF-10g'), weakDays: 43 }, 'RF-10g D, RF-10a.1 U'],
    ['upper motor neurone signs', { upperMotorNeurone: true }, 'RF-08b D'],
    ['clumsy walking, clumsy hands, heavy legs', { answers: yes('RF-08c', 'RF-08d', 'RF-08e') }, 'RF-08c D, RF-08d D, RF-08e R'],
    ['more than one root', { multiRoot: true }, 'RF-08a U'],
  ])('%s', (_words, change, expected) => {
    expect(rowsOf(change)).toBe(expected);
  });
});

describe('cancer, infection, fracture (RF-11 to RF-13)', () => {
  test.each<[string, Partial<RedFlagInput>, string]>([
    ['37.9 degrees (K13)', { temperatureC: 37.9 }, ''],
    ['38.0 degrees (K13)', { temperatureC: 38 }, 'RF-12.3 D'],
    ['38.0 degrees without back pain', { temperatureC: 38, backPain: false }, 'RF-12.5 U'],
    ['fever with weak immune system', { answers: yes('RF-12a'), modifiers: ['immune'] }, 'RF-12.1 E'],
    ['ill with a new deficit', { answers: yes('RF-12b'), objectiveDeficit: true }, 'RF-12.1 E'],
    ['injected drugs and back pain getting worse', { answers: yes('RF-12f', 'RF-12g') }, 'RF-12.4 D'],
    ['the same with a new deficit', { answers: yes('RF-12f', 'RF-12g'), objectiveDeficit: true }, 'RF-12.2 E'],
    ['the same with an old deficit', { answers: yes('RF-12f', 'RF-12g'), objectiveDeficit: true, weakDays: 43 }, 'RF-12.4 D'],
    ['known cancer with tenderness', { answers: yes('RF-11a'), percussionTender: 'yes' }, 'RF-11.2 D'],
    ['known cancer with a positive tension test', { answers: yes('RF-11a'), tensionPositive: true }, 'RF-11.1 E'],
    ['big fall', { answers: yes('RF-13a') }, 'RF-13.1 E'],
    ['big fall, fracture excluded', { answers: yes('RF-13a'), fractureCleared: true }, ''],
    ['fall from standing at 70 (K14)', { answers: yes('RF-13b'), ageYears: 70 }, ''],
    ['fall from standing at 71 (K14)', { answers: yes('RF-13b'), ageYears: 71 }, 'RF-13.4 U'],
    ['fall, tender bone, 71', { answers: yes('RF-13b'), ageYears: 71, percussionTender: 'yes' }, 'RF-13.3 D'],
    ['fall with a deficit', { answers: yes('RF-13b'), objectiveDeficit: true }, 'RF-13.3 D'],
    ['fall with a deficit at 71', { answers: yes('RF-13b'), objectiveDeficit: true, ageYears: 71 }, 'RF-13.2 E'],
    ['lift with osteoporosis', { answers: yes('RF-13h'), modifiers: ['osteoporosis'] }, 'RF-13.5 U'],
  ])('%s', (_words, change, expected) => {
    expect(rowsOf(change)).toBe(expected);
  });
});

describe('the other rows (RF-14 to RF-23)', () => {
  test.each<[string, Partial<RedFlagInput>, string]>([
    ['night pain alone', { answers: yes('RF-14b') }, 'RF-14b R'],
    ['constant and night pain share a block', { answers: yes('RF-14a', 'RF-14b') }, 'RF-14a U'],
    ['tearing pain at 60, smoker (K15)', { answers: yes('RF-15a'), ageYears: 60, smoked: 'yes' }, 'RF-15.2 D'],
    ['tearing pain at 61, smoker (K15)', { answers: yes('RF-15a'), ageYears: 61, smoked: 'yes' }, 'RF-15.1 E'],
    ['collapse with a belly mass', { answers: yes('RF-15b'), bellyMass: 'yes' }, 'RF-15.1 E'],
    ['cold leg 14 days ago (K17)', { answers: yes('RF-16a'), coldDays: 14 }, 'RF-16.1 E'],
    ['cold leg 15 days ago (K17)', { answers: yes('RF-16a'), coldDays: 15 }, 'RF-16.2 U'],
    ['cold leg, start not known', { answers: yes('RF-16b') }, 'RF-16.1 E'],
    ['foot pulse absent', { footPulseAbsent: { right: false, left: true } }, 'RF-16c R'],
    ['stiff, early, uveitis, psoriasis at 90 days (K18)', { answers: yes('RF-17a', 'RF-17b', 'RF-17e', 'RF-17f'), backDays: 90 }, ''],
    ['the same at 91 days (K18)', { answers: yes('RF-17a', 'RF-17b', 'RF-17e', 'RF-17f'), backDays: 91 }, 'RF-17 R'],
    ['two items only (K19)', { answers: yes('RF-17a', 'RF-17b', 'RF-17e'), backDays: 91 }, ''],
    ['calf 3 cm larger (K16)', { calfDifferenceCm: 3 }, ''],
    ['calf 3.1 cm larger (K16)', { calfDifferenceCm: 3.1 }, 'RF-18.3 D'],
    ['warm calf after surgery', { answers: yes('RF-18b'), modifiers: ['surgery'] }, 'RF-18.3 D'],
    ['warm calf', { answers: yes('RF-18b') }, 'RF-18.4 U'],
    ['warm calf, breathless', { answers: yes('RF-18b', 'RF-18d') }, 'RF-18.1 E'],
    ['chest pain', { answers: yes('RF-18e') }, 'RF-18.2 D'],
    ['out of control, cannot dress', { answers: yes('RF-19a', 'RF-19b') }, 'RF-19.1 U'],
    ['41 days, not better (K21)', { daysSinceFirst: 41, result: 'SAME', legNprs: 7 }, ''],
    ['42 days, not better, leg 6 (K21, K22)', { daysSinceFirst: 42, result: 'SAME', legNprs: 6 }, 'RF-20.2 R'],
    ['42 days, not better, leg 7 (K21, K22)', { daysSinceFirst: 42, result: 'SAME', legNprs: 7 }, 'RF-20.2 U'],
    ['42 days, improved', { daysSinceFirst: 42, result: 'IMPROVED', legNprs: 7 }, ''],
    ['6 days of home care, not better (K20)', { homeCareDays: 6, homeCareBetter: 'no' }, ''],
    ['7 days of home care, not better (K20)', { homeCareDays: 7, homeCareBetter: 'no' }, 'RF-20.1 R'],
    ['7 days of home care, better not asked', { homeCareDays: 7 }, ''],
    ['pregnant', { pregnant: 'yes' }, 'RF-21a R'],
    ['17 (K23)', { ageYears: 17 }, 'RF-21b R'],
    ['18 (K23)', { ageYears: 18 }, ''],
    ['17 with a deficit', { ageYears: 17, objectiveDeficit: true }, 'RF-21b D'],
    ['spine surgery with a new deficit', { answers: yes('RF-22a'), objectiveDeficit: true }, 'RF-22.1 E'],
    ['blood thinner with a new deficit', { answers: yes('RF-22c'), objectiveDeficit: true }, ''],
    ['the same with sudden bad pain', { answers: yes('RF-22c', 'RF-22d'), objectiveDeficit: true }, 'RF-22.2 E'],
    ['blood thinner, power falling', { answers: yes('RF-22c'), powerDrop: true }, 'RF-10e D, RF-22.3 D'],
    ['a required answer unsure', { answers: { 'RF-12c': 'unsure' } }, 'RF-23 U'],
    ['an answer that is not required unsure', { answers: { 'RF-17a': 'unsure', 'RF-10g': 'unsure' } }, ''],
  ])('%s', (_words, change, expected) => {
    expect(rowsOf(change)).toBe(expected);
  });

  test('modifiers alone raise nothing (spec 5.1 rule 4)', () => {
    expect(rowsOf({ modifiers: MODIFIERS, ageYears: 95, smoked: 'yes', answers: yes('RF-22c', 'RF-12c', 'RF-12f') })).toBe('');
  });

  test('RF-UU counts neither RF-20 nor RF-23, and needs a serious row', () => {
    expect(rowsOf({ answers: { 'RF-11b': 'yes', 'RF-12c': 'unsure' } })).toBe('RF-11b U, RF-23 U');
    expect(rowsOf({ answers: yes('RF-11b'), daysSinceFirst: 42, result: 'SAME', legNprs: 9 })).toBe('RF-11b U, RF-20.2 U');
    expect(rowsOf({ answers: yes('RF-11b', 'RF-12b'), backPain: false })).toBe('RF-11b U, RF-12.5 U, RF-UU D');
  });
});

function openOf(change: Partial<RedFlagInput>): readonly Fact[] {
  return evaluateRedFlags(redFlagInput(change), { discussionResolved: false, openEarlierEmergency: false }).open;
}

describe('required fields (spec 5.2)', () => {
  test.each<[string, Partial<RedFlagInput>, Fact[]]>([
    ['RF-10g when weaker', { answers: { 'RF-10a': 'yes', 'RF-10g': 'unasked' } }, ['RF-10g']],
    ['RF-10g with a grade of 4 limited by pain', { answers: { 'RF-10g': 'unasked' }, power: weak('EHL', 4, true) }, ['RF-10g']],
    ['RF-10g not otherwise', { answers: { 'RF-10g': 'unasked' } }, []],
    [
      'the spinal pain set unless cancer is answered no',
      { answers: { 'RF-11a': 'unsure', ...Object.fromEntries(['d', 'e', 'f', 'h', 'i'].map((x) => [`RF-11${x}`, 'unasked'])) } },
      ['RF-11d', 'RF-11e', 'RF-11f', 'RF-11h', 'RF-11i'],
    ],
    ['RF-12g with an infection risk unsure', { answers: { 'RF-12d': 'unsure', 'RF-12g': 'unasked' } }, ['RF-12g']],
    ['RF-12g with dialysis', { answers: { 'RF-12g': 'unasked' }, modifiers: ['dialysis'] }, ['RF-12g']],
    ['RF-12g not otherwise', { answers: { 'RF-12g': 'unasked' } }, []],
    ['RF-22d unless no blood thinner', { answers: { 'RF-22c': 'declined', 'RF-22d': 'unasked' } }, ['RF-22d']],
    [
      'the optional questions never',
      { answers: { 'RF-08e': 'unasked', 'RF-13h': 'unasked', 'RF-14b': 'unasked', 'RF-19a': 'unasked' } },
      [],
    ],
  ])('%s', (_words, change, expected) => {
    expect(openOf(change)).toEqual(expected);
  });

  test('44 facts are always required, and a screen with none asked lists the conditional ones too', () => {
    const nothing = Object.fromEntries(FACTS.map((fact) => [fact, 'unasked' as const]));
    const result = evaluateRedFlags(redFlagInput({ answers: nothing }), { discussionResolved: false, openEarlierEmergency: false });
    expect(result.required).toHaveLength(51);
    expect(result.open).toEqual(result.required);
    const quiet = evaluateRedFlags(redFlagInput(), { discussionResolved: false, openEarlierEmergency: false });
    expect(quiet.required).toHaveLength(44);
    expect(quiet.askedCount).toBe(44);
  });
});

describe('hold (spec 3.2)', () => {
  test.each<[string, Partial<RedFlagInput>, { right: boolean; left: boolean }]>([
    ['cold right leg', { answers: yes('RF-16a'), coldSide: 'right' }, { right: true, left: false }],
    ['cold leg, side not recorded', { answers: yes('RF-16a') }, { right: true, left: true }],
    ['swollen left calf', { answers: yes('RF-18a'), calfSide: 'left' }, { right: false, left: true }],
    ['chest pain alone holds nothing', { answers: yes('RF-18e'), calfSide: 'left' }, { right: false, left: false }],
    ['absent pulse holds its own side', { footPulseAbsent: { right: true, left: false } }, { right: true, left: false }],
  ])('%s', (_words, change, expected) => {
    expect(clotOrFlowHold(redFlagInput(change))).toEqual(expected);
  });
});

describe('the table', () => {
  test('every row has its texts, and every text is used', () => {
    const clinician = new Set<string>(RED_FLAG_RULES.map(({ clinicianTextId }) => clinicianTextId));
    const patient = new Set<string>(RED_FLAG_RULES.map(({ patientTextId }) => patientTextId));
    expect(Object.keys(CLINICIAN_TEXTS).filter((id) => !clinician.has(id))).toEqual(['C-UU']);
    expect(Object.keys(PATIENT_TEXTS).filter((id) => !patient.has(id))).toEqual([]);
  });

  test('what made a row true is said in words', () => {
    const [row] = redFlagRows(redFlagInput({ answers: yes('RF-01b'), onsets: { 'RF-01b': onset(3) } }));
    expect(row?.because).toEqual(['Is your stream weaker? yes', 'began 3 days ago, not getting worse']);
    const [drop] = redFlagRows(redFlagInput({ power: weak('DF', 2) }));
    expect(drop?.because).toEqual(['ankle dorsiflexion right 2 of 5', 'foot drop start not known, still getting worse: no']);
  });
});
