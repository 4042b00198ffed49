import { describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/contract.ts';
import { emptyDiscussionOutcome, emptyEmergencyAction, type EmergencyAction } from '../../shared/schemas/red-flag-answers.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { patientHandlers } from '../../electron/use-cases/patients/index.ts';
import { todayHandlers } from '../../electron/use-cases/today/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { addPatient, askedRecord, openVisit, signedVisit } from './visits.ts';

type Action = Input<'visits.recordFlagAction'>['action'];

const DISCUSSED = { service: 'Spinal service', name: 'Registrar', time: '10:00', outcome: 'Seen today' };

async function openUrgencies(desk: DeskContext, patientId: string): Promise<string[]> {
  return valueOf(await visits['patients.chart'](desk, { patientId })).openFlags.map(({ urgency }) => urgency);
}

/** The open flag of the only patient, as the patient list shows it. */
async function listedFlag(desk: DeskContext): Promise<string | null | undefined> {
  const search = { query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 } as const;
  return valueOf(await patientHandlers['patients.search'](desk, search)).rows[0]?.openFlag;
}

async function act(desk: DeskContext, visitId: string, action: Action): Promise<Output<'visits.recordFlagAction'>> {
  return valueOf(await visits['visits.recordFlagAction'](desk, { actionId: uuidv7(), visitId, action }));
}

const emergency = (changes: Partial<EmergencyAction>): Action => ({ urgency: 'E', action: { ...emptyEmergencyAction(), ...changes } });

/** A desk with a patient whose emergency was signed on 10 March with nothing recorded about it. */
async function deskWithEmergency(): Promise<TestDesk & { patientId: string; visitId: string }> {
  const desk = openTestDesk();
  const patientId = addPatient(desk.context);
  const { visitId } = await signedVisit(desk.context, patientId, askedRecord('first', '2025-03-10', { 'RF-02a': 'yes' }));
  desk.clock.set('2025-03-11T09:00:00.000Z');
  return { ...desk, patientId, visitId };
}

describe('an emergency without an outcome (hazard 12)', () => {
  it('is open on the chart and on the Today page', async () => {
    const { context, patientId, visitId } = await deskWithEmergency();
    const chart = valueOf(await visits['patients.chart'](context, { patientId }));
    expect(chart.openFlags).toMatchObject([{ visitId, urgency: 'E', visitOn: '2025-03-10', more: 0 }]);
    expect(chart.openFlags[0]?.text).toMatch(/^Suspected cauda equina syndrome/);
    expect(chart.visits[0]).toMatchObject({ urgency: 'E', flagClosed: false });
    const today = valueOf(await todayHandlers['today.get'](context, {}));
    expect(today.flags).toMatchObject([{ patient: { patientId }, flag: { visitId, urgency: 'E' } }]);
  });

  it('is not closed by a new draft, a later "no" or another signature, and holds the home-care sheet back', async () => {
    const { context, patientId, visitId } = await deskWithEmergency();
    const record = askedRecord('review', '2025-03-11');
    const nextId = await openVisit(context, patientId, record);
    const earlier = valueOf(await visits['visits.earlier'](context, { visitId: nextId }));
    expect(earlier.map((visit) => [visit.visitId, visit.lastAction])).toEqual([[visitId, null]]);
    const next = valueOf(await visits['visits.sign'](context, { visitId: nextId, sequence: 2, record }));
    expect(next.assessment.redFlags.overall).toBeNull();
    expect(next.assessment.redFlags.openEarlierEmergency).toBe(true);
    expect(next.assessment.plan).toMatchObject({ sheet: 'safety', modules: ['M19'] });
    expect(await openUrgencies(context, patientId)).toEqual(['E']);
  });

  it.each([{ outcome: 'pending' as const }, { outcome: null, told: 'A&E triage' }])('is not closed by %o', async (changes) => {
    const { context, patientId, visitId } = await deskWithEmergency();
    expect((await act(context, visitId, emergency(changes))).actions).toHaveLength(1);
    expect(await openUrgencies(context, patientId)).toEqual(['E']);
  });

  it.each([
    { outcome: 'attended' as const },
    { outcome: 'admitted' as const },
    { outcome: 'excluded' as const, excludedBy: 'A&E, MRI' },
    { outcome: 'refused' as const, refusedReason: 'Wants to wait', refusedExplained: 'What may happen', callBackTime: '18:00' },
  ])('is closed by %o', async (changes) => {
    const { context, patientId, visitId } = await deskWithEmergency();
    const signed = await act(context, visitId, emergency(changes));
    expect(signed.actions).toMatchObject([{ urgency: 'E', recordedAt: '2025-03-11T09:00:00.000Z', recordedBy: context.user.displayName }]);
    expect(await openUrgencies(context, patientId)).toEqual([]);
    expect(valueOf(await visits['patients.chart'](context, { patientId })).visits[0]).toMatchObject({ flagClosed: true });
    const next = await signedVisit(context, patientId, askedRecord('review', '2025-03-11'));
    expect(next.assessment.redFlags.openEarlierEmergency).toBe(false);
    expect(next.assessment.plan.sheet).toBe('homecare');
  });

  it.each([
    [{ outcome: 'excluded' as const, excludedBy: '  ' }, ['action.action.excludedBy']],
    [{ outcome: 'refused' as const, refusedReason: 'Wants to wait' }, ['action.action.refusedExplained', 'action.action.callBackTime']],
  ])('refuses %o as an outcome and says what is missing', async (changes, fields) => {
    const { context, patientId, visitId } = await deskWithEmergency();
    const refused = await visits['visits.recordFlagAction'](context, { actionId: uuidv7(), visitId, action: emergency(changes) });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'invalid-input', fields: Object.fromEntries(fields.map((field) => [field, 'required'])) },
    });
    expect(await openUrgencies(context, patientId)).toEqual(['E']);
  });

  it('signed with an outcome is closed from the start, signed with half an outcome is not', async () => {
    const { context } = openTestDesk();
    const record = askedRecord('first', '2025-03-10', { 'RF-02a': 'yes' });
    const closed = addPatient(context);
    await signedVisit(context, closed, { ...record, emergency: { ...emptyEmergencyAction(), outcome: 'admitted' } });
    expect(await openUrgencies(context, closed)).toEqual([]);
    const half = addPatient(context);
    await signedVisit(context, half, { ...record, emergency: { ...emptyEmergencyAction(), outcome: 'excluded' } });
    expect(await openUrgencies(context, half)).toEqual(['E']);
  });

  it('takes the same action once and refuses another under its id', async () => {
    const { context, visitId } = await deskWithEmergency();
    const input = { actionId: uuidv7(), visitId, action: emergency({ outcome: 'pending' }) };
    valueOf(await visits['visits.recordFlagAction'](context, input));
    expect(valueOf(await visits['visits.recordFlagAction'](context, input)).actions).toHaveLength(1);
    const other = { ...input, action: emergency({ outcome: 'admitted' }) };
    expect(await visits['visits.recordFlagAction'](context, other)).toMatchObject({ error: { code: 'duplicate' } });
  });

  it('is closed by the action recorded last, though the clock was ahead at the one before', async () => {
    const { context, clock, patientId, visitId } = await deskWithEmergency();
    clock.set('2025-09-01T09:00:00.000Z');
    await act(context, visitId, emergency({ outcome: 'pending' }));
    clock.set('2025-03-11T10:00:00.000Z');
    const { actions } = await act(context, visitId, emergency({ outcome: 'admitted' }));
    expect(actions.map(({ action }) => 'outcome' in action && action.outcome)).toEqual(['pending', 'admitted']);
    expect(await openUrgencies(context, patientId)).toEqual([]);
    const next = await signedVisit(context, patientId, askedRecord('review', '2025-03-11'));
    expect(next.assessment.redFlags.openEarlierEmergency).toBe(false);
  });

  it('shows the action on the emergency as the last one, also after a later action on a discussion', async () => {
    const { context, patientId } = await deskWithEmergency();
    const record = askedRecord('review', '2025-03-11', { 'RF-02a': 'yes', 'RF-08c': 'yes' });
    const both = await signedVisit(context, patientId, record);
    await act(context, both.visitId, emergency({ outcome: 'admitted' }));
    await act(context, both.visitId, { urgency: 'D', action: DISCUSSED });
    const nextId = await openVisit(context, patientId, askedRecord('review', '2025-03-11'));
    const earlier = valueOf(await visits['visits.earlier'](context, { visitId: nextId }));
    expect(earlier.at(-1)?.lastAction).toMatchObject({ urgency: 'E', action: { outcome: 'admitted' } });
  });
});

