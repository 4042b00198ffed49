import type { ErrorCode } from '../../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { BackupPlan, BackupStatus } from '../../../shared/schemas/backup.ts';
import { SCHEMA_VERSION } from '../../db/migrate.ts';
import { storageErrorCode } from '../../db/open.ts';
import { hasChangedSince, readStoreFacts } from '../../db/repositories/backup.ts';
import { checkBackupFolder } from '../../exchange/backup-folder.ts';
import { makeBackup } from '../../exchange/backup.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { recall, remember } from './plan.ts';
import { getBackupStatus } from './status.ts';

const HOUR_MS = 3_600_000;
/** After a backup that failed, the next one is tried no sooner. */
const RETRY_MS = 900_000;
/** How long closing waits for a backup: well under the time after which the shell ends the process (shell/desk-process.ts). */
const CLOSING_MS = 9000;

/**
 * Makes a backup now. Errors: `backup-none` (no folder chosen), `backup-folder-missing`, `backup-folder-inside`,
 * `folder-not-writable`, `disk-full`, `desk-damaged`. A failure is remembered and shown until a backup succeeds.
 */
export function makeBackupNow(host: DeskHost): Promise<Result<BackupStatus>> {
  return host.alone(async () => {
    const made = await backUp(host);
    return made.ok ? getBackupStatus(host) : made;
  });
}

/**
 * Makes a backup when one is due: `closing`, whenever something was written since the last; else when its hours are over as well.
 * Never throws and never stands in the way of closing; a failure is shown when the desk is next open.
 */
export async function backUpIfDue(host: DeskHost, closing: boolean): Promise<void> {
  const desk = host.current();
  const plan = desk && recall(desk.read, 'plan');
  if (!desk || !plan || !isDue(desk, plan, closing)) return;
  const done = backUp(host).then(
    () => true,
    () => true,
  );
  if (!closing || (await Promise.race([done, after(CLOSING_MS)]))) {
    await done;
    return;
  }
  // The desk is closed under the copy, which then fails and removes what it wrote.
  remember(desk, { problem: { at: desk.clock.nowInstant(), code: 'backup-slow' } });
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());
}

function isDue(desk: DeskContext, plan: BackupPlan, closing: boolean): boolean {
  const last = recall(desk.read, 'last');
  if (last !== null && !hasChangedSince(desk.read, last.seq, last.at)) return false;
  if (closing) return true;
  const now = Date.parse(desk.clock.nowInstant());
  const isOver = (since: string | undefined, ms: number): boolean => {
    const passed = since === undefined ? Number.POSITIVE_INFINITY : now - Date.parse(since);
    // A clock that was set back must not put the next backup off.
    return passed >= ms || passed < 0;
  };
  return isOver(last?.at, plan.everyHours * HOUR_MS) && isOver(recall(desk.read, 'problem')?.at, RETRY_MS);
}

async function backUp(host: DeskHost): Promise<Result<null>> {
  const desk = host.current();
  const file = host.file();
  if (!desk || !file) return fail('locked');
  const plan = recall(desk.read, 'plan');
  if (plan === null) return fail('backup-none');
  const at = desk.clock.nowInstant();
  const made = await attempt(host, desk, plan.folder, at);
  // Closed meanwhile: `backUpIfDue` has said why.
  if (host.current() !== desk) return fail('locked');
  if (made.ok) remember(desk, { last: { at, ...made.value }, problem: null });
  else remember(desk, { problem: { at, code: made.error.code } });
  return made.ok ? ok(null) : made;
}

async function attempt(
  host: DeskHost,
  desk: DeskContext,
  folder: string,
  madeAt: string,
): Promise<Result<{ fileName: string; bytes: number; seq: number; hash: string }>> {
  const file = host.file();
  const header = host.vault.header();
  if (!file) return fail('locked');
  if (!header.ok) return header;
  const checked = checkBackupFolder(folder, host.folder);
  if (!checked.ok) return checked;
  // Of its own: closing fills the desk's with zeros, perhaps under a copy that is just ending.
  const keys = { seal: Buffer.from(file.keys.seal), page: Buffer.from(file.keys.page) };
  const label = { format: 'lasegue-backup', version: 1, madeAt, schemaVersion: SCHEMA_VERSION, header: header.value } as const;
  try {
    const made = await makeBackup(folder, label, (sink) => file.copy(() => readStoreFacts(desk.read), sink), keys);
    if (!made.ok) return made;
    const { name, bytes, contents } = made.value;
    return ok({ fileName: name, bytes, seq: contents.seq, hash: contents.hash });
  } catch (error) {
    const code = backupErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  } finally {
    keys.seal.fill(0);
    keys.page.fill(0);
  }
}

/** As for the desk's own storage; what a drive pulled out or a network gone says means that the folder is missing. */
export function backupErrorCode(error: unknown): ErrorCode | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EIO' || code === 'ENODEV' || code === 'ENOTCONN' || code === 'ESTALE' || code === 'EHOSTDOWN') {
    return 'backup-folder-missing';
  }
  return storageErrorCode(error);
}
