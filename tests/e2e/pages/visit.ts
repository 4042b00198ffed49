import { expect, type Locator, type Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { along } from '../../../shared/figures/geometry.ts';
import { PROTRACTOR_RADIUS } from '../../../shared/figures/slr-stage.ts';
import type { Side } from '../../../shared/schemas/common.ts';
import { dialog, field } from './app.ts';

// The visit page, from the talk to the signature.

const words = text.visit;

export type Part = 'talk' | 'stand' | 'sit' | 'supine' | 'prone' | 'plan';

/** Goes to a part by the strip. */
export async function goToPart(page: Page, part: Part): Promise<void> {
  await page.locator(`button[data-part="${part}"]`).click();
}

/** Everything typed so far is written. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saved"]')).toContainText('Draft saved');
}

/**
 * Answers every red-flag question on show with the keyboard: a letter, then the arrow down. Returns how many were answered.
 * `answers` gives other answers than "no" by field path, as the letter that chooses them.
 */
export async function answerRedFlags(page: Page, answers: Readonly<Record<string, string>> = {}): Promise<number> {
  await field(page, 'redFlags.answers.RF-01a').focus();
  let count = 0;
  for (;;) {
    const path = await focusedField(page);
    if (!path.startsWith('redFlags.answers.')) return count;
    await page.keyboard.press(answers[path] ?? 'n');
    await page.keyboard.press('ArrowDown');
    count += 1;
  }
}

/** Path of the field that has the focus, or empty. */
export function focusedField(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? '');
}

/** The cells of the neurological grid from the top, left and right, as the keys that fill them. */
export const NORMAL_GRID: readonly (readonly [left: string, right: string])[] = [
  ['5', '5'],
  ['5', '5'],
  ['5', '5'],
  ['5', '5'],
  ['2', '2'],
  ['2', '2'],
  ['2', '2'],
  ['2', '2'],
  ['2', '2'],
];

/** Fills the grid with the keyboard: values across, then a row down. A value may be several keys, such as `4-`. */
export async function fillGrid(page: Page, rows: readonly (readonly [left: string, right: string])[]): Promise<void> {
  const first = page.getByRole('grid', { name: words.exam.neuroGrid }).getByRole('gridcell').first();
  await first.focus();
  for (const [index, [left, right]] of rows.entries()) {
    for (const key of left) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    for (const key of right) await page.keyboard.press(key);
    if (index < rows.length - 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
  }
}

/** The drawing of one leg on the couch. */
export function stage(page: Page, side: Side): Locator {
  return page.getByTestId(`slr-stage-${side}`);
}

/** Drags the handle of an angle to another angle, in steps as a hand does. */
export async function dragLeg(page: Page, side: Side, point: 'P1' | 'P2', toDeg: number): Promise<void> {
  await stage(page, side).scrollIntoViewIfNeeded();
  const handle = stage(page, side).locator(`[data-handle="${point}"] circle`).last();
  const box = await handle.boundingBox();
  if (box === null) throw new Error(`no handle ${point} on the ${side}`);
  const target = await onScreen(page, side, toDeg);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 8 });
  await page.mouse.up();
}

/** Where an angle of the stage stands on the screen. */
async function onScreen(page: Page, side: Side, angleDeg: number): Promise<{ x: number; y: number }> {
  const [x, y] = along([0, 0], angleDeg, PROTRACTOR_RADIUS - 20);
  return stage(page, side).evaluate(
    (svg, [figureX, figureY]) => {
      const matrix = (svg.querySelector('g') as SVGGElement).getScreenCTM();
      if (matrix === null) throw new Error('the stage is not drawn');
      const at = new DOMPoint(figureX, figureY).matrixTransform(matrix);
      return { x: at.x, y: at.y };
    },
    [x, y] as const,
  );
}

/** Opens the sheet of the plan from the plan's own button. */
export async function openSheet(page: Page, sheet: 'homecare' | 'safety' | 'emergency'): Promise<void> {
  await page.getByRole('button', { name: words.plan.preview(words.plan.sheets[sheet]) }).click();
}

/** Opens the sign dialog of this patient. */
export async function openSign(page: Page, patientName: string): Promise<Locator> {
  await page.getByRole('button', { name: words.signShort }).click();
  const question = page.getByRole('dialog', { name: words.sign.title(patientName) });
  await expect(question).toBeVisible();
  return question;
}

/** Signs and waits for the read-only visit. */
export async function signVisit(page: Page, patientName: string): Promise<void> {
  await openSign(page, patientName);
  await dialog(page)
    .getByRole('button', { name: words.sign.button(patientName) })
    .click();
  await expect(page.getByRole('button', { name: text.history.signed.previewSheet })).toBeVisible();
}

/** Modules of the plan by their state, for instance everything on the sheet. */
export async function modulesIn(page: Page, state: string): Promise<string[]> {
  return page
    .locator(`[data-module][data-state="${state}"]`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-module') ?? ''));
}
