import { describe, expect, test } from 'vitest';
import { effectivePower } from '../../../shared/clinical/nerve-roots.ts';
import type { Region } from '../../../shared/schemas/body-chart.ts';
import { type Muscle, MUSCLES, type NeuroSide } from '../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { graded, power } from '../../helpers/normal-visit.ts';
import { assess, line, marked, slrPositive, visit } from '../../helpers/root-visit.ts';

describe('Points', () => {
  const scoresOf = (change: (right: NeuroSide, record: VisitRecord) => void): string => {
    const { U, L4, L5, S1 } = assess(visit(change)).root.right.scores;
    return `${U}/${L4}/${L5}/${S1}`;
  };

  const ONE_MUSCLE: Readonly<Record<Muscle, string>> = {
    HF: '2/0/0/0',
    KE: '1/1/0/0',
    DF: '0/1/1/0',
    EHL: '0/0/2/0',
    ABD: '0/0/1/0',
    INV: '0/0/1/0',
    EV: '0/0/1/1',
    PF: '0/0/0/2',
    HE: '0/0/0/1',
  };
  test.each(MUSCLES)('%s weak', (muscle) => {
    for (const grade of ['0', '3', '4+'] as const) {
      expect(scoresOf((right) => void (right.mrc[muscle] = power(grade)))).toBe(ONE_MUSCLE[muscle]);
    }
  });

  test('Motor points stop at two a root', () => {
    const allWeak = (right: NeuroSide): void => {
      for (const muscle of MUSCLES) right.mrc[muscle] = power('4');
    };
    expect(scoresOf(allWeak)).toBe('2/2/2/2');
  });

  test('Reflexes, key points, areas and tension tests', () => {
    expect(scoresOf((right) => void (right.reflex.knee = graded(1)))).toBe('1/2/0/0');
    expect(scoresOf((right) => void (right.reflex.ankle = graded(1)))).toBe('0/0/0/2');
    expect(scoresOf((right) => void (right.sensation = { U: graded(1), L4: graded(0), L5: graded(2), S1: graded(1) }))).toBe('2/2/0/2');
    expect(scoresOf((right) => void (right.slump = 'pos'))).toBe('0/0/1/1');
    expect(scoresOf((right) => void (right.femoralStretch = 'pos'))).toBe('1/1/0/0');
    expect(
      scoresOf((right, record) => {
        right.slump = 'pos';
        slrPositive(record);
      }),
    ).toBe('0/0/1/1');
    expect(scoresOf((_right, record) => marked(record, 5, 'outer_shin', 'top_foot', 'big_toe', 'heel'))).toBe('0/0/1/1');
    expect(scoresOf((_right, record) => marked(record, 5, 'buttock', 'back_thigh', 'calf', 'back'))).toBe('0/0/0/0');
  });

  test.each<[Region, string]>([
    ['groin', '1/0/0/0'],
    ['front_thigh', '1/0/0/0'],
    ['inner_shin', '0/1/0/0'],
    ['outer_shin', '0/0/1/0'],
    ['top_foot', '0/0/1/0'],
    ['big_toe', '0/0/1/0'],
    ['outer_foot', '0/0/0/1'],
    ['little_toe', '0/0/0/1'],
    ['heel', '0/0/0/1'],
    ['sole', '0/0/0/1'],
  ])('the region %s by itself', (region, scores) => {
    expect(scoresOf((_right, record) => marked(record, 5, region))).toBe(scores);
  });

  test('Symmetrical loss of power and feeling counts on both sides; a symmetrical low reflex on neither', () => {
    const result = assess(
      visit((right, record) => {
        for (const side of [right, record.neuro.left]) {
          side.mrc.EHL = power('4');
          side.sensation.S1 = graded(1);
          side.reflex.knee = graded(1);
        }
      }),
    );
    for (const side of ['right', 'left'] as const) expect(result.root[side].scores).toEqual({ U: 0, L4: 0, L5: 2, S1: 2 });
  });

  const outputOf = (change: (right: NeuroSide, record: VisitRecord) => void): string => line(assess(visit(change)).root.right);

  test('Edges of the outputs', () => {
    const l4 = (right: NeuroSide): void => {
      right.reflex.knee = graded(1);
      right.sensation.L4 = graded(1);
      right.femoralStretch = 'pos';
    };
    expect(
      outputOf((right, record) => {
        l4(right);
        marked(record, 3, 'front_thigh');
      }),
    ).toBe('CONSISTENT L4 3/5/0/0 gap 2 f2');
    expect(
      outputOf((right, record) => {
        right.mrc.EHL = power('4');
        slrPositive(record);
      }),
    ).toBe('POSSIBLE L5 0/0/3/1 gap 2 f2');
    expect(
      outputOf((right) => {
        right.mrc.EHL = power('4');
        right.sensation.L5 = graded(1);
      }),
    ).toBe('POSSIBLE L5 0/0/4/0 gap 4 f1');
    expect(outputOf((right) => void (right.mrc.EHL = power('4')))).toBe('SIGN WITHOUT LEVEL 0/0/2/0 gap 2 f1');
    const both = (right: NeuroSide, record: VisitRecord): void => {
      right.mrc.EHL = power('4');
      right.reflex.ankle = graded(1);
      slrPositive(record);
    };
    expect(outputOf(both)).toBe('MORE THAN ONE ROOT L5,S1 0/0/3/3 gap 0 f2');
    const gapTwo = (right: NeuroSide, record: VisitRecord): void => {
      both(right, record);
      right.sensation.L5 = graded(1);
    };
    expect(outputOf(gapTwo)).toBe('MORE THAN ONE ROOT L5,S1 0/0/5/3 gap 2 f2');
    expect(
      outputOf((right, record) => {
        gapTwo(right, record);
        marked(record, 5, 'big_toe');
      }),
    ).toBe('CONSISTENT L5 0/0/6/3 gap 3 f3');
    expect(
      outputOf((right) => {
        right.mrc.EHL = power('4');
        right.sensation.S1 = graded(1);
      }),
    ).toBe('SIGN WITHOUT LEVEL 0/0/2/2 gap 0 f1');
  });

  test('A lead of one point is not enough for CONSISTENT, and a tie not for POSSIBLE', () => {
    const upper = (right: NeuroSide, record: VisitRecord): void => {
      right.mrc.KE = power('4');
      right.femoralStretch = 'pos';
      marked(record, 5, 'front_thigh', 'inner_shin');
    };
    expect(
      outputOf((right, record) => {
        upper(right, record);
        right.reflex.knee = graded(1);
      }),
    ).toBe('POSSIBLE L4 4/5/0/0 gap 1 f3');
    expect(outputOf(upper)).toBe('SIGN WITHOUT LEVEL 3/3/0/0 gap 0 f3');
  });

  test('Key findings of the named root speak against it only when normal and tested', () => {
    const possible = (change: (right: NeuroSide, record: VisitRecord) => void): string[] =>
      assess(
        visit((right, record) => {
          right.sensation.S1 = graded(1);
          slrPositive(record);
          change(right, record);
        }),
      ).root.right.against;
    const ankle = 'ankle reflex normal on the right';
    const plantarflexion = 'plantarflexion power normal on the right';
    expect(possible(() => undefined)).toEqual([ankle, plantarflexion]);
    expect(possible((right) => void (right.slump = 'neg'))).toEqual([ankle, plantarflexion, 'slump test negative on the right']);
    expect(possible((right) => void (right.reflex.ankle = graded(3)))).toEqual([plantarflexion]);
    expect(possible((_right, record) => void (record.neuro.left.reflex.ankle = graded(3)))).toEqual([plantarflexion]);
    expect(possible((right) => void delete right.mrc.PF)).toEqual([ankle]);
    const lowOnBoth = possible((right, record) => {
      right.reflex.ankle = graded(1);
      record.neuro.left.reflex.ankle = graded(1);
    });
    expect(lowOnBoth).toEqual([plantarflexion]);
    expect(possible((right) => void (right.mrc.INV = power('4')))).toEqual([
      'ankle inversion power 4 of 5 on the right',
      ankle,
      plantarflexion,
    ]);
    expect(possible((_right, record) => marked(record, 5, 'big_toe'))).toEqual([
      'symptoms in the big toe on the right',
      ankle,
      plantarflexion,
    ]);
  });

  test('A finding of one of two named roots speaks for them', () => {
    const root = assess(
      visit((right) => {
        right.mrc.EHL = power('4');
        right.sensation = { L4: graded(1), L5: graded(1), S1: graded(1) };
        right.reflex.ankle = graded(1);
      }),
    ).root.right;
    expect(root.roots).toEqual(['L5', 'S1']);
    expect(root.for).toContain('great-toe extension power 4 of 5 on the right');
    expect(root.for).toContain('ankle reflex 1+ on the right, 2+ on the left');
    expect(root.against).toContain('light touch changed at the L4 key point on the right');
  });

  test('A carried value is shown and said not to be re-tested', () => {
    const notTested = (grade: number): string[] =>
      assess(visit((right) => void (right.reflex.ankle = { state: 'carried', grade }))).root.right.notTested;
    expect(notTested(0)).toEqual(['ankle reflex on the right: 0 carried from an earlier visit, not re-tested']);
    expect(notTested(2)).toEqual(['ankle reflex on the right: 2+ carried from an earlier visit, not re-tested']);
  });

  test('A grade limited by pain asks for a re-test up to 3', () => {
    const notes = (grade: '3' | '4-'): string[] =>
      assess(visit((right) => void (right.mrc.HE = power(grade, true)))).root.right.notes.map((note) => note.text);
    expect(notes('3')).toEqual(['hip extension on the right: uncertain, re-test']);
    expect(notes('4-')).toEqual([]);
  });

  test('A tension test of one side is enough', () => {
    expect(assess(visit((_right, record) => void (record.neuro.left.slump = 'pos'))).tensionPositive).toBe(true);
    expect(assess(visit(() => undefined)).tensionPositive).toBe(false);
  });

  test('Normal feeling and a negative raise speak against the named root', () => {
    const { roots, against } = assess(
      visit((right, record) => {
        right.reflex.ankle = graded(1);
        marked(record, 5, 'sole');
      }),
    ).root.right;
    expect(roots).toEqual(['S1']);
    expect(against).toEqual([
      'plantarflexion power normal on the right',
      'light touch normal at the S1 key point on the right',
      'straight-leg raise negative on the right',
    ]);
  });

  test('Findings are said as they were tested', () => {
    const finding = (change: (right: NeuroSide, record: VisitRecord) => void): string[] => assess(visit(change)).root.right.for;
    expect(finding((right) => void (right.reflex.ankle = graded(0)))).toEqual(['ankle reflex 0 on the right, 2+ on the left']);
    expect(finding((right) => void (right.heelRaise.count = 3))).toEqual([
      'heel raise 3 of 10 on the right, 10 on the left',
      'plantarflexion power 5 of 5 on the right',
    ]);
    expect(
      finding((right) => {
        delete right.mrc.DF;
        right.heelWalk = 'fail';
      }),
    ).toEqual(['heel walk failed on the right (ankle dorsiflexion not graded)']);
    const heelRaiseOnly = finding((right) => {
      right.heelRaise.count = 3;
      right.mrc.PF = power('2', true);
    });
    expect(finding((right) => void (right.mrc.PF = power('4')))).toEqual(['plantarflexion power 4 of 5 on the right']);
    expect(heelRaiseOnly).toEqual(['heel raise 3 of 10 on the right, 10 on the left']);
    expect(finding((right) => void (right.sensation.U = graded(0)))).toEqual([
      'light touch absent at the front-of-thigh key point on the right',
    ]);
  });
});

