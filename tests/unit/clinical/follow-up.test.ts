import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { compareLevels, comparePain, comparePsfs, compareRmdq, unavailableDeciders } from '../../../shared/clinical/follow-up-measures.ts';
import { compareWithEarlier, type EarlierComparison } from '../../../shared/clinical/follow-up.ts';
import type { FollowUp } from '../../../shared/schemas/assessment.ts';
import { emptyNeuroExam } from '../../../shared/schemas/neuro-exam.ts';
import type { Measures, VisitRecord } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { earlierVisit, graded, normalVisit, power, slrLeg, VISIT_ON } from '../../helpers/normal-visit.ts';

type Scores = {
  leg?: number;
  back?: number;
  rmdq?: number;
  psfs?: number[];
  grc?: number;
  level?: number;
  homeCareDays?: number;
  settled?: 'yes' | 'no';
};

/** A visit with a complete normal examination on which only the given scores are recorded (spec 8.4). */
function scored(contact: 'first' | 'review', scores: Scores, visitOn = VISIT_ON): VisitRecord {
  const record = normalVisit(contact, visitOn);
  const { leg = null, back = null, rmdq = null, psfs = [], grc = null, level = null, homeCareDays = null, settled } = scores;
  record.intake.level = level === null ? { right: null, left: null } : { right: level, left: 0 };
  record.intake.legPain.right.average24h = leg;
  record.intake.backPain.average24h = back;
  record.intake.homeCareDays = homeCareDays;
  record.measures = {
    rmdq,
    grc,
    psfs: psfs.map((score, index) => ({ activity: `activity ${index + 1}`, score })),
    peripheralizationSettled: settled ?? 'unasked',
  };
  return record;
}

const FIRST_ON = addDays(VISIT_ON, -9);

function compare(first: VisitRecord, now: VisitRecord, ...between: VisitRecord[]): EarlierComparison & { followUp: FollowUp } {
  const result = compareWithEarlier(now, [first, ...between].map(earlierVisit));
  if (result.followUp === null) throw new Error('a review has a follow-up result');
  return { ...result, followUp: result.followUp };
}

function compareScores(before: Scores, after: Scores): FollowUp {
  return compare(scored('first', before, FIRST_ON), scored('review', after)).followUp;
}

/** The output line of spec 8.4: result; better; worse; neurology or notes; action. */
function line({ result, better, worse, neurology, notes, action }: FollowUp): string {
  const list = (items: readonly string[]): string => (items.length === 0 ? '-' : items.join(','));
  const parts = [result, `better ${list(better)}`, `worse ${list(worse)}`];
  if (neurology.length > 0) parts.push(`neuro ${list(neurology)}`);
  parts.push(...notes, action);
  return parts.join('; ');
}

