import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { addPatient, askedRecord, countRows, openVisit, signedVisit } from './visits.ts';

const TODAY = '2025-03-10';

describe('visits.sign', () => {
  it('writes the record and its assessment, removes the draft and logs the change', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, patientId, record);
    const logged = countRows(context, 'change_log');
    const signed = valueOf(await visits['visits.sign'](context, { visitId, sequence: 2, record }));
    expect(signed).toMatchObject({
      visitId,
      status: 'signed',
      ageYears: 44,
      signedBy: context.user.displayName,
      signedAt: '2025-03-10T09:00:00.000Z',
    });
    expect(signed.record).toEqual(record);
    expect(signed.assessment.redFlags.rows).toEqual([]);
    expect(countRows(context, 'draft')).toBe(0);
    expect(countRows(context, 'change_log')).toBe(logged + 1);
    expect(valueOf(await visits['visits.get'](context, { visitId }))).toEqual(signed);
  });

  it('fills the columns of the timeline', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const record = askedRecord('first', TODAY);
    record.plan.nextReviewOn = '2025-03-18';
    record.slr.right = { ...record.slr.right, tested: 'yes', p1AngleDeg: 42, stop: 'leg_familiar', feltIn: 'raised', level: 4 };
    await signedVisit(context, patientId, record);
    const { visits: timeline } = valueOf(await visits['patients.chart'](context, { patientId }));
    expect(timeline).toHaveLength(1);
    expect(timeline[0]).toMatchObject({
      legNprs: 5,
      slrRightDeg: 42,
      slrLeftDeg: null,
      nextReviewOn: '2025-03-18',
      side: 'right',
      urgency: null,
    });
    expect(timeline[0]?.headline).not.toContain('Examplewoman');
    expect(timeline[0]?.headline).not.toBe('');
  });

  it('compares the headline with the first visit of the same episode', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    const withPain = (contact: 'first' | 'review', visitOn: string, average24h: number): VisitRecord => {
      const record = askedRecord(contact, visitOn);
      record.intake.legPain.right.average24h = average24h;
      return record;
    };
    await signedVisit(context, patientId, withPain('first', TODAY, 9));
    clock.set('2025-06-02T09:00:00.000Z');
    await signedVisit(context, patientId, withPain('first', '2025-06-02', 6));
    clock.set('2025-06-10T09:00:00.000Z');
    await signedVisit(context, patientId, withPain('review', '2025-06-10', 3));
    const chart = valueOf(await visits['patients.chart'](context, { patientId }));
    expect(chart.visits[0]?.headline).toContain('Leg pain 6 to 3.');
  });

  it('returns the signed visit when the same record is signed again, and refuses another', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY);
    const signed = await signedVisit(context, addPatient(context), record);
    const logged = countRows(context, 'change_log');
    const sign = visits['visits.sign'];
    expect(valueOf(await sign(context, { visitId: signed.visitId, sequence: 2, record }))).toEqual(signed);
    expect(await sign(context, { visitId: signed.visitId, sequence: 3, record: { ...record, note: 'later' } })).toMatchObject({
      error: { code: 'visit-signed' },
    });
    expect(countRows(context, 'change_log')).toBe(logged);
  });

  it('refuses a draft save after signing', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY);
    const { visitId } = await signedVisit(context, addPatient(context), record);
    const input = { visitId, sequence: 99, record, pendingText: {}, focusField: '' };
    expect(await visits['visits.saveDraft'](context, input)).toMatchObject({ error: { code: 'visit-signed' } });
    expect(await visits['visits.discardDraft'](context, { visitId })).toMatchObject({ error: { code: 'visit-signed' } });
  });

  it('names impossible combinations by field', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY);
    record.slr.left = { ...record.slr.left, tested: 'yes', p1AngleDeg: 60, p2AngleDeg: 50 };
    record.intake.episodeStartedOn = '2025-03-11';
    const visitId = await openVisit(context, addPatient(context), record);
    expect(await visits['visits.sign'](context, { visitId, sequence: 2, record })).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        fields: { 'slr.left.p2AngleDeg': 'p2-below-p1', 'intake.episodeStartedOn': 'in-the-future' },
      },
    });
  });

  it('waits for typed text that is no value yet, and says why by field', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context), record);
    const pendingText = {
      'slr.right.p1AngleDeg': 'abc',
      'slr.right.p2AngleDeg': '45.5',
      'slr.left.p1AngleDeg': '400',
      'intake.episodeStartedOn': '31/02',
      'redFlags.answers.RF-01a': 'no',
    };
    valueOf(await visits['visits.saveDraft'](context, { visitId, sequence: 2, record, pendingText, focusField: '' }));
    expect(await visits['visits.sign'](context, { visitId, sequence: 3, record })).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        fields: {
          'slr.right.p1AngleDeg': 'not-a-number',
          'slr.right.p2AngleDeg': 'not-whole',
          'slr.left.p1AngleDeg': 'out-of-range',
          'intake.episodeStartedOn': 'not-a-date',
          'redFlags.answers.RF-01a': 'required',
        },
      },
    });
    expect(countRows(context, 'draft')).toBe(1);
  });

  it('asks for a reason while a required question is unasked, and takes one', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const record = askedRecord('first', TODAY, { 'RF-12f': 'unasked', 'RF-04a': 'unasked' });
    const visitId = await openVisit(context, patientId, record);
    expect(await visits['visits.sign'](context, { visitId, sequence: 2, record })).toEqual({
      ok: false,
      error: { code: 'reason-required', fields: { 'redFlags.answers.RF-04a': 'required', 'redFlags.answers.RF-12f': 'required' } },
    });
    const blank = { ...record, unaskedReason: '   ' };
    expect(await visits['visits.sign'](context, { visitId, sequence: 2, record: blank })).toMatchObject({
      error: { code: 'reason-required' },
    });
    const withReason = { ...record, unaskedReason: 'A relative was in the room' };
    const signed = valueOf(await visits['visits.sign'](context, { visitId, sequence: 2, record: withReason }));
    expect(signed.assessment.plan.sheet).toBe('safety');
    expect(signed.assessment.plan.modules).toEqual(['M19']);
  });

  it('refuses an older number than the stored draft, and a date or zone that was changed', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context), record);
    valueOf(await visits['visits.saveDraft'](context, { visitId, sequence: 8, record, pendingText: {}, focusField: '' }));
    expect(await visits['visits.sign'](context, { visitId, sequence: 7, record })).toMatchObject({ error: { code: 'conflict' } });
    const moved = { ...record, visitOn: '2025-03-09', intake: { ...record.intake, episodeStartedOn: null, flareStartedOn: null } };
    expect(await visits['visits.sign'](context, { visitId, sequence: 8, record: moved })).toMatchObject({
      error: { code: 'invalid-input', fields: { visitOn: 'invalid' } },
    });
  });

  it('never blocks an emergency: it is signed with what is recorded, and stays open', async () => {
    const { context } = openTestDesk();
    const signed = await signedVisit(context, addPatient(context), askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    expect(signed.assessment.redFlags.overall).toBe('E');
    expect(signed.assessment.plan.sheet).toBe('emergency');
  });
});

