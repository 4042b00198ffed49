import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import type { Input, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { readUserName } from '../../db/repositories/user.ts';
import { openDatabase, readIdentity } from '../../db/open.ts';
import { deriveKeys, type DeskKeys } from '../../vault/derived-keys.ts';
import type { Header } from '../../vault/header.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { prepareToOpen } from './prepare-to-open.ts';
import { sessionOf } from './session.ts';

/**
 * Opens the desk with a user's passphrase. Errors: `wrong-passphrase` and `wait` with `retryAfterSeconds`, `desk-missing`,
 * `desk-damaged`, `desk-newer`, `not-a-desk`, `desk-in-use`, `folder-not-writable`, `disk-full`.
 */
export async function openDesk(host: DeskHost, userId: string, passphrase: string): Promise<Result<DeskContext>> {
  if (host.current()) return fail('desk-exists');
  const { problem } = host.vault.status();
  if (problem) return fail(problem);
  const unlocked = await host.vault.unlock(userId, passphrase);
  if (!unlocked.ok) return unlocked;
  const { key, header } = unlocked.value;
  const keys = deriveKeys(key, header.databaseSalt);
  const opened = await openWith(host, header, key, keys);
  if (!opened.ok) return opened;
  const identity = readIdentity(opened.value);
  if (identity?.deskId !== header.deskId) {
    opened.value.close();
    return fail('not-a-desk');
  }
  const shown = header.users.find((user) => user.userId === userId)?.displayName ?? '';
  const desk = host.begin(opened.value, identity.deskId, { userId, displayName: shown }, keys);
  const stored = readUserName(desk.read, userId);
  if (stored === null) {
    host.end();
    return fail('desk-damaged');
  }
  desk.user.displayName = stored;
  rememberClinicName(host, desk);
  return ok(desk);
}

export async function unlock(host: DeskHost, input: Input<'desk.unlock'>): Promise<Result<Session>> {
  const opened = await openDesk(host, input.userId, input.passphrase);
  return opened.ok ? ok(sessionOf(opened.value)) : opened;
}

async function openWith(host: DeskHost, header: Header, key: Buffer, keys: DeskKeys): Promise<Result<EncryptedDatabase>> {
  try {
    const prepared = await prepareToOpen(host, header, key, keys);
    return prepared.ok ? openDatabase(host.vault.databasePath, key) : prepared;
  } finally {
    key.fill(0);
  }
}

/** Only the lock screen shows this copy of the name: a folder that cannot be written must not keep the desk shut. */
export function rememberClinicName(host: DeskHost, desk: DeskContext): void {
  try {
    host.vault.rememberClinicName(readClinic(desk.read).name);
  } catch {
    // Tried again at the next unlock.
  }
}