describe('Worked examples', () => {
  test('W1', () => {
    const followUp = compareScores({ leg: 8, rmdq: 14, psfs: [2, 3, 3], level: 5 }, { leg: 5, rmdq: 8, psfs: [5, 5, 5], level: 3, grc: 3 });
    expect(line(followUp)).toBe('IMPROVED; better leg,rmdq,psfs,grc,level; worse -; NEXT PHASE');
    expect(followUp.text).toBe('IMPROVED: leg pain 8 to 5 (38%), activity score 2.7 to 5.0.');
  });

  test('W2', () => {
    const followUp = compareScores(
      { leg: 6, rmdq: 12, psfs: [3, 3, 3], level: 4 },
      { leg: 5, rmdq: 10, psfs: [4, 4, 4], level: 4, grc: 1, homeCareDays: 8 },
    );
    expect(line(followUp)).toBe('SAME; better -; worse -; RE-EXAMINE');
    expect(followUp.label).toBe('');
    expect(followUp.text).toBe('SAME: leg pain 6 to 5 (17%), activity score 3.0 to 4.0.');
  });

  test('W3', () => {
    const now = scored('review', { leg: 3, rmdq: 6 });
    now.neuro.right.mrc.EHL = power('4');
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('NEURO WORSE; better leg,rmdq; worse -; neuro power EHL R; RED-FLAG URGENCY');
    expect(result.drop).toBe(true);
  });

  test('W4', () => {
    const followUp = compareScores({ leg: 4 }, { leg: 4 });
    expect(line(followUp)).toBe('NOT ENOUGH DATA; better -; worse -; COLLECT');
    expect(followUp.text).toBe('NOT ENOUGH DATA: leg pain 4 to 4 (0%).');
  });

  test('W5', () => {
    const followUp = compareScores({ leg: 4, rmdq: 9 }, { leg: 6, rmdq: 14, grc: -3 });
    expect(line(followUp)).toBe('WORSE; better -; worse leg,rmdq,grc; REVIEW 7 D');
    expect(followUp.text).toBe('WORSE: leg pain 4 to 6 (-50%).');
    expect(followUp.actionText).toContain('M07, M14 to M17');
  });

  test('W6: row 3 of the result wins over MIXED', () => {
    const followUp = compareScores(
      { leg: 4, rmdq: 14, psfs: [3, 3, 3], level: 4 },
      { leg: 6, rmdq: 7, psfs: [6, 6, 6], level: 5, settled: 'yes' },
    );
    expect(line(followUp)).toBe('WORSE; better rmdq,psfs; worse leg,level; REVIEW 7 D');
  });

  test('W7', () => {
    const now = scored('review', { leg: 5, rmdq: 12 });
    now.neuro.right.reflex.ankle = graded(0);
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('NEURO WORSE; better -; worse -; neuro reflex ankle R; RED-FLAG URGENCY');
    expect(result.reflexFall2).toBe(true);
  });

  test('W8', () => {
    const now = scored('review', { leg: 5, rmdq: 12, homeCareDays: 3 });
    now.neuro.right.reflex.ankle = graded(1);
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('SAME; better -; worse -; reflex one grade lower ankle R; RE-TEACH');
    expect(result.reflexFall2).toBe(false);
  });
});

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
  ] as const)('RMDQ %s to %s: %s', (from, to, verdict) => {
    expect(compareRmdq(from, to)).toBe(verdict);
  });

  const psfs = (...items: [string, number | null][]): Measures => ({
    rmdq: null,
    grc: null,
    peripheralizationSettled: 'unasked',
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
    expect(followUp.text).toBe('SAME: leg pain 6 to 5 (17%).');
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
    expect(result.followUp.measures.find(({ measure }) => measure === 'slr_left')).toEqual({
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
    expect(compareScores({ leg: 0, rmdq: 10 }, { leg: 1, rmdq: 10 }).text).toBe('NOT ENOUGH DATA: leg pain 0 to 1 (no leg pain at start).');
    expect(compareScores({}, {}).text).toBe('NOT ENOUGH DATA.');
    expect(compareScores({ leg: 8, rmdq: 10 }, { leg: 9, rmdq: 10 }).text).toBe('SAME: leg pain 8 to 9 (-13%).');
    expect(compareScores({ leg: 5, rmdq: 18 }, { leg: 5, rmdq: 11 }).notes).toEqual(['RMDQ change may be within measurement error [77]']);
    expect(compareScores({ leg: 5, rmdq: 18 }, { leg: 5, rmdq: 10 }).notes).toEqual([]);
    expect(compareScores({ leg: 5, rmdq: 10 }, { leg: 5, rmdq: 10, grc: -2 }).notes).toEqual(['global rating of change: small change']);
  });
});

