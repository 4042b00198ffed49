import { describe, expect, test } from 'vitest';
import { visitRecordSchema, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { quietVisit, VISIT_ON } from '../../helpers/arbitrary-quiet-visit.ts';
import { slrLeg } from '../../helpers/normal-visit.ts';

// Combinations that cannot be, one by one. The window reads the same two: the schema for a value, `findVisitProblems` across fields.

const BORN = '1981-05-05';

function problems(change: (record: VisitRecord) => unknown): Record<string, string> {
  const record = quietVisit();
  change(record);
  expect(visitRecordSchema.safeParse(record).success).toBe(true);
  return findVisitProblems(record, BORN);
}

/** Whether the schema takes a value at a path of an otherwise valid visit. */
function takes(path: string, value: unknown): boolean {
  const record: unknown = structuredClone(quietVisit());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const branch = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], record);
  (branch as Record<string, unknown>)[last] = value;
  return visitRecordSchema.safeParse(record).success;
}

test('the visit these start from holds none', () => {
  expect(problems(() => undefined)).toEqual({});
});

describe('a bilateral answer with one side filled', () => {
  const both = (right: number | null, left: number | null): Record<string, string> =>
    problems(({ intake }) => {
      intake.side = 'both';
      intake.level = { right, left };
    });

  test('names the side that is missing', () => {
    expect(both(4, null)).toEqual({ 'intake.level.left': 'other-side-missing' });
    expect(both(null, 4)).toEqual({ 'intake.level.right': 'other-side-missing' });
    expect(both(null, null)).toEqual({});
    expect(both(4, 3)).toEqual({});
  });

  test('names the side on which the symptoms do not reach the leg', () => {
    expect(both(4, 0)).toEqual({ 'intake.level.left': 'not-both-legs' });
    expect(both(1, 4)).toEqual({ 'intake.level.right': 'not-both-legs' });
  });

  test('a mark on the chart fills a side as well', () => {
    expect(
      problems(({ intake }) => {
        intake.side = 'both';
        intake.level = { right: 4, left: null };
        intake.regions.left = ['calf'];
      }),
    ).toEqual({});
  });

  test('pain of one leg alone is refused, of one side alone when one side is named it is not', () => {
    const onePain = (side: VisitRecord['intake']['side']): Record<string, string> =>
      problems(({ intake }) => {
        intake.side = side;
        intake.level = { right: 3, left: 3 };
        intake.legPain.left.average24h = null;
      });
    expect(onePain('both')).toEqual({ 'intake.legPain.left.average24h': 'other-side-missing' });
    expect(onePain('right')).toEqual({});
  });
});

describe('angles of the straight-leg raise', () => {
  test('P1 on an untested leg, P2 below P1', () => {
    expect(problems(({ slr }) => (slr.right = { ...slrLeg({ p1AngleDeg: 40 }), tested: 'nt', reason: '' }))).toEqual({
      'slr.right.p1AngleDeg': 'angle-on-untested-leg',
    });
    expect(problems(({ slr }) => (slr.left = { ...slrLeg({ p1AngleDeg: 40 }), tested: 'declined', reason: '' }))).toEqual({
      'slr.left.p1AngleDeg': 'angle-on-untested-leg',
    });
    expect(problems(({ slr }) => (slr.left = slrLeg({ p1AngleDeg: 60, p2AngleDeg: 59 })))).toEqual({
      'slr.left.p2AngleDeg': 'p2-below-p1',
    });
  });

  test('121 degrees, -1 degree and 40.5 degrees', () => {
    expect([121, -1, 40.5, 120, 0].map((degrees) => takes('slr.right.p1AngleDeg', degrees))).toEqual([false, false, false, true, true]);
  });
});

