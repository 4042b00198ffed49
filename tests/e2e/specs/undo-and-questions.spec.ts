import type { Locator, Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { choose, dialog, enter, field, group } from '../pages/app.ts';
import { startVisit } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { addPatient, expectChart, fillPatient, openNewPatientForm } from '../pages/patients.ts';
import { dragLeg } from '../pages/visit.ts';

test.use({ startWith: 'demo' });

const PATIENT = { givenNames: 'Leocadia', familyName: 'Brandywyneth', birthDate: '6 Jun 1986' };
const NAME = 'Leocadia Brandywyneth';

const cell = (page: Page, path: string, value: string): Locator => group(page, path).locator(`[data-value="${value}"]`);
const isChosen = (locator: Locator, yes: boolean): Promise<void> => expect(locator).toHaveAttribute('aria-checked', String(yes));

test.beforeEach(async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPatient(page, PATIENT);
  await startVisit(page, 'first');
});

test('Undo takes back one step at a time, a drag as one step, and shows where; redo makes it again', async ({ page }) => {
  await choose(page, 'intake.side', 'left');
  await choose(page, 'redFlags.answers.RF-01a', 'no');
  await choose(page, 'redFlags.answers.RF-01a', 'yes');
  // The band moves the couch down; the drag starts once it stands.
  await expect(page.getByRole('region', { name: text.visit.emergency.region, exact: true })).toBeVisible();
  await dragLeg(page, 'right', 'P1', 60);
  await expect(field(page, 'slr.right.p1AngleDeg')).toHaveValue('60');
  await cell(page, 'intake.side', 'left').focus();

  await page.keyboard.press('Control+z');
  await expect(field(page, 'slr.right.p1AngleDeg')).toHaveValue('');
  await expect(field(page, 'slr.right.p1AngleDeg')).toBeFocused();
  await page.keyboard.press('Control+z');
  await isChosen(cell(page, 'redFlags.answers.RF-01a', 'no'), true);
  await page.keyboard.press('Control+z');
  await isChosen(cell(page, 'redFlags.answers.RF-01a', 'unasked'), true);
  await page.keyboard.press('Control+z');
  await isChosen(cell(page, 'intake.side', 'left'), false);

  await page.keyboard.press('Control+y');
  await isChosen(cell(page, 'intake.side', 'left'), true);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await isChosen(cell(page, 'redFlags.answers.RF-01a', 'yes'), true);
  await page.keyboard.press('Control+y');
  await expect(field(page, 'slr.right.p1AngleDeg')).toHaveValue('60');
});

test('Undo in a field that is being typed in takes back the typing', async ({ page }) => {
  await choose(page, 'intake.side', 'left');
  await field(page, 'intake.note').click();
  await page.keyboard.type('Slept badly');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'intake.note')).not.toHaveValue('Slept badly');
  await isChosen(cell(page, 'intake.side', 'left'), true);
});

test('A draft is thrown away only after a question that names the patient; going back keeps it', async ({ page }) => {
  await enter(page, 'intake.note', 'Started for the wrong person');
  const askToDiscard = async (): Promise<Locator> => {
    await page.getByRole('button', { name: text.visit.menu.more, exact: true }).click();
    await page.getByRole('menuitem', { name: text.visit.menu.discard }).click();
    return page.getByRole('dialog', { name: text.visit.discard.title });
  };
  const question = await askToDiscard();
  await expect(question).toContainText(NAME);
  await expect(question.getByRole('button', { name: text.app.confirm.cancel })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(field(page, 'intake.note')).toHaveValue('Started for the wrong person');

  await askToDiscard();
  await question.getByRole('button', { name: text.visit.discard.confirm }).click();
  await expectChart(page, PATIENT);
  await expect(page.getByText(text.history.emptyTitle)).toBeVisible();
});

test('A draft that holds an emergency cannot be thrown away', async ({ page }) => {
  await choose(page, 'redFlags.answers.RF-02a', 'yes');
  await page.getByRole('button', { name: text.visit.menu.more, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: text.visit.menu.discard })).toBeDisabled();
  await expect(page.getByText(text.errors.codes['flag-open'])).toBeVisible();
});

test('A patient form that holds something typed asks before it closes', async ({ page }) => {
  await openNewPatientForm(page);
  await fillPatient(page, { givenNames: 'Only', familyName: 'Half-typed', birthDate: 'not yet' });
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: text.patients.form.leaveTitle });
  await question.getByRole('button', { name: text.patients.form.stay }).click();
  await expect(question).toHaveCount(0);
  await expect(field(page, 'familyName')).toHaveValue('Half-typed');
  await expect(field(page, 'birthDate')).toHaveValue('not yet');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: text.patients.form.leave }).click();
  await expect(dialog(page)).toHaveCount(0);
});