describe('Result and action', () => {
  test('A worse level with neutral leg pain needs a rating of -1', () => {
    const before = { leg: 5, rmdq: 14, level: 3 };
    const after = { leg: 5, rmdq: 14, level: 4, settled: 'yes' } as const;
    expect(compareScores(before, { ...after, grc: -1 }).result).toBe('WORSE');
    expect(compareScores(before, { ...after, grc: 0 }).result).toBe('SAME');
    expect(compareScores(before, after).result).toBe('SAME');
  });

  test('A worse level not settled the same day is reviewed within 48 hours', () => {
    const before = { leg: 5, rmdq: 14, level: 3 };
    const after = { leg: 3, rmdq: 7, level: 4 };
    expect(compareScores(before, after)).toMatchObject({ result: 'MIXED', action: 'REVIEW 48 H' });
    expect(compareScores(before, { ...after, settled: 'no' }).action).toBe('REVIEW 48 H');
    expect(compareScores(before, { ...after, settled: 'yes' }).action).toBe('NOTE');
  });

  test('Two worse with one better is mixed', () => {
    expect(compareScores({ leg: 4, rmdq: 9, psfs: [3, 3, 3] }, { leg: 6, rmdq: 14, psfs: [6, 6, 6] }).result).toBe('MIXED');
  });

  test('From day 42 an opinion is added, except when improved or without data', () => {
    const at = (days: number, before: Scores, after: Scores): string =>
      compare(scored('first', before, addDays(VISIT_ON, -days)), scored('review', after)).followUp.action;
    expect(at(41, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 })).toBe('RE-TEACH');
    expect(at(42, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 })).toBe('RE-TEACH + FU-03');
    expect(at(42, { leg: 8, rmdq: 14 }, { leg: 4, rmdq: 7 })).toBe('NEXT PHASE');
    expect(at(42, { leg: 8 }, { leg: 4 })).toBe('COLLECT');
  });

  test('Recovered needs every figure and a complete examination', () => {
    const before = { leg: 5, back: 4, rmdq: 12 };
    const after = scored('review', { leg: 0, back: 0, rmdq: 2, grc: 4 });
    after.redFlags.answers = { 'RF-10a': 'no', 'RF-10b': 'no' };
    const first = scored('first', before, FIRST_ON);
    const recovered = (change: (record: VisitRecord) => void): boolean => {
      const record = structuredClone(after);
      change(record);
      return compare(first, record).followUp.recovered;
    };
    expect(recovered(() => undefined)).toBe(true);
    expect(recovered((record) => void (record.intake.backPain.average24h = null))).toBe(false);
    expect(recovered((record) => void (record.measures.rmdq = 3))).toBe(false);
    expect(recovered((record) => void (record.measures.grc = 3))).toBe(false);
    expect(recovered((record) => void (record.redFlags.answers = {}))).toBe(false);
    expect(recovered((record) => void (record.neuro.left.reflex = {}))).toBe(false);
    expect(recovered((record) => void (record.neuro.left.sensation.S1 = graded(1)))).toBe(false);
  });

  test('Nothing is compared at a first visit', () => {
    const empty = { drop: false, reflexFall2: false, slrWorse: false, daysSinceFirst: null, followUp: null };
    const earlier = [earlierVisit(normalVisit('first', FIRST_ON))];
    expect(compareWithEarlier(normalVisit('first'), earlier)).toEqual(empty);
    expect(compareWithEarlier(normalVisit('review'), [])).toEqual(empty);
  });

  test('The baseline is the first visit of the current episode', () => {
    const older = scored('first', { leg: 9, rmdq: 20 }, addDays(VISIT_ON, -300));
    const first = scored('first', { leg: 6, rmdq: 12 }, FIRST_ON);
    const result = compareWithEarlier(scored('review', { leg: 3, rmdq: 6 }), [older, first].map(earlierVisit));
    expect(result.daysSinceFirst).toBe(9);
    expect(result.followUp?.text).toBe('IMPROVED: leg pain 6 to 3 (50%).');
    const noneFirst = compareWithEarlier(
      scored('review', { leg: 3 }),
      [scored('review', { leg: 8 }, addDays(VISIT_ON, -30))].map(earlierVisit),
    );
    expect(noneFirst.daysSinceFirst).toBe(30);
  });

  test('Deciders without a baseline are named at the end of visit 1', () => {
    expect(unavailableDeciders(scored('first', {}))).toEqual(['leg', 'rmdq', 'psfs', 'level']);
    expect(unavailableDeciders(scored('first', { leg: 5, rmdq: 9, psfs: [1, 2, 3], level: 3 }))).toEqual([]);
  });
});

