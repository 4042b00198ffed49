import { join } from 'node:path';
import type { Input } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { BackupStatus } from '../../../shared/schemas/backup.ts';
import { readLabel } from '../../exchange/backup-file.ts';
import { checkBackupFolder, listBackups } from '../../exchange/backup-folder.ts';
import { drill } from '../../exchange/drill.ts';
import type { DeskHost } from '../context.ts';
import { backupErrorCode } from './make.ts';
import { recall, remember } from './plan.ts';
import { getBackupStatus } from './status.ts';

/**
 * The restore drill: opens the newest backup with this user's passphrase in an empty folder beside the desk, compares everything in it
 * with what it must hold, and removes it again. Errors: `backup-none`, `backup-folder-missing`, `wrong-passphrase`, `wait`,
 * `backup-damaged`, `disk-full`. A passphrase changed since opens only backups made after.
 */
export function verifyBackup(host: DeskHost, { passphrase }: Input<'backup.verify'>): Promise<Result<BackupStatus>> {
  return host.alone(async () => {
    try {
      const verified = await verifyNewest(host, passphrase);
      return verified.ok ? getBackupStatus(host) : verified;
    } catch (error) {
      const code = backupErrorCode(error);
      if (code === null) throw error;
      return fail(code);
    }
  });
}

async function verifyNewest(host: DeskHost, passphrase: string): Promise<Result<null>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const plan = recall(desk.read, 'plan');
  if (plan === null) return fail('backup-none');
  const folder = checkBackupFolder(plan.folder, host.folder);
  if (!folder.ok) return folder;
  const [newest] = listBackups(plan.folder, desk.deskId);
  if (newest === undefined) return fail('backup-none');
  const path = join(plan.folder, newest.name);
  const label = await readLabel(path);
  if (!label.ok) return label.error.code === 'not-a-backup' ? fail('backup-damaged') : label;
  const opened = await host.vault.unlockCopy(label.value.header, desk.user.userId, passphrase);
  if (!opened.ok) return opened;
  const { key } = opened.value;
  try {
    const drilled = await drill(path, label.value, key, `${host.folder}.drill`);
    if (!drilled.ok) return drilled;
    const { seq: entries, counts } = drilled.value;
    const { patients, visits } = counts;
    remember(desk, { verified: { at: desk.clock.nowInstant(), madeAt: label.value.madeAt, patients, visits, entries } });
    return ok(null);
  } finally {
    key.fill(0);
  }
}
