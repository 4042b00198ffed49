import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { quietVisit, VISIT_ON } from '../../helpers/arbitrary-quiet-visit.ts';

const CONTEXT = { birthDate: '1981-02-03', earlier: [] };

type Edit = (record: VisitRecord) => void;

const say =
  (answers: Partial<Record<Fact, Answer>>): Edit =>
  (record) =>
    void Object.assign(record.redFlags.answers, answers);

const all =
  (...edits: Edit[]): Edit =>
  (record) =>
    edits.forEach((edit) => edit(record));

/** A quiet visit in which every test that could reassure was done and is normal: none may lower an emergency (spec 5.1 rule 2). */
function reassuringVisit(): VisitRecord {
  const record = structuredClone(quietVisit());
  Object.assign(record.otherExam, {
    saddle: 'normal',
    postVoidResidualMl: 0,
    temperatureC: 36.6,
    calfDifferenceCm: 0,
    percussionTender: 'no',
    deformity: 'no',
    bruise: 'no',
    bellyMass: 'no',
  });
  return record;
}

const CORE: Fact[] = ['RF-01a', 'RF-01b', 'RF-01c', 'RF-01d', 'RF-02a', 'RF-02b', 'RF-03a', 'RF-03b', 'RF-03c', 'RF-04a', 'RF-04b'];

const onset =
  (item: 'RF-01a' | 'RF-02b' | 'RF-04a', days: number, worse: Answer): Edit =>
  (record) => {
    record.redFlags.onsets = { [item]: { startedOn: addDays(VISIT_ON, -days), worse, causeKnown: true } };
  };
const weak =
  (muscle: 'DF' | 'EHL' | 'PF', side: 'right' | 'left', grade: '3' | '4'): Edit =>
  (record) => {
    record.neuro[side].mrc[muscle] = { state: 'tested', grade, painLimited: false };
  };
const tick =
  (...modifiers: VisitRecord['redFlags']['modifiers']): Edit =>
  (record) =>
    void (record.redFlags.modifiers = modifiers);

/** Scripts that are emergencies by the rules, each told the way patients tell them. */
const EMERGENCIES: [string, Edit][] = [
  ...CORE.map((fact): [string, Edit] => [`${fact}, start not known`, say({ [fact]: 'yes' })]),
  ...CORE.map((fact): [string, Edit] => [`${fact} with the sexual question declined`, say({ [fact]: 'yes', 'RF-05a': 'declined' })]),
  ['hesitancy for years, worse this week', all(say({ 'RF-01a': 'yes' }), onset('RF-01a', 900, 'yes'))],
  ['leak for years, whether worse not asked', all(say({ 'RF-02b': 'yes' }), onset('RF-02b', 900, 'unasked'))],
  ['numb saddle 14 days ago', all(say({ 'RF-04a': 'yes' }), onset('RF-04a', 14, 'no'))],
  ['abnormal saddle examination, every question no', (record) => void (record.otherExam.saddle = 'abnormal')],
  ['sexual change with a numb saddle', say({ 'RF-04b': 'yes', 'RF-05b': 'yes' })],
  ['both legs, newly numb', say({ 'RF-06a': 'yes', 'RF-10b': 'yes' })],
  ['both legs, weaker', say({ 'RF-06a': 'yes', 'RF-10a': 'yes', 'RF-10g': 'no' })],
  ['both legs with a weak great toe', all(say({ 'RF-06a': 'yes' }), weak('EHL', 'right', '4'))],
  ['both legs give way', say({ 'RF-07b': 'yes' })],
  ['both legs give way, getting worse', say({ 'RF-07b': 'yes', 'RF-10a': 'yes', 'RF-10g': 'yes' })],
  ['weak on both sides', all(weak('EHL', 'right', '4'), weak('PF', 'left', '4'))],
  ['cancer and pain to the foot', all(say({ 'RF-11a': 'yes' }), (r) => void (r.intake.level.right = 5))],
  ['cancer and a weak leg', all(say({ 'RF-11a': 'yes' }), weak('DF', 'left', '3'))],
  ['cancer and clumsy walking', say({ 'RF-11a': 'yes', 'RF-08c': 'yes' })],
  ['cancer and band-like pain', say({ 'RF-11a': 'yes', 'RF-11i': 'yes' })],
  ['cancer and a bladder change', say({ 'RF-11a': 'yes', 'RF-01c': 'yes' })],
  ['fever with diabetes', all(say({ 'RF-12a': 'yes' }), tick('diabetes'))],
  ['fever with dialysis', all(say({ 'RF-12a': 'yes' }), tick('dialysis'))],
  ['fever after a spinal injection', say({ 'RF-12a': 'yes', 'RF-12e': 'yes' })],
  ['ill, on steroids', all(say({ 'RF-12b': 'yes' }), tick('steroids'))],
  ['ill with new numbness', say({ 'RF-12b': 'yes', 'RF-10b': 'yes' })],
  ['measured 38.4 with a weak immune system', all(tick('immune'), (r) => void (r.otherExam.temperatureC = 38.4))],
  ['injected drugs, back pain getting worse, newly numb', say({ 'RF-12f': 'yes', 'RF-12g': 'yes', 'RF-10b': 'yes' })],
  ['car crash', say({ 'RF-13a': 'yes' })],
  ['fall, osteoporosis, newly numb', all(say({ 'RF-13b': 'yes', 'RF-10b': 'yes' }), tick('osteoporosis'))],
  ['tearing pain and collapse', say({ 'RF-15a': 'yes', 'RF-15b': 'yes' })],
  ['tearing pain, known aneurysm', say({ 'RF-15a': 'yes', 'RF-15c': 'yes' })],
  ['collapse, known aneurysm', say({ 'RF-15b': 'yes', 'RF-15c': 'yes' })],
  ['tearing pain, belly mass', all(say({ 'RF-15a': 'yes' }), (r) => void (r.otherExam.bellyMass = 'yes'))],
  ['cold leg', say({ 'RF-16a': 'yes' })],
  ['pale leg today', all(say({ 'RF-16b': 'yes' }), (r) => void (r.redFlags.coldStartedOn = VISIT_ON))],
  ['cold leg 14 days ago', all(say({ 'RF-16a': 'yes' }), (r) => void (r.redFlags.coldStartedOn = addDays(VISIT_ON, -14)))],
  ['swollen calf and breathless', say({ 'RF-18a': 'yes', 'RF-18d': 'yes' })],
  ['sore calf and chest pain', say({ 'RF-18c': 'yes', 'RF-18e': 'yes' })],
  ['calf 4 cm larger and breathless', all(say({ 'RF-18d': 'yes' }), (r) => void (r.otherExam.calfDifferenceCm = 4))],
  ['spine surgery and newly numb', say({ 'RF-22a': 'yes', 'RF-10b': 'yes' })],
  ['spinal injection and a weak great toe', all(say({ 'RF-22b': 'yes' }), weak('EHL', 'left', '4'))],
  ['blood thinner, sudden bad pain, newly numb', say({ 'RF-22c': 'yes', 'RF-22d': 'yes', 'RF-10b': 'yes' })],
];

