import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { sandboxArguments } from '../../electron/runtime/sandbox.ts';

/** A Lasègue running in a real Electron. */
export type Lasegue = {
  app: ElectronApplication;
  page: Page;
  /** Its user data: the desk folders, `window.json`, and Chromium's own stores. */
  userData: string;
  /** Everything its processes wrote on stderr so far. */
  log: () => string;
  /** Closes it as a person does, or kills it when it does not close. */
  close: () => Promise<void>;
};

export type LaunchOptions = {
  userData: string;
  env?: Readonly<Record<string, string>>;
};

/** Starts the built app on this user data folder and waits for its window. */
export async function launchLasegue({ userData, env = {} }: LaunchOptions): Promise<Lasegue> {
  const electron = await findElectron({ mayFetch: false, say: () => undefined });
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...sandboxArguments(electron.executable, () => undefined), ...electron.args],
    env: { ...inheritedEnvironment(), ...env, LASEGUE_USER_DATA: userData, LASEGUE_HOLD_START: '1' },
  });
  const child = app.process();
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const [page] = await Promise.all([app.firstWindow(), app.evaluate(() => (globalThis as { startLasegue?: () => void }).startLasegue?.())]);
  await page.getByRole('heading').first().waitFor();
  return { app, page, userData, log: () => log, close: () => close(app, child) };
}

/** A fresh user data folder. The caller removes it with `removeFolder`. */
export function freshFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'lasegue-e2e-'));
}

/** Chromium may still be letting go of its files for a moment after its process has ended. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function close(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await app.close().catch(() => child.kill('SIGKILL'));
  clearTimeout(tooLong);
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
