import { spawn } from 'node:child_process';
import { findElectron } from '../../../electron/runtime/find-electron.ts';
import { sandboxArguments } from '../../../electron/runtime/sandbox.ts';
import { expect, test } from '../fixtures.ts';
import { freshFolder, removeFolder } from '../launch.ts';
import { commandOf, deskProcesses, networkSockets, processTree } from '../processes.ts';

test.skip(process.platform !== 'linux', 'reads the sockets of a process from /proc');

// Started by hand, not by Playwright, which opens a debugging port of its own.
test('A running Lasègue holds no network socket, in any of its processes', async () => {
  const userData = await freshFolder();
  const electron = await findElectron({ mayFetch: false, say: () => undefined });
  const args = [...sandboxArguments(electron.executable, () => undefined), ...electron.args];
  const app = spawn(electron.executable, args, { stdio: 'ignore', env: { ...process.env, LASEGUE_USER_DATA: userData } });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const isUp = (): boolean => {
      const hasWindow = processTree(app.pid).some((pid) => commandOf(pid).includes('--type=renderer'));
      return hasWindow && deskProcesses(app.pid).length === 1;
    };
    await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
    for (let look = 0; look < 20; look += 1) {
      expect(networkSockets(processTree(app.pid))).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    app.kill();
    await ended;
    await removeFolder(userData);
  }
});

test('The look finds a socket that is there', async () => {
  const server = spawn(process.execPath, ['-e', 'require("net").createServer().listen(0, "127.0.0.1", () => console.log("up"))']);
  await new Promise((resolve) => server.stdout.once('data', resolve));
  expect(networkSockets(processTree(server.pid))).toEqual([expect.stringMatching(/^tcp 0100007F:\w+ 0A$/)]);
  server.kill();
});
