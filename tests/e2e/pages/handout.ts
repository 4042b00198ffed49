import { readFile } from 'node:fs/promises';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { dialog } from './app.ts';

// The preview of a sheet, and the system's own dialog behind Save.

const words = text.handouts;

/** The preview is open and its pages are drawn. */
export async function expectPreview(page: Page, sheet: 'homecare' | 'safety' | 'emergency', patientName: string): Promise<Locator> {
  const preview = page.getByRole('dialog', { name: words.title(words.sheets[sheet], patientName) });
  await expect(preview).toBeVisible();
  await expect(preview.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  // The text of the last page comes once its drawing has begun; the button waits for the sheet itself.
  await expect(preview.getByRole('button', { name: words.save })).toBeEnabled();
  return preview;
}

/** What the system's save dialog answers from now on: this file, or null for "changed my mind". */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog: systemDialog }, filePath) => {
    systemDialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}

/** What the system's open dialog answers from now on. */
export async function answerOpenDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog: systemDialog }, filePath) => {
    systemDialog.showOpenDialog = () => Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
  }, file);
}

/** Saves the previewed sheet to a file and returns its bytes. */
export async function saveSheet(page: Page, app: ElectronApplication, file: string): Promise<Uint8Array> {
  await answerSaveDialog(app, file);
  await dialog(page).getByRole('button', { name: words.save }).click();
  await expect(dialog(page).getByText(words.keptSaved)).toBeVisible();
  return new Uint8Array(await readFile(file));
}

/** Closes the preview. */
export async function closePreview(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: words.close, exact: true }).last().click();
  await expect(dialog(page)).toHaveCount(0);
}

/** What the system's print dialog answers from now on: it went through, or the reason it did not. Counts what it was asked. */
export async function answerPrintDialog(app: ElectronApplication, refusal: string | null): Promise<void> {
  await app.evaluate(({ app: electron }, reason) => {
    const state = globalThis as { asked?: number };
    state.asked = 0;
    electron.removeAllListeners('web-contents-created');
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        state.asked = (state.asked ?? 0) + 1;
        setTimeout(() => done?.(reason === null, reason ?? ''), 300);
      };
    });
  }, refusal);
}

/** How often it was asked since then. */
export const timesAsked = (app: ElectronApplication): Promise<number> => app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0);
