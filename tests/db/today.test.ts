import { describe, expect, it } from 'vitest';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { todayHandlers } from '../../electron/use-cases/today/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { addPatient, askedRecord, openVisit, signedVisit } from './visits.ts';

const TODAY = '2025-03-10';
const dueOn = (date: string | null): VisitRecord => {
  const record = askedRecord('first', TODAY);
  return { ...record, plan: { ...record.plan, nextReviewOn: date } };
};

describe('today.get', () => {
  it('is empty on a new desk', async () => {
    const { context } = openTestDesk();
    expect(valueOf(await todayHandlers['today.get'](context, {}))).toEqual({
      today: TODAY,
      flags: [],
      reviewsDue: [],
      drafts: [],
      forms: [],
      colleagueFlags: [],
      patientCount: 0,
      visitCount: 0,
    });
  });

  it('lists reviews that are overdue, of today and of the next six days, oldest first', async () => {
    const { context, clock } = openTestDesk();
    const due: Record<string, string> = {};
    for (const date of ['2025-03-20', '2025-03-14', '2025-03-26', '2025-03-27', null]) {
      const patientId = addPatient(context, { familyName: `Due-${date ?? 'never'}` });
      due[patientId] = date ?? 'never';
      await signedVisit(context, patientId, dueOn(date));
    }
    clock.set('2025-03-20T08:00:00.000Z');
    const { reviewsDue } = valueOf(await todayHandlers['today.get'](context, {}));
    expect(reviewsDue.map(({ patient }) => due[patient.patientId])).toEqual(['2025-03-14', '2025-03-20', '2025-03-26']);
    expect(reviewsDue.map((review) => review.dueOn)).toEqual(['2025-03-14', '2025-03-20', '2025-03-26']);
  });

  it('forgets the old date once the review was signed', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    await signedVisit(context, patientId, dueOn('2025-03-12'));
    clock.set('2025-03-12T08:00:00.000Z');
    await signedVisit(context, patientId, askedRecord('review', '2025-03-12'));
    expect(valueOf(await todayHandlers['today.get'](context, {})).reviewsDue).toEqual([]);
  });

  it('shows a draft instead of the review it belongs to', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    await signedVisit(context, patientId, dueOn('2025-03-12'));
    clock.set('2025-03-12T08:00:00.000Z');
    const visitId = await openVisit(context, patientId, askedRecord('review', '2025-03-12'));
    const today = valueOf(await todayHandlers['today.get'](context, {}));
    expect(today.reviewsDue).toEqual([]);
    expect(today.drafts).toMatchObject([
      { visitId, contact: 'review', visitOn: '2025-03-12', focusField: 'intake.side', patient: { patientId, familyName: 'Examplewoman' } },
    ]);
    expect(today).toMatchObject({ patientCount: 1, visitCount: 1 });
  });

  it('puts emergencies before discussions before urgent rows', async () => {
    const { context } = openTestDesk();
    const answers = [{ 'RF-11b': 'yes' }, { 'RF-08c': 'yes' }, { 'RF-02a': 'yes' }] as const;
    for (const answer of answers) await signedVisit(context, addPatient(context), askedRecord('first', TODAY, answer));
    const { flags } = valueOf(await todayHandlers['today.get'](context, {}));
    expect(flags.map(({ flag }) => flag.urgency)).toEqual(['E', 'D', 'U']);
  });
});
