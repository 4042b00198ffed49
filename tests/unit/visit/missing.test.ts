import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { emptyVisitRecord, type Contact, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { missingWords, visitProgress, type PartProgress, type VisitPart } from '../../../renderer/features/visit/state/missing.ts';
import { openItems } from '../../../renderer/features/visit/sign/what-is-open.ts';
import { text } from '../../../renderer/text.ts';

const BORN = '1980-01-01';
const newRecord = (contact: Contact = 'first'): VisitRecord => emptyVisitRecord(contact, '2026-11-23', 'UTC');
const progressOf = (record: VisitRecord): Record<VisitPart, PartProgress> =>
  visitProgress(record, assess(record, { birthDate: BORN, earlier: [] }), BORN);

describe('what is missing', () => {
  it('counts every required question of an untouched visit', () => {
    const record = newRecord();
    const assessment = assess(record, { birthDate: BORN, earlier: [] });
    const { talk } = progressOf(record);
    expect(talk.done).toBe(0);
    expect(talk.total).toBeGreaterThan(assessment.redFlags.required.length);
    expect(talk.missing.map(({ field }) => field)).toContain('redFlags.answers.RF-01a');
  });

  it('takes unsure and declined for asked, and a carried grade for not tested', () => {
    const record = newRecord();
    record.redFlags.answers = { 'RF-01a': 'unsure', 'RF-01b': 'declined' };
    record.neuro.right.mrc.KE = { state: 'carried', grade: '5' };
    record.neuro.left.mrc.KE = { state: 'tested', grade: '5', painLimited: false };
    const { talk, sit } = progressOf(record);
    expect(talk.done).toBe(2);
    expect(sit.done).toBe(1);
    expect(sit.missing.map(({ field }) => field)).toContain('neuro.right.mrc.KE');
  });

  it('asks for the front of the thigh only once it is marked', () => {
    const record = newRecord();
    expect(progressOf(record).prone.total).toBe(0);
    record.intake.regions.right = ['groin'];
    const { prone, sit } = progressOf(record);
    expect(prone.missing).toHaveLength(2);
    expect(sit.missing.map(({ field }) => field)).toEqual(expect.arrayContaining(['neuro.right.mrc.HF', 'neuro.left.sensation.U']));
  });

  it('reports no examination as missing after a phone contact', () => {
    const progress = progressOf(newRecord('phone'));
    expect([progress.stand, progress.sit, progress.supine, progress.prone].map(({ total }) => total)).toEqual([0, 0, 0, 0]);
  });

  it('says it in words', () => {
    expect(missingWords('stand', { done: 6, total: 6, missing: [] })).toBe(text.visit.strip.done);
    expect(missingWords('prone', { done: 0, total: 0, missing: [] })).toBe(text.visit.strip.optional);
    expect(missingWords('plan', { done: 0, total: 1, missing: [{ name: 'Review date', field: 'plan.nextReviewOn' }] })).toBe(
      text.visit.strip.missingOne('Review date'),
    );
  });
});

it('needs a reason to sign while a required question is unasked, and only then', () => {
  const record = newRecord();
  const open = openItems(record, assess(record, { birthDate: BORN, earlier: [] }), BORN);
  expect(open.needsReason).toBe(true);
  expect(open.notAsked.length).toBeGreaterThan(40);
  const withReason = { ...record, unaskedReason: 'phone line broke' };
  expect(openItems(withReason, assess(withReason, { birthDate: BORN, earlier: [] }), BORN).needsReason).toBe(false);
});
