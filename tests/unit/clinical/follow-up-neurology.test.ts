import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { compareWithEarlier } from '../../../shared/clinical/follow-up.ts';
import { emptyNeuroExam } from '../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { compare, FIRST_ON, scored } from '../../helpers/follow-up-visits.ts';
import { earlierVisit, graded, normalVisit, power, VISIT_ON } from '../../helpers/normal-visit.ts';

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

  test('Power never graded before is not asked for again', () => {
    const first = base((record) => void (record.neuro.right.mrc = {}));
    expect(
      compare(
        first,
        now((record) => void (record.neuro.right.mrc = {})),
      ).followUp.notes,
    ).toEqual([]);
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
