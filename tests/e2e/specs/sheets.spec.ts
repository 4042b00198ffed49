import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { readText } from '../../handouts/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { dialog, goTo } from '../pages/app.ts';
import { timelineSheets } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { answerSaveDialog, closePreview, expectPreview, saveSheet } from '../pages/handout.ts';
import { findAndOpen } from '../pages/patients.ts';
import { openSheet, openSign } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit } from '../prepared.ts';

test.use({ startWith: 'demo' });

const words = text.handouts;

let folder = '';
test.beforeEach(async ({ page }) => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-sheets-'));
  await unlock(page, DEMO_PASSPHRASE);
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('A name with a letter no font has: the home-care sheet is refused and names the letter, the safety sheet prints', async ({
  lasegue,
  page,
}) => {
  const patient = await addPreparedPatient(page, { givenNames: 'ꦥꦸꦠ', familyName: 'Suryawinata', ownNumber: 'J-77' });
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  const preview = page.getByRole('dialog', { name: words.title(words.sheets.homecare, patient.name) });
  await expect(preview.getByText(words.refusedTitle)).toBeVisible();
  await expect(preview.getByText(/U\+A9A5/)).toBeVisible();
  await expect(preview.getByRole('button', { name: words.save })).toBeDisabled();
  await expect(preview.getByRole('button', { name: words.printFor(patient.name) })).toBeDisabled();

  await preview.getByRole('button', { name: words.printSafety }).click();
  await expect(dialog(page).getByRole('button', { name: words.save })).toBeEnabled();
  const paper = await readText(await saveSheet(page, lasegue.app, join(folder, 'safety.pdf')));
  expect(paper).toContain('Get help now.');
  expect(paper).toContain('J-77');
});

test('A folder that cannot be written, and a changed mind: one sentence, the older file stays, and the sheet can still be saved', async ({
  lasegue,
  page,
}) => {
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  const preview = await expectPreview(page, 'homecare', patient.name);
  const file = join(folder, 'older.pdf');
  await saveSheet(page, lasegue.app, file);
  await answerSaveDialog(lasegue.app, join(file, 'sheet.pdf'));
  await preview.getByRole('button', { name: words.save }).click();
  await expect(preview.getByText(text.errors.codes['save-refused'])).toBeVisible();
  await answerSaveDialog(lasegue.app, null);
  await preview.getByRole('button', { name: words.save }).click();
  await expect(preview.getByText(words.cancelled)).toBeVisible();
  expect(await readdir(folder)).toEqual(['older.pdf']);
  await closePreview(page);
  await findAndOpen(page, patient.name, patient.name);
  // Only what left the desk counts as given.
  await expect(timelineSheets(page, 'homecare')).toHaveCount(1);
});

test('The name stands beside Sign, Print and Save, and a sheet that is still being made for one person never shows under another', async ({
  page,
}) => {
  const anna = await addPreparedPatient(page, { givenNames: 'Annabel', familyName: 'Castleforth' });
  const bert = await addPreparedPatient(page, { givenNames: 'Bertrand', familyName: 'Dunmowley' });
  for (const patient of [anna, bert]) await addPreparedVisit(page, patient);

  await openPreparedVisit(page, anna);
  await expect(page.getByRole('region', { name: anna.name, exact: true })).toContainText(text.visit.signShort);
  const question = await openSign(page, anna.name);
  await expect(question.getByRole('button', { name: text.visit.sign.button(anna.name) })).toBeVisible();
  await question.getByRole('button', { name: text.visit.sign.back }).click();

  // Left after different times, so that Annabel's sheet is under way in every state when Bertrand's chart opens.
  for (const waitMs of [0, 30, 120, 400]) {
    await openSheet(page, 'homecare');
    await page.waitForTimeout(waitMs);
    await page.keyboard.press('Escape');
    await openPreparedVisit(page, bert);
    await openSheet(page, 'homecare');
    const preview = await expectPreview(page, 'homecare', bert.name);
    await expect(preview.getByRole('button', { name: words.printFor(bert.name) })).toBeVisible();
    const shown = preview.getByRole('region', { name: words.pageText(1) });
    await expect(shown).toContainText(bert.name);
    await expect(preview).not.toContainText(anna.name);
    await closePreview(page);
    await goTo(page, 'patients');
    await openPreparedVisit(page, anna);
  }
});
