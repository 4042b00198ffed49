import { expect, it } from 'vitest';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { addPatient, askedRecord, rawQuery, signedVisit } from './visits.ts';

it('logs who opened which chart and visit, once for each opening', async () => {
  const { context, clock } = openTestDesk();
  const patientId = addPatient(context);
  const opened = (): { what: string; user_id: string; patient_id: string }[] =>
    context.read.all(rawQuery('SELECT what, user_id, patient_id FROM access_log ORDER BY seq'));
  const line = (what: string): { what: string; user_id: string; patient_id: string } => ({
    what,
    user_id: context.user.userId,
    patient_id: patientId,
  });
  valueOf(await visits['patients.chart'](context, { patientId }));
  valueOf(await visits['patients.chart'](context, { patientId }));
  expect(opened()).toEqual([line('chart')]);
  const { visitId } = await signedVisit(context, patientId, askedRecord('first', '2025-03-10'));
  valueOf(await visits['visits.get'](context, { visitId }));
  expect(opened()).toEqual([line('chart'), line('visit')]);
  clock.set('2025-03-10T09:10:00.000Z');
  valueOf(await visits['patients.chart'](context, { patientId }));
  expect(opened()).toEqual([line('chart'), line('visit'), line('chart')]);
});
