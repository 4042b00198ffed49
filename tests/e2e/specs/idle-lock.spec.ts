import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { expect, test } from '../fixtures.ts';
import { expectLocked, unlock } from '../pages/desk.ts';

test.use({ startWith: 'demo' });

test('When nobody uses the desk for its minutes, then it stores and locks, and unlocking leads back to the same field', async ({
  page,
}) => {
  await page.clock.install();
  await unlock(page, DEMO_PASSPHRASE);
  await page
    .getByRole('button', { name: new RegExp(`^${text.today.drafts.goOn}: `) })
    .first()
    .click();
  const note = page.locator('[data-field="intake.legPain.left.average24h"]');
  await note.fill('7');
  await page.clock.runFor(4 * 60_000);
  await expect(note).toBeFocused();
  await page.clock.runFor(2 * 60_000);
  await expectLocked(page);
  await expect(page.getByText(text.desk.unlock.idle)).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
  await page.getByRole('button', { name: text.desk.unlock.submit }).click();
  await expect(note).toHaveValue('7');
  await expect(note).toBeFocused();
});
