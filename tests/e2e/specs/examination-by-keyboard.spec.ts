import type { Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { expect, test } from '../fixtures.ts';
import { field } from '../pages/app.ts';

test.use({ startWith: 'demo' });

/** Keys that a complete normal examination may take. */
const MOST_KEYS = 90;
const MOST_TABS = 20;
const CELLS = 18;

/** The hand on the keyboard, counting every key it presses. */
function countingKeyboard(page: Page): {
  press: (...keys: string[]) => Promise<void>;
  tabTo: (target: Locator) => Promise<void>;
  count: () => number;
} {
  let count = 0;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    count += keys.length;
  };
  const tabTo = async (target: Locator): Promise<void> => {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await target.evaluate((element) => element.contains(document.activeElement))) return;
      await press('Tab');
    }
    throw new Error(`too far with Tab: ${target.toString()}`);
  };
  return { press, tabTo, count: () => count };
}

test('A complete normal examination takes at most 90 keys, and no key records more than one finding', async ({ page }) => {
  test.slow();
  await page.keyboard.type(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: text.today.flags.title })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: text.patients.form.newTitle })).toBeVisible();
  for (const typed of ['Barnaby', 'Featherington']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('1969-02-28');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: text.history.startFirst }).click();
  await expect(page.getByRole('main', { name: text.visit.contacts.first })).toBeVisible();

  const { press, tabTo, count } = countingKeyboard(page);
  const tested = page.locator('[role="gridcell"][data-look="normal"]');
  const steps: string[] = [];
  const done = (name: string, before: number): number => steps.push(`${name} ${count() - before}`);

  let before = count();
  await press('2');
  for (const test_ of ['heelWalk', 'toeWalk'] as const) {
    for (const side of ['left', 'right'] as const) {
      await tabTo(field(page, `neuro.${side}.${test_}`));
      await press('y');
      if (side !== 'right' || test_ !== 'toeWalk') await press('ArrowDown');
    }
  }
  done('walking', before);

  before = count();
  await tabTo(field(page, 'neuro.left.heelRaise.count'));
  await press('1', '0');
  await tabTo(field(page, 'neuro.right.heelRaise.count'));
  await press('1', '0');
  await tabTo(page.getByRole('button', { name: text.visit.exam.moreStand }));
  done('heel raise', before);

  before = count();
  await press('3');
  await expect(field(page, 'neuro.left.mrc.KE')).toBeFocused();
  const normals = ['5', '5', '5', '5', '2', '2', '2', '2', '2'];
  for (const [index, normal] of normals.entries()) {
    await expect(tested).toHaveCount(2 * index);
    await press(normal);
    await expect(tested).toHaveCount(2 * index + 1);
    await press(index % 2 === 0 ? 'ArrowRight' : 'ArrowLeft', normal);
    if (index < normals.length - 1) await press('ArrowDown');
  }
  await expect(tested).toHaveCount(CELLS);
  done('grid', before);

  // Tab, not the key of the part: within the grid a digit is a grade.
  before = count();
  for (const side of ['left', 'right'] as const) {
    await tabTo(field(page, `slr.${side}.p1AngleDeg`));
    await press('8', '0');
    await tabTo(field(page, `slr.${side}.stop`));
    await press('n');
    await expect(field(page, `slr.${side}.stop`)).toHaveValue('end');
  }
  done('straight-leg raise', before);

  await expect(page.locator('[data-slr-class="SLR-NEG"]')).toHaveCount(2);
  test.info().annotations.push({ type: 'keys', description: `${count()}: ${steps.join(', ')}` });
  process.stdout.write(`Keys of a complete normal examination: ${count()} (${steps.join(', ')})\n`);
  expect(count()).toBeLessThanOrEqual(MOST_KEYS);

  // The normal grid is still normal, and nothing that no key touched reads as tested.
  await expect(tested).toHaveCount(CELLS);
  await expect(page.locator('[data-part="sit"]')).not.toContainText(text.visit.strip.notStarted);
  for (const section of [text.visit.further.sections.slump, text.visit.further.sections.circulation])
    await page.getByRole('button', { name: section, exact: true }).click();
  for (const untouched of ['neuro.left.slump', 'neuro.left.footPulse'])
    expect(await page.locator(`[data-field="${untouched}"] [aria-checked="true"]:not([data-look="pale"])`).count()).toBe(0);
});
