import { describe, expect, test } from 'vitest';
import { compareByPoints, compareOdi, sbiSum, unavailableDeciders } from '../../../shared/clinical/follow-up-measures.ts';
import { odiPercentOf, startBackRisk } from '../../../shared/clinical/outcome-scores.ts';
import type { FollowUp } from '../../../shared/schemas/assessment.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { type Measures, measuresSchema, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { compare, FIRST_ON, scored } from '../../helpers/follow-up-visits.ts';

type Change = FollowUp['measures'][number];
const changeOf = (followUp: FollowUp, measure: Change['measure']): Change | undefined =>
  followUp.measures.find((each) => each.measure === measure);

function compared(before: Partial<Measures>, after: Partial<Measures>): FollowUp {
  const [first, now] = [scored('first', { leg: 5 }, FIRST_ON), scored('review', { leg: 5 })];
  Object.assign(first.measures, before);
  Object.assign(now.measures, after);
  return compare(first, now).followUp;
}

describe('6.3 RMDQ', () => {
  test('scores of forms that are worded differently are never compared', () => {
    const before = { rmdq: 14, rmdqVariant: 'back' } as const;
    expect(changeOf(compared(before, { rmdq: 6, rmdqVariant: 'back' }), 'rmdq')?.verdict).toBe('better');
    const other = changeOf(compared(before, { rmdq: 6, rmdqVariant: 'back_or_leg' }), 'rmdq');
    expect(other).toMatchObject({ verdict: 'na', from: '14', to: '6' });
    expect(other?.text).toContain('worded differently');
  });

  test('the ticks of an incomplete form are no score, now or then', () => {
    const incomplete = { rmdq: 6, rmdqForm: 'incomplete' } as const;
    expect(changeOf(compared({ rmdq: 14 }, incomplete), 'rmdq')?.verdict).toBe('na');
    expect(changeOf(compared(incomplete, { rmdq: 14 }), 'rmdq')?.verdict).toBe('na');
    const first = scored('first', { leg: 4, rmdq: 8, level: 3 });
    first.measures.rmdqForm = 'incomplete';
    expect(unavailableDeciders(first)).toContain('rmdq');
  });
});

describe('6.1 supporting measures', () => {
  test('are spoken of only where one was taken, and decide nothing', () => {
    const without = compared({}, {});
    expect(without.measures.map(({ measure }) => measure)).toEqual([
      'leg',
      'back',
      'rmdq',
      'psfs',
      'grc',
      'level',
      'slr_right',
      'slr_left',
    ]);
    const withThem = compared({ odiPercent: 60, lefs: 20 }, { odiPercent: 20, lefs: 70 });
    expect(changeOf(withThem, 'odi')?.verdict).toBe('better');
    expect(changeOf(withThem, 'lefs')?.verdict).toBe('better');
    expect(withThem.result).toBe(without.result);
    expect(withThem.better).toEqual(without.better);
  });

  test.each([
    [40, 30, 'neither'], // 10 points, but below 30% of the start
    [30, 20, 'better'],
    [30, 21, 'neither'],
    [30, 39, 'neither'],
    [30, 40, 'worse'],
    [null, 30, 'na'],
    [30, null, 'na'],
  ] as const)('ODI %s to %s: %s', (from, to, verdict) => {
    expect(compareOdi(from, to)).toBe(verdict);
  });

  test.each([
    [40, 48, 'neither'],
    [40, 49, 'better'],
    [40, 31, 'worse'],
    [40, 32, 'neither'],
  ] as const)('LEFS %s to %s: %s (high is better)', (from, to, verdict) => {
    expect(compareByPoints(from, to, 9, false)).toBe(verdict);
  });

  test.each([
    [18, 13, 'neither'],
    [18, 12, 'better'],
    [12, 17, 'neither'],
    [12, 18, 'worse'],
  ] as const)('6.8 SBI %s to %s: %s', (from, to, verdict) => {
    expect(compareByPoints(from, to, 6, true)).toBe(verdict);
  });

  test('6.8 the SBI is the sum of all four ratings or nothing', () => {
    expect(sbiSum({ sbi: { legPain: 3, numbness: 2, weakness: 0, sitting: 6 } })).toBe(11);
    expect(sbiSum({ sbi: { legPain: 3, numbness: null, weakness: 0, sitting: 6 } })).toBeNull();
  });

  test.each([
    [0, null, 'low'],
    [3, 3, 'low'],
    [4, 3, 'medium'],
    [4, 4, 'high'],
    [9, 5, 'high'],
    [7, 3, 'medium'],
    [4, null, null],
    [null, 4, null],
  ] as const)('6.6 STarT Back total %s, psychosocial %s: %s', (startBackTotal, startBackPsychosocial, risk) => {
    expect(startBackRisk({ startBackTotal, startBackPsychosocial })).toBe(risk);
  });

  test('6.7 the ODI percentage divides by 45 when one section is missed', () => {
    expect(odiPercentOf(20, 10)).toBe(40);
    expect(odiPercentOf(18, 9)).toBe(40);
    expect(odiPercentOf(17, 9)).toBe(38);
  });
});