describe('a signed visit', () => {
  it('cannot be changed or deleted, not even by raw SQL', async () => {
    const { context, store, path, key } = openTestDesk();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY));
    store.close();
    const raw = new Database(path);
    raw.pragma("cipher = 'sqlcipher'");
    raw.pragma('legacy = 4');
    raw.key(Buffer.concat([Buffer.from('raw:'), key]));
    const refused = (statement: string): void => {
      expect(() => raw.prepare(statement).run(visitId), statement).toThrow(/final|never/);
    };
    try {
      for (const column of ['record_json', 'assessment_json', 'signed_at', 'signed_by_name', 'headline', 'visit_on', 'urgency']) {
        refused(`UPDATE visit SET ${column} = ${column} || '' WHERE visit_id = ?`);
      }
      refused('DELETE FROM visit WHERE visit_id = ?');
      refused("UPDATE visit SET status = 'open' WHERE visit_id = ?");
    } finally {
      raw.close();
    }
  });

  it('takes addenda, each once, beside the unchanged original', async () => {
    const { context } = openTestDesk();
    const signed = await signedVisit(context, addPatient(context), askedRecord('first', TODAY));
    const addendum = { addendumId: uuidv7(), visitId: signed.visitId, text: 'The side was left.', reason: 'Typing mistake' };
    const first = valueOf(await visits['visits.addAddendum'](context, addendum));
    expect(first.addenda).toMatchObject([{ text: 'The side was left.', reason: 'Typing mistake', createdBy: context.user.displayName }]);
    expect(first.record).toEqual(signed.record);
    expect(valueOf(await visits['visits.addAddendum'](context, addendum)).addenda).toHaveLength(1);
    expect(await visits['visits.addAddendum'](context, { ...addendum, text: 'other' })).toMatchObject({ error: { code: 'duplicate' } });
    expect(await visits['visits.addAddendum'](context, { ...addendum, addendumId: uuidv7(), text: ' ' })).toMatchObject({
      error: { code: 'invalid-input', fields: { text: 'required' } },
    });
  });

  it('cannot get an addendum while it is open', async () => {
    const { context } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const addendum = { addendumId: uuidv7(), visitId, text: 'a', reason: 'b' };
    expect(await visits['visits.addAddendum'](context, addendum)).toMatchObject({ error: { code: 'visit-open' } });
    expect(await visits['visits.get'](context, { visitId })).toMatchObject({ error: { code: 'visit-open' } });
  });
});
