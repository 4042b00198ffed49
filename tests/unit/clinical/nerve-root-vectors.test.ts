import { describe, expect, test } from 'vitest';
import type { Side } from '../../../shared/schemas/common.ts';
import type { NeuroSide } from '../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { graded, power, slrLeg } from '../../helpers/normal-visit.ts';
import { assess, line, marked, slrPositive, t1, visit } from '../../helpers/root-visit.ts';

type Vector = { id: string; change: (right: NeuroSide, record: VisitRecord) => void; expected: string; side?: Side; hold?: boolean };

const VECTORS: readonly Vector[] = [
  { id: 'T1', change: t1, expected: 'CONSISTENT L5 0/0/6/1 gap 5 f3' },
  {
    id: 'T2',
    change: (right, record) => {
      right.reflex.ankle = graded(0);
      right.heelRaise.count = 3;
      marked(record, 5, 'sole');
      slrPositive(record);
    },
    expected: 'CONSISTENT S1 0/0/1/6 gap 5 f3',
  },
  {
    id: 'T3',
    change: (right, record) => {
      right.reflex.knee = graded(1);
      right.femoralStretch = 'pos';
      marked(record, 4, 'inner_shin');
    },
    expected: 'POSSIBLE L4 2/4/0/0 gap 2 f3',
  },
  {
    id: 'T4',
    change: (right, record) => {
      right.mrc.DF = power('4');
      marked(record, 4);
      slrPositive(record);
    },
    expected: 'SIGN WITHOUT LEVEL 0/1/2/1 gap 1 f3',
  },
  {
    id: 'T5',
    change: (_right, record) => {
      marked(record, 4, 'calf');
      slrPositive(record);
    },
    expected: 'IRRITATION WITHOUT LEVEL 0/0/1/1 gap 0 f2',
  },
  {
    id: 'T6',
    change: (right, record) => {
      right.mrc.EHL = power('3');
      right.reflex.ankle = graded(0);
      right.sensation.L5 = graded(1);
      right.sensation.S1 = graded(1);
      marked(record, 5);
      slrPositive(record);
    },
    expected: 'MORE THAN ONE ROOT L5,S1 0/0/5/5 gap 0 f3',
  },
  {
    id: 'T7',
    change: (_right, record) => {
      record.slr.right = slrLeg({ stop: 'back', feltIn: 'none', p1AngleDeg: 50, level: 1 }, { df: 'same' });
      marked(record, 1, 'back');
    },
    expected: 'NO ROOT PATTERN 0/0/0/0 gap 0 f0',
  },
  {
    id: 'T8',
    change: (right, record) => {
      right.reflex.ankle = graded(0);
      record.neuro.left.reflex.ankle = graded(0);
    },
    expected: 'NO ROOT PATTERN 0/0/0/0 gap 0 f0 {NEUROPATHY}',
  },
  {
    id: 'T9',
    change: (right, record) => {
      right.reflex.knee = graded(1);
      right.mrc.KE = power('4');
      right.sensation.L4 = graded(1);
      right.femoralStretch = 'pos';
      marked(record, 3);
    },
    expected: 'CONSISTENT L4 3/6/0/0 gap 3 f2',
  },
  {
    id: 'T10',
    change: (right, record) => {
      right.reflex.knee = graded(1);
      right.mrc.KE = power('4');
      right.femoralStretch = 'pos';
      marked(record, 3);
    },
    expected: 'POSSIBLE L4 3/4/0/0 gap 1 f2',
  },
  {
    id: 'T11',
    change: (right, record) => {
      right.mrc.HF = power('4');
      right.mrc.KE = power('4');
      right.reflex.knee = graded(1);
      right.sensation.U = graded(1);
      right.femoralStretch = 'pos';
      marked(record, 3, 'front_thigh');
    },
    expected: 'CONSISTENT U 7/4/0/0 gap 3 f2',
  },
  {
    id: 'T12',
    change: (right, record) => {
      t1(right, record);
      record.neuro.left.reflex = {};
    },
    expected: 'NOT ENOUGH DATA [knee reflex L; ankle reflex L] 0/0/6/1 gap 5 f3',
  },
  {
    id: 'T13',
    change: (right, record) => {
      t1(right, record);
      right.reflex.ankle = graded(4);
      record.neuro.left.reflex.ankle = graded(4);
      record.neuro.plantarUp = 'yes';
    },
    expected: 'UPPER MOTOR NEURONE 0/0/6/1 gap 5 f3 {BRISK}',
  },
  {
    id: 'T14',
    side: 'left',
    change: (right) => {
      right.reflex.ankle = graded(3);
    },
    expected: 'NO ROOT PATTERN 0/0/0/0 gap 0 f0',
  },
  {
    id: 'T15',
    change: (right, record) => {
      right.heelRaise.count = 0;
      right.reflex.ankle = graded(1);
      marked(record, 4, 'calf');
      slrPositive(record);
    },
    expected: 'CONSISTENT S1 0/0/1/5 gap 4 f3',
  },
  {
    id: 'T16',
    change: (right, record) => {
      marked(record, 3, 'front_thigh');
      delete right.mrc.KE;
      right.femoralStretch = 'nt';
    },
    expected: 'NOT ENOUGH DATA [KE R; femoral stretch R] 1/0/0/0 gap 1 f0',
  },
  {
    id: 'T17',
    hold: true,
    change: (_right, record) => {
      marked(record, 4, 'calf');
      record.intake.legWorseThanBack = 'yes';
    },
    expected: 'NO ROOT PATTERN 0/0/0/0 gap 0 f2',
  },
  {
    id: 'T18',
    hold: true,
    change: (_right, record) => {
      marked(record, 4, 'calf');
      record.intake.legWorseThanBack = 'yes';
      slrPositive(record);
    },
    expected: 'HELD 0/0/1/1 gap 0 f3',
  },
  {
    id: 'T19',
    change: (right, record) => {
      right.mrc.DF = power('2', true);
      marked(record, 4);
      slrPositive(record);
    },
    expected: 'NOT ENOUGH DATA [DF R] 0/0/1/1 gap 0 f2 {RETEST DF}',
  },
];

