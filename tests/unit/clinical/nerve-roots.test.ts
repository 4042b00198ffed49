import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectivePower } from '../../../shared/clinical/nerve-roots.ts';
import type { RootResult } from '../../../shared/schemas/assessment.ts';
import type { MrcGrade, Muscle, NeuroSide } from '../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { graded, normalVisit, power, slrLeg } from '../../helpers/normal-visit.ts';
import { assess, line, marked, t1, visit } from '../../helpers/root-visit.ts';

describe('Root statement', () => {
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

  test('Reasons for, against and not tested', () => {
    expect(assess(visit(t1)).root.right).toMatchObject({
      for: [
        'great-toe extension power 4 of 5 on the right',
        'light touch changed at the L5 key point on the right',
        'symptoms in the big toe on the right',
        'straight-leg raise positive on the right',
      ],
      against: ['ankle dorsiflexion power normal on the right', 'ankle eversion power normal on the right'],
      notTested: [],
    });
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
    const t6 = (right: NeuroSide, each: VisitRecord): void => {
      t1(right, each);
      right.reflex.ankle = graded(0);
      right.sensation.S1 = graded(1);
    };
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
