import type { Assessment } from '../../shared/schemas/assessment.ts';
import type { EarlierVisitForRules } from '../../shared/clinical/assess-types.ts';
import {
  emptyNeuroExam,
  KEY_POINTS,
  type MrcGrade,
  MUSCLES,
  type NeuroExam,
  type NeuroSide,
  REFLEXES,
} from '../../shared/schemas/neuro-exam.ts';
import { emptySlrLeg, type SlrLeg } from '../../shared/schemas/slr.ts';
import { type Contact, emptyVisitRecord, type VisitRecord } from '../../shared/schemas/visit.ts';

export const VISIT_ON = '2026-03-16';

function normalSide(): NeuroSide {
  const tested = <T extends string, G>(keys: readonly T[], grade: G): Record<T, { state: 'tested'; grade: G }> =>
    Object.fromEntries(keys.map((key) => [key, { state: 'tested', grade }])) as Record<T, { state: 'tested'; grade: G }>;
  return {
    ...emptyNeuroExam().right,
    mrc: Object.fromEntries(MUSCLES.map((muscle) => [muscle, power('5')])),
    reflex: tested(REFLEXES, 2),
    sensation: tested(KEY_POINTS, 2),
    heelWalk: 'ok',
    toeWalk: 'ok',
    sitToStand: 'ok',
    trendelenburg: 'ok',
    heelRaise: { state: 'tested', count: 10, painLimited: false },
    femoralStretch: 'neg',
  };
}

/** A power cell tested at this visit. */
export function power(grade: MrcGrade, painLimited = false): { state: 'tested'; grade: MrcGrade; painLimited: boolean } {
  return { state: 'tested', grade, painLimited };
}

/** A reflex or sensation cell tested at this visit. */
export function graded(grade: number): { state: 'tested'; grade: number } {
  return { state: 'tested', grade };
}

/** The examination all vectors of spec 3.5 start from: power 5, heel raise 10 of 10, reflexes 2+, key points 2, slump not tested. */
export function normalNeuroExam(): NeuroExam {
  return { right: normalSide(), left: normalSide(), gait: 'normal', plantarUp: 'no', clonus: 'no', toneUp: 'no' };
}

export function slrLeg(fields: Partial<Omit<SlrLeg, 'movements'>>, movements: Partial<SlrLeg['movements']> = {}): SlrLeg {
  const empty = emptySlrLeg();
  return { ...empty, tested: 'yes', ...fields, movements: { ...empty.movements, ...movements } };
}

/** SLR-NEG and SLR-POS as the vectors name them. */
export const SLR_NEG_LEG = slrLeg({ stop: 'end', feltIn: 'none', p1AngleDeg: 80, level: 0 });
export const SLR_POS_LEG = slrLeg({ stop: 'leg_familiar', feltIn: 'raised', p1AngleDeg: 45, level: 4 }, { df: 'inc' });

/** A visit with a normal, complete examination and no complaint but the talk's "no" (spec 3.5). */
export function normalVisit(contact: Contact = 'first', visitOn = VISIT_ON): VisitRecord {
  const record = emptyVisitRecord(contact, visitOn, 'Europe/Berlin');
  return {
    ...record,
    intake: { ...record.intake, level: { right: 0, left: 0 }, legWorseThanBack: 'no', coughRaisesLegPain: 'no' },
    slr: { right: structuredClone(SLR_NEG_LEG), left: structuredClone(SLR_NEG_LEG) },
    neuro: normalNeuroExam(),
  };
}

/** A signed earlier visit. The rules under test read its record only, so the assessment is left out. */
export function earlierVisit(record: VisitRecord): EarlierVisitForRules {
  return { record, assessment: {} as unknown as Assessment, emergencyOpen: false };
}
