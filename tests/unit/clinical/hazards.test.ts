import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import type { AssessContext } from '../../../shared/clinical/assess-types.ts';
import { isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import type { MrcGrade } from '../../../shared/schemas/neuro-exam.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import { FACTS } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { interpreterLine } from '../../../shared/text/en/red-flags.ts';
import { SLR_POS_LEG } from '../../helpers/normal-visit.ts';
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
    expect(plan.sheetBecause).toBe('1 red-flag question is not asked yet.');
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

describe('hazard 7: wrong language, or a relative interprets', () => {
  test('who interpreted stands beside the bladder, bowel and saddle answers, with the language', () => {
    const line = (interpreter: VisitRecord['redFlags']['interpreter'], interpreterLanguage = ''): string | null =>
      interpreterLine({ interpreter, interpreterLanguage });
    expect(line('relative', 'Polish')).toBe('Asked through a relative or friend, not a professional interpreter (Polish).');
    expect(line('none_available')).toBe('Asked without an interpreter: none was available.');
    expect(line('professional', 'Polish')).toBe('Asked through a professional interpreter (Polish).');
    expect(line('none_needed')).toBeNull();
    expect(line(null)).toBeNull();
  });
});

describe('hazard 8: weakness misread', () => {
  const rows = (record: VisitRecord): string[] => assess(record, CONTEXT).redFlags.rows.map(({ row }) => row);
  const notes = (record: VisitRecord): string[] => assess(record, CONTEXT).root.right.notes.map(({ id }) => id);
  const withPower = (muscle: 'DF' | 'EHL', grade: MrcGrade, painLimited: boolean): VisitRecord => {
    const record = quietVisit();
    record.neuro.right.mrc[muscle] = { state: 'tested', grade, painLimited };
    return record;
  };

  test('T19: a low grade limited by pain is no foot drop and no deficit, but asks for another test', () => {
    const record = withPower('DF', '2', true);
    expect(rows(record)).toEqual(['RF-09b']);
    expect(notes(record)).toContain('RETEST DF');
    expect(assess(record, CONTEXT).objectiveDeficit).toBe(false);
    expect(assess(record, CONTEXT).root.right.missing).toContain('DF R');
    expect(rows(withPower('EHL', '3', true))).toEqual(['RF-10f']);
  });

  test.each(['4-', '4', '4+'] as const)('%s counts as 4, neither as 3 nor as normal', (grade) => {
    expect(rows(withPower('EHL', grade, false))).toContain('RF-10d.1');
    expect(rows(withPower('EHL', grade, false))).not.toContain('RF-10c.1');
  });

  test('T15: normal plantarflexion by hand does not hide that the heel is not raised', () => {
    const record = quietVisit();
    record.neuro.right.heelRaise = { state: 'tested', count: 0, painLimited: false };
    expect(record.neuro.right.mrc.PF).toMatchObject({ grade: '5' });
    expect(assess(record, CONTEXT).objectiveDeficit).toBe(true);
    expect(assess(record, CONTEXT).root.right.scores.S1).toBe(2);
  });
});

describe('hazard 11: false reassurance', () => {
  const rightOf = (record: VisitRecord): Assessment['root']['right'] => assess(record, CONTEXT).root.right;

  test('T16: no pattern is spoken of while the upper roots of a painful thigh are not tested', () => {
    const record = quietVisit();
    record.intake.regions.right = ['front_thigh'];
    record.slr = { right: { ...SLR_POS_LEG }, left: { ...SLR_POS_LEG, stop: 'end', feltIn: 'none', level: 0 } };
    delete record.neuro.right.mrc.KE;
    record.neuro.right.femoralStretch = 'nt';
    expect(rightOf(record).output).toBe('NOT ENOUGH DATA');
    expect(rightOf(record).missing).toEqual(['KE R', 'femoral stretch R']);
  });

  test('T17 and T18: no irritation is spoken of while a clot is possible', () => {
    const record = quietVisit();
    record.intake.level.right = 4;
    record.intake.legWorseThanBack = 'yes';
    record.slr = { right: { ...SLR_POS_LEG }, left: { ...SLR_POS_LEG, stop: 'end', feltIn: 'none', level: 0 } };
    expect(rightOf(record).output).toBe('IRRITATION WITHOUT LEVEL');
    record.redFlags.answers['RF-18a'] = 'yes';
    expect(rightOf(record).output).toBe('HELD');
    expect(rightOf(record).text).not.toContain('irritation of');
  });

  test('irritation is not spoken of in a leg with poor blood flow either', () => {
    const record = quietVisit();
    record.intake.level.right = 4;
    record.intake.legWorseThanBack = 'yes';
    record.slr = { right: { ...SLR_POS_LEG }, left: { ...SLR_POS_LEG, stop: 'end', feltIn: 'none', level: 0 } };
    record.neuro.right.footPulse = 'absent';
    expect(rightOf(record).output).toBe('HELD');
  });
});