describe('Neurology', () => {
  const base = (change: (record: VisitRecord) => void = () => undefined): VisitRecord => {
    const record = scored('first', { leg: 5, rmdq: 9 }, FIRST_ON);
    change(record);
    return record;
  };
  const now = (change: (record: VisitRecord) => void): VisitRecord => {
    const record = scored('review', { leg: 5, rmdq: 9 });
    change(record);
    return record;
  };

  test('4+ to 4- is no drop; 4 to 3 is', () => {
    const first = base((record) => void (record.neuro.left.mrc.DF = power('4+')));
    expect(
      compare(
        first,
        now((record) => void (record.neuro.left.mrc.DF = power('4-'))),
      ).drop,
    ).toBe(false);
    const fallen = compare(
      first,
      now((record) => void (record.neuro.left.mrc.DF = power('3'))),
    );
    expect(fallen.drop).toBe(true);
    expect(fallen.followUp.neurology).toEqual(['power DF L']);
  });

  test('Grades limited by pain, carried or untested are skipped on either side and said', () => {
    const first = base();
    for (const cell of [
      power('2', true),
      { state: 'carried', grade: '2' },
      { state: 'nt', reason: '' },
      { state: 'declined', reason: '' },
    ] as const) {
      const result = compare(
        first,
        now((record) => void (record.neuro.right.mrc.EHL = cell)),
      );
      expect(result.drop).toBe(false);
      expect(result.followUp.neurology).toEqual([]);
      expect(result.followUp.notes).toEqual(['power not re-tested EHL R']);
    }
    const painful = base((record) => void (record.neuro.right.mrc.EHL = power('5', true)));
    expect(
      compare(
        painful,
        now((record) => void (record.neuro.right.mrc.EHL = power('4'))),
      ).drop,
    ).toBe(false);
  });

  test('A phone contact reports no power as missing', () => {
    const phone = { ...normalVisit('phone'), neuro: emptyNeuroExam() };
    expect(compare(base(), phone).followUp).toMatchObject({ result: 'NOT ENOUGH DATA', neurology: [], notes: [] });
  });

  test('A low grade never tested before is an item, and not a drop', () => {
    const first = base((record) => void delete record.neuro.right.mrc.HE);
    const result = compare(
      first,
      now((record) => void (record.neuro.right.mrc.HE = power('3'))),
    );
    expect(result.followUp.neurology).toEqual(['power HE R']);
    expect(result.drop).toBe(false);
    expect(
      compare(
        first,
        now((record) => void (record.neuro.right.mrc.HE = power('4'))),
      ).followUp.neurology,
    ).toEqual([]);
  });

  test('A low grade that was low before is no item; a better one is said', () => {
    const first = base((record) => void (record.neuro.right.mrc.DF = power('2')));
    expect(
      compare(
        first,
        now((record) => void (record.neuro.right.mrc.DF = power('2'))),
      ).followUp.neurology,
    ).toEqual([]);
    const better = compare(
      first,
      now((record) => void (record.neuro.right.mrc.DF = power('3'))),
    );
    expect(better.followUp.neurology).toEqual([]);
    expect(better.followUp.notes).toEqual(['power better DF R']);
  });

  test('A fall against the last visit counts, also with a phone contact in between', () => {
    const first = base((record) => void (record.neuro.right.mrc.EHL = power('4')));
    const improved = now((record) => void (record.neuro.right.mrc.EHL = power('5')));
    const today = now((record) => void (record.neuro.right.mrc.EHL = power('4')));
    expect(compare(first, today, improved).drop).toBe(true);
    const phone: VisitRecord = { ...normalVisit('phone'), neuro: { ...today.neuro, right: { ...today.neuro.right, mrc: {} } } };
    expect(compare(first, today, improved, phone).drop).toBe(true);
    expect(compare(first, today).drop).toBe(false);
  });

  test('A key point that was normal and is now changed is an item', () => {
    const changed = now((record) => void (record.neuro.left.sensation.L5 = graded(1)));
    expect(compare(base(), changed).followUp.neurology).toEqual(['sensation L5 L']);
    expect(
      compare(
        base((record) => void (record.neuro.left.sensation.L5 = graded(1))),
        changed,
      ).followUp.neurology,
    ).toEqual([]);
    expect(
      compare(
        base((record) => void (record.neuro.left.sensation = {})),
        changed,
      ).followUp.neurology,
    ).toEqual([]);
  });

  test('A new cauda equina item is an item unless it is old with a known cause or was there last time', () => {
    const bladder = (onset: { days: number | null; worse: 'yes' | 'no'; causeKnown: boolean } | null): VisitRecord =>
      now((record) => {
        record.redFlags.answers['RF-01b'] = 'yes';
        if (onset !== null) {
          const startedOn = onset.days === null ? null : addDays(VISIT_ON, -onset.days);
          record.redFlags.onsets['RF-01b'] = { startedOn, worse: onset.worse, causeKnown: onset.causeKnown };
        }
      });
    const items = (record: VisitRecord, first = base()): string[] => compare(first, record).followUp.neurology;
    const newItem = 'new cauda equina item RF-01b';
    expect(items(bladder(null))).toEqual([newItem]);
    expect(items(bladder({ days: 14, worse: 'no', causeKnown: true }))).toEqual([newItem]);
    expect(items(bladder({ days: 15, worse: 'no', causeKnown: true }))).toEqual([]);
    expect(items(bladder({ days: 15, worse: 'no', causeKnown: false }))).toEqual([]);
    expect(items(bladder({ days: 15, worse: 'yes', causeKnown: true }))).toEqual([newItem]);
    expect(items(bladder({ days: null, worse: 'no', causeKnown: true }))).toEqual([newItem]);
    expect(
      items(
        bladder(null),
        base((record) => void (record.redFlags.answers['RF-01b'] = 'yes')),
      ),
    ).toEqual([]);
    expect(
      items(
        bladder(null),
        base((record) => void (record.redFlags.answers['RF-01b'] = 'unsure')),
      ),
    ).toEqual([newItem]);
    expect(items(now((record) => void (record.otherExam.saddle = 'abnormal')))).toEqual(['new cauda equina item RF-04x']);
  });

  test('Exchanging left and right exchanges the items and nothing else', () => {
    fc.assert(
      fc.property(arbitraryVisit(FIRST_ON), arbitraryVisit(addDays(VISIT_ON, -3)), arbitraryVisit(), (first, between, last) => {
        const visits = [
          { ...first, contact: 'first' as const },
          { ...between, contact: 'review' as const },
        ];
        const today = { ...last, contact: 'review' as const };
        const here = compareWithEarlier(today, visits.map(earlierVisit));
        const there = compareWithEarlier(mirrorVisit(today), visits.map(mirrorVisit).map(earlierVisit));
        const exchange = (items: readonly string[] = []): string[] =>
          items.map((item) => item.replace(/ ([RL])$/, (_, letter: string) => (letter === 'R' ? ' L' : ' R'))).toSorted();
        expect({ ...there, followUp: null }).toEqual({ ...here, followUp: null });
        expect(there.followUp?.neurology.toSorted()).toEqual(exchange(here.followUp?.neurology));
        expect(there.followUp?.notes.toSorted()).toEqual(exchange(here.followUp?.notes));
        for (const field of ['result', 'label', 'text', 'better', 'worse', 'recovered', 'action', 'actionText'] as const) {
          expect(there.followUp?.[field]).toEqual(here.followUp?.[field]);
        }
      }),
    );
  });

  test('A visit compared with itself has no neurology item but a low grade cannot hide', () => {
    fc.assert(
      fc.property(arbitraryVisit(), (record) => {
        const first = { ...record, contact: 'first' as const };
        const again = compareWithEarlier({ ...record, contact: 'review' }, [earlierVisit(first)]);
        expect(again).toMatchObject({ drop: false, reflexFall2: false, slrWorse: false, daysSinceFirst: 0 });
        expect(again.followUp?.neurology).toEqual([]);
        expect(again.followUp?.result).not.toBe('NEURO WORSE');
      }),
    );
  });
});
