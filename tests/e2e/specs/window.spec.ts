import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { expect, test } from '../fixtures.ts';
import { launchLasegue } from '../launch.ts';
import { expectLocked, unlock } from '../pages/desk.ts';
import { deskProcesses } from '../processes.ts';

test.describe('an open desk', () => {
  test.use({ startWith: 'demo' });

  test('When I lock, the process that held the key ends', async ({ lasegue, page }) => {
    test.skip(process.platform !== 'linux', 'finds the desk process through /proc');
    await unlock(page, DEMO_PASSPHRASE);
    const before = deskProcesses(lasegue.app.process().pid);
    expect(await page.evaluate(() => window.lasegue.call['shell.lock']({}))).toEqual({ ok: true, value: {} });
    const after = deskProcesses(lasegue.app.process().pid);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect(await page.evaluate(() => window.lasegue.call['desk.status']({}))).toMatchObject({ ok: true, value: { state: 'locked' } });
  });

  test('When I choose Lock in the menu, or the computer locks, the desk locks', async ({ lasegue, page }) => {
    await unlock(page, DEMO_PASSPHRASE);
    await lasegue.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find(({ label }) => label === 'Lock')?.click();
    });
    await expectLocked(page);
    await unlock(page, DEMO_PASSPHRASE);
    await lasegue.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await expectLocked(page);
  });
});

test('The window opens again in the size it had', async ({ lasegue }) => {
  await lasegue.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 30, width: 1100, height: 750 }),
  );
  await lasegue.close();
  const again = await launchLasegue({ userData: lasegue.userData });
  const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await again.close();
  expect(bounds).toMatchObject({ width: 1100, height: 750 });
});

test('A second start only shows the first window', async ({ lasegue }) => {
  const second = await launchLasegue({ userData: lasegue.userData }).then(
    async (started) => {
      await started.close();
      return 'started';
    },
    () => 'ended',
  );
  expect(second).toBe('ended');
  expect(lasegue.app.windows()).toHaveLength(1);
});

test('When the window does not answer, I am asked before it closes, and may keep it', async ({ lasegue, page }) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that holds a process');
  await lasegue.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => {
      Object.assign(globalThis, { asked: true });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  const pageProcess = await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  process.kill(pageProcess ?? 0, 'SIGSTOP');
  await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => lasegue.app.evaluate(() => (globalThis as { asked?: boolean }).asked), { timeout: 15_000 }).toBe(true);
  expect(await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  process.kill(pageProcess ?? 0, 'SIGCONT');
  await expect(page.getByRole('heading').first()).toBeVisible();
});
