import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { backupsAmong, type BackupName } from './backup-names.ts';

/**
 * Whether backups can go to this folder. Errors: `backup-folder-missing`, `backup-folder-inside` (within the desk folder: lost
 * together with it), `folder-not-writable`.
 */
export function checkBackupFolder(folder: string, deskFolder: string): Result<null> {
  if (!isAbsolute(folder) || !isFolder(folder)) return fail('backup-folder-missing');
  const way = relative(realpathSync.native(deskFolder), realpathSync.native(folder));
  if (way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))) return fail('backup-folder-inside');
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return ok(null);
  } catch {
    return fail('folder-not-writable');
  }
}

/** The backups of this desk in the folder, newest first; none when the folder is not there. */
export function listBackups(folder: string, deskId: string): BackupName[] {
  try {
    return backupsAmong(readdirSync(folder), deskId);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
