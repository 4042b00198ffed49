import { createHash } from 'node:crypto';
import { cp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
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

test('A desk of a newer version is named as such and left alone', async () => {
  await expectProblem('desk-newer', (file) => writeFile(join(dirname(file), 'desk.json'), '{"format":"lasegue-desk","version":99}'));
});

test('A folder that cannot be written to is named as such, and can be tried again', async () => {
  const userData = await freshFolder();
  // Something else lies where the desk folder should be: nobody can write in it, not even the administrator of the computer.
  await writeFile(join(userData, 'demo-desk'), 'not a folder');
  const { page, close } = await launchLasegue({ userData });
  try {
    await page.getByRole('button', { name: text.desk.firstRun.demo }).click();
    await expectSaid(page, 'folder-not-writable');
    expect(await axeViolations(page)).toEqual([]);
    await rm(join(userData, 'demo-desk'));
    await cp(join(DEMO_USER_DATA, 'demo-desk'), join(userData, 'demo-desk'), { recursive: true });
    await page.getByRole('button', { name: text.desk.unreachable.tryAgain }).click();
    await unlock(page, DEMO_PASSPHRASE);
  } finally {
    await close();
  }
  await removeFolder(userData);
});

test.describe('a clock that was set back', () => {
  test.use({ startWith: 'demo', appEnv: { LASEGUE_FIXED_NOW: '2024-03-10T09:00:00.000Z' } });

  test('is told on Today before anything is recorded', async ({ page }) => {
    await unlock(page, DEMO_PASSPHRASE);
    await expect(page.getByRole('alert').filter({ hasText: text.today.notices.clockBehind })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
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
