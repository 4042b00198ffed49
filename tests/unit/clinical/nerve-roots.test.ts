import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessRoots, effectivePower, type RootAssessment } from '../../../shared/clinical/nerve-roots.ts';
import { classifySlr } from '../../../shared/clinical/slr.ts';
import type { RootResult } from '../../../shared/schemas/assessment.ts';
import type { PerSide, Side } from '../../../shared/schemas/common.ts';
import type { MrcGrade, Muscle, NeuroSide } from '../../../shared/schemas/neuro-exam.ts';
import type { Region, VisitRecord } from '../../../shared/schemas/visit.ts';
import { visitRecordSchema } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { graded, normalVisit, power, SLR_POS_LEG, slrLeg } from '../../helpers/normal-visit.ts';

const NO_HOLD = { right: false, left: false };

function assess(record: VisitRecord, hold: PerSide<boolean> = NO_HOLD): RootAssessment {
  return assessRoots(record, { right: classifySlr(record.slr.right), left: classifySlr(record.slr.left) }, hold);
}

/** A normal visit changed in place. */
function visit(change: (right: NeuroSide, record: VisitRecord) => void): VisitRecord {
  const record = normalVisit();
  change(record.neuro.right, record);
  expect(visitRecordSchema.parse(record)).toEqual(record);
  return record;
}

const slrPositive = (record: VisitRecord): void => {
  record.slr.right = structuredClone(SLR_POS_LEG);
};
const marked = (record: VisitRecord, level: number, ...regions: Region[]): void => {
  record.intake.level.right = level;
  record.intake.regions.right = regions;
};

const t1 = (right: NeuroSide, record: VisitRecord): void => {
  right.mrc.EHL = power('4');
  right.sensation.L5 = graded(1);
  marked(record, 5, 'big_toe');
  slrPositive(record);
};

/** The output line of spec 3.5: class, roots, [missing], U/L4/L5/S1, gap, features, {notes}. */
function line({ output, roots, missing, scores, gap, features, notes }: RootResult): string {
  const parts: string[] = [output];
  if (roots.length > 0) parts.push(roots.join(','));
  if (missing.length > 0) parts.push(`[${missing.join('; ')}]`);
  parts.push(`${scores.U}/${scores.L4}/${scores.L5}/${scores.S1}`, `gap ${gap}`, `f${features.count}${features.cough ? '+c' : ''}`);
  if (notes.length > 0) parts.push(`{${notes.map((note) => note.id).join(', ')}}`);
  return parts.join(' ');
}

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

