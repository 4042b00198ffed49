import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { assessmentSchema } from '../../../shared/schemas/assessment.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';

const CONTEXT = { birthDate: '1980-05-01', earlier: [] };

describe('assess', () => {
  test('an untouched visit gives a valid assessment: nothing present, every required question open, the safety sheet', () => {
    const assessment = assess(emptyVisitRecord('first', '2026-03-02', 'Europe/London'), CONTEXT);
    expect(() => assessmentSchema.parse(assessment)).not.toThrow();
    expect(assessment.redFlags.rows).toEqual([]);
    expect(assessment.redFlags.askedCount).toBe(0);
    expect(assessment.redFlags.open).toEqual(assessment.redFlags.required);
    expect(assessment.redFlags.blocking).toHaveLength(15);
    expect(assessment.plan.sheet).toBe('safety');
    expect(assessment.plan.modules).toEqual(['M19']);
    expect(assessment.plan.safetyReasons).toEqual(['incomplete']);
  });
});
