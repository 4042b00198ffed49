import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_CLINIC, DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { choose, dialog, enter, field } from '../pages/app.ts';
import { timelineSheets } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { closePreview, expectPreview } from '../pages/handout.ts';
import { findAndOpen } from '../pages/patients.ts';
import { openSheet } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit, type PreparedPatient, readyVisit } from '../prepared.ts';

test.use({ startWith: 'demo' });

const words = text.handouts;

/** What the system's print dialog answers from now on: it went through, or the reason it did not. Counts what it was asked. */
async function answerPrintDialog(app: ElectronApplication, refusal: string | null): Promise<void> {
  await app.evaluate(({ app: electron }, reason) => {
    const state = globalThis as { asked?: number };
    state.asked = 0;
    electron.removeAllListeners('web-contents-created');
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        state.asked = (state.asked ?? 0) + 1;
        setTimeout(() => done?.(reason === null, reason ?? ''), 300);
      };
    });
  }, refusal);
}
const timesAsked = (app: ElectronApplication): Promise<number> => app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0);

async function openReadySheet(page: Page): Promise<{ patient: PreparedPatient; visitId: string; preview: Locator; print: Locator }> {
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  const visitId = await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  const preview = await expectPreview(page, 'homecare', patient.name);
  return { patient, visitId, preview, print: preview.getByRole('button', { name: words.printFor(patient.name) }) };
}

/** Stores another record of the open visit past the window, as another part of the desk would. */
async function changeRecord(page: Page, visitId: string, change: (record: VisitRecord) => VisitRecord): Promise<void> {
  const open = await page.evaluate((id) => window.lasegue.call['visits.open']({ visitId: id }), visitId);
  if (!open.ok) throw new Error(open.error.code);
  const draft = { visitId, sequence: open.value.sequence + 50, record: change(open.value.record), pendingText: {}, focusField: '' };
  expect(await page.evaluate((input) => window.lasegue.call['visits.saveDraft'](input), draft)).toMatchObject({ ok: true });
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
