import { expect, type Locator, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { dialog, enter, goTo, select } from './app.ts';

// The patient list and the patient form.

const words = text.patients;

/** A synthetic person as typed into the form. */
export type TypedPatient = {
  givenNames: string;
  familyName: string;
  /** As a person types it, for instance `14 Feb 1979`. */
  birthDate: string;
  sex?: 'female' | 'male' | 'other';
  ownNumber?: string;
  phone?: string;
  latinName?: string;
  preferredLanguage?: string;
  note?: string;
};

/** Opens the empty form from the list. */
export async function openNewPatientForm(page: Page): Promise<Locator> {
  await goTo(page, 'patients');
  // An empty desk offers the same button once more in the middle of the page.
  await page.getByRole('button', { name: words.newPatient }).first().click();
  const form = page.getByRole('dialog', { name: words.form.newTitle });
  await expect(form).toBeVisible();
  return form;
}

/** Fills in the open form. */
export async function fillPatient(page: Page, patient: TypedPatient): Promise<void> {
  await enter(page, 'givenNames', patient.givenNames);
  await enter(page, 'familyName', patient.familyName);
  await enter(page, 'birthDate', patient.birthDate);
  if (patient.sex !== undefined) await select(page, 'sex', patient.sex);
  if (patient.ownNumber !== undefined) await enter(page, 'ownNumber', patient.ownNumber);
  if (patient.latinName !== undefined) await enter(page, 'latinName', patient.latinName);
  if (patient.phone !== undefined) await enter(page, 'phone', patient.phone);
  if (patient.preferredLanguage !== undefined) await select(page, 'preferredLanguage', patient.preferredLanguage);
  if (patient.note !== undefined) await enter(page, 'note', patient.note);
}

/** Presses Save in the open form. */
export async function savePatient(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: words.form.save, exact: true }).click();
}

/** Adds a patient through the form and waits for the chart. */
export async function addPatient(page: Page, patient: TypedPatient): Promise<void> {
  await openNewPatientForm(page);
  await fillPatient(page, patient);
  await savePatient(page);
  await expectChart(page, patient);
}

/** The chart of this person is open: the banner names them. */
export async function expectChart(page: Page, { givenNames, familyName }: Pick<TypedPatient, 'givenNames' | 'familyName'>): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${givenNames} ${familyName}`);
  await expect(page.getByRole('heading', { name: text.history.timeline })).toBeVisible();
}

/** Finds a patient by typing in the list and opens the chart with Enter. */
export async function findAndOpen(page: Page, query: string, name: string): Promise<void> {
  await goTo(page, 'patients');
  await page.getByLabel(words.search).fill(query);
  await expect(page.getByRole('complementary', { name: words.selected.label })).toContainText(name);
  await page.getByLabel(words.search).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}
