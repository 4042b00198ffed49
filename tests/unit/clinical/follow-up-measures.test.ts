import { describe, expect, test } from 'vitest';
import { compareLevels, comparePain, comparePsfs, compareRmdq, unavailableDeciders } from '../../../shared/clinical/follow-up-measures.ts';
import { emptyVisitRecord, type Measures, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { compare, compareScores, FIRST_ON, scored } from '../../helpers/follow-up-visits.ts';
import { slrLeg } from '../../helpers/normal-visit.ts';

describe('Measures', () => {
  test.each([
    [0, 0, 'na'],
    [0, 1, 'na'],
    [0, 2, 'worse'],
    [1, 0, 'better'],
    [2, 1, 'better'],
    [3, 2, 'better'],
    [4, 3, 'neither'], // one point of 4 is below 30%
    [4, 2, 'better'],
    [4, 5, 'neither'],
    [4, 6, 'worse'],
    [5, 4, 'neither'],
    [5, 3, 'better'],
    [6, 4, 'better'],
    [7, 5, 'neither'], // 2 of 7 is below 30%
    [7, 4, 'better'],
    [8, 6, 'neither'],
    [8, 5, 'better'],
    [9, 7, 'neither'],
    [9, 6, 'better'],
    [10, 8, 'neither'],
    [10, 7, 'better'],
    [10, 10, 'neither'],
    [null, 5, 'na'],
    [5, null, 'na'],
  ] as const)('pain %s to %s: %s', (from, to, verdict) => {
    expect(comparePain(from, to)).toBe(verdict);
  });

  test.each([
    [3, 0, 'na'],
    [3, 7, 'na'],
    [3, 8, 'worse'],
    [4, 0, 'better'],
    [4, 1, 'neither'],
    [8, 4, 'better'],
    [8, 5, 'neither'],
    [9, 5, 'neither'],
    [9, 4, 'better'],
    [16, 11, 'better'],
    [17, 12, 'neither'], // 5 of 17 is below 30%
    [17, 11, 'better'],
    [20, 24, 'neither'],
    [19, 24, 'worse'],
    [20, 15, 'neither'],
    [20, 14, 'better'],
    [21, 24, 'na'],
    [21, 17, 'na'],
    [21, 14, 'better'],
    [24, 24, 'na'],
    [null, 3, 'na'],
    [3, null, 'na'],
    [21, null, 'na'],
  ] as const)('RMDQ %s to %s: %s', (from, to, verdict) => {
    expect(compareRmdq(from, to)).toBe(verdict);
  });

  const psfs = (...items: [string, number | null][]): Measures => ({
    ...emptyVisitRecord('first', '2026-03-16', 'UTC').measures,
    psfs: items.map(([activity, score]) => ({ activity, score })),
  });
  const three = psfs(['sit', 3], ['walk', 3], ['sleep', 3]);

  test.each([
    ['sum up 6 of 3', three, psfs(['sit', 5], ['walk', 5], ['sleep', 5]), 'better'],
    ['sum up 5 of 3', three, psfs(['sit', 5], ['walk', 5], ['sleep', 4]), 'neither'],
    ['sum down 6 of 3', three, psfs(['sit', 1], ['walk', 1], ['sleep', 1]), 'worse'],
    ['another order and spelling of case', three, psfs(['Walk ', 5], ['sleep', 5], ['sit', 5]), 'better'],
    ['another activity', three, psfs(['sit', 9], ['walk', 9], ['garden', 9]), 'na'],
    ['one not scored', three, psfs(['sit', 9], ['walk', 9], ['sleep', null]), 'na'],
    ['two only', psfs(['sit', 3], ['walk', 3]), psfs(['sit', 9], ['walk', 9]), 'na'],
    ['no names', psfs(['', 3], ['', 3], ['', 3]), psfs(['', 9], ['', 9], ['', 9]), 'na'],
  ] as const)('PSFS %s', (_name, before, after, verdict) => {
    expect(comparePsfs(before, after).verdict).toBe(verdict);
  });

  test.each([
    [[5, 0], [4, 0], 'better'],
    [[5, 0], [5, 0], 'neither'],
    [[5, 3], [4, 4], 'worse'],
    [[5, 3], [4, 3], 'better'],
    [[5, 5], [4, 5], 'neither'],
    [[5, 5], [4, 4], 'better'],
    [[0, 0], [0, 0], 'neither'],
    [[5, null], [4, 0], 'na'],
    [[3, null], [4, null], 'worse'],
    [[null, null], [4, 4], 'na'],
  ] as const)('level %j to %j: %s', (from, to, verdict) => {
    expect(compareLevels({ right: from[0], left: from[1] }, { right: to[0], left: to[1] })).toBe(verdict);
  });

  test('The worse leg counts at each visit', () => {
    const first = scored('first', { leg: 2, rmdq: 10 }, FIRST_ON);
    first.intake.legPain.left.average24h = 6;
    const now = scored('review', { leg: 5, rmdq: 10 });
    now.intake.legPain.left.average24h = 1;
    const { followUp } = compare(first, now);
    expect(followUp.text).toBe('Same: leg pain 6 to 5 (17%).');
  });

  test('The straight-leg raise supports and never decides', () => {
    const first = scored('first', { leg: 5, rmdq: 10 }, FIRST_ON);
    const now = scored('review', { leg: 5, rmdq: 10 });
    const reading = (p1AngleDeg: number): VisitRecord['slr']['right'] =>
      slrLeg({ stop: 'end', p1AngleDeg, ankle: 'neutral', method: 'goniometer', examiner: 'A' });
    first.slr.left = reading(60);
    now.slr.left = reading(50);
    const result = compare(first, now);
    expect(result.slrWorse).toBe(true);
    expect(result.followUp.result).toBe('SAME');
    expect(result.followUp.measures.find(({ measure }) => measure === 'slr_left')).toMatchObject({
      measure: 'slr_left',
      verdict: 'worse',
      text: 'straight-leg raise left 60 degrees to 50 degrees: worse (counts from 10 degrees (default))',
    });
    expect(result.followUp.measures.find(({ measure }) => measure === 'slr_right')?.verdict).toBe('withheld');
  });

  test('A leg that came up and down again is worse on the last check', () => {
    const reading = (p1AngleDeg: number): VisitRecord['slr']['right'] =>
      slrLeg({ stop: 'end', p1AngleDeg, ankle: 'neutral', method: 'goniometer', examiner: 'A' });
    const [first, between, now] = [scored('first', {}, FIRST_ON), scored('review', {}), scored('review', {})];
    first.slr.right = reading(40);
    between.slr.right = reading(70);
    now.slr.right = reading(50);
    expect(compare(first, now, between).slrWorse).toBe(true);
    expect(compare(first, now).slrWorse).toBe(false);
  });

  test('Labels, percent and error notes', () => {
    expect(compareScores({ leg: 6, rmdq: 10 }, { leg: 4, rmdq: 10 })).toMatchObject({
      result: 'SAME',
      label: 'one measure better (leg pain)',
      action: 'RE-TEACH',
    });
    expect(compareScores({ leg: 4, rmdq: 10 }, { leg: 6, rmdq: 10 })).toMatchObject({
      result: 'SAME',
      label: 'one measure worse (leg pain)',
      action: 'REVIEW 7 D',
    });
    expect(compareScores({ leg: 0, rmdq: 10 }, { leg: 1, rmdq: 10 }).text).toBe(
      'Not enough measures to compare: leg pain 0 to 1 (no leg pain at start).',
    );
    expect(compareScores({}, {}).text).toBe('Not enough measures to compare.');
    expect(compareScores({ leg: 8, rmdq: 10 }, { leg: 9, rmdq: 10 }).text).toBe('Same: leg pain 8 to 9 (-13%).');
    expect(compareScores({ leg: 5, rmdq: 18 }, { leg: 5, rmdq: 11 }).notes).toEqual(['RMDQ change may be within measurement error [77]']);
    expect(compareScores({ leg: 5, rmdq: 17 }, { leg: 5, rmdq: 10 }).notes).toEqual(['RMDQ change may be within measurement error [77]']);
    for (const [from, to] of [
      [18, 10],
      [16, 10],
      [18, 18],
      [18, 19],
    ] as const) {
      expect(compareScores({ leg: 5, rmdq: from }, { leg: 5, rmdq: to }).notes).toEqual([]);
    }
    expect(compareScores({ leg: 5, rmdq: 18 }, { leg: 5 }).notes).toEqual([]);
    expect(compareScores({ leg: 5, rmdq: 10 }, { leg: 5, rmdq: 10, grc: -2 }).notes).toEqual(['global rating of change: small change']);
  });

  test('Deciders without a baseline are named at the end of visit 1', () => {
    expect(unavailableDeciders(scored('first', {}))).toEqual(['leg', 'rmdq', 'psfs', 'level']);
    expect(unavailableDeciders(scored('first', { leg: 5, rmdq: 9, psfs: [1, 2, 3], level: 3 }))).toEqual([]);
    const oneSide = scored('first', { leg: 5, rmdq: 9, psfs: [1, 2, 3], level: 3 });
    oneSide.intake.level.left = null;
    expect(unavailableDeciders(oneSide)).toEqual(['level']);
    expect(unavailableDeciders(scored('first', { leg: 5, rmdq: 9, psfs: [1, 2], level: 3 }))).toEqual(['psfs']);
  });
});
