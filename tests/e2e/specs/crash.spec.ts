import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { launchLasegue } from '../launch.ts';
import { chooseDemoDesk, expectLocked, unlock } from '../pages/desk.ts';
import { deskProcesses } from '../processes.ts';

test.use({ startWith: 'demo' });
test.skip(process.platform !== 'linux', 'finds the desk process through /proc');

test('When the desk process is killed, I am told, and a new, locked desk has lost nothing', async ({ lasegue, page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const before = await page.evaluate(() => window.lasegue.call['today.get']({}));
  const [desk] = deskProcesses(lasegue.app.process().pid);
  // A desk that ends right after its start is only started again when asked; this one had settled.
  await page.waitForTimeout(2100);
  process.kill(desk ?? 0, 'SIGKILL');

  await expect(page.getByText(text.desk.unlock.gone)).toBeVisible();
  await expectLocked(page);
  await expect.poll(() => deskProcesses(lasegue.app.process().pid)).toHaveLength(1);
  expect(deskProcesses(lasegue.app.process().pid)).not.toContain(desk);
  await unlock(page, DEMO_PASSPHRASE);
  expect(await page.evaluate(() => window.lasegue.call['today.get']({}))).toEqual(before);
});

test('A call that was under way when the desk was killed is answered', async ({ lasegue, page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const [desk] = deskProcesses(lasegue.app.process().pid);
  process.kill(desk ?? 0, 'SIGSTOP');
  await page.evaluate(() => void Object.assign(window, { answer: window.lasegue.call['today.get']({}) }));
  await page.waitForTimeout(500);
  process.kill(desk ?? 0, 'SIGKILL');
  expect(await page.evaluate(() => (window as { answer?: unknown }).answer)).toEqual({ ok: false, error: { code: 'desk-gone' } });
});

test.describe('a window that crashes', () => {
  test.use({ expectedErrors: [/^lasegue bug \w+ in window: process gone: (crashed|killed)/] });

  test('When the window is killed, it comes back locked and the records are whole', async ({ lasegue, page }) => {
    await unlock(page, DEMO_PASSPHRASE);
    const [desk] = deskProcesses(lasegue.app.process().pid);
    await lasegue.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const isBack = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)));
      contents?.forcefullyCrashRenderer();
      await isBack;
    });

    // Playwright gives a crashed page up for good, so the new one is asked through the shell.
    const shown = (): Promise<string> =>
      lasegue.app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as Promise<string>,
      );
    await expect.poll(shown).toContain(text.desk.unlock.submit);
    expect(deskProcesses(lasegue.app.process().pid)).not.toContain(desk);
    const log = await lasegue.app.evaluate(({ BrowserWindow }, passphrase) => {
      const run = `(async () => {
        const status = await lasegue.call['desk.status']({});
        await lasegue.call['desk.unlock']({ userId: status.value.users[0].userId, passphrase: ${JSON.stringify(passphrase)} });
        return lasegue.call['desk.verifyLog']({});
      })()`;
      return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run) as Promise<unknown>;
    }, DEMO_PASSPHRASE);
    expect(log).toMatchObject({ ok: true, value: { intact: true } });
  });
});

test('When everything is killed at once, the next start finds the records whole and no desk process left behind', async ({
  lasegue,
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  const before = await page.evaluate(() => window.lasegue.call['today.get']({}));
  const [desk] = deskProcesses(lasegue.app.process().pid);
  const gone = new Promise((resolve) => lasegue.app.process().once('exit', resolve));
  lasegue.app.process().kill('SIGKILL');
  await gone;
  await expect.poll(() => isRunning(desk ?? 0)).toBe(false);

  const again = await launchLasegue({ userData: lasegue.userData });
  await chooseDemoDesk(again.page);
  await unlock(again.page, DEMO_PASSPHRASE);
  expect(await again.page.evaluate(() => window.lasegue.call['today.get']({}))).toEqual(before);
  await again.close();
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
