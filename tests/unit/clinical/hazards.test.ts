import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import type { AssessContext } from '../../../shared/clinical/assess-types.ts';
import { isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import { FACTS } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { quietVisit, VISIT_ON } from '../../helpers/arbitrary-quiet-visit.ts';

const CONTEXT: AssessContext = { birthDate: '1981-02-03', earlier: [] };

function visitWith(answers: Partial<Record<Fact, Answer>>, change: Partial<VisitRecord> = {}): VisitRecord {
  const record = quietVisit(change);
  return { ...record, redFlags: { ...record.redFlags, answers: { ...record.redFlags.answers, ...answers } } };
}

describe('hazard 2: home-care sheet released by a reason', () => {
  const NO_REASON_REPLACES = FACTS.filter((fact) => fact < 'RF-06' || fact === 'RF-06a' || fact === 'RF-07b');

  test('fifteen questions are never replaced by a reason', () => {
    expect(NO_REASON_REPLACES).toHaveLength(15);
  });

  test.each(NO_REASON_REPLACES)('%s unasked with a reason recorded: only M19', (fact) => {
    const { redFlags, plan } = assess(visitWith({ [fact]: 'unasked' }, { unaskedReason: 'not applicable' }), CONTEXT);
    expect(redFlags.blocking).toEqual([fact]);
    expect(plan.sheet).toBe('safety');
    expect(plan.modules).toEqual(['M19']);
    expect(plan.sheetBecause).toContain(fact);
  });

  test('any other required question unasked: a reason opens the sheet, no reason does not', () => {
    expect(assess(visitWith({ 'RF-12f': 'unasked' }), CONTEXT).plan.modules).toEqual(['M19']);
    expect(assess(visitWith({ 'RF-12f': 'unasked' }, { unaskedReason: '   ' }), CONTEXT).plan.modules).toEqual(['M19']);
    expect(assess(visitWith({ 'RF-12f': 'unasked' }, { unaskedReason: 'no time' }), CONTEXT).plan.sheet).toBe('homecare');
  });
});

describe('hazard 9: pasted text', () => {
  test('"cannot pee" in a note raises no row', () => {
    const { redFlags, plan } = assess(quietVisit({ note: 'Cannot pee since Tuesday, numb saddle' }), CONTEXT);
    expect(redFlags.rows).toEqual([]);
    expect(plan.sheet).toBe('homecare');
  });
});

describe('hazard 10: "same as last time" counts as tested', () => {
  test('a carried grade raises no row and asks for nothing', () => {
    const record = quietVisit();
    record.neuro.right.mrc.DF = { state: 'carried', grade: '2' };
    const { redFlags, root } = assess(record, CONTEXT);
    expect(redFlags.rows).toEqual([]);
    expect(root.right.output).toBe('NOT ENOUGH DATA');
  });
});

function contextOf(record: VisitRecord): AssessContext {
  const assessment = assess(record, CONTEXT);
  return { ...CONTEXT, earlier: [{ record, assessment, emergencyOpen: isEmergencyOpen({ record, assessment, actions: [] }) }] };
}

describe('hazard 12: an emergency not acted on', () => {
  const earlierRecord = visitWith({ 'RF-01a': 'yes' }, { visitOn: addDays(VISIT_ON, -2) });

  test('a later "no" does not release the home-care sheet while the earlier emergency has no outcome', () => {
    const { redFlags, plan } = assess(quietVisit({ contact: 'review' }), contextOf(earlierRecord));
    expect(redFlags.rows).toEqual([]);
    expect(redFlags.openEarlierEmergency).toBe(true);
    expect(plan.sheet).toBe('safety');
    expect(plan.modules).toEqual(['M19']);
    expect(plan.safetyReasons).toEqual(['earlierE']);
  });

  test('an outcome releases it', () => {
    const settled = { ...earlierRecord, emergency: { ...earlierRecord.emergency, outcome: 'admitted' as const } };
    expect(assess(quietVisit({ contact: 'review' }), contextOf(settled)).plan.sheet).toBe('homecare');
  });

  test('the outcome in the record of this visit does not release its own sheet', () => {
    const record = visitWith({ 'RF-01a': 'yes' });
    const { plan } = assess({ ...record, emergency: { ...record.emergency, outcome: 'excluded', excludedBy: 'ED' } }, CONTEXT);
    expect([plan.sheet, ...plan.modules]).toEqual(['emergency', 'M19']);
  });
});

describe('hazard 4: wrong side', () => {
  test('a hold for the left leg leaves the right one free', () => {
    const record = visitWith({ 'RF-18a': 'yes' });
    const { hold } = assess({ ...record, redFlags: { ...record.redFlags, calfSide: 'left' } }, CONTEXT);
    expect(hold).toEqual({ right: false, left: true });
  });
});
