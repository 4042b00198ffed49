import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards } from '../../../shared/clinical/guards.ts';
import { tensionTestSentences } from '../../../shared/clinical/tension-tests.ts';
import { TENSION_TESTS, type TensionTest } from '../../../shared/schemas/tension-tests.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { arbitraryVisit } from '../../helpers/arbitrary-visit.ts';
import { normalVisit, SLR_NEG_LEG, VISIT_ON } from '../../helpers/normal-visit.ts';

const CONTEXT = { birthDate: '1980-05-04', earlier: [] };

const untouched = (): VisitRecord => emptyVisitRecord('first', VISIT_ON, 'UTC');

/** The sentences of spec 2.4, word for word. */
const SENTENCES: readonly (readonly [TensionTest, 'pos' | 'neg', string])[] = [
  [
    'bragard',
    'pos',
    'Pulling the foot up just below the painful angle brought back the usual right leg symptoms. This supports nerve-root irritation.',
  ],
  ['bragard', 'neg', 'Pulling the foot up did not bring back the usual right leg symptoms.'],
  [
    'slump',
    'pos',
    'The slump test on the right brought on the usual leg symptoms and they eased with release. This supports nerve-root irritation.',
  ],
  ['slump', 'neg', 'The slump test on the right did not bring on the usual leg symptoms.'],
  [
    'femoralStretch',
    'pos',
    'Femoral nerve stretch on the right brought on the usual front-of-thigh, groin or inner-shin symptoms. This supports irritation of an upper lumbar root (L2-L4).',
  ],
  ['femoralStretch', 'neg', 'Femoral nerve stretch on the right did not bring on the usual symptoms.'],
  [
    'crossedFemoralStretch',
    'pos',
    'The usual pain came in the left thigh when the right leg was stretched. This supports an upper lumbar root on the left side.',
  ],
  ['bowstring', 'pos', 'Pressure behind the right knee brought back the usual pain. Supporting, not counted.'],
];

describe('Tension tests beside the straight-leg raise (spec 2.3, 2.4)', () => {
  test.each(SENTENCES)('every sentence of spec 2.4 as written: %s %s', (name, result, sentence) => {
    const { neuro } = untouched();
    neuro.right[name] = result;
    expect(tensionTestSentences(neuro, 'right')).toEqual([sentence]);
    expect(tensionTestSentences(neuro, 'left')).toEqual([]);
    const mirrored = sentence.replaceAll('right', '#').replaceAll('left', 'right').replaceAll('#', 'left');
    neuro.left[name] = result;
    expect(tensionTestSentences(neuro, 'left', name)).toEqual([mirrored]);
  });

  test('a test not done, declined or never touched says nothing, and is never negative', () => {
    for (const result of ['nt', 'declined'] as const) {
      const record = untouched();
      for (const side of ['right', 'left'] as const) for (const name of TENSION_TESTS) record.neuro[side][name] = result;
      const { tensionTests, tensionPositive, root } = assess(record, CONTEXT);
      expect(tensionTests).toEqual({ right: [], left: [] });
      expect(tensionPositive).toBe(false);
      expect(root.right.against.join()).not.toMatch(/slump|stretch|Bragard/i);
    }
  });

  test('the assessment keeps them in the order of the table', () => {
    const record = normalVisit();
    for (const name of TENSION_TESTS) record.neuro.right[name] = 'pos';
    expect(assess(record, CONTEXT).tensionTests.right).toEqual(
      SENTENCES.filter(([, result]) => result === 'pos').map(([, , sentence]) => sentence),
    );
  });

  test('Bragard, bowstring and the crossed stretch are recorded and printed, and score for no root', () => {
    const plain = normalVisit();
    const added = structuredClone(plain);
    Object.assign(added.neuro.right, { bragard: 'pos', bowstring: 'pos', crossedFemoralStretch: 'pos' });
    const [without, withTests] = [assess(plain, CONTEXT), assess(added, CONTEXT)];
    expect(withTests.root.right.scores).toEqual(without.root.right.scores);
    expect(withTests.root.left.scores).toEqual(without.root.left.scores);
    expect(withTests.tensionPositive).toBe(false);
  });

  test('a crossed stretch and Bragard count for their leg when the sides are compared', () => {
    const record = normalVisit();
    record.intake.side = 'right';
    record.slr = { right: { ...SLR_NEG_LEG }, left: { ...SLR_NEG_LEG } };
    record.neuro.right.crossedFemoralStretch = 'pos';
    const texts = (): string =>
      findGuards(record, [], assess(record, CONTEXT))
        .map(({ text }) => text)
        .join(' ');
    expect(texts()).toContain('positive on the left only');
    record.neuro.right.crossedFemoralStretch = 'nt';
    record.neuro.right.bragard = 'pos';
    expect(texts()).toBe('');
    record.neuro.left.bragard = 'pos';
    record.neuro.right.bragard = 'neg';
    expect(texts()).toContain('positive on the left only');
  });
});

describe('What was felt fits the result', () => {
  const problems = (
    name: TensionTest,
    result: 'pos' | 'neg' | 'nt',
    felt: 'usual' | 'pull' | null,
    eased: 'yes' | 'no' | 'nt',
  ): string[] => {
    const record = untouched();
    record.neuro.left[name] = result;
    Object.assign(record.neuro.left.tensionDetail[name], { felt, eased });
    return Object.entries(findVisitProblems(record, CONTEXT.birthDate)).map(([path, code]) => `${path} ${code}`);
  };

  test.each(TENSION_TESTS)('%s', (name) => {
    const refused = [`neuro.left.${name} result-not-felt`];
    expect(problems(name, 'pos', null, 'nt')).toEqual([]);
    expect(problems(name, 'pos', 'usual', 'yes')).toEqual([]);
    expect(problems(name, 'pos', 'pull', 'nt')).toEqual(refused);
    expect(problems(name, 'pos', 'usual', 'no')).toEqual(refused);
    expect(problems(name, 'neg', 'pull', 'no')).toEqual([]);
    expect(problems(name, 'neg', 'usual', 'nt')).toEqual(refused);
    expect(problems(name, 'nt', 'usual', 'no')).toEqual([]);
  });

  test('every generated visit passes the checks', () => {
    fc.assert(
      fc.property(arbitraryVisit(), (record) => {
        expect(findVisitProblems(record, '1930-01-01')).toEqual({});
      }),
    );
  });
});
