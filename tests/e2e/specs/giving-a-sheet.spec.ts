import type { Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_CLINIC, DEMO_PASSPHRASE, DEMO_USER_NAME } from '../../../shared/demo.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { choose, chosen, dialog, enter, field, goTo, lock } from '../pages/app.ts';
import { timelineSheets } from '../pages/chart.ts';
import { expectLocked, unlock } from '../pages/desk.ts';
import { answerPrintDialog, closePreview, expectPreview, timesAsked } from '../pages/handout.ts';
import { findAndOpen } from '../pages/patients.ts';
import { addPerson, unlockAs } from '../pages/people.ts';
import { openSheet } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, changeRecord, openPreparedVisit, type PreparedPatient, readyVisit } from '../prepared.ts';

test.use({ startWith: 'demo' });

const words = text.handouts;

async function openReadySheet(page: Page): Promise<{ patient: PreparedPatient; visitId: string; preview: Locator; print: Locator }> {
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  const visitId = await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  const preview = await expectPreview(page, 'homecare', patient.name);
  return { patient, visitId, preview, print: preview.getByRole('button', { name: words.printFor(patient.name) }) };
}

test('A contraindication recorded after the preview was made: nothing prints, the reason is said, and the new sheet is without the exercise', async ({
  lasegue: { app },
  page,
}) => {
  await answerPrintDialog(app, null);
  const { patient, visitId, preview, print } = await openReadySheet(page);
  await expect(preview).toContainText('Legs-up rest');
  await changeRecord(page, visitId, (record) => ({ ...record, plan: { ...record.plan, lyingOnBack: 'worse' } }));
  await print.click();
  await expect(preview.getByText(words.changed)).toBeVisible();
  await expect(preview).not.toContainText('Legs-up rest');
  expect(await timesAsked(app)).toBe(0);

  // An answer taken back stops the sheet altogether.
  await changeRecord(page, visitId, (record) => ({
    ...record,
    redFlags: { ...record.redFlags, answers: { ...readyVisit(record.visitOn).redFlags.answers, 'RF-01a': 'yes' } },
  }));
  await print.click();
  await expect(page.getByRole('dialog', { name: words.title(words.sheets.emergency, patient.name) })).toBeVisible();
  await expect(dialog(page).getByText(words.changed)).toBeVisible();
  await expect(dialog(page)).toContainText(`Go to ${DEMO_CLINIC.emergencyDepartment} now`);
  expect(await timesAsked(app)).toBe(0);
});

test('A field that cannot be read holds the home-care sheet back, says which, and lets it go once it is right', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  const plan = text.visit.plan;
  const preview = page.getByRole('button', { name: plan.preview(plan.sheets.homecare) });
  await expect(preview).toBeEnabled();
  await enter(page, 'intake.legPain.left.average24h', '9/10');
  await expect(page.getByText(plan.unreadFirst)).toBeVisible();
  await expect(preview).toBeDisabled();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('#visit-sheet').getByRole('listitem').getByRole('button').first().click();
  await expect(field(page, 'intake.legPain.left.average24h')).toBeFocused();
  await enter(page, 'intake.legPain.left.average24h', '0');
  await expect(page.getByText(plan.unreadFirst)).toHaveCount(0);
  await expect(preview).toBeEnabled();
  // Read now, it may still not fit: both legs hurt, and "both legs" is answered "no".
  await enter(page, 'intake.legPain.left.average24h', '9');
  await expect(page.locator('[data-guard="bothLegs.no"]')).toBeVisible();
  await expect(preview).toBeDisabled();
});

