import { expect, type Locator, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';

// The patient page and a signed visit.

const words = text.history;

/** Starts a contact from the chart and waits for the visit page. */
export async function startVisit(page: Page, contact: 'first' | 'review' | 'phone'): Promise<void> {
  const label = { first: words.startFirst, review: words.startReview, phone: words.startPhone }[contact];
  await page.getByRole('button', { name: label }).click();
  await expect(page.getByRole('main', { name: text.visit.contacts[contact] })).toBeVisible();
}

/** The signed visit is on show, read-only. */
export async function expectSigned(page: Page): Promise<void> {
  await expect(page.getByText(words.signed.signedBy('', '').split(',')[0] ?? '', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: words.signed.previewSheet })).toBeVisible();
}

/** From a signed visit back to the chart. */
export async function backToChart(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.signed.back, exact: true }).click();
  await expect(page.getByRole('heading', { name: words.timeline })).toBeVisible();
}

/** The line of the timeline of a contact, for instance "First visit, signed". */
export function timelineVisit(page: Page, contact: 'first' | 'review' | 'phone', status: 'open' | 'signed'): Locator {
  return page.getByRole('button', { name: words.visitTitle(words.contacts[contact], words.status[status]) });
}

/** The sheets given at the visits on the timeline. */
export function timelineSheets(page: Page, sheet: 'homecare' | 'safety' | 'emergency'): Locator {
  return page.getByRole('button', { name: new RegExp(`^${text.handouts.sheets[sheet]},`) });
}
