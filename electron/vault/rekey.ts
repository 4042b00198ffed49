import { randomBytes } from 'node:crypto';
import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { syncFolder, writeFileAtomically } from './atomic-file.ts';
import { parseHeader, readText, writeHeader, type Header } from './header.ts';
import { relock } from './key-lock.ts';
import { boundTo, DATABASE, firstBytes, RECOVERY } from './desk-files.ts';

const COPY = 'desk.db.rekeying';
const PENDING = 'desk.json.rekeying';
const BESIDE = ['', '-wal', '-journal', '-shm'];

/** Encrypts the closed database at `path` again, from `key` to `next` (db/rekey.ts). */
export type Rewrite = (path: string, key: Buffer, next: Buffer) => Result<null>;

/**
 * Encrypts the closed desk again under a new random key and gives it to everyone in `header`, whose passphrases stay as they are. It is a
 * copy that is rewritten; then the new wrapped keys are laid beside, the copy takes the database's name, and the keys become the header.
 * After a crash at any point `finishInterruptedRekey` leaves either the old pair or the new one. A recovery key of the first version
 * cannot be carried over and is dropped. The caller zeroes both keys. Errors: those of `rewrite`, `desk-in-use` (the database is open),
 * `conflict` (somebody has not unlocked since the first version). Throws the file system's error, and then the old desk is as it was.
 */
export function rekeyFolder(folder: string, header: Header, key: Buffer, rewrite: Rewrite): Result<{ key: Buffer; header: Header }> {
  const database = join(folder, DATABASE);
  const copy = join(folder, COPY);
  // Records that are still in a write-ahead log would stay behind.
  if (existsSync(`${database}-wal`)) return fail('desk-in-use');
  const next = randomBytes(32);
  let done = false;
  try {
    removeRewritten(folder);
    copyFileSync(database, copy, constants.COPYFILE_EXCL);
    const rewritten = rewrite(copy, key, next);
    if (!rewritten.ok) return rewritten;
    syncFile(copy);
    const renewed = renew(header, next, firstBytes(copy).toString('hex'));
    if (renewed === null) return fail('conflict');
    writeFileAtomically(join(folder, PENDING), JSON.stringify(renewed));
    renameSync(copy, database);
    // From here on only the new key opens the file: nothing below may make this fail.
    done = true;
    quietly(() => finishInterruptedRekey(folder));
    return ok({ key: next, header: renewed });
  } finally {
    if (!done) {
      next.fill(0);
      quietly(() => removeRewritten(folder));
    }
  }
}

/**
 * Completes a rewriting that was cut off: once the new database is in place its keys become the header; before that the old pair stays.
 * Call only while this process does not have the database open. Throws the file system's error.
 */
export function finishInterruptedRekey(folder: string): void {
  const text = readText(join(folder, PENDING));
  if (text === null) {
    // A copy without its keys is nothing.
    if (existsSync(join(folder, COPY))) removeRewritten(folder);
    return;
  }
  const pending = parseHeader(text);
  const database = join(folder, DATABASE);
  if (pending.ok && existsSync(database) && firstBytes(database).toString('hex') === pending.value.databaseSalt) {
    syncFolder(folder);
    writeHeader(folder, pending.value);
    rmSync(join(folder, PENDING), { force: true });
    return;
  }
  removeRewritten(folder);
}

function renew(header: Header, key: Buffer, databaseSalt: string): Header | null {
  const users: Header['users'] = [];
  for (const user of header.users) {
    const lock = relock(user, key, boundTo(header.deskId, user.userId));
    if (lock === null) return null;
    users.push({ ...user, ...lock });
  }
  const recovery = header.recovery && relock(header.recovery, key, boundTo(header.deskId, RECOVERY));
  return { ...header, databaseSalt, users, recovery: recovery && header.recovery ? { ...header.recovery, ...recovery } : null };
}

function removeRewritten(folder: string): void {
  for (const end of BESIDE) rmSync(join(folder, `${COPY}${end}`), { force: true });
  rmSync(join(folder, PENDING), { force: true });
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The next start tries again.
  }
}
