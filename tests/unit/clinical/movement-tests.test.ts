import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards } from '../../../shared/clinical/guards.ts';
import { classifyMovement, movementResponse, recordedResponse, sittingWorse } from '../../../shared/clinical/movement-tests.ts';
import type { Assessment, MovementClass } from '../../../shared/schemas/assessment.ts';
import { emptyMovementTest, MOVEMENTS, type Movement, type MovementSide } from '../../../shared/schemas/movement-tests.ts';
import type { ModuleId } from '../../../shared/schemas/plan.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { quietVisit } from '../../helpers/arbitrary-quiet-visit.ts';
import { arbitraryMovementTest } from '../../helpers/arbitrary-exam.ts';

const CONTEXT = { birthDate: '1980-05-04', earlier: [] };

function leg(levels: readonly [number | null, number | null], nprs: readonly [number | null, number | null] = [null, null]): MovementSide {
  return {
    startLevel: levels[0],
    afterLevel: levels[1],
    startNprs: nprs[0],
    afterNprs: nprs[1],
    duringLevel: null,
    duringNprs: null,
  };
}

/** A quiet visit in which these movements were done, with what happened in the right leg. */
function visit(done: Partial<Record<Movement, MovementSide>>, change: (record: VisitRecord) => void = () => {}): VisitRecord {
  const record = quietVisit();
  for (const [movement, right] of Object.entries(done) as [Movement, MovementSide][]) {
    record.otherExam.movementTests[movement] = { ...emptyMovementTest(), done: 'yes', repetitions: 10, right };
  }
  change(record);
  return record;
}

const moduleState = (record: VisitRecord, id: ModuleId): string =>
  assess(record, CONTEXT).plan.choices.find((choice) => choice.id === id)?.state ?? '';
const results = (record: VisitRecord): Assessment['movementTests'] => assess(record, CONTEXT).movementTests;

const UP = leg([4, 2], [5, 5]);
const DOWN = leg([3, 4], [5, 3]);
const SAME = leg([3, 3], [5, 5]);

describe('Classes of spec 6.9, at their edges', () => {
  test.each<[MovementClass, MovementSide]>([
    ['full', leg([2, 1])],
    ['full', leg([2, 0])],
    ['full', leg([5, 1], [4, 9])],
    ['partial', leg([5, 4])],
    ['partial', leg([3, 2], [4, 8])],
    ['none', leg([4, 4], [5, 4])],
    ['none', leg([4, 4], [5, 6])],
    ['easier', leg([4, 4], [5, 3])],
    ['peripheral', leg([3, 4], [8, 2])],
    ['peripheral', leg([0, 1])],
    ['worse', leg([4, 4], [5, 7])],
    ['unclassed', leg([1, 0])],
    ['incomplete', leg([null, 4])],
    ['incomplete', leg([4, null])],
    ['incomplete', leg([4, 4], [null, 5])],
    ['incomplete', leg([4, 4], [5, null])],
  ])('%s', (expected, moved) => {
    expect(classifyMovement(moved)).toBe(expected);
  });

  test('every recorded level and pain has exactly one class, and the time during the movement changes none', () => {
    fc.assert(
      fc.property(arbitraryMovementTest, ({ right }) => {
        expect(classifyMovement({ ...right, duringLevel: 5, duringNprs: 10 })).toBe(classifyMovement(right));
      }),
    );
  });
});