describe('dates', () => {
  const TOMORROW = '2026-03-17';

  test.each<[string, (record: VisitRecord) => unknown, string]>([
    ['episode', ({ intake }) => [(intake.episodeStartedOn = TOMORROW), (intake.flareStartedOn = null)], 'intake.episodeStartedOn'],
    ['flare', ({ intake }) => (intake.flareStartedOn = TOMORROW), 'intake.flareStartedOn'],
    ['second leg', ({ intake }) => (intake.secondSideStartedOn = TOMORROW), 'intake.secondSideStartedOn'],
    ['weakness', ({ redFlags }) => (redFlags.weakStartedOn = TOMORROW), 'redFlags.weakStartedOn'],
    ['foot drop', ({ redFlags }) => (redFlags.dropStartedOn = TOMORROW), 'redFlags.dropStartedOn'],
    ['cold leg', ({ redFlags }) => (redFlags.coldStartedOn = TOMORROW), 'redFlags.coldStartedOn'],
    [
      'bladder',
      ({ redFlags }) => (redFlags.onsets['RF-01b'] = { startedOn: TOMORROW, worse: 'no', causeKnown: false }),
      'redFlags.onsets.RF-01b.startedOn',
    ],
    ['belly operation', ({ plan }) => (plan.abdominalSurgeryOn = TOMORROW), 'plan.abdominalSurgeryOn'],
  ])('a future onset: %s', (_words, change, field) => {
    expect(problems(change)).toEqual({ [field]: 'in-the-future' });
  });

  test('an onset before the birth, and today', () => {
    expect(problems(({ redFlags }) => (redFlags.weakStartedOn = '1981-05-04'))).toEqual({ 'redFlags.weakStartedOn': 'before-birth' });
    expect(problems(({ redFlags }) => (redFlags.weakStartedOn = VISIT_ON))).toEqual({});
  });

  test('a review before the visit', () => {
    expect(problems(({ plan }) => (plan.nextReviewOn = '2026-03-15'))).toEqual({ 'plan.nextReviewOn': 'review-before-visit' });
    expect(problems(({ plan }) => (plan.nextReviewOn = VISIT_ON))).toEqual({});
  });

  test('a flare before its episode', () => {
    expect(problems(({ intake }) => (intake.flareStartedOn = '2026-03-01'))).toEqual({ 'intake.flareStartedOn': 'flare-before-episode' });
  });

  test('a day that does not exist', () => {
    expect(['2026-02-30', '2026-13-01', '16.3.2026', ''].map((date) => takes('intake.flareStartedOn', date))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('scores and grades', () => {
  test.each<[string, string, unknown, unknown]>([
    ['RMDQ 25', 'measures.rmdq', 25, 24],
    [
      'MRC 6',
      'neuro.right.mrc.DF',
      { state: 'tested', grade: '6', painLimited: false },
      { state: 'tested', grade: '5', painLimited: false },
    ],
    ['reflex 5', 'neuro.left.reflex.ankle', { state: 'tested', grade: 5 }, { state: 'tested', grade: 4 }],
    ['sensation 3', 'neuro.left.sensation.L5', { state: 'tested', grade: 3 }, { state: 'tested', grade: 2 }],
    ['negative days of home care', 'intake.homeCareDays', -1, 0],
    ['half a day of home care', 'intake.homeCareDays', 1.5, 1],
    ['pain 11', 'intake.legPain.right.average24h', 11, 10],
    ['pain -1', 'intake.backPain.now', -1, 0],
    ['level 6', 'intake.level.right', 6, 5],
    ['no flare at all', 'intake.flaresInSixMonths', 0, 1],
    ['11 heel raises', 'neuro.right.heelRaise.count', 11, 10],
    ['week 46', 'intake.pregnantWeeks', 46, 45],
  ])('%s', (_words, path, bad, good) => {
    expect(takes(path, bad)).toBe(false);
    expect(takes(path, good)).toBe(true);
  });

  test('a quality of a place that is not marked', () => {
    expect(problems(({ intake }) => (intake.qualities.left = { calf: ['numb'] }))).toEqual({
      'intake.regions.left.calf': 'quality-without-region',
    });
  });
});