test('A printer that refuses: one sentence, nothing is kept, and the same sheet prints when it is ready', async ({
  lasegue: { app },
  page,
}) => {
  await answerPrintDialog(app, 'Print job failed');
  const { patient, preview, print } = await openReadySheet(page);
  await print.click();
  await expect(preview.getByText(text.errors.codes['printer-refused'])).toBeVisible();
  await answerPrintDialog(app, null);
  await print.click();
  await expect(preview.getByText(words.kept)).toBeVisible();
  await closePreview(page);
  await findAndOpen(page, patient.name, patient.name);
  await expect(timelineSheets(page, 'homecare')).toHaveCount(1);
});

test('A double click prints once and keeps once', async ({ lasegue: { app }, page }) => {
  await answerPrintDialog(app, null);
  const { patient, preview, print } = await openReadySheet(page);
  await print.dblclick();
  await expect(preview.getByText(words.kept)).toBeVisible();
  expect(await timesAsked(app)).toBe(1);
  // Two clicks in one turn of the page, before it can grey the button.
  await print.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect.poll(() => timesAsked(app)).toBe(2);
  await expect(preview.getByText(words.kept)).toBeVisible();
  expect(await timesAsked(app)).toBe(2);
  await closePreview(page);
  await findAndOpen(page, patient.name, patient.name);
  await expect(timelineSheets(page, 'homecare')).toHaveCount(1);
});