describe('Worked examples of the root statement', () => {
  test.each(VECTORS)('$id', ({ change, expected, side = 'right', hold = false }) => {
    const result = assess(visit(change), { right: hold, left: false });
    expect(line(result.root[side])).toBe(expected);
  });

  test.each(VECTORS)('$id on the left', ({ change, expected, side = 'right', hold = false }) => {
    const result = assess(mirrorVisit(visit(change)), { right: false, left: hold });
    const mirrored = expected.replaceAll(/ ([RL])(?=[;\]])/g, (_, letter: string) => (letter === 'R' ? ' L' : ' R'));
    expect(line(result.root[side === 'right' ? 'left' : 'right'])).toBe(mirrored);
  });

  test('Texts name the root, the side and the finding', () => {
    const textOf = (id: string): string => {
      const vector = VECTORS.find((each) => each.id === id);
      if (vector === undefined) throw new Error(`no vector ${id}`);
      return assess(visit(vector.change), { right: vector.hold ?? false, left: false }).root.right.text;
    };
    expect(textOf('T1')).toBe('Findings are consistent with L5 nerve-root involvement on the right.');
    expect(textOf('T3')).toBe('Some findings fit L4 (right). The pattern is incomplete.');
    expect(textOf('T4')).toBe('There is a sign of nerve loss (ankle dorsiflexion power 4 of 5 on the right) but it does not fit one root.');
    expect(textOf('T5')).toBe(
      'Leg symptoms behave like nerve-root irritation. No clear loss of power, feeling or reflex. Level not determined.',
    );
    expect(textOf('T6')).toBe(
      'Findings involve more than one root: L5; S1. Check cauda equina questions, stenosis, plexus and peripheral nerve causes.',
    );
    expect(textOf('T7')).toBe('No nerve-root pattern was found. Consider other sources (see list).');
    expect(textOf('T11')).toBe('Findings are consistent with upper lumbar, L2/L3 nerve-root involvement on the right.');
    expect(textOf('T12')).toBe(
      'The examination is not complete enough to comment on a nerve root. Missing: knee reflex (left), ankle reflex (left).',
    );
    expect(textOf('T13')).toBe('Signs suggest a problem above the lumbar roots (upper motor neurone).');
    expect(textOf('T18')).toBe('No comment on nerve irritation until the clot or blood-flow question for this leg is settled.');
  });
});
