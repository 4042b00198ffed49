import { expect, it } from 'vitest';
import { answerToConfirm, fieldsToConfirm } from '../../../renderer/features/visit/state/stale-draft.ts';
import { createVisitStore } from '../../../renderer/features/visit/state/visit-store.ts';
import { setAnswersAside } from '../../../shared/clinical/stale-draft.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';

function recordOfYesterday(): VisitRecord {
  const record = emptyVisitRecord('first', '2026-11-22', 'Europe/London');
  record.redFlags.answers = { 'RF-01a': 'no', 'RF-01b': 'yes', 'RF-05a': 'declined', 'RF-02a': 'unasked' };
  return record;
}

it('counts an earlier "no" as not asked until it is confirmed, and lowers nothing else', () => {
  const { record, pendingText } = setAnswersAside({ record: recordOfYesterday(), pendingText: {} });
  expect(record.redFlags.answers).toEqual({ 'RF-01a': 'unasked', 'RF-01b': 'yes', 'RF-05a': 'declined', 'RF-02a': 'unasked' });
  expect(fieldsToConfirm(pendingText)).toEqual(['redFlags.answers.RF-01a', 'redFlags.answers.RF-01b', 'redFlags.answers.RF-05a']);
  expect(answerToConfirm(pendingText, 'redFlags.answers.RF-01a')).toBe('no');
  expect(answerToConfirm(pendingText, 'redFlags.answers.RF-02a')).toBeNull();
});

it('leaves an answer alone that was given since', () => {
  const { record, pendingText } = setAnswersAside({ record: recordOfYesterday(), pendingText: {} }, (fact) => fact !== 'RF-01a');
  expect(record.redFlags.answers['RF-01a']).toBe('no');
  expect(fieldsToConfirm(pendingText)).toEqual(['redFlags.answers.RF-01b', 'redFlags.answers.RF-05a']);
});

it('does not lose the earlier answer when the draft grows stale a second time', () => {
  const once = setAnswersAside({ record: recordOfYesterday(), pendingText: {} });
  const twice = setAnswersAside(once);
  expect(answerToConfirm(twice.pendingText, 'redFlags.answers.RF-01a')).toBe('no');
  expect(twice.record).toEqual(once.record);
});

it('cannot be taken back by undo', () => {
  const store = createVisitStore(recordOfYesterday(), {}, '');
  store.set('redFlags.answers.RF-01c', 'no');
  store.replace(setAnswersAside(store.getState()));
  expect(store.getState()).toMatchObject({ canUndo: false, canRedo: false });
  expect(store.undo()).toBeNull();
  expect(store.getState().record.redFlags.answers['RF-01a']).toBe('unasked');
});