describe('a same-day discussion', () => {
  it('stays open until all four fields are filled', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const { visitId } = await signedVisit(context, patientId, askedRecord('first', '2025-03-10', { 'RF-08c': 'yes' }));
    expect(await openUrgencies(context, patientId)).toEqual(['D']);
    for (const field of ['service', 'name', 'time', 'outcome'] as const) {
      await act(context, visitId, { urgency: 'D', action: { ...DISCUSSED, [field]: ' ' } });
      expect(await openUrgencies(context, patientId), field).toEqual(['D']);
    }
    await act(context, visitId, { urgency: 'D', action: DISCUSSED });
    expect(await openUrgencies(context, patientId)).toEqual([]);
  });

  it('cannot be recorded on a visit that has none', async () => {
    const { context } = openTestDesk();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', '2025-03-10'));
    const action: Action = { urgency: 'D', action: { ...emptyDiscussionOutcome(), ...DISCUSSED } };
    expect(await visits['visits.recordFlagAction'](context, { actionId: uuidv7(), visitId, action })).toMatchObject({
      error: { code: 'invalid-input', fields: { 'action.urgency': 'invalid' } },
    });
  });
});

describe('an urgent row', () => {
  it('is open until the patient is examined again; a phone contact does not end it', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    await signedVisit(context, patientId, askedRecord('first', '2025-03-10', { 'RF-11b': 'yes' }));
    expect(await openUrgencies(context, patientId)).toEqual(['U']);
    expect(await listedFlag(context)).toBe('U');
    clock.set('2025-03-12T09:00:00.000Z');
    await signedVisit(context, patientId, askedRecord('phone', '2025-03-12'));
    expect(await openUrgencies(context, patientId)).toEqual(['U']);
    expect(await listedFlag(context)).toBe('U');
    clock.set('2025-03-14T09:00:00.000Z');
    await signedVisit(context, patientId, askedRecord('review', '2025-03-14'));
    expect(await openUrgencies(context, patientId)).toEqual([]);
    expect(await listedFlag(context)).toBeNull();
  });
});
