import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './atomic-file.ts';

/** Where a restored desk waits, whole and checked, for the moment in which the old folder has been renamed. */
export function restoredFolder(deskFolder: string): string {
  return `${deskFolder}.restored`;
}

/**
 * Completes a restore that was cut off: between the two renames the restored desk takes its place; before the first the old desk stays
 * and the restored one, still in its backup, is removed. Throws the file system's error.
 */
export function finishInterruptedRestore(deskFolder: string): void {
  const ready = restoredFolder(deskFolder);
  if (!existsSync(ready)) return;
  if (existsSync(deskFolder)) {
    rmSync(ready, { recursive: true, force: true });
    return;
  }
  renameSync(ready, deskFolder);
  syncFolder(dirname(deskFolder));
}
