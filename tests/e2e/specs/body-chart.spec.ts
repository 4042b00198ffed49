import type { Locator, Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { choose } from '../pages/app.ts';
import { startVisit } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { addPatient } from '../pages/patients.ts';
import { goToPart } from '../pages/visit.ts';

test.use({ startWith: 'demo' });

const words = text.visit.talk;
const region = (page: Page, name: string): Locator => page.locator(`[data-region="${name}"]`);
const marks = (page: Page, side: 'left' | 'right'): Locator => page.locator(`[data-marks="${side}"]`);

test.beforeEach(async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPatient(page, { givenNames: 'Leocadia', familyName: 'Brandywyneth', birthDate: '6 Jun 1986' });
  await startVisit(page, 'first');
});

test('The body chart is filled with the keyboard: arrows move, Space marks, a letter says what it feels like', async ({ page }) => {
  await region(page, 'left.back').focus();
  await page.keyboard.press('ArrowDown');
  await expect(region(page, 'left.buttock')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(region(page, 'left.calf')).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('n');
  await expect(region(page, 'left.calf')).toHaveAttribute('aria-checked', 'true');
  await expect(region(page, 'left.calf')).toHaveAttribute('aria-label', 'Left: calf, burning, numb');
  await expect(marks(page, 'left').getByRole('listitem')).toHaveText(['Buttock', 'Calf (burning, numb)']);
  await expect(marks(page, 'right')).toContainText(words.chart.nothing);
  await expect(page.getByText(words.levelFromChart('calf or shin'))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(marks(page, 'left').getByRole('listitem')).toHaveText(['Buttock', 'Calf (burning)']);
});

test('A click marks with what is chosen, the list shows and changes the same, and another level is asked about', async ({ page }) => {
  await page.getByText(words.qualities.tingling, { exact: true }).first().click();
  await region(page, 'right.sole').click();
  await page.getByRole('button', { name: words.chart.asList }).click();
  const tick = page.locator('[data-region-tick="right.sole"]');
  await expect(tick).toBeChecked();
  await page.locator('[data-region-tick="right.heel"]').check();
  await expect(region(page, 'right.heel')).toHaveAttribute('aria-checked', 'true');
  await expect(marks(page, 'right').getByRole('listitem')).toHaveText(['Heel', 'Sole (pins and needles)']);
  await choose(page, 'intake.level.right', '3');
  await goToPart(page, 'plan');
  await expect(page.locator('[data-guard="level.right.3.5"]')).toBeVisible();
});