describe('hazard 1: an emergency passed over', () => {
  test('there are at least 60 scripts', () => {
    expect(EMERGENCIES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(EMERGENCIES)('%s is E, with every reassuring test normal', (_words, edit) => {
    const record = reassuringVisit();
    edit(record);
    const { redFlags, plan } = assess(record, CONTEXT);
    expect(redFlags.overall).toBe('E');
    expect([plan.sheet, ...plan.modules]).toEqual(['emergency', 'M19']);
    for (const row of redFlags.rows) expect(row.because.length).toBeGreaterThan(0);
  });
});

/** Small seeded generator (mulberry32), so that the scripts are the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One-sided sciatica without a complication: common modifiers, common symptoms, one weak muscle or numb patch in some. */
function typicalVisit(random: () => number): { record: VisitRecord; birthDate: string } {
  const chance = (probability: number): boolean => random() < probability;
  const record = structuredClone(quietVisit());
  record.intake.level.right = 3 + Math.floor(random() * 3);
  record.intake.flareStartedOn = addDays(VISIT_ON, -Math.floor(random() * 40));
  if (chance(0.12)) say({ 'RF-10b': 'yes' })(record);
  if (chance(0.06)) weak('EHL', 'right', '4')(record);
  if (chance(0.05)) say({ 'RF-14a': 'yes' })(record);
  if (chance(0.2)) say({ 'RF-14b': 'yes' })(record);
  if (chance(0.3)) say({ 'RF-13h': 'yes' })(record);
  if (chance(0.03)) say({ 'RF-12c': 'unsure' })(record);
  if (chance(0.05)) say({ 'RF-22c': 'yes' })(record);
  if (chance(0.1)) tick('diabetes')(record);
  if (chance(0.25)) record.redFlags.smoked = 'yes';
  if (chance(0.5)) {
    record.slr.right = {
      ...record.slr.right,
      tested: 'yes',
      stop: 'leg_familiar',
      feltIn: 'raised',
      p1AngleDeg: 45,
      level: 4,
      movements: { ...record.slr.right.movements, df: 'inc' },
    };
  }
  return { record, birthDate: `${2026 - 25 - Math.floor(random() * 55)}-01-31` };
}

describe('hazard 1: emergencies clicked through because too many are raised', () => {
  test('of 200 typical uncomplicated scripts at most 5% are E or D, at most 35% U', () => {
    const random = seeded(2026);
    const counts = { E: 0, D: 0, U: 0, R: 0, none: 0 };
    for (let script = 0; script < 200; script += 1) {
      const { record, birthDate } = typicalVisit(random);
      counts[assess(record, { birthDate, earlier: [] }).redFlags.overall ?? 'none'] += 1;
    }
    expect(counts.E + counts.D).toBeLessThanOrEqual(10);
    expect(counts.U).toBeLessThanOrEqual(70);
    expect(counts.none).toBeGreaterThan(0);
  });
});
