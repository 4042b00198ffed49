import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { openSettings } from '../pages/app.ts';
import { expectLocked, expectOpen, unlock } from '../pages/desk.ts';

const { recovery, recover, changePassphrase } = text.desk;
const NEXT = 'seventeen herons over the weir';

test.use({ startWith: 'demo' });

test('When the passphrase is forgotten, then the recovery key on paper opens the desk, and everyone is told', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const rail = page.getByRole('navigation', { name: text.app.rail.label });
  await openSettings(page, 'access');
  const panel = page.getByRole('region', { name: recovery.title });
  await panel.getByRole('button', { name: recovery.make }).click();
  await panel.getByLabel(recovery.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
  await panel.getByRole('button', { name: recovery.show }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(8);
  const groups = await panel.getByRole('listitem').allTextContents();
  expect(await axeViolations(page)).toEqual([]);
  await panel.getByRole('button', { name: recovery.written }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(0);

  await rail.getByRole('button', { name: text.app.rail.lock }).click();
  await expectLocked(page);
  await page.getByRole('button', { name: recover.link }).click();
  const dialog = page.getByRole('dialog');
  const key = dialog.getByLabel(recover.key, { exact: false });
  await key.fill(groups.with(4, '00000').join(' '));
  await dialog.getByLabel(changePassphrase.next, { exact: true }).fill(NEXT);
  await dialog.getByLabel(changePassphrase.repeat, { exact: true }).fill(NEXT);
  await dialog.getByRole('button', { name: recover.submit }).click();
  await expect(dialog.getByText(recover.wrongGroups([5]))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await key.fill(groups.join('').toLowerCase());
  await dialog.getByRole('button', { name: recover.submit }).click();
  await expectOpen(page);
  await rail.getByRole('button', { name: text.app.rail.today }).click();
  await expect(page.getByText(text.today.notices.recoveryUsed('Robin Fairweather'))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: text.today.notices.read }).click();
  await expect(page.getByText(text.today.notices.recoveryUsed('Robin Fairweather'))).toHaveCount(0);
});
