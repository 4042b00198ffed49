import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { readLabel, type BackupLabel } from '../../exchange/backup-file.ts';
import { restore } from '../../exchange/restore.ts';
import type { DeskHost } from '../context.ts';

/** What a backup says of itself. Errors: `not-a-backup`, `backup-damaged`, `desk-newer`, `backup-of-demo`, `file-refused`. */
export async function inspectBackup(host: DeskHost, { path }: Input<'backup.inspect'>): Promise<Result<Output<'backup.inspect'>>> {
  const label = await labelOf(host, path);
  if (!label.ok) return label;
  const { madeAt, header } = label.value;
  const here = host.vault.header();
  return ok({
    clinicName: header.clinicName,
    madeAt,
    users: header.users.map(({ userId, displayName }) => ({ userId, displayName })),
    desk: !here.ok ? 'none' : here.value.deskId === header.deskId ? 'this' : 'another',
  });
}

/**
 * Puts the desk of a backup in place; the folder that was there is kept under another name. Only while the desk is locked, missing or
 * damaged. Errors: `desk-exists` (it is open), `user-removed` (from the desk that is here), `forbidden` (an assistant), `wrong-passphrase`, `wait`, those of `inspectBackup`, `backup-damaged`, `disk-full`,
 * `folder-not-writable`. On an error the old desk is as it was.
 */
export async function restoreBackup(
  host: DeskHost,
  { path, userId, passphrase }: Input<'backup.restore'>,
): Promise<Result<Output<'backup.restore'>>> {
  if (host.current()) return fail('desk-exists');
  const label = await labelOf(host, path);
  if (!label.ok) return label;
  // Somebody removed since must not bring back the desk at which they still were.
  const here = host.vault.header();
  const isRemoved = here.ok && here.value.deskId === label.value.header.deskId && here.value.users.every((user) => user.userId !== userId);
  if (isRemoved) return fail('user-removed');
  const opened = await host.vault.unlockCopy(label.value.header, userId, passphrase);
  if (!opened.ok) return opened;
  const { key } = opened.value;
  try {
    const stamp = host.clock.nowInstant().slice(0, 19).replaceAll(':', '');
    const restored = await restore(path, label.value, key, host.folder, stamp, userId);
    if (!restored.ok) return restored;
    const { patients, visits } = restored.value.counts;
    return ok({ patients, visits, keptAs: restored.value.keptAs });
  } finally {
    key.fill(0);
  }
}

async function labelOf(host: DeskHost, path: string): Promise<Result<BackupLabel>> {
  const label = await readLabel(path).catch(() => fail('file-refused'));
  if (!label.ok) return label;
  return label.value.header.isDemo === host.isDemo ? label : fail('backup-of-demo');
}