test('Given to the patient and teach-back are recorded with the day and by whom, shown in the history, and can be corrected', async ({
  lasegue: { app },
  page,
}) => {
  await answerPrintDialog(app, null);
  const { patient, preview, print } = await openReadySheet(page);
  await expect(preview.getByText(words.giving.title)).toHaveCount(0);
  await print.click();
  const record = preview.getByRole('button', { name: words.giving.record(patient.name) });
  await expect(record).toBeVisible();
  await choose(page, 'giving.teachBack', 'partly');
  await enter(page, 'giving.note', 'Asked twice about the walking');
  expect(await axeViolations(page)).toEqual([]);

  // Closed before it was recorded: it is there again in the kept sheet.
  await closePreview(page);
  await findAndOpen(page, patient.name, patient.name);
  await expect(timelineSheets(page, 'homecare')).toContainText(words.giving.notYet);
  await timelineSheets(page, 'homecare').click();
  await expect(field(page, 'giving.note')).toHaveValue('Asked twice about the walking');
  await closePreview(page);
  await goTo(page, 'today');
  await page.getByRole('button', { name: new RegExp(`${text.today.forms.titles.giving}.*${patient.name}`) }).click();
  await expect(field(page, 'giving.note')).toHaveValue('Asked twice about the walking');
  await expect(chosen(page, 'giving.teachBack')).toHaveAttribute('data-value', 'partly');
  // Thrown away, it is gone everywhere; typed again, it is recorded once.
  await dialog(page).getByRole('button', { name: words.giving.throwAway }).click();
  await expect(field(page, 'giving.note')).toHaveValue('');
  await closePreview(page);
  await goTo(page, 'today');
  await expect(page.getByText(text.today.forms.titles.giving)).toHaveCount(0);
  await findAndOpen(page, patient.name, patient.name);
  await timelineSheets(page, 'homecare').click();
  await expect(field(page, 'giving.note')).toHaveValue('');
  await choose(page, 'giving.teachBack', 'partly');
  await enter(page, 'giving.note', 'Asked twice about the walking');
  await dialog(page)
    .getByRole('button', { name: words.giving.record(patient.name) })
    .dblclick();
  const done = dialog(page).getByRole('status').filter({ hasText: words.giving.understood.partly });
  await expect(done).toContainText('recorded by Robin Fairweather');
  await expect(done).toContainText('“Asked twice about the walking”');

  await dialog(page).getByRole('button', { name: words.giving.correct }).click();
  await choose(page, 'giving.teachBack', 'done');
  await enter(page, 'giving.givenOn', '1 Jan 2020');
  await dialog(page)
    .getByRole('button', { name: words.giving.record(patient.name) })
    .click();
  await expect(dialog(page).getByText(text.errors.fields['before-the-sheet'])).toBeVisible();
  await enter(page, 'giving.givenOn', 'today');
  await dialog(page)
    .getByRole('button', { name: words.giving.record(patient.name) })
    .click();
  await expect(dialog(page).getByRole('status').filter({ hasText: words.giving.understood.done })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await closePreview(page);
  await expect(timelineSheets(page, 'homecare')).toContainText(/given/);
});

test('What I typed and did not record is mine: whoever unlocks after me neither sees it nor records it', async ({
  lasegue: { app },
  page,
}) => {
  const [name, passphrase] = ['Ana Heron', 'four grey herons by the lock'];
  await answerPrintDialog(app, null);
  await unlock(page, DEMO_PASSPHRASE);
  await addPerson(page, name, 'clinician', passphrase, DEMO_PASSPHRASE);
  await lock(page);
  await expectLocked(page);
  await unlockAs(page, DEMO_USER_NAME, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  const preview = await expectPreview(page, 'homecare', patient.name);
  await preview.getByRole('button', { name: words.printFor(patient.name) }).click();
  await choose(page, 'giving.teachBack', 'not_done');
  await enter(page, 'giving.note', 'Was crying, see her alone next time');
  await closePreview(page);
  await lock(page);
  await expectLocked(page);

  await unlockAs(page, name, passphrase);
  await findAndOpen(page, patient.name, patient.name);
  await timelineSheets(page, 'homecare').click();
  await expect(field(page, 'giving.note')).toHaveValue('');
  await expect(chosen(page, 'giving.teachBack')).toHaveCount(0);
  await closePreview(page);
  await lock(page);
  await expectLocked(page);

  await unlockAs(page, DEMO_USER_NAME, DEMO_PASSPHRASE);
  await findAndOpen(page, patient.name, patient.name);
  await timelineSheets(page, 'homecare').click();
  await expect(field(page, 'giving.note')).toHaveValue('Was crying, see her alone next time');
  await expect(chosen(page, 'giving.teachBack')).toHaveAttribute('data-value', 'not_done');
});

test('An old home-care sheet of a patient with a newer emergency: the dialog says so before it can be printed again', async ({
  lasegue: { app },
  page,
}) => {
  await answerPrintDialog(app, null);
  const { patient, visitId, preview, print } = await openReadySheet(page);
  await print.click();
  await expect(preview.getByText(words.kept)).toBeVisible();
  await closePreview(page);
  await findAndOpen(page, patient.name, patient.name);
  await timelineSheets(page, 'homecare').click();
  await expect(dialog(page).getByRole('button', { name: words.printFor(patient.name) })).toBeEnabled();
  await expect(dialog(page).locator('[data-open-flag]')).toHaveCount(0);
  await closePreview(page);

  await changeRecord(page, visitId, (record) => ({
    ...record,
    redFlags: { ...record.redFlags, answers: { ...readyVisit(record.visitOn).redFlags.answers, 'RF-01a': 'yes' } },
  }));
  await timelineSheets(page, 'homecare').click();
  await expect(dialog(page).locator('[data-open-flag="E"]')).toContainText(words.openFlag.sheet);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(page)).toEqual([]);
  }
});

test('A sheet stays in the chart though its visit was thrown away afterwards', async ({ lasegue: { app }, page }) => {
  await answerPrintDialog(app, null);
  const { patient, visitId, preview, print } = await openReadySheet(page);
  await print.click();
  await expect(preview.getByText(words.kept)).toBeVisible();
  await closePreview(page);
  expect(await page.evaluate((id) => window.lasegue.call['visits.discardDraft']({ visitId: id }), visitId)).toMatchObject({ ok: true });
  await findAndOpen(page, patient.name, patient.name);
  await expect(page.getByText(text.history.thrownAway)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await timelineSheets(page, 'homecare').click();
  await expect(dialog(page).getByRole('button', { name: words.printFor(patient.name) })).toBeEnabled();
});
