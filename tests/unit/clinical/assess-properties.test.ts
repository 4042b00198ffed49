import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { FOLLOWING_MODULES } from '../../../shared/clinical/home-care-modules.ts';
import { isActive, isNewOnset } from '../../../shared/clinical/onset.ts';
import { isActiveItem, isNewItem } from '../../../shared/clinical/red-flag-inputs.ts';
import { NOTHING_DERIVED, readRedFlagInput } from '../../../shared/clinical/red-flag-read.ts';
import { assessmentSchema, type Assessment, URGENCIES } from '../../../shared/schemas/assessment.ts';
import { ANSWERS, type Answer } from '../../../shared/schemas/common.ts';
import { type ModuleId, MODULES } from '../../../shared/schemas/plan.ts';
import { FACTS, type Fact, ONSET_ITEMS } from '../../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type VisitRecord, visitRecordSchema } from '../../../shared/schemas/visit.ts';
import { CUE_ITEMS } from '../../../shared/text/en/cues.ts';
import { arbitraryContext, arbitraryMixedVisit, arbitraryQuietVisit } from '../../helpers/arbitrary-quiet-visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { SEED } from '../../helpers/seed.ts';

/** fast-check prints the seed and the path of a failing run; LASEGUE_RUNS makes more. */
const RUNS = { numRuns: Number(process.env['LASEGUE_RUNS'] ?? 5000), seed: SEED };
// A longer run on request is as long as it is.
vi.setConfig({ testTimeout: process.env['LASEGUE_RUNS'] === undefined ? 600_000 : 0 });

function rank(urgency: Assessment['redFlags']['overall']): number {
  return urgency === null ? 0 : URGENCIES.length - URGENCIES.indexOf(urgency);
}

function withAnswer(record: VisitRecord, fact: Fact, answer: Answer): VisitRecord {
  return { ...record, redFlags: { ...record.redFlags, answers: { ...record.redFlags.answers, [fact]: answer } } };
}

function rowIds({ redFlags }: Assessment): string[] {
  return redFlags.rows.map(({ row, urgency, route }) => `${row} ${urgency} ${route}`);
}

/** Items that only the hip and buttock tests make true. */
const EXAM_CUE_ITEMS = [
  'squatPain',
  'passiveGroinPain',
  'hipMovementReduced',
  'rotationFree',
  'adductionNormal',
  'notchTender',
  'stretchPain',
] as const;

const CAUDA_EQUINA_FACTS = FACTS.filter((fact) => fact < 'RF-06');
const DISCUSSION_SHEET: readonly ModuleId[] = ['M05', 'M06', 'M13', 'M19'];

describe('assess is total', () => {
  test('every valid visit gives one valid assessment, the same each time', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, (record, context) => {
        visitRecordSchema.parse(record);
        const assessment = assess(record, context);
        assessmentSchema.parse(assessment);
        expect(assess(structuredClone(record), context)).toEqual(assessment);
      }),
      RUNS,
    );
  });

  test('the inputs of the rows agree with the onset rule of the follow-up', () => {
    fc.assert(
      fc.property(arbitraryVisit(), (record) => {
        const input = readRedFlagInput(record, 45, NOTHING_DERIVED);
        for (const item of ONSET_ITEMS) {
          expect(isNewItem(input, item)).toBe(isNewOnset(record, item));
          expect(isActiveItem(input, item)).toBe(isActive(record, item));
        }
      }),
      RUNS,
    );
  });
});

describe('urgency', () => {
  test('changing a fact from "no" to any other state never lowers the overall urgency (spec 5.1 rule 6)', () => {
    fc.assert(
      fc.property(
        arbitraryMixedVisit,
        arbitraryContext,
        fc.constantFrom(...FACTS),
        fc.constantFrom(...ANSWERS),
        (record, context, fact, answer) => {
          const before = assess(withAnswer(record, fact, 'no'), context).redFlags;
          const after = assess(withAnswer(record, fact, answer), context).redFlags;
          expect(rank(after.overall)).toBeGreaterThanOrEqual(rank(before.overall));
        },
      ),
      RUNS,
    );
  });

  test('"yes" to unsure or declined on RF-01 to RF-05 never falls below D and opens no module beyond those of an open D', () => {
    fc.assert(
      fc.property(
        arbitraryQuietVisit,
        arbitraryContext,
        fc.constantFrom(...CAUDA_EQUINA_FACTS),
        fc.constantFrom<Answer>('unsure', 'declined'),
        (record, context, fact, answer) => {
          const after = assess(withAnswer(record, fact, answer), context);
          expect(rank(after.redFlags.overall)).toBeGreaterThanOrEqual(rank('D'));
          const allowed: readonly ModuleId[] = after.redFlags.discussionResolved
            ? [...DISCUSSION_SHEET, ...record.plan.picked, 'M12b', 'M12c', 'M15x']
            : DISCUSSION_SHEET;
          expect(after.plan.modules.filter((id) => !allowed.includes(id))).toEqual([]);
          expect(after.plan.sheet === 'homecare' && !after.redFlags.discussionResolved).toBe(false);
        },
      ),
      RUNS,
    );
  });

  test('a residual volume, a note or a reason never changes the rows (spec 5.1 rules 2 and 7)', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, fc.integer({ min: 0, max: 5000 }), (record, context, volumeMl) => {
        const words = 'Cannot pee, numb saddle, bladder';
        const changed: VisitRecord = {
          ...record,
          note: words,
          intake: { ...record.intake, note: words },
          otherExam: { ...record.otherExam, postVoidResidualMl: volumeMl, note: words },
        };
        expect(assess(changed, context).redFlags).toEqual(assess(record, context).redFlags);
      }),
      RUNS,
    );
  });
});