describe('Root statement', () => {
  test.each(VECTORS)('$id', ({ change, expected, side = 'right', hold = false }) => {
    const result = assess(visit(change), { right: hold, left: false });
    expect(line(result.root[side])).toBe(expected);
  });

  test.each(VECTORS)('$id on the left', ({ change, expected, side = 'right', hold = false }) => {
    const result = assess(mirrorVisit(visit(change)), { right: false, left: hold });
    const mirrored = expected.replaceAll(/ ([RL])(?=[;\]])/g, (_, letter: string) => (letter === 'R' ? ' L' : ' R'));
    expect(line(result.root[side === 'right' ? 'left' : 'right'])).toBe(mirrored);
  });

  test('T14 prints the brisk note on the brisk side only', () => {
    const result = assess(
      visit((right) => {
        right.reflex.ankle = graded(3);
      }),
    );
    expect(result.root.right.notes).toEqual([{ id: 'BRISK', text: 'brisk on the right: test plantar response and tone' }]);
    expect(result.upperMotorNeurone).toBe(false);
  });

  test('The peroneal pattern caps L5', () => {
    const change = (right: NeuroSide, record: VisitRecord): void => {
      t1(right, record);
      right.mrc.DF = power('3');
      right.mrc.EV = power('4');
    };
    expect(line(assess(visit(change)).root.right)).toBe('POSSIBLE L5 0/1/6/2 gap 4 f3 {PERONEAL}');
    const weakAbduction = visit((right, record) => {
      change(right, record);
      right.mrc.ABD = power('4');
    });
    expect(line(assess(weakAbduction).root.right)).toBe('CONSISTENT L5 0/1/6/2 gap 4 f3');
    const untestedInversion = visit((right, record) => {
      change(right, record);
      delete right.mrc.INV;
    });
    expect(line(assess(untestedInversion).root.right)).toBe('CONSISTENT L5 0/1/6/2 gap 4 f3');
  });

  test('Texts name the root, the side and the finding', () => {
    expect(assess(visit(t1)).root.right).toMatchObject({
      text: 'Findings are consistent with L5 nerve-root involvement on the right.',
      for: [
        'great-toe extension power 4 of 5 on the right',
        'light touch changed at the L5 key point on the right',
        'symptoms in the big toe on the right',
        'straight-leg raise positive on the right',
      ],
      against: ['ankle dorsiflexion power normal on the right', 'ankle eversion power normal on the right'],
      notTested: [],
    });
    const t4 = VECTORS[3]?.change ?? t1;
    expect(assess(visit(t4)).root.right.text).toBe(
      'There is a sign of nerve loss (ankle dorsiflexion power 4 of 5 on the right) but it does not fit one root.',
    );
    const t3 = VECTORS[2]?.change ?? t1;
    expect(assess(visit(t3)).root.right.text).toBe('Some findings fit L4 (right). The pattern is incomplete.');
    const t11 = VECTORS[10]?.change ?? t1;
    expect(assess(visit(t11)).root.right.text).toBe(
      'Findings are consistent with upper lumbar, L2/L3 nerve-root involvement on the right.',
    );
    const t6 = VECTORS[5]?.change ?? t1;
    expect(assess(visit(t6)).root.right.text).toBe(
      'Findings involve more than one root: L5; S1. Check cauda equina questions, stenosis, plexus and peripheral nerve causes.',
    );
  });

  test('An empty examination names all that is missing, right before left', () => {
    const record = normalVisit();
    record.neuro = { ...record.neuro, right: { ...record.neuro.right }, left: { ...record.neuro.left } };
    for (const side of ['right', 'left'] as const) {
      record.neuro[side] = {
        ...record.neuro[side],
        mrc: {},
        reflex: {},
        sensation: {},
        heelRaise: { state: 'nt', count: null, painLimited: false },
      };
      record.slr[side] = slrLeg({ tested: 'nt' });
    }
    const result = assess(record).root.left;
    expect(result.missing).toEqual(
      ['DF', 'EHL', 'PF', 'knee reflex', 'ankle reflex', 'L4 point', 'L5 point', 'S1 point', 'SLR'].flatMap((item) => [
        `${item} R`,
        `${item} L`,
      ]),
    );
    expect(result.text).toBe(
      'The examination is not complete enough to comment on a nerve root. Missing: ankle dorsiflexion power (right and left), great-toe extension power (right and left), plantarflexion power (right and left), knee reflex (right and left), ankle reflex (right and left), L4 key point (right and left), L5 key point (right and left), S1 key point (right and left), straight-leg raise (right and left).',
    );
  });

  test('A groin mark asks for the upper roots of that side only', () => {
    const record = visit((right, each) => {
      marked(each, 3, 'groin');
      right.mrc.HF = { state: 'carried', grade: '5' };
      delete each.neuro.left.mrc.HF;
      right.mrc.KE = { state: 'declined', reason: '' };
      right.sensation.U = { state: 'carried', grade: 2 };
      right.femoralStretch = 'declined';
      each.neuro.left.femoralStretch = 'nt';
    });
    const result = assess(record);
    expect(result.root.right.missing).toEqual(['HF R', 'HF L', 'KE R', 'U point R', 'femoral stretch R']);
    expect(result.root.right.notTested).toEqual([
      'hip flexion power on the right: 5 carried from an earlier visit, not re-tested',
      'hip flexion power on the left: not tested',
      'knee extension power on the right: declined',
      'front-of-thigh key point on the right: 2 carried from an earlier visit, not re-tested',
      'femoral nerve stretch on the right: declined',
    ]);
    expect(result.root.left.missing).toEqual([]);
  });

  test('The heel raise counted on both sides stands in for plantarflexion', () => {
    const without = (right: NeuroSide, record: VisitRecord): void => {
      delete right.mrc.PF;
      delete record.neuro.left.mrc.PF;
    };
    expect(assess(visit(without)).root.right.missing).toEqual([]);
    const painLimited = visit((right, record) => {
      without(right, record);
      record.neuro.left.heelRaise.painLimited = true;
    });
    expect(assess(painLimited).root.right.missing).toEqual(['PF R', 'PF L']);
    const oneSide = visit((right, record) => {
      without(right, record);
      right.heelRaise = { state: 'nt', count: null, painLimited: false };
    });
    expect(assess(oneSide).root.right.missing).toEqual(['PF R', 'PF L']);
  });

  test('More than one root is handed to the red flags while the examination is incomplete', () => {
    const t6 = VECTORS[5]?.change ?? t1;
    const record = visit((right, each) => {
      t6(right, each);
      each.slr.left = slrLeg({ tested: 'nt' });
    });
    const result = assess(record);
    expect(result.root.right.output).toBe('NOT ENOUGH DATA');
    expect(result.multiRoot).toBe(true);
    expect(assess(visit(t1)).multiRoot).toBe(false);
  });

  const motorSigns: readonly [name: string, change: (right: NeuroSide, record: VisitRecord) => void, expected: boolean][] = [
    ['plantar response up', (_, record) => void (record.neuro.plantarUp = 'yes'), true],
    ['clonus', (_, record) => void (record.neuro.clonus = 'yes'), true],
    ['a reflex of 4', (right) => void (right.reflex.knee = graded(4)), true],
    ['a carried reflex of 4', (right) => void (right.reflex.knee = { state: 'carried', grade: 4 }), false],
    ['a reflex of 3', (right) => void (right.reflex.knee = graded(3)), false],
    ['tone alone', (_, record) => void (record.neuro.toneUp = 'yes'), false],
    [
      'a reflex of 3 with tone',
      (right, record) => {
        right.reflex.knee = graded(3);
        record.neuro.toneUp = 'yes';
      },
      true,
    ],
  ];

  test.each(motorSigns)('Upper motor neurone: %s', (_name, change, expected) => {
    const result = assess(visit(change));
    expect(result.upperMotorNeurone).toBe(expected);
    for (const side of ['right', 'left'] as const) expect(result.root[side].output === 'UPPER MOTOR NEURONE').toBe(expected);
  });

  test('The cough counts with a leg level only, and makes irritation with two features', () => {
    const coughing = (level: number): RootResult =>
      assess(
        visit((_right, record) => {
          marked(record, level);
          record.intake.legWorseThanBack = 'yes';
          record.intake.coughRaisesLegPain = 'yes';
        }),
      ).root.right;
    expect(line(coughing(1))).toBe('NO ROOT PATTERN 0/0/0/0 gap 0 f0');
    expect(line(coughing(2))).toBe('NO ROOT PATTERN 0/0/0/0 gap 0 f1+c');
    expect(line(coughing(4))).toBe('IRRITATION WITHOUT LEVEL 0/0/0/0 gap 0 f2+c');
    expect(coughing(4).features.text).toBe(
      '2 of 4 features of nerve-root pain are present: symptoms below the knee, leg worse than back, plus cough or sneeze pain.',
    );
  });

  test('An equivocal raise makes irritation with two features, not with one', () => {
    const equivocal = (legWorse: 'yes' | 'no'): string =>
      assess(
        visit((_right, record) => {
          marked(record, 4);
          record.intake.legWorseThanBack = legWorse;
          record.slr.right = slrLeg({ stop: 'leg_familiar', feltIn: 'raised', p1AngleDeg: 50, level: 4 });
        }),
      ).root.right.output;
    expect(equivocal('yes')).toBe('IRRITATION WITHOUT LEVEL');
    expect(equivocal('no')).toBe('NO ROOT PATTERN');
  });

  test('A crossed raise gives the raised leg no points', () => {
    const record = visit((_right, each) => {
      each.slr.right = slrLeg({ stop: 'leg_familiar', feltIn: 'other', p1AngleDeg: 40, level: 5 }, { df: 'inc' });
    });
    expect(line(assess(record).root.right)).toBe('NO ROOT PATTERN 0/0/0/0 gap 0 f0');
  });

  test('Exchanging left and right exchanges the outputs', () => {
    fc.assert(
      fc.property(arbitraryVisit(), fc.boolean(), fc.boolean(), (record, right, left) => {
        const here = assess(record, { right, left });
        const there = assess(mirrorVisit(record), { right: left, left: right });
        for (const [side, other] of [
          ['right', 'left'],
          ['left', 'right'],
        ] as const) {
          expect(there.root[other]).toMatchObject({
            output: here.root[side].output,
            roots: here.root[side].roots,
            scores: here.root[side].scores,
            gap: here.root[side].gap,
          });
          expect(there.root[other].features).toEqual(here.root[side].features);
          expect(there.root[other].notes.map((note) => note.id)).toEqual(here.root[side].notes.map((note) => note.id));
          const exchanged = here.root[side].missing.map((item) => item.replace(/[RL]$/, (letter) => (letter === 'R' ? 'L' : 'R')));
          expect(there.root[other].missing.toSorted()).toEqual(exchanged.toSorted());
        }
        const { root: _a, ...flags } = here;
        const { root: _b, ...mirroredFlags } = there;
        expect(mirroredFlags).toEqual(flags);
      }),
    );
  });

  test('Untesting anything never makes a result more complete, adds no points to its side and never reads as normal', () => {
    fc.assert(
      fc.property(arbitraryVisit(), fc.constantFrom('DF', 'EHL', 'PF', 'KE'), (record, muscle) => {
        const before = assess(record);
        const untested = structuredClone(record);
        delete untested.neuro.right.mrc[muscle];
        untested.neuro.right.heelRaise = { state: 'nt', count: null, painLimited: false };
        untested.neuro.right.heelWalk = 'nt';
        untested.neuro.right.sitToStand = 'nt';
        const after = assess(untested);
        expect(effectivePower(untested.neuro, 'right', muscle)).toBeNull();
        expect(after.root.right.missing.length).toBeGreaterThanOrEqual(before.root.right.missing.length);
        for (const root of ['U', 'L4', 'L5', 'S1'] as const) {
          expect(after.root.right.scores[root]).toBeLessThanOrEqual(before.root.right.scores[root]);
        }
      }),
    );
  });

  test('A carried grade changes nothing but the words about it', () => {
    fc.assert(
      fc.property(
        arbitraryVisit(),
        fc.constantFrom<MrcGrade>('0', '3', '5'),
        fc.constantFrom<Muscle>('DF', 'EHL', 'HE'),
        (record, grade, muscle) => {
          const carried = structuredClone(record);
          carried.neuro.left.mrc[muscle] = { state: 'carried', grade };
          const absent = structuredClone(record);
          delete absent.neuro.left.mrc[muscle];
          const one = assess(carried);
          const two = assess(absent);
          expect(line(one.root.left)).toBe(line(two.root.left));
          expect(one.objectiveDeficit).toBe(two.objectiveDeficit);
        },
      ),
    );
  });
});

describe('Effective power', () => {
  const failedInstead = (right: NeuroSide, muscle: Muscle, test: 'heelWalk' | 'sitToStand' | 'trendelenburg'): void => {
    delete right.mrc[muscle];
    right[test] = 'fail';
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
