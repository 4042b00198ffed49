import { createHash } from 'node:crypto';
import { cp, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { freshFolder, launchLasegue, removeFolder } from '../launch.ts';
import { DEMO_USER_DATA } from '../make-demo-desk.ts';
import { dialog } from '../pages/app.ts';
import { answerOpenDialog } from '../pages/handout.ts';

const words = text.salvage;
const PAGE_BYTES = 4096;

test('When the desk file is damaged, I see what can still be read, and write it to files; the desk is left as it was', async () => {
  const userData = await freshFolder();
  const desk = join(userData, 'demo-desk');
  const target = await mkdtemp(join(tmpdir(), 'lasegue-rescued-'));
  await cp(join(DEMO_USER_DATA, 'demo-desk'), desk, { recursive: true });
  await damageAPage(join(desk, 'desk.db'));
  const before = await hashOf(join(desk, 'desk.db'));
  const { page, app, close } = await launchLasegue({ userData });
  try {
    await page.getByRole('button', { name: text.desk.firstRun.demo }).click();
    await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
    await page.getByRole('button', { name: text.desk.unlock.submit }).click();
    await expect(page.getByText(text.errors.codes['desk-damaged'])).toBeVisible();

    await page.getByRole('button', { name: words.link }).click();
    await expect(dialog(page).getByRole('button', { name: words.submit })).toBeDisabled();
    expect(await axeViolations(page)).toEqual([]);
    await dialog(page).getByLabel(words.passphrase, { exact: true }).fill('not this one at all');
    await dialog(page).getByRole('button', { name: words.submit }).click();
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    await dialog(page).getByLabel(words.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
    await expect(dialog(page).getByRole('button', { name: words.submit })).toBeEnabled();
    await dialog(page).getByRole('button', { name: words.submit }).click();
    await expect(dialog(page).getByText(/sheets? could be read\.$/)).toBeVisible();
    await expect(dialog(page).getByText(/1 page of [\d,]+ is damaged/)).toBeVisible();

    await dialog(page).getByLabel(words.search).fill('whitcombe');
    await dialog(page)
      .getByRole('list', { name: words.list })
      .getByRole('button', { name: /Whitcombe/ })
      .first()
      .click();
    const details = dialog(page).getByRole('region', { name: /Whitcombe/ });
    await expect(details.getByRole('heading', { name: /signed by/ }).first()).toBeVisible();
    await details
      .getByText(/answers?, as stored/)
      .first()
      .click();
    await expect(details.getByText('slr right p1AngleDeg').first()).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }

    await answerOpenDialog(app, target);
    await dialog(page).getByRole('button', { name: words.export }).click();
    await expect(dialog(page).getByText(/They are not encrypted\.$/)).toBeVisible();
    const [folder = ''] = await readdir(target);
    expect((await readdir(join(target, folder))).toSorted()).toEqual(['READ ME FIRST.txt', 'patients.csv', 'sheets', 'visits.csv']);
    expect(await readFile(join(target, folder, 'patients.csv'), 'utf8')).toContain('Whitcombe');

    await dialog(page).getByRole('button', { name: words.close }).click();
    await expect(page.getByRole('button', { name: text.desk.unlock.submit })).toBeVisible();
    // Nothing of it can be asked for any more, and the copy is gone.
    expect(await page.evaluate(() => window.lasegue.call['salvage.patients']({ query: '', offset: 0 }))).toMatchObject({
      error: { code: 'locked' },
    });
    expect(await readdir(userData)).not.toContain('demo-desk.salvage');
  } finally {
    await close();
  }
  expect(await hashOf(join(desk, 'desk.db'))).toBe(before);
  await removeFolder(userData);
  await rm(target, { recursive: true });
});

/** Changes one byte in the middle of the file. */
async function damageAPage(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const at = Math.floor(size / PAGE_BYTES / 2) * PAGE_BYTES + 900;
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8() ^ 1);
    await file.write(byte, 0, 1, at);
  } finally {
    await file.close();
  }
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
