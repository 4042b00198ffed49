import { expect, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import type { Role } from '../../../shared/schemas/user.ts';
import { dialog, enter, openSettings, select } from './app.ts';
import { expectOpen } from './desk.ts';

/** Adds somebody in Settings, as an administrator who then hands the keyboard over. */
export async function addPerson(page: Page, name: string, role: Role, passphrase: string, own: string): Promise<void> {
  await openSettings(page, 'access');
  await page.getByRole('button', { name: text.people.add }).click();
  await enter(page, 'people.name', name);
  await select(page, 'people.role', role);
  await enter(page, 'people.own', own);
  await enter(page, 'people.next', passphrase);
  await enter(page, 'people.repeat', passphrase);
  await dialog(page).getByRole('button', { name: text.people.addSubmit, exact: true }).click();
  await expect(page.getByText(text.people.added(name))).toBeVisible();
}

/** Unlocks as this person. */
export async function unlockAs(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel(text.desk.unlock.who).selectOption({ label: name });
  await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: text.desk.unlock.submit }).click();
  await expectOpen(page);
}