describe('the red-flag screen', () => {
  test('any required answer turned to unasked marks the screen incomplete', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, fc.nat(), (record, context, pick) => {
        const { required } = assess(record, context).redFlags;
        const fact = required[pick % required.length] ?? 'RF-01a';
        const after = assess(withAnswer(record, fact, 'unasked'), context).redFlags;
        expect(after.open).toContain(fact);
        expect(after.askedCount).toBe(after.required.length - after.open.length);
        expect(after.askedCount).toBeLessThan(after.required.length);
      }),
      RUNS,
    );
  });
});

/** The visit without anything of the further examination: what versions before it could hold. */
function withoutFurtherExam(record: VisitRecord): VisitRecord {
  const empty = emptyVisitRecord(record.contact, record.visitOn, record.timeZone);
  const plainSide = (side: 'right' | 'left'): VisitRecord['neuro']['right'] => {
    const { bragard, crossedFemoralStretch, bowstring, tensionDetail } = empty.neuro[side];
    return { ...record.neuro[side], bragard, crossedFemoralStretch, bowstring, tensionDetail };
  };
  const { note, temperatureC, calfDifferenceCm, percussionTender, deformity, bruise, bellyMass, postVoidResidualMl } = record.otherExam;
  return {
    ...record,
    neuro: { ...record.neuro, right: plainSide('right'), left: plainSide('left'), gait: 'nt' },
    otherExam: {
      ...empty.otherExam,
      note,
      temperatureC,
      calfDifferenceCm,
      percussionTender,
      deformity,
      bruise,
      bellyMass,
      postVoidResidualMl,
    },
  };
}

describe('the further examination', () => {
  test('nothing recorded in it lowers the urgency or moves a root score', () => {
    fc.assert(
      fc.property(
        arbitraryMixedVisit,
        arbitraryContext,
        fc.constantFrom<VisitRecord['otherExam']['saddle']>('nt', 'normal', 'abnormal'),
        (record, context, saddle) => {
          const plain = withoutFurtherExam(record);
          const before = assess({ ...plain, otherExam: { ...plain.otherExam, saddle } }, context);
          const after = assess({ ...record, otherExam: { ...record.otherExam, saddle } }, context);
          expect(rank(after.redFlags.overall)).toBeGreaterThanOrEqual(rank(before.redFlags.overall));
          expect(after.root.right.scores).toEqual(before.root.right.scores);
          expect(after.root.left.scores).toEqual(before.root.left.scores);
        },
      ),
      RUNS,
    );
  });

  test('a test not done or declined is never negative: it prints no sentence, no class and no item for or against', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, fc.constantFrom('nt' as const, 'declined' as const), (record, context, undone) => {
        const plain = withoutFurtherExam(record);
        const side = (each: 'right' | 'left'): VisitRecord['neuro']['right'] => ({
          ...plain.neuro[each],
          bragard: undone,
          slump: undone,
          femoralStretch: undone,
          crossedFemoralStretch: undone,
          bowstring: undone,
        });
        const hip = { ...plain.otherExam.hip.right, squatPain: undone, passiveGroinPain: undone, adductionReduced: undone };
        const whole = { ...hip, internalRotationReduced: undone, rotationFree: undone };
        const gluteal = { notchTender: undone, fair: undone, seatedStretch: undone };
        const unsettled: VisitRecord = {
          ...plain,
          neuro: { ...plain.neuro, right: side('right'), left: side('left') },
          otherExam: { ...plain.otherExam, hip: { right: whole, left: whole }, gluteal: { right: gluteal, left: gluteal } },
        };
        const { tensionTests, movementTests, cues } = assess(unsettled, context);
        expect(tensionTests).toEqual({ right: [], left: [] });
        expect(movementTests.results).toEqual([]);
        const said = cues.shown.flatMap((cue) => [...cue.for, ...cue.against]);
        for (const item of EXAM_CUE_ITEMS) expect(said).not.toContain(CUE_ITEMS[item]);
      }),
      RUNS,
    );
  });
});

