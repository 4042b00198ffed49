import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { MOVEMENT_NAMES } from '../../../shared/text/en/movement-tests.ts';
import { text } from '../../../renderer/text.ts';
import { helpText } from '../../../shared/text/en/help.ts';
import { expect, test } from '../fixtures.ts';
import { choose, dialog, enter, goTo, openSettings } from '../pages/app.ts';
import { backToChart, timelineSheets } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { answerOpenDialog, closePreview, expectPreview, saveSheet } from '../pages/handout.ts';
import { expectChart, fillPatient, findAndOpen, openNewPatientForm, savePatient } from '../pages/patients.ts';
import { openSheet, openSign, signVisit } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit } from '../prepared.ts';

/** What axe finds on the screen as it is: everything in the light theme; in the dark one, the same page in other colours, the contrasts. */
async function expectClean(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, theme);
      // Electron has no second page for axe's frames, hence the legacy mode.
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      const { violations } = await (theme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
      );
      expect.soft(found, `${what}, ${theme}`).toEqual([]);
    }
  });
}

test.describe('axe finds nothing', () => {
  test.slow();

  test('on the first run and the set-up form', async ({ page }) => {
    await expect(page.getByRole('button', { name: text.desk.firstRun.setUp })).toBeVisible();
    await expectClean(page, 'first run');
    await page.getByRole('button', { name: text.desk.firstRun.setUp }).click();
    await page.getByRole('button', { name: text.desk.create.submit }).click();
    await expectClean(page, 'set-up form with errors');
  });

  test.describe('of an open desk', () => {
    test.use({ startWith: 'demo' });

    test('on unlocking, Today, the lists, forms, charts and settings', async ({ lasegue, page }) => {
      await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill('not the passphrase');
      await page.getByRole('button', { name: text.desk.unlock.submit }).click();
      await expect(page.getByText(text.desk.unlock.wrong)).toBeVisible();
      await expectClean(page, 'unlock after a wrong passphrase');
      await expect(page.getByRole('button', { name: text.desk.unlock.submit })).toBeEnabled();
      await unlock(page, DEMO_PASSPHRASE);
      await expect(page.getByRole('heading', { name: text.today.flags.title })).toBeVisible();
      await expectClean(page, 'Today');
      await page.keyboard.press('?');
      await expect(dialog(page)).toBeVisible();
      await expectClean(page, 'list of keys');
      await page.keyboard.press('Escape');
      await goTo(page, 'patients');
      await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
      await expectClean(page, 'patients');
      await openNewPatientForm(page);
      await fillPatient(page, { givenNames: 'Eleanor', familyName: 'Whitcombe', birthDate: '5 Jun 1958' });
      await savePatient(page);
      await expect(dialog(page).getByText(text.patients.form.duplicatesTitle)).toBeVisible();
      await expectClean(page, 'patient form with a likely duplicate');
      await page.keyboard.press('Escape');
      await expectClean(page, 'question before leaving the form');
      await page.getByRole('button', { name: text.patients.form.leave }).click();
      await page.getByRole('button', { name: text.patients.importList }).click();
      await answerOpenDialog(lasegue.app, null);
      await expectClean(page, 'import');
      await page.keyboard.press('Escape');
      await findAndOpen(page, 'Whitcombe', 'Eleanor Whitcombe');
      await expectChart(page, { givenNames: 'Eleanor', familyName: 'Whitcombe' });
      await expectClean(page, 'chart');
      await page.getByRole('button', { name: text.history.charts.showNumbers }).click();
      await expectClean(page, 'course in numbers');
      for (const section of ['clinic', 'services', 'sheets', 'doses', 'access', 'backup', 'desk', 'log'] as const) {
        await openSettings(page, section);
        await expectClean(page, `settings: ${section}`);
      }
    });

    test('on a visit, its sheets and its signature', async ({ lasegue, page }, testInfo) => {
      await unlock(page, DEMO_PASSPHRASE);
      const patient = await addPreparedPatient(page);
      await addPreparedVisit(page, patient);
      await openPreparedVisit(page, patient);
      // Each opener that is clicked leaves the list.
      const closed = page.getByRole('main').getByRole('button', { expanded: false });
      for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
      await choose(page, 'neuro.right.slump', 'pos');
      await choose(page, 'neuro.left.slump', 'declined');
      await choose(page, 'otherExam.saddle', 'declined');
      await choose(page, 'otherExam.sensitive.chaperone', 'not_offered');
      await page.getByRole('button', { name: MOVEMENT_NAMES.extension_lying, exact: true }).click();
      await page.getByRole('button', { name: helpText.open }).click();
      for (const why of await page.locator('[data-rule]').all()) await why.click();
      await expectClean(page, 'visit with everything opened, help and rules too');
      await choose(page, 'otherExam.saddle', 'nt');
      await openSign(page, patient.name);
      await expectClean(page, 'sign');
      await page.keyboard.press('Escape');
      await openSheet(page, 'homecare');
      await expectPreview(page, 'homecare', patient.name);
      await expectClean(page, 'preview');
      await saveSheet(page, lasegue.app, testInfo.outputPath('sheet.pdf'));
      await closePreview(page);
      await signVisit(page, patient.name);
      await expectClean(page, 'signed visit');
      await backToChart(page);
      await timelineSheets(page, 'homecare').click();
      await expect(dialog(page).getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
      await expectClean(page, 'sheet as given');
    });

    test('on an emergency and a same-day flag, and in the narrow window', async ({ lasegue, page }) => {
      await unlock(page, DEMO_PASSPHRASE);
      const patient = await addPreparedPatient(page);
      await addPreparedVisit(page, patient);
      await openPreparedVisit(page, patient);
      await choose(page, 'redFlags.answers.RF-02a', 'yes');
      await page.getByRole('button', { name: text.visit.emergency.more }).click();
      await choose(page, 'emergency.outcome', 'refused');
      await enter(page, 'slr.right.p1AngleDeg', '400');
      await expectClean(page, 'emergency');
      await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
      await page.waitForFunction(() => innerWidth === 1024);
      await page.getByRole('button', { name: text.visit.assessment.open }).click();
      await expectClean(page, 'emergency in the narrow window, assessment open');
      await page.getByRole('button', { name: text.visit.assessment.close }).click();
      await choose(page, 'redFlags.answers.RF-02a', 'no');
      await choose(page, 'redFlags.answers.RF-09c', 'yes');
      await expectClean(page, 'same-day or urgent flag');
    });
  });
});
