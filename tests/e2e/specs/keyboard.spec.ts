import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { field } from '../pages/app.ts';
import { answerSaveDialog } from '../pages/handout.ts';
import { NORMAL_GRID } from '../pages/visit.ts';

test.use({ startWith: 'demo' });

const NAME = 'Barnaby Featherington';

test('With the keyboard alone: unlock, a new patient, a whole visit, the sheet, the signature and back to the chart', async ({
  lasegue,
  page,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'lasegue-keyboard-'));
  const { press, type, tabTo } = keyboardOf(page);

  // The passphrase field has the focus.
  await type(DEMO_PASSPHRASE);
  await press('Enter');
  await expect(page.getByRole('heading', { name: text.today.flags.title })).toBeVisible();

  await test.step('A patient', async () => {
    await press('n');
    await expect(page.getByRole('dialog', { name: text.patients.form.newTitle })).toBeVisible();
    await type('Barnaby', 'Tab', 'Featherington', 'Tab', '1969-02-28');
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
    await tabTo(page.getByRole('button', { name: text.history.startFirst }));
    await press('Enter');
    await expect(page.getByRole('main', { name: text.visit.contacts.first })).toBeVisible();
  });

  await test.step('The talk', async () => {
    await press('1');
    await expect(field(page, 'intake.episodeStartedOn')).toBeFocused();
    await type('3 weeks ago', 'Tab', '6 days ago');
    await tabTo(field(page, 'intake.onsetType'));
    await press('Space');
    await tabTo(field(page, 'intake.side'));
    await press('ArrowRight', 'Enter');
    await tabTo(field(page, 'intake.level.right'));
    await press('End', 'Space');
    await tabTo(field(page, 'intake.backPain.average24h'));
    await type('3', 'Tab', '0', 'Tab', '6');
    await tabTo(field(page, 'intake.legWorseThanBack'));
    await press('y', 'ArrowDown', 'y', 'ArrowDown', 'n');
    await tabTo(field(page, 'redFlags.answers.RF-01a'));
    await answerDown(page, 'redFlags.answers.');
    await expect(page.getByText(/^(\d+) of \1 asked$/).first()).toBeVisible();
  });

  await test.step('Standing, sitting', async () => {
    await press('2');
    await expect(field(page, 'neuro.left.heelWalk')).toBeFocused();
    await press('Home', 'Space', 'ArrowDown', 'Home', 'Space', 'ArrowDown', 'Home', 'Space', 'ArrowDown', 'Home', 'Space');
    await tabTo(field(page, 'neuro.left.heelRaise.count'));
    await type('10');
    await tabTo(field(page, 'neuro.right.heelRaise.count'));
    await type('10');
    // In a text field a digit is text.
    await tabTo(page.getByRole('button', { name: text.visit.exam.moreStand }));
    await press('3');
    await expect(field(page, 'neuro.left.mrc.KE')).toBeFocused();
    for (const [index, [left, right]] of NORMAL_GRID.entries()) {
      await press(left, 'ArrowRight', right);
      if (index < NORMAL_GRID.length - 1) await press('ArrowDown');
      await press('ArrowLeft');
    }
    await expect(page.locator('[role="gridcell"][data-look="normal"]')).toHaveCount(NORMAL_GRID.length * 2);
    await tabTo(page.getByRole('button', { name: text.visit.exam.moreNeuro }));
  });

  await test.step('Both legs raised, one stepped with the arrow keys', async () => {
    await press('4');
    await tabTo(field(page, 'slr.left.p1AngleDeg'));
    await type('80');
    await tabTo(field(page, 'slr.left.stop'));
    await type('No symptom');
    await expect(field(page, 'slr.left.stop')).toHaveValue('end');
    await tabTo(field(page, 'slr.right.p1AngleDeg'));
    await press('PageUp', 'PageUp', 'PageUp', 'PageUp', 'Shift+ArrowUp', 'ArrowDown');
    await expect(field(page, 'slr.right.p1AngleDeg')).toHaveValue('44');
    await tabTo(field(page, 'slr.right.stop'));
    await type('Usual');
    await tabTo(field(page, 'slr.right.level'));
    await press('End', 'Space');
    await tabTo(field(page, 'slr.right.feltIn'));
    await press('Space');
    await tabTo(field(page, 'slr.right.movements.df'));
    await press('m');
    await expect(page.locator('[data-slr-class="SLR-POS"]')).toBeVisible();
  });

  await test.step('The plan and the sheet', async () => {
    await press('6');
    await tabTo(field(page, 'plan.nextReviewOn'));
    await type('in 10 days');
    await tabTo(page.getByRole('button', { name: text.visit.plan.preview(text.visit.plan.sheets.homecare) }));
    await press('Enter');
    const preview = page.getByRole('dialog', { name: text.handouts.title(text.handouts.sheets.homecare, NAME) });
    await expect(preview.getByRole('button', { name: text.handouts.save })).toBeEnabled();
    const file = join(folder, 'sheet.pdf');
    await answerSaveDialog(lasegue.app, file);
    await tabTo(preview.getByRole('button', { name: text.handouts.save }));
    await press('Enter');
    await expect(preview.getByText(text.handouts.keptSaved)).toBeVisible();
    expect((await stat(file)).size).toBeGreaterThan(10_000);
    await press('Escape');
    await expect(preview).toHaveCount(0);
  });

  await test.step('The signature', async () => {
    await tabTo(page.getByRole('button', { name: text.visit.signShort }));
    await press('Enter');
    const question = page.getByRole('dialog', { name: text.visit.sign.title(NAME) });
    await expect(question).toBeVisible();
    await tabTo(question.getByRole('button', { name: text.visit.sign.button(NAME) }));
    await press('Enter');
    await expect(page.getByRole('button', { name: text.history.signed.previewSheet })).toBeVisible();
    await tabTo(page.getByRole('button', { name: text.history.signed.back, exact: true }));
    await press('Enter');
    await expect(
      page.getByRole('button', { name: text.history.visitTitle(text.history.contacts.first, text.history.status.signed) }),
    ).toBeVisible();
  });
  await rm(folder, { recursive: true });
});

type Keyboard = {
  press: (...keys: string[]) => Promise<void>;
  /** Types texts; "Tab" between two of them is the key. */
  type: (...texts: string[]) => Promise<void>;
  /** Presses Tab until this has the focus. Fails when it cannot be reached. */
  tabTo: (target: Locator) => Promise<void>;
};

/** More stops than the longest page has. */
const MOST_TABS = 250;

/** The only hand on the window in this file: nothing here clicks or puts the focus anywhere. */
function keyboardOf(page: Page): Keyboard {
  return {
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: async (...texts) => {
      for (const typed of texts) await (typed === 'Tab' ? page.keyboard.press('Tab') : page.keyboard.type(typed));
    },
    tabTo: async (target) => {
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`cannot be reached with Tab: ${target.toString()}`);
    },
  };
}

/** Answers "no" and goes down until the questions end. */
async function answerDown(page: Page, prefix: string): Promise<void> {
  const path = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? '');
  while ((await path()).startsWith(prefix)) {
    await page.keyboard.press('n');
    await page.keyboard.press('ArrowDown');
  }
}
