import { describe, expect, it } from 'vitest';
import { emptyDiscussionOutcome } from '../../shared/schemas/red-flag-answers.ts';
import type { Result } from '../../shared/contract/result.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskUser } from '../../electron/use-cases/context.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { addPatient, askedRecord, countRows, openVisit, signedVisit } from './visits.ts';

const TODAY = '2025-03-10';

describe('visits.start', () => {
  it('opens a visit of today in which nothing is asked or tested', async () => {
    const { context } = openTestDesk();
    const visitId = uuidv7();
    const open = valueOf(await visits['visits.start'](context, { visitId, patientId: addPatient(context), contact: 'first' }));
    expect(open).toMatchObject({ visitId, sequence: 0, savedAt: null, stale: false, pendingText: {} });
    expect(open.record).toMatchObject({ contact: 'first', visitOn: TODAY, timeZone: 'UTC' });
    expect(open.record.redFlags.answers).toEqual({});
    expect(open.record.slr.right.tested).toBe('nt');
  });

  it('returns the open visit when it is asked again with the same id', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const visitId = await openVisit(context, patientId, askedRecord('first', TODAY));
    const again = valueOf(await visits['visits.start'](context, { visitId, patientId, contact: 'first' }));
    expect(again.sequence).toBe(1);
    expect(again.record).toEqual(askedRecord('first', TODAY));
  });

  it('refuses a second open visit of the same patient', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    await openVisit(context, patientId, askedRecord('first', TODAY));
    expect(await visits['visits.start'](context, { visitId: uuidv7(), patientId, contact: 'first' })).toEqual({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  it('refuses an unknown patient and an id of another patient', async () => {
    const { context } = openTestDesk();
    const start = visits['visits.start'];
    expect(await start(context, { visitId: uuidv7(), patientId: uuidv7(), contact: 'first' })).toMatchObject({
      error: { code: 'not-found' },
    });
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    expect(await start(context, { visitId, patientId: addPatient(context), contact: 'first' })).toMatchObject({
      error: { code: 'duplicate' },
    });
  });
});

describe('visits.saveDraft', () => {
  it('overwrites in place and leaves no line in the change log', async () => {
    const { context } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const logged = countRows(context, 'change_log');
    const record = { ...askedRecord('first', TODAY), note: 'second' };
    const saved = valueOf(
      await visits['visits.saveDraft'](context, {
        visitId,
        sequence: 7,
        record,
        pendingText: { 'slr.right.p1AngleDeg': '4x' },
        focusField: 'slr.right.p1AngleDeg',
      }),
    );
    expect(saved.sequence).toBe(7);
    const open = valueOf(await visits['visits.open'](context, { visitId }));
    expect(open).toMatchObject({ sequence: 7, focusField: 'slr.right.p1AngleDeg', pendingText: { 'slr.right.p1AngleDeg': '4x' } });
    expect(open.record.note).toBe('second');
    expect(countRows(context, 'draft')).toBe(1);
    expect(countRows(context, 'change_log')).toBe(logged);
  });

  it('ignores a save that comes late and answers with the stored number', async () => {
    const { context, clock } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const save = (sequence: number, note: string): ReturnType<(typeof visits)['visits.saveDraft']> =>
      visits['visits.saveDraft'](context, {
        visitId,
        sequence,
        record: { ...askedRecord('first', TODAY), note },
        pendingText: {},
        focusField: '',
      });
    const newest = valueOf(await save(5, 'newest'));
    clock.set('2025-03-10T09:00:01.000Z');
    expect(valueOf(await save(4, 'late'))).toEqual(newest);
    expect(valueOf(await save(5, 'same number'))).toEqual(newest);
    expect(valueOf(await visits['visits.open'](context, { visitId })).record.note).toBe('newest');
  });

  it('keeps a draft private to the user who opened it', async () => {
    const { context, store } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const other: DeskUser = { userId: uuidv7(), displayName: 'Another Tester', role: 'clinician' };
    store.write({ userId: other.userId, at: '2025-03-10T09:00:00.000Z' }, (db) =>
      db.insert('user', { user_id: other.userId, display_name: other.displayName, role: other.role }),
    );
    const theirs = { ...context, user: other };
    expect(await visits['visits.open'](theirs, { visitId })).toMatchObject({ error: { code: 'forbidden' } });
    const input = { visitId, sequence: 9, record: askedRecord('first', TODAY), pendingText: {}, focusField: '' };
    expect(await visits['visits.saveDraft'](theirs, input)).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('calls a draft stale after twelve hours without an edit', async () => {
    const { context, clock } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    clock.set('2025-03-10T21:00:00.000Z');
    expect(valueOf(await visits['visits.open'](context, { visitId })).stale).toBe(false);
    clock.set('2025-03-10T21:00:00.001Z');
    expect(valueOf(await visits['visits.open'](context, { visitId })).stale).toBe(true);
  });
});

describe('a baseline later than the visit', () => {
  it('starts no visit before the date of a signed one, but always a phone contact', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    await signedVisit(context, patientId, askedRecord('first', TODAY));
    clock.set('2025-03-09T09:00:00.000Z');
    const start = (contact: 'first' | 'review' | 'phone'): Promise<Result<unknown>> =>
      Promise.resolve(visits['visits.start'](context, { visitId: uuidv7(), patientId, contact }));
    expect(await start('review')).toMatchObject({ ok: false, error: { code: 'clock-behind' } });
    expect(await start('first')).toMatchObject({ ok: false, error: { code: 'clock-behind' } });
    expect(await start('phone')).toMatchObject({ ok: true });
    clock.set('2025-03-10T09:00:00.000Z');
    expect(
      await Promise.resolve(visits['visits.start'](context, { visitId: uuidv7(), patientId: addPatient(context), contact: 'first' })),
    ).toMatchObject({ ok: true });
  });
});

describe('visits.discardDraft', () => {
  it('removes the draft and sets the visit aside, so that a new one may start', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const visitId = await openVisit(context, patientId, askedRecord('first', TODAY));
    valueOf(await visits['visits.discardDraft'](context, { visitId }));
    expect(countRows(context, 'draft')).toBe(0);
    expect(await visits['visits.open'](context, { visitId })).toMatchObject({ error: { code: 'not-found' } });
    const chart = valueOf(await visits['patients.chart'](context, { patientId }));
    expect(chart).toMatchObject({ visits: [], openVisitId: null });
    await openVisit(context, patientId, askedRecord('first', TODAY));
  });

  it('is refused while the draft holds an emergency', async () => {
    const { context } = openTestDesk();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    expect(await visits['visits.discardDraft'](context, { visitId })).toEqual({ ok: false, error: { code: 'flag-open' } });
    expect(valueOf(await visits['visits.open'](context, { visitId })).record.redFlags.answers['RF-02a']).toBe('yes');
  });

  it('is refused while a same-day discussion is not recorded, and allowed once it is', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', TODAY, { 'RF-08c': 'yes' });
    const visitId = await openVisit(context, addPatient(context), record);
    expect(await visits['visits.discardDraft'](context, { visitId })).toMatchObject({ error: { code: 'flag-open' } });
    const discussion = { ...emptyDiscussionOutcome(), service: 'Spinal service', name: 'Registrar', time: '10:00', outcome: 'Seen today' };
    const input = { visitId, sequence: 2, record: { ...record, discussion }, pendingText: {}, focusField: '' };
    valueOf(await visits['visits.saveDraft'](context, input));
    valueOf(await visits['visits.discardDraft'](context, { visitId }));
  });
});
