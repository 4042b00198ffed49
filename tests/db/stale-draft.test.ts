import { describe, expect, it } from 'vitest';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import { FACTS } from '../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { openTestDesk, valueOf, type TestClock } from './database.ts';
import { addPatient, askedRecord, openVisit } from './visits.ts';

const TODAY = '2025-03-10';
const AFTER_13_HOURS = '2025-03-10T22:00:00.000Z';
const waiting = FACTS.map((fact) => `redFlags.answers.${fact}`).toSorted();

type Desk = { context: DeskContext; clock: TestClock; visitId: string; record: VisitRecord };

/** A visit of 9 o'clock in which every question was answered "no". */
async function draftOfTheMorning(): Promise<Desk> {
  const { context, clock } = openTestDesk();
  const record = askedRecord('first', TODAY);
  const visitId = await openVisit(context, addPatient(context), record);
  return { context, clock, visitId, record };
}

const opened = async ({ context, visitId }: Desk): Promise<Output<'visits.open'>> =>
  valueOf(await visits['visits.open'](context, { visitId }));
const save = async (
  { context, visitId }: Desk,
  record: VisitRecord,
  sequence: number,
  pendingText: Record<string, string> = {},
): Promise<Output<'visits.saveDraft'>> =>
  valueOf(await visits['visits.saveDraft'](context, { visitId, sequence, record, pendingText, focusField: '' }));
const sign = async ({ context, visitId }: Desk, record: VisitRecord, sequence: number): Promise<Result<unknown>> =>
  visits['visits.sign'](context, { visitId, sequence, record: { ...record, unaskedReason: 'for this test' } });

describe('hazard 5: stale draft', () => {
  it('opens a draft aged 13 hours with every red-flag answer waiting, in what is stored', async () => {
    const desk = await draftOfTheMorning();
    desk.clock.set(AFTER_13_HOURS);
    const open = await opened(desk);
    expect(open.stale).toBe(true);
    expect(Object.keys(open.pendingText).toSorted()).toEqual(waiting);
    expect(Object.values(open.record.redFlags.answers).filter((answer) => answer === 'no')).toEqual([]);
    const again = await opened(desk);
    expect(again.record).toEqual(open.record);
    expect(again.pendingText).toEqual(open.pendingText);
    expect(again.sequence).toBe(open.sequence);
  });

  it('does not take an old "no" that is saved again without having been asked', async () => {
    const desk = await draftOfTheMorning();
    desk.clock.set(AFTER_13_HOURS);
    // A window that was open all day: a note is typed, and "a weak stream" answered anew; the rest is as it was in the morning.
    const now: VisitRecord = { ...desk.record, note: 'came back in the evening' };
    now.redFlags = { ...now.redFlags, answers: { ...now.redFlags.answers, 'RF-01b': 'yes' } };
    expect((await save(desk, now, 2)).answersSetAside).toBe(true);
    const open = await opened(desk);
    expect(open.record.note).toBe('came back in the evening');
    expect(open.record.redFlags.answers['RF-01b']).toBe('yes');
    expect(open.record.redFlags.answers['RF-02a']).toBe('unasked');
    expect(Object.keys(open.pendingText).toSorted()).toEqual(waiting.filter((path) => !path.endsWith('RF-01b')));
  });

  it('refuses to sign a draft that went stale while it was open, and asks from then on', async () => {
    const desk = await draftOfTheMorning();
    desk.clock.set(AFTER_13_HOURS);
    expect(await sign(desk, desk.record, 2)).toMatchObject({ ok: false, error: { code: 'draft-stale' } });
    const open = await opened(desk);
    expect(Object.keys(open.pendingText).toSorted()).toEqual(waiting);
    expect(await sign(desk, open.record, open.sequence + 1)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('takes each answer once it is confirmed, and then signs', async () => {
    const desk = await draftOfTheMorning();
    desk.clock.set(AFTER_13_HOURS);
    const open = await opened(desk);
    expect((await save(desk, desk.record, open.sequence + 1)).answersSetAside).toBe(false);
    expect(await sign(desk, desk.record, open.sequence + 2)).toMatchObject({ ok: true });
  });

  it('asks again at the edge: not at twelve hours, but a millisecond later', async () => {
    const desk = await draftOfTheMorning();
    desk.clock.set('2025-03-10T21:00:00.000Z');
    expect((await save(desk, desk.record, 2)).answersSetAside).toBe(false);
    desk.clock.set('2025-03-11T09:00:00.001Z');
    expect((await save(desk, desk.record, 3)).answersSetAside).toBe(true);
  });
});
