import { expect, type Locator, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';

// What every page shares: the rail, the dialogs, and the fields by their path.

export type Place = 'today' | 'patients' | 'settings';

/** Goes to a place by the rail. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation', { name: text.app.rail.label }).getByRole('button', { name: text.app.rail[place] }).click();
}

/** Locks by the rail. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: text.app.rail.label }).getByRole('button', { name: text.app.rail.lock }).click();
}

/** The open dialog. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** The control of a field by its path, for instance `slr.right.p1AngleDeg`. */
export function field(page: Page, path: string): Locator {
  return page.locator(`[data-field="${path}"]`);
}

/** The group of answers whose reachable answer carries this path. */
export function group(page: Page, path: string): Locator {
  return page.getByRole('radiogroup').filter({ has: page.locator(`[data-field="${path}"]`) });
}

/** Types over what is in a field, as a paste does. */
export async function enter(page: Page, path: string, typed: string): Promise<void> {
  await field(page, path).fill(typed);
}

/** Chooses one of a group by its stored value. */
export async function choose(page: Page, path: string, value: string): Promise<void> {
  const cell = group(page, path).locator(`[data-value="${value}"]`);
  await cell.click();
  await expect(cell).toHaveAttribute('aria-checked', 'true');
}

/** What is chosen of a group; nothing where no choice was made. Its stored value is in `data-value`. */
export function chosen(page: Page, path: string): Locator {
  return group(page, path).locator('[aria-checked="true"]');
}

/** Chooses from a list box by its stored value. */
export async function select(page: Page, path: string, value: string): Promise<void> {
  await field(page, path).selectOption(value);
}

/** The sentence beside a field, as a screen reader is given it. */
export async function expectSentence(page: Page, path: string, sentence: string): Promise<void> {
  await expect(field(page, path)).toHaveAccessibleDescription(new RegExp(escape(sentence)));
}

/** Text as a pattern that means itself. */
export function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export type Theme = 'light' | 'dark';

/** A part of the settings, from anywhere. */
export async function openSettings(page: Page, section: Exclude<keyof typeof text.settings.sections, 'label'>): Promise<void> {
  await goTo(page, 'settings');
  await page
    .getByRole('navigation', { name: text.settings.sections.label })
    .getByRole('button', { name: text.settings.sections[section], exact: true })
    .click();
}

/** Changes the theme as the settings page does. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await openSettings(page, 'desk');
  await page
    .getByRole('radiogroup', { name: text.settings.look.theme })
    .getByRole('radio', { name: text.settings.look[theme], exact: true })
    .click();
}
