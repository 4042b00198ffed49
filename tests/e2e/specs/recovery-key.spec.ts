import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { axeViolations, expect, test, type Lasegue } from '../fixtures.ts';
import { openSettings } from '../pages/app.ts';
import { expectLocked, expectOpen, unlock } from '../pages/desk.ts';

const { recovery, recover, changePassphrase } = text.desk;
const NEXT = 'seventeen herons over the weir';

/** The system's print dialog cannot be driven: its function in the main process is replaced from outside. */
async function setsPrinter({ app }: Lasegue): Promise<void> {
  await app.evaluate(({ app: electronApp }) => {
    electronApp.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        Object.assign(globalThis, { printed: options });
        done?.(true, '');
      };
    });
  });
}

test.use({ startWith: 'demo' });

test('When the passphrase is forgotten, then the recovery key on paper opens the desk, and everyone is told', async ({ lasegue, page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const rail = page.getByRole('navigation', { name: text.app.rail.label });
  await openSettings(page, 'access');
  const panel = page.getByRole('region', { name: recovery.title });
  await panel.getByRole('button', { name: recovery.make }).click();
  await panel.getByLabel(recovery.passphrase, { exact: true }).fill(DEMO_PASSPHRASE);
  await panel.getByRole('button', { name: recovery.show }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(8);
  const groups = await panel.getByRole('listitem').allTextContents();
  expect(await axeViolations(page)).toEqual([]);
  await setsPrinter(lasegue);
  await panel.getByRole('button', { name: recovery.print }).click();
  const paper = page.getByRole('dialog', { name: text.papers.names.recovery });
  await expect(paper.getByRole('region', { name: text.handouts.pageText(1) })).toContainText(groups[7] ?? '');
  // A key in a file would be found with the computer.
  await expect(paper.getByRole('button', { name: text.handouts.save })).toHaveCount(0);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await paper.getByRole('button', { name: text.papers.printRecovery }).click();
  await expect(paper.getByText(text.papers.recoveryPrinted)).toBeVisible();
  expect(await lasegue.app.evaluate(() => (globalThis as { printed?: unknown }).printed)).toMatchObject({ silent: false });
  await page.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
  await panel.getByRole('button', { name: recovery.written }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(0);

  await rail.getByRole('button', { name: text.app.rail.lock }).click();
  await expectLocked(page);
  await page.getByRole('button', { name: recover.link }).click();
  const dialog = page.getByRole('dialog');
  const key = dialog.getByLabel(recover.key, { exact: false });
  await key.fill(groups.with(4, '00000').join(' '));
  await dialog.getByLabel(changePassphrase.next, { exact: true }).fill(NEXT);
  await dialog.getByLabel(changePassphrase.repeat, { exact: true }).fill(NEXT);
  await dialog.getByRole('button', { name: recover.submit }).click();
  await expect(dialog.getByText(recover.wrongGroups([5]))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await key.fill(groups.join('').toLowerCase());
  await dialog.getByRole('button', { name: recover.submit }).click();
  await expectOpen(page);
  await rail.getByRole('button', { name: text.app.rail.today }).click();
  await expect(page.getByText(text.today.notices.recoveryUsed('Robin Fairweather'))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: text.today.notices.read }).click();
  await expect(page.getByText(text.today.notices.recoveryUsed('Robin Fairweather'))).toHaveCount(0);
});