/** Modules the sheet table of spec 7.0 leaves to this visit, and sheets it leaves. */
function allowedBySheetTable(record: VisitRecord, { redFlags }: Assessment): { modules: readonly ModuleId[]; sheets: readonly string[] } {
  const has = (urgency: 'E' | 'D'): boolean => redFlags.rows.some((row) => row.urgency === urgency);
  if (has('E')) return { modules: ['M19'], sheets: ['emergency'] };
  const incomplete = redFlags.blocking.length > 0 || (redFlags.open.length > 0 && record.unaskedReason.trim() === '');
  if (redFlags.openEarlierEmergency || incomplete) return { modules: ['M19'], sheets: ['safety'] };
  if (has('D') && !redFlags.discussionResolved) return { modules: DISCUSSION_SHEET, sheets: ['safety'] };
  return { modules: MODULES, sheets: ['homecare'] };
}

describe('the sheet', () => {
  test('an unresolved E or D never yields a module beyond the sheet table, and M13 and M19 stay on every home-care sheet', () => {
    let homeCare = 0;
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, (record, context) => {
        const insists = { ...record, plan: { ...record.plan, removed: [...record.plan.removed, 'M13' as const, 'M19' as const] } };
        const assessment = assess(insists, context);
        const { plan, redFlags } = assessment;
        const allowed = allowedBySheetTable(insists, assessment);
        expect(allowed.sheets).toContain(plan.sheet);
        expect(plan.modules.filter((id) => !allowed.modules.includes(id))).toEqual([]);
        expect(plan.modules).toContain('M19');
        expect(plan.modules.includes('M13')).toBe(plan.sheet === 'homecare' || plan.sheetRow === 3);
        expect(plan.safetyFirst).toBe(plan.sheet !== 'homecare' || redFlags.rows.some(({ urgency }) => urgency === 'U' || urgency === 'D'));
        expect(redFlags.openEarlierEmergency).toBe(context.earlier.some((visit) => visit.emergencyOpen));
        if (assessment.plan.sheet === 'homecare') homeCare += 1;
      }),
      RUNS,
    );
    // The property says nothing if no visit reaches a home-care sheet.
    expect(homeCare).toBeGreaterThan(200);
  });

  test('every choice has a state and a reason, and agrees with the modules on the sheet', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, (record, context) => {
        const { plan } = assess(record, context);
        expect(plan.choices.filter(({ state }) => state === 'chosen').map(({ id }) => id)).toEqual(plan.modules);
        expect(plan.choices.filter(({ because }) => because.trim() === '')).toEqual([]);
        // A picked M12b, M12c or M15x is listed as not possible, and may still be on the sheet because other answers put it there.
        const refusedStates = plan.choices.filter(({ state }) => state === 'refused').map(({ id }) => id);
        expect(refusedStates.filter((id) => !plan.refused.includes(id))).toEqual([]);
        expect(plan.refused.filter((id) => !refusedStates.includes(id) && !FOLLOWING_MODULES.has(id))).toEqual([]);
        expect(plan.modules.filter((id) => record.plan.removed.includes(id))).toEqual([]);
      }),
      RUNS,
    );
  });
});

const exchangeSides = (sentence: string): string => sentence.replaceAll('right', '#').replaceAll('left', 'right').replaceAll('#', 'left');
const sortedResults = ({ movementTests }: Assessment): string[] =>
  movementTests.results.map((result) => `${result.movement} ${result.side} ${result.class} ${result.text}`).toSorted();

describe('right and left', () => {
  test('a mirrored visit gives the same rows, sheet and modules, and mirrored sides', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, (record, context) => {
        const here = assess(record, context);
        const there = assess(mirrorVisit(record), {
          ...context,
          earlier: context.earlier.map((visit) => ({ ...visit, record: mirrorVisit(visit.record) })),
        });
        expect(rowIds(there)).toEqual(rowIds(here));
        expect(there.hold).toEqual({ right: here.hold.left, left: here.hold.right });
        expect(there.root.right.output).toBe(here.root.left.output);
        expect(there.root.left.scores).toEqual(here.root.right.scores);
        expect(there.slr.right.class).toBe(here.slr.left.class);
        expect(there.tensionTests.right).toEqual(here.tensionTests.left.map(exchangeSides));
        expect(there.tensionTests.left).toEqual(here.tensionTests.right.map(exchangeSides));
        expect(sortedResults(there)).toEqual(sortedResults(here).map(exchangeSides).toSorted());
        expect([there.movementTests.flexion, there.movementTests.extension]).toEqual([
          here.movementTests.flexion,
          here.movementTests.extension,
        ]);
        expect(there.cues).toEqual(here.cues);
        const { choices: choicesThere, ...planThere } = there.plan;
        const { choices: choicesHere, ...planHere } = here.plan;
        expect(planThere).toEqual(planHere);
        expect(choicesThere.map(({ id, state }) => `${id} ${state}`)).toEqual(choicesHere.map(({ id, state }) => `${id} ${state}`));
      }),
      RUNS,
    );
  });
});
