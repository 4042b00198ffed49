import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { openSettings } from '../pages/app.ts';
import { expectLocked, unlock } from '../pages/desk.ts';

const words = text.backup;

/** Makes the system's next open dialogs answer with this path. */
function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog: dialogs }, chosen) => {
    dialogs.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const rail = (page: Page): Locator => page.getByRole('navigation', { name: text.app.rail.label });

test.use({ startWith: 'demo' });

test('When I choose a folder, then a backup is made there, opens in a drill, and brings the desk back', async ({ lasegue, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lasegue-backups-'));
  await mkdir(join(lasegue.userData, 'demo-desk', 'inside'));
  await unlock(page, DEMO_PASSPHRASE);
  await expect(page.getByText(words.noFolder)).toBeVisible();
  await openSettings(page, 'backup');
  const panel = page.getByRole('region', { name: words.title });

  await test.step('A folder that would be lost together with the desk is refused', async () => {
    await answerOpenDialog(lasegue.app, join(lasegue.userData, 'demo-desk', 'inside'));
    await panel.getByRole('button', { name: words.choose }).click();
    await expect(panel.getByText(text.errors.codes['backup-folder-inside'])).toBeVisible();
  });

  await test.step('The first backup is made at once', async () => {
    await answerOpenDialog(lasegue.app, folder);
    await panel.getByRole('button', { name: words.choose }).click();
    await expect(panel.getByText(words.keptCount(1))).toBeVisible();
    expect(await readdir(folder)).toEqual([expect.stringMatching(/\.lasegue-backup$/)]);
  });

  await test.step('The drill opens it, and not with a wrong passphrase', async () => {
    await panel.getByRole('button', { name: words.drill.start }).click();
    await panel.getByLabel(words.drill.passphrase, { exact: true }).fill('not this one at all');
    await panel.getByRole('button', { name: words.drill.submit }).click();
    await expect(panel.getByText(text.errors.codes['wrong-passphrase'])).toBeVisible();
    await expect(async () => {
      await panel.getByLabel(words.drill.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
      await panel.getByRole('button', { name: words.drill.submit }).click();
      await expect(panel.getByText(/^It opens and is whole/)).toBeVisible({ timeout: 2000 });
    }).toPass();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('Restoring keeps the desk that was there', async () => {
    await rail(page).getByRole('button', { name: text.app.rail.lock }).click();
    await expectLocked(page);
    const [name = ''] = await readdir(folder);
    await answerOpenDialog(lasegue.app, join(folder, name));
    await page.getByRole('button', { name: words.restore.link }).click();
    await dialog(page).getByRole('button', { name: words.restore.choose }).click();
    await expect(dialog(page).getByLabel(words.restore.passphrase, { exact: true })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await dialog(page).getByLabel(words.restore.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
    await dialog(page).getByRole('button', { name: words.restore.submit }).click();
    await expect(dialog(page).getByText(/demo-desk-kept-/)).toBeVisible();
    await dialog(page).getByRole('button', { name: words.restore.go }).click();
    await unlock(page, DEMO_PASSPHRASE);
    expect((await readdir(lasegue.userData)).filter((each) => each.startsWith('demo-desk-kept-'))).toHaveLength(1);
  });
  await rm(folder, { recursive: true });
});
