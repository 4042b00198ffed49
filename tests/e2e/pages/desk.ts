import { expect, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';

// First run, unlocking and leaving, as a person does them.

/** From the first run to an open demo desk. Making its people up takes a few seconds. */
export async function createDemoDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.desk.firstRun.demo }).click();
  await expectOpen(page, 60_000);
}

/** From the first run to the unlock screen of a demo desk that was made before. */
export async function chooseDemoDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.desk.firstRun.demo }).click();
  await expectLocked(page);
}

/** Types the passphrase of the only user and waits for Today. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: text.desk.unlock.submit }).click();
  await expectOpen(page);
}

/** The desk is open: the rail with its four places is there. */
export async function expectOpen(page: Page, timeout?: number): Promise<void> {
  await expect(page.getByRole('navigation', { name: text.app.rail.label })).toBeVisible(timeout === undefined ? {} : { timeout });
}

/** The desk is locked: it asks for the passphrase. */
export async function expectLocked(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: text.desk.unlock.submit })).toBeVisible();
}