describe('changes are shown with raw numbers, threshold and error band', () => {
  test('every measure has all four, each with its source', () => {
    const followUp = compared(
      { odiPercent: 30, lefs: 40, sbi: { legPain: 3, numbness: 3, weakness: 3, sitting: 3 } },
      { odiPercent: 30, lefs: 40, sbi: { legPain: 3, numbness: 3, weakness: 3, sitting: 3 } },
    );
    expect(followUp.measures).toHaveLength(11);
    for (const { to, rule, error, text } of followUp.measures) {
      expect(to).not.toBe('');
      expect(text).toContain(rule);
      expect(error).not.toBe('');
    }
    expect(changeOf(followUp, 'leg')).toMatchObject({
      from: '5',
      to: '5',
      error: 'detectable change 1.8 points [81]; 2.3 in stenosis [97]',
    });
  });

  test('since the last visit only where that is not the first', () => {
    const visits = [scored('first', { leg: 8 }, FIRST_ON), scored('review', { leg: 6 }), scored('review', { leg: 6 })] as const;
    expect(compare(visits[0], visits[1]).followUp.sinceLast).toEqual([]);
    const { followUp } = compare(visits[0], visits[2], visits[1]);
    expect(changeOf(followUp, 'leg')).toMatchObject({ from: '8', to: '6' });
    expect(followUp.sinceLast[0]).toMatchObject({ measure: 'leg', from: '6', to: '6', verdict: 'neither' });
  });
});

describe('scores that cannot be', () => {
  const refused = (changes: Partial<Measures>): string[] => {
    const record: VisitRecord = scored('first', {});
    Object.assign(record.measures, changes);
    return Object.entries(findVisitProblems(record, '1970-01-01')).map(([path, code]) => `${path} ${code}`);
  };

  test.each([
    ['rmdq', 25],
    ['rmdq', -1],
    ['rmdq', 3.5],
    ['odiPercent', 101],
    ['odiSections', 8],
    ['odiSections', 11],
    ['lefs', 81],
    ['grc', 6],
    ['startBackTotal', 10],
    ['startBackPsychosocial', 6],
  ] as const)('%s %s is refused by the schema', (field, value) => {
    const { measures } = scored('first', {});
    expect(measuresSchema.safeParse(measures).success).toBe(true);
    expect(measuresSchema.safeParse({ ...measures, [field]: value }).success).toBe(false);
  });

  test('an SBI rating of 7 and a PSFS score of 11 are refused by the schema', () => {
    const { measures } = scored('first', {});
    expect(measuresSchema.safeParse({ ...measures, sbi: { ...measures.sbi, sitting: 7 } }).success).toBe(false);
    expect(measuresSchema.safeParse({ ...measures, psfs: [{ activity: 'sit', score: 11 }] }).success).toBe(false);
  });

  test('an RMDQ of 0 needs the tick that none applies, and no other score may have it', () => {
    expect(refused({ rmdq: 0 })).toEqual(['measures.rmdq rmdq-zero']);
    expect(refused({ rmdq: 0, rmdqForm: 'none_apply' })).toEqual([]);
    expect(refused({ rmdq: 3, rmdqForm: 'none_apply' })).toEqual(['measures.rmdq rmdq-zero']);
    expect(refused({ rmdq: 3 })).toEqual([]);
  });

  test('6.7 an ODI percentage that is not the one of total and sections', () => {
    expect(refused({ odiPercent: 44, odiTotal: 20, odiSections: 10 })).toEqual(['measures.odiPercent odi-does-not-fit']);
    expect(refused({ odiPercent: 44, odiTotal: 20, odiSections: 9 })).toEqual([]);
    expect(refused({ odiPercent: 45, odiTotal: 20, odiSections: 9 })).toEqual([]);
    expect(refused({ odiPercent: 44 })).toEqual([]);
    expect(refused({ odiTotal: 46, odiSections: 9 })).toEqual(['measures.odiTotal out-of-range']);
  });

  test('6.6 a psychosocial part that cannot belong to the total', () => {
    expect(refused({ startBackTotal: 3, startBackPsychosocial: 4 })).toEqual(['measures.startBackPsychosocial psychosocial-does-not-fit']);
    expect(refused({ startBackTotal: 9, startBackPsychosocial: 4 })).toEqual(['measures.startBackPsychosocial psychosocial-does-not-fit']);
    expect(refused({ startBackTotal: 9, startBackPsychosocial: 5 })).toEqual([]);
  });
});
