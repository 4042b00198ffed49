import { expect, it } from 'vitest';
import type { OpenVisit } from '../../../shared/contract/contract.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import { answerToConfirm, fieldsToConfirm, setStaleAnswersAside } from '../../../renderer/features/visit/state/stale-draft.ts';

function visitWith(stale: boolean): OpenVisit {
  const record = emptyVisitRecord('first', '2026-11-22', 'Europe/London');
  record.redFlags.answers = { 'RF-01a': 'no', 'RF-01b': 'yes', 'RF-05a': 'declined', 'RF-02a': 'unasked' };
  return {
    visitId: '018f0000-0000-7000-8000-000000000001',
    patient: {
      patientId: '018f0000-0000-7000-8000-000000000002',
      revision: 1,
      createdAt: '2026-11-22T09:00:00Z',
      updatedAt: '2026-11-22T09:00:00Z',
      givenNames: 'Testina',
      familyName: 'Synthetic',
      latinName: '',
      birthDate: '1980-01-01',
      sex: 'unknown',
      phone: '',
      email: '',
      address: '',
      preferredLanguage: 'en',
      largePrint: false,
      ownNumber: '',
      note: '',
    },
    record,
    sequence: 4,
    savedAt: '2026-11-22T09:00:00Z',
    pendingText: {},
    focusField: '',
    stale,
  };
}

it('leaves a fresh draft as it is', () => {
  const visit = visitWith(false);
  expect(setStaleAnswersAside(visit)).toEqual({ record: visit.record, pendingText: {} });
});

it('counts an earlier "no" as not asked until it is confirmed, and lowers nothing else', () => {
  const { record, pendingText } = setStaleAnswersAside(visitWith(true));
  expect(record.redFlags.answers).toEqual({ 'RF-01a': 'unasked', 'RF-01b': 'yes', 'RF-05a': 'declined', 'RF-02a': 'unasked' });
  expect(fieldsToConfirm(pendingText)).toEqual(['redFlags.answers.RF-01a', 'redFlags.answers.RF-01b', 'redFlags.answers.RF-05a']);
  expect(answerToConfirm(pendingText, 'redFlags.answers.RF-01a')).toBe('no');
  expect(answerToConfirm(pendingText, 'redFlags.answers.RF-02a')).toBeNull();
});

it('does not lose the earlier answer when the draft grows stale a second time', () => {
  const once = setStaleAnswersAside(visitWith(true));
  const twice = setStaleAnswersAside({ ...visitWith(true), ...once });
  expect(answerToConfirm(twice.pendingText, 'redFlags.answers.RF-01a')).toBe('no');
  expect(twice.record).toEqual(once.record);
});