describe('The record in words', () => {
  test('one sentence for each leg with something recorded, with what is missing', () => {
    const record = visit({ extension_lying: leg([4, 1], [6, 6]), flexion_lying: leg([4, null]) }, ({ otherExam }) => {
      Object.assign(otherExam.movementTests.extension_lying, { backStartNprs: 3, backAfterNprs: 5, left: leg([0, 0], [0, 0]) });
    });
    expect(results(record).results).toEqual([
      {
        movement: 'flexion_lying',
        side: 'right',
        class: 'incomplete',
        text: 'Bending, lying on the back, right leg: cannot be read yet. Missing: level one minute after.',
      },
      {
        movement: 'extension_lying',
        side: 'right',
        class: 'full',
        text: 'Arching, lying face down, right leg: the symptoms moved out of the leg, from the calf or shin to the low back (full centralization). Back pain rose while the leg improved. This is still centralization: tell the patient so.',
      },
      { movement: 'extension_lying', side: 'left', class: 'none', text: 'Arching, lying face down, left leg: no change one minute after.' },
    ]);
    for (const { text } of results(record).results) expect(text).not.toMatch(/null|undefined|\{/);
  });

  test('back pain is spoken of only when it was recorded, rose, and a leg centralized', () => {
    const said = (right: MovementSide, back: readonly [number | null, number | null]): string =>
      results(
        visit({ extension_lying: right }, ({ otherExam }) => {
          Object.assign(otherExam.movementTests.extension_lying, { backStartNprs: back[0], backAfterNprs: back[1] });
        }),
      )
        .results.map(({ text }) => text)
        .join();
    expect(said(UP, [3, 4])).toContain('still centralization');
    for (const back of [
      [null, 4],
      [3, null],
      [4, 4],
      [5, 4],
    ] as const)
      expect(said(UP, back)).not.toContain('still centralization');
    expect(said(SAME, [3, 4])).not.toContain('still centralization');
  });

  test('a movement not done or declined says nothing', () => {
    const record = visit({ flexion_lying: DOWN });
    for (const done of ['nt', 'declined'] as const) {
      record.otherExam.movementTests.flexion_lying.done = done;
      expect(results(record)).toEqual({ results: [], flexion: 'nd', extension: 'nd' });
      expect(Object.values(findVisitProblems(record, CONTEXT.birthDate))).toEqual(['value-on-untested']);
    }
  });
});

describe('What the home-care gates read (spec 7.0, E17)', () => {
  test('the record answers for its direction: better, same, worse, and nd while nothing can be classed', () => {
    expect(recordedResponse(visit({}), 'flexion')).toBe('nd');
    expect(recordedResponse(visit({ flexion_lying: leg([4, null]) }), 'flexion')).toBe('nd');
    expect(recordedResponse(visit({ flexion_lying: UP }), 'flexion')).toBe('better');
    expect(recordedResponse(visit({ childs_pose: SAME }), 'flexion')).toBe('same');
    expect(recordedResponse(visit({ ninety_ninety: DOWN }), 'flexion')).toBe('worse');
    expect(recordedResponse(visit({ extension_lying: UP }), 'extension')).toBe('better');
    for (const movement of ['side_lying', 'walking', 'sitting'] as const) {
      expect(recordedResponse(visit({ [movement]: UP }), 'flexion')).toBe('nd');
      expect(recordedResponse(visit({ [movement]: UP }), 'extension')).toBe('nd');
    }
  });

  test('one leg or one movement made worse outweighs everything that got better', () => {
    expect(recordedResponse(visit({ flexion_lying: UP, childs_pose: DOWN }), 'flexion')).toBe('worse');
    const record = visit({ extension_lying: UP });
    record.otherExam.movementTests.extension_lying.left = DOWN;
    expect(recordedResponse(record, 'extension')).toBe('worse');
  });

  test('opens and closes the positions by itself: nothing is asked twice', () => {
    expect(moduleState(visit({ extension_lying: UP }), 'M04a')).toBe('chosen');
    expect(moduleState(visit({ extension_lying: DOWN }), 'M04a')).not.toBe('chosen');
    expect(moduleState(visit({ flexion_lying: SAME }), 'M03')).toBe('chosen');
    expect(moduleState(visit({ flexion_lying: DOWN }), 'M03')).not.toBe('chosen');
    expect(moduleState(visit({ flexion_lying: DOWN }), 'M07')).not.toBe('chosen');
  });

  test('sitting made worse reads as "sitting makes it worse"', () => {
    expect(sittingWorse(visit({ sitting: DOWN }))).toBe('yes');
    expect(sittingWorse(visit({ sitting: UP }))).toBe('unasked');
    expect(moduleState(visit({ sitting: DOWN }), 'M09')).toBe('chosen');
  });

  test('an answer that disagrees is asked about, and the safe side counts until it is settled', () => {
    const record = visit({ extension_lying: DOWN }, ({ plan }) => void (plan.e17Extension = 'better'));
    expect(movementResponse(record, 'extension')).toBe('worse');
    const [guard] = findGuards(record, [], assess(record, CONTEXT));
    expect(guard).toMatchObject({ id: 'e17.extension.better.worse', field: 'plan.e17Extension', holdsSheet: false });
    expect(guard?.text).toBe(
      'Repeated arching: “better” in the plan, “worse” in the recorded tests. The safer one counts until they agree.',
    );
    record.plan.e17Extension = 'worse';
    expect(findGuards(record, [], assess(record, CONTEXT))).toEqual([]);
    const other = visit({ flexion_lying: UP }, ({ plan }) => void (plan.e17Flexion = 'same'));
    expect(movementResponse(other, 'flexion')).toBe('same');
    expect(findGuards(other, [], assess(other, CONTEXT)).map(({ id }) => id)).toEqual(['e17.flexion.same.better']);
    expect(
      movementResponse(
        visit({}, ({ plan }) => void (plan.e17Flexion = 'better')),
        'flexion',
      ),
    ).toBe('better');
  });

  test('no recorded movement opens what the answer in the plan had closed', () => {
    const rank = { worse: 0, same: 1, better: 2, nd: 3 };
    fc.assert(
      fc.property(
        fc.constantFrom(...MOVEMENTS),
        arbitraryMovementTest,
        fc.constantFrom('worse' as const, 'same' as const),
        (movement, moved, answer) => {
          const record = visit({}, ({ plan }) => Object.assign(plan, { e17Flexion: answer, e17Extension: answer }));
          record.otherExam.movementTests[movement] = moved;
          for (const direction of ['flexion', 'extension'] as const) {
            expect(rank[movementResponse(record, direction)]).toBeLessThanOrEqual(rank[answer]);
          }
        },
      ),
    );
  });
});
