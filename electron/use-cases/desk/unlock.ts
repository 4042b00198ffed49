import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import type { Input, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { listUsers, readAccess } from '../../db/repositories/user.ts';
import { openDatabase, readIdentity } from '../../db/open.ts';
import { createReader } from '../../db/store.ts';
import { deriveKeys, forgetKeys, type DeskKeys } from '../../vault/derived-keys.ts';
import type { Header } from '../../vault/header.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { reportLoss } from './notices.ts';
import { prepareToOpen, type Prepared } from './prepare-to-open.ts';
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
  return unlocked.ok ? openUnlocked(host, unlocked.value, userId) : unlocked;
}

/** Opens the desk with its key, which is filled with zeros, in the name of `userId`. Errors: those of `openDesk`. */
export async function openUnlocked(
  host: DeskHost,
  { key, header }: { key: Buffer; header: Header },
  userId: string,
): Promise<Result<DeskContext>> {
  const keys = deriveKeys(key, header.databaseSalt);
  const opened = await openWith(host, header, key, keys);
  if (!opened.ok) {
    forgetKeys(keys);
    return opened;
  }
  const { database, writeAhead } = opened.value;
  const identity = readIdentity(database);
  if (identity?.deskId !== header.deskId) {
    database.close();
    forgetKeys(keys);
    return fail('not-a-desk');
  }
  const stored = readAccess(
    createReader((sql) => database.prepare(sql)),
    userId,
  );
  if (stored?.state !== 'active') {
    database.close();
    forgetKeys(keys);
    return fail(stored === null ? 'desk-damaged' : 'user-removed');
  }
  const desk = host.begin(database, identity.deskId, { userId, displayName: stored.displayName, role: stored.role }, keys);
  try {
    tellOfLoss(host, desk, writeAhead);
    desk.write((db) => db.access('', 'unlock'));
  } catch (error) {
    // Who opens the desk is in the log, or the desk stays shut: on a full disk it is closed again in good order.
    host.end();
    throw error;
  }
  rememberHeaderFacts(host, desk);
  return ok(desk);
}

export async function unlock(host: DeskHost, input: Input<'desk.unlock'>): Promise<Result<Session>> {
  const opened = await openDesk(host, input.userId, input.passphrase);
  return opened.ok ? ok(sessionOf(opened.value)) : opened;
}

async function openWith(
  host: DeskHost,
  header: Header,
  key: Buffer,
  keys: DeskKeys,
): Promise<Result<Prepared & { database: EncryptedDatabase }>> {
  try {
    const prepared = await prepareToOpen(host, header, key, keys);
    if (!prepared.ok) return prepared;
    const database = openDatabase(host.vault.databasePath, key);
    return database.ok ? ok({ ...prepared.value, database: database.value }) : database;
  } finally {
    key.fill(0);
  }
}

/** Reports what is missing, and keeps the write-ahead log it may still lie in: encrypted, as it was found. */
function tellOfLoss(host: DeskHost, desk: DeskContext, writeAhead: Buffer | null): void {
  const loss = host.loss();
  if (loss === null) return;
  reportLoss(desk, loss);
  if (writeAhead === null) return;
  const stamp = desk.clock.nowInstant().slice(0, 19).replaceAll(':', '');
  try {
    writeFileSync(join(host.folder, `lost-${stamp}.db-wal`), writeAhead, { mode: 0o600, flag: 'wx' });
  } catch {
    // A full disk must not keep the rest of the records shut.
  }
}

/**
 * The lock screen shows copies of names, and a crash may have left a removed person's wrapped key: both are put right. A folder that
 * cannot be written must not keep the desk shut.
 */
export function rememberHeaderFacts(host: DeskHost, desk: DeskContext): void {
  try {
    host.vault.rememberClinicName(readClinic(desk.read).name);
    host.vault.retainUsers(listUsers(desk.read).filter(({ state }) => state === 'active'));
  } catch {
    // Tried again at the next unlock.
  }
}
