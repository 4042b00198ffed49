import { expect, type Page } from '@playwright/test';
import { v7 } from 'uuid';
import { text } from '../../renderer/text.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { addDays } from '../../shared/clinical/day-counts.ts';
import type { PatientInput } from '../../shared/schemas/patient.ts';
import { FACTS } from '../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { normalVisit, SLR_POS_LEG } from '../helpers/normal-visit.ts';
import { findAndOpen } from './pages/patients.ts';

// Records put into an open desk through the bridge, for tests that are about what comes after.

export type PreparedPatient = { patientId: string; name: string };

/** Adds a patient without the form. */
export async function addPreparedPatient(page: Page, patient: Partial<PatientInput> = {}): Promise<PreparedPatient> {
  const input: Input<'patients.create'> = {
    patientId: v7(),
    patient: {
      givenNames: 'Rosalind',
      familyName: 'Thistlethwayte',
      latinName: '',
      birthDate: '1975-05-05',
      sex: 'female',
      phone: '',
      email: '',
      address: '',
      preferredLanguage: '',
      largePrint: false,
      ownNumber: '',
      note: '',
      ...patient,
    },
  };
  const created = await page.evaluate((request) => window.lasegue.call['patients.create'](request), input);
  expect(created).toMatchObject({ ok: true });
  return { patientId: input.patientId, name: `${input.patient.givenNames} ${input.patient.familyName}` };
}

/** A first visit in which everything was asked and answered "no", the right leg raised to 45 degrees: ready for the home-care sheet. */
export function readyVisit(visitOn: string): VisitRecord {
  const record = normalVisit('first', visitOn);
  const startedOn = addDays(visitOn, -8);
  return {
    ...record,
    intake: {
      ...record.intake,
      pregnant: 'no',
      episodeStartedOn: startedOn,
      flareStartedOn: startedOn,
      onsetType: 'after_load',
      side: 'right',
      level: { right: 4, left: 0 },
      backPain: { now: null, average24h: 3, worst24h: null },
      legPain: { right: { now: null, average24h: 5, worst24h: null }, left: { now: null, average24h: 0, worst24h: null } },
      homeCareDays: 0,
    },
    redFlags: { ...record.redFlags, answers: Object.fromEntries(FACTS.map((fact) => [fact, 'no'])), smoked: 'no' },
    slr: { ...record.slr, right: SLR_POS_LEG },
    plan: { ...record.plan, nextReviewOn: addDays(visitOn, 10) },
  };
}

/** Starts a visit for this patient and stores a draft. Returns its id. */
export async function addPreparedVisit(
  page: Page,
  { patientId }: PreparedPatient,
  make: (visitOn: string) => VisitRecord = readyVisit,
): Promise<string> {
  const visitId = v7();
  const started = await page.evaluate((input) => window.lasegue.call['visits.start'](input), {
    visitId,
    patientId,
    contact: 'first' as const,
  });
  if (!started.ok) throw new Error(`no visit: ${started.error.code}`);
  const { visitOn, timeZone } = started.value.record;
  const record = { ...make(visitOn), timeZone };
  const draft: Input<'visits.saveDraft'> = { visitId, sequence: started.value.sequence + 1, record, pendingText: {}, focusField: '' };
  const saved = await page.evaluate((input) => window.lasegue.call['visits.saveDraft'](input), draft);
  expect(saved).toMatchObject({ ok: true });
  return visitId;
}

/** Opens the open visit of a patient through the list and the chart. */
export async function openPreparedVisit(page: Page, { name }: PreparedPatient): Promise<void> {
  await findAndOpen(page, name, name);
  await page.getByRole('button', { name: text.history.goOn }).click();
  await expect(page.getByRole('main', { name: text.visit.contacts.first })).toBeVisible();
}

/** Stores another record of the open visit past the window, as another part of the desk would. */
export async function changeRecord(page: Page, visitId: string, change: (record: VisitRecord) => VisitRecord): Promise<void> {
  const open = await page.evaluate((id) => window.lasegue.call['visits.open']({ visitId: id }), visitId);
  if (!open.ok) throw new Error(open.error.code);
  const draft = { visitId, sequence: open.value.sequence + 50, record: change(open.value.record), pendingText: {}, focusField: '' };
  expect(await page.evaluate((input) => window.lasegue.call['visits.saveDraft'](input), draft)).toMatchObject({ ok: true });
}
