import { createHash } from 'node:crypto';
import { cp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { freshFolder, launchLasegue, removeFolder } from '../launch.ts';
import { DEMO_USER_DATA } from '../make-demo-desk.ts';
import { unlock } from '../pages/desk.ts';

type Problem = keyof typeof text.desk.problems;

/** Starts on a demo desk that was spoiled, tries to open it, and looks at what the window says and at what it did to the file. */
async function expectProblem(problem: Problem, spoil: (deskFile: string) => Promise<void>): Promise<void> {
  const userData = await freshFolder();
  const deskFile = join(userData, 'demo-desk', 'desk.db');
  await cp(join(DEMO_USER_DATA, 'demo-desk'), join(userData, 'demo-desk'), { recursive: true });
  await spoil(deskFile);
  const before = await hashOf(deskFile);
  const { page, close } = await launchLasegue({ userData });
  try {
    await page.getByRole('button', { name: text.desk.firstRun.demo }).click();
    await tryPassphrase(page, problem);
    await expectSaid(page, problem);
  } finally {
    await close();
  }
  expect(await hashOf(deskFile), 'the file is as it was').toBe(before);
  await removeFolder(userData);
}

/** Some problems show at once, others only when the key is tried. */
async function tryPassphrase(page: Page, problem: Problem): Promise<void> {
  const passphrase = page.getByLabel(text.desk.unlock.passphrase, { exact: true });
  const heading = page.getByRole('heading', { name: text.desk.problems[problem].title });
  await expect(passphrase.or(heading)).toBeVisible();
  if (!(await passphrase.isVisible())) return;
  await passphrase.fill(DEMO_PASSPHRASE);
  await page.getByRole('button', { name: text.desk.unlock.submit }).click();
}

/** One sentence, on a screen of its own or beside the passphrase. */
async function expectSaid(page: Page, problem: Problem): Promise<void> {
  const screen = page.getByRole('alert').filter({ hasText: text.desk.problems[problem].body });
  const sentence = page.getByRole('alert').filter({ hasText: text.errors.codes[problem] });
  await expect(screen.or(sentence)).toBeVisible();
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

test('A desk file that is something else is named as such and left alone', async () => {
  await expectProblem('not-a-desk', (file) => writeFile(file, 'Dear colleague,\n'.repeat(4000)));
});

test('A desk file that was cut short is named as damaged and left alone', async () => {
  await expectProblem('desk-damaged', (file) => truncate(file, 1_000_000));
});

test.describe('a desk that is open in another window', () => {
  test.use({ startWith: 'demo' });

  test('says so, and opens once the other has closed it', async ({ lasegue, page }) => {
    await unlock(page, DEMO_PASSPHRASE);
    const userData = await freshFolder();
    await symlink(join(lasegue.userData, 'demo-desk'), join(userData, 'demo-desk'));
    const other = await launchLasegue({ userData });
    try {
      await other.page.getByRole('button', { name: text.desk.firstRun.demo }).click();
      await tryPassphrase(other.page, 'desk-in-use');
      await expectSaid(other.page, 'desk-in-use');
      // The first one goes on undisturbed.
      expect(await page.evaluate(() => window.lasegue.call['today.get']({}))).toMatchObject({ ok: true });
      expect(await page.evaluate(() => window.lasegue.call['shell.lock']({}))).toMatchObject({ ok: true });
      await unlock(other.page, DEMO_PASSPHRASE);
    } finally {
      await other.close();
      await rm(join(userData, 'demo-desk'));
      await removeFolder(userData);
    }
  });
});