describe('Effective power', () => {
  const failedInstead = (right: NeuroSide, muscle: Muscle, functionalTest: 'heelWalk' | 'sitToStand' | 'trendelenburg'): void => {
    delete right.mrc[muscle];
    right[functionalTest] = 'fail';
  };

  type Case = [name: string, change: (right: NeuroSide, record: VisitRecord) => void, muscle: Muscle, expected: number | null];
  const cases: readonly Case[] = [
    ['4- is 4', (right) => void (right.mrc.EHL = power('4-')), 'EHL', 4],
    ['4+ is 4', (right) => void (right.mrc.EHL = power('4+')), 'EHL', 4],
    ['limited by pain is none', (right) => void (right.mrc.EHL = power('2', true)), 'EHL', null],
    ['heel walk fails without a grade', (right) => failedInstead(right, 'DF', 'heelWalk'), 'DF', 4],
    [
      'heel walk fails with a declined grade',
      (right) => {
        right.mrc.DF = { state: 'declined', reason: '' };
        right.heelWalk = 'fail';
      },
      'DF',
      4,
    ],
    ['heel walk fails with grade 5', (right) => void (right.heelWalk = 'fail'), 'DF', 5],
    [
      'heel walk fails with a pain-limited grade',
      (right) => {
        right.mrc.DF = power('2', true);
        right.heelWalk = 'fail';
      },
      'DF',
      null,
    ],
    ['heel walk ok without a grade', (right) => void delete right.mrc.DF, 'DF', null],
    ['sit-to-stand fails', (right) => failedInstead(right, 'KE', 'sitToStand'), 'KE', 4],
    ['Trendelenburg fails', (right) => failedInstead(right, 'ABD', 'trendelenburg'), 'ABD', 4],
    ['heel raise 6 v 10', (right) => void (right.heelRaise.count = 6), 'PF', 5],
    ['heel raise 5 v 10', (right) => void (right.heelRaise.count = 5), 'PF', 4],
    [
      'heel raise 5 v 10, MRC 3',
      (right) => {
        right.heelRaise.count = 5;
        right.mrc.PF = power('3');
      },
      'PF',
      3,
    ],
    [
      'heel raise 5 v 10, no MRC',
      (right) => {
        right.heelRaise.count = 5;
        delete right.mrc.PF;
      },
      'PF',
      4,
    ],
    [
      'heel raise 0 v 1',
      (right, record) => {
        right.heelRaise.count = 0;
        record.neuro.left.heelRaise.count = 1;
      },
      'PF',
      4,
    ],
    [
      'heel raise 0 v 10, the other side limited by pain',
      (right, record) => {
        right.heelRaise.count = 0;
        record.neuro.left.heelRaise.painLimited = true;
      },
      'PF',
      5,
    ],
    ['heel raise counted here only', (_right, record) => void (record.neuro.left.heelRaise.state = 'nt'), 'PF', 5],
  ];

  test.each(cases)('%s', (_name, change, muscle, expected) => {
    expect(effectivePower(visit(change).neuro, 'right', muscle)).toBe(expected);
  });

  test('No heel raise on either side scores nothing and is said', () => {
    const result = assess(
      visit((right, record) => {
        right.heelRaise.count = 0;
        record.neuro.left.heelRaise.count = 0;
      }),
    );
    expect(line(result.root.right)).toBe('NO ROOT PATTERN 0/0/0/0 gap 0 f0 {HEEL-RAISE-BOTH}');
    expect(result.objectiveDeficit).toBe(false);
  });
});
