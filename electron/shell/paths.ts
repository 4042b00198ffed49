import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { DeskKind } from '../../shared/contract/desk-messages.ts';

/**
 * Lays down where everything goes, before the app is ready. In the user data folder lie the two desk folders, `window.json`
 * and, apart in `chromium/`, the stores Chromium keeps for itself.
 * `LASEGUE_USER_DATA` moves the whole folder, in unpackaged builds only: each test owns a fresh one.
 */
export function layPaths(): void {
  const override = app.isPackaged ? undefined : process.env['LASEGUE_USER_DATA'];
  // A name without an accent: some file systems store two spellings of "è".
  app.setPath('userData', override ?? join(app.getPath('appData'), 'lasegue'));
  app.setPath('sessionData', join(app.getPath('userData'), 'chromium'));
  keepSpoolInMemory();
  app.setPath('crashDumps', join(app.getPath('userData'), 'chromium', 'crashes'));
}

/** On Linux Chromium hands a print to the system as a temporary file. There it lies in memory, not on the disk. */
function keepSpoolInMemory(): void {
  if (process.platform !== 'linux') return;
  const folder = [process.env['XDG_RUNTIME_DIR'], '/dev/shm'].find((path) => path !== undefined && existsSync(path));
  if (folder !== undefined) process.env['TMPDIR'] = folder;
}

/** Folder of a desk. The demo has its own, so that invented people never stand beside real ones. */
export function deskFolder(desk: DeskKind): string {
  return join(app.getPath('userData'), desk === 'own' ? 'desk' : 'demo-desk');
}

/** A file of the build, for instance `main/desk.js`. */
export function builtFile(...parts: string[]): string {
  return join(app.getAppPath(), 'out', ...parts);
}
