import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchLasegue, type Lasegue } from '../e2e/launch.ts';

/** The folders an app of a demo may write to: its own, and nothing of the person who runs it. */
export type AppFolders = { root: string; userData: string; tmp: string; home: string };

/** A running app with its process: Playwright no longer tells of it once the app is gone. */
export type Started = { lasegue: Lasegue; child: ChildProcess };

/** Everything the app may write to lies under one fresh folder, the person's own settings and caches included. */
export async function makeFolders(prefix: string): Promise<AppFolders> {
  const root = await mkdtemp(join(tmpdir(), prefix));
  const folders = { root, userData: join(root, 'user-data'), tmp: join(root, 'tmp'), home: join(root, 'home') };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** Starts the app in these folders. `displayName` null: on the display there is. */
export async function launchIn({ userData, tmp, home }: AppFolders, displayName: string | null): Promise<Started> {
  const env: Record<string, string> = { TMPDIR: tmp, XDG_RUNTIME_DIR: tmp, HOME: home };
  for (const name of ['CONFIG', 'CACHE', 'DATA', 'STATE']) env[`XDG_${name}_HOME`] = join(home, name.toLowerCase());
  if (displayName !== null) env['DISPLAY'] = displayName;
  const lasegue = await launchLasegue({ userData, env });
  return { lasegue, child: lasegue.app.process() };
}

/** Ends every process of an app at once, as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Playwright gives the app a process group of its own on POSIX systems.
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
  await gone;
}
