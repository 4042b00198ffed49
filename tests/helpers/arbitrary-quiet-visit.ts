import * as fc from 'fast-check';
import { assess } from '../../shared/clinical/assess.ts';
import type { AssessContext, EarlierVisitForRules } from '../../shared/clinical/assess-types.ts';
import { addDays } from '../../shared/clinical/day-counts.ts';
import { OPTIONAL_MODULES } from '../../shared/schemas/clinic.ts';
import { ANSWERS, type Answer } from '../../shared/schemas/common.ts';
import { emptyNeuroExam, KEY_POINTS, MUSCLES, type NeuroExam, type NeuroSide, REFLEXES } from '../../shared/schemas/neuro-exam.ts';
import { FACTS, type Fact } from '../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type VisitRecord } from '../../shared/schemas/visit.ts';
import { arbitraryVisit } from './arbitrary-visit.ts';

export const VISIT_ON = '2026-03-16';

/** Every fact answered the same way. */
export function everyFact(answer: Answer): Partial<Record<Fact, Answer>> {
  return Object.fromEntries(FACTS.map((fact) => [fact, answer]));
}

function normalSide(): NeuroSide {
  return {
    ...emptyNeuroExam().right,
    mrc: Object.fromEntries(MUSCLES.map((muscle) => [muscle, { state: 'tested', grade: '5', painLimited: false }])),
    reflex: Object.fromEntries(REFLEXES.map((reflex) => [reflex, { state: 'tested', grade: 2 }])),
    sensation: Object.fromEntries(KEY_POINTS.map((point) => [point, { state: 'tested', grade: 2 }])),
    heelWalk: 'ok',
    toeWalk: 'ok',
    sitToStand: 'ok',
    trendelenburg: 'ok',
    heelRaise: { state: 'tested', count: 10, painLimited: false },
    slump: 'neg',
    femoralStretch: 'neg',
    footPulse: 'present',
  };
}

/** A complete neurological examination with nothing abnormal. */
export function normalNeuroExam(): NeuroExam {
  return { right: normalSide(), left: normalSide(), gait: 'normal', plantarUp: 'no', clonus: 'no', toneUp: 'no' };
}

/** A first visit with every question answered "no", a normal examination, back and leg pain scored and the flare on its eighth day. */
export function quietVisit(change: Partial<VisitRecord> = {}): VisitRecord {
  const record = emptyVisitRecord('first', VISIT_ON, 'Europe/Berlin');
  const startedOn = addDays(VISIT_ON, -8);
  const pain = { now: 3, average24h: 4, worst24h: 5 };
  return {
    ...record,
    intake: {
      ...record.intake,
      pregnant: 'no',
      breastfeeding: 'no',
      episodeStartedOn: startedOn,
      flareStartedOn: startedOn,
      side: 'right',
      backPain: pain,
      legPain: { right: pain, left: { now: 0, average24h: 0, worst24h: 0 } },
      level: { right: 3, left: 0 },
    },
    redFlags: { ...record.redFlags, answers: everyFact('no'), smoked: 'no' },
    neuro: normalNeuroExam(),
    ...change,
  };
}

/**
 * Visits in which most answers are "no" and most of the examination is normal, so that single answers decide the outcome; the rest of
 * the record is of any content.
 */
export const arbitraryQuietVisit: fc.Arbitrary<VisitRecord> = fc
  .record({
    any: arbitraryVisit(VISIT_ON),
    answers: fc.dictionary(fc.constantFrom(...FACTS), fc.constantFrom(...ANSWERS), { maxKeys: 4 }),
    normalNeuro: fc.boolean(),
    normalExam: fc.boolean(),
    notPregnant: fc.boolean(),
    noModifiers: fc.boolean(),
    noTick: fc.boolean(),
  })
  .map(({ any, answers, normalNeuro, normalExam, notPregnant, noModifiers, noTick }) => ({
    ...any,
    intake: { ...any.intake, ...(notPregnant ? { pregnant: 'no' as const } : {}) },
    neuro: normalNeuro ? normalNeuroExam() : any.neuro,
    otherExam: normalExam ? emptyVisitRecord('first', VISIT_ON, 'UTC').otherExam : any.otherExam,
    redFlags: {
      ...any.redFlags,
      answers: { ...everyFact('no'), ...answers },
      modifiers: noModifiers ? [] : any.redFlags.modifiers,
    },
    plan: { ...any.plan, ...(noTick ? { phaseTick: null } : {}) },
  }));

/** Quiet visits with up to three other answers and a plan of any content: one row more or less decides the sheet. */
export const arbitraryNearlyQuietVisit: fc.Arbitrary<VisitRecord> = fc
  .record({
    any: arbitraryVisit(VISIT_ON),
    answers: fc.dictionary(fc.constantFrom(...FACTS), fc.constantFrom(...ANSWERS), { maxKeys: 3 }),
  })
  .map(({ any, answers }) => {
    const quiet = quietVisit({ contact: any.contact, plan: any.plan, unaskedReason: any.unaskedReason, discussion: any.discussion });
    return {
      ...quiet,
      intake: { ...quiet.intake, pregnant: any.intake.pregnant, flareStartedOn: any.intake.flareStartedOn, legPain: any.intake.legPain },
      redFlags: { ...quiet.redFlags, answers: { ...quiet.redFlags.answers, ...answers } },
    };
  });

const birthDate = fc.integer({ min: 10, max: 95 }).map((years) => `${2026 - years}-01-31`);

/** An earlier signed visit with the assessment of its day. */
function earlierVisit(record: VisitRecord, born: string, emergencyOpen: boolean): EarlierVisitForRules {
  return { record, assessment: assess(record, { birthDate: born, earlier: [] }), emergencyOpen };
}

const anyContext: fc.Arbitrary<AssessContext> = birthDate.chain((born) =>
  fc
    .tuple(fc.array(fc.tuple(arbitraryVisit('2026-01-20'), fc.integer({ min: 0, max: 9 })), { maxLength: 2 }), fc.boolean())
    .map(([visits, hasEveryModule]) => ({
      birthDate: born,
      earlier: visits.map(([record, dice]) => earlierVisit(record, born, dice === 0)),
      ...(hasEveryModule ? { modules: OPTIONAL_MODULES } : {}),
    })),
);

/**
 * Patients of 10 to 95 years with none to two earlier visits, now and then with an open emergency, at clinics with and without rolling. A fixed pool, because making the
 * earlier visits anew for each run takes longer than the rules under test.
 */
export const arbitraryContext: fc.Arbitrary<AssessContext> = fc.constantFrom(...fc.sample(anyContext, { numRuns: 300, seed: 20260316 }));

/** Visits of any content, quiet ones and nearly quiet ones, a third each. */
export const arbitraryMixedVisit: fc.Arbitrary<VisitRecord> = fc.oneof(
  arbitraryVisit(VISIT_ON),
  arbitraryQuietVisit,
  arbitraryNearlyQuietVisit,
);
