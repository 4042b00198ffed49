// Tests compile this file without the folder around it, so the declaration is named here.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./better-sqlite3-multiple-ciphers.d.ts" />
import { existsSync, statSync } from 'node:fs';
import Database, { type EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { migrate } from './migrate.ts';
import { migrations, type Migration } from './migrations/index.ts';
import type { DeskTable } from './tables.ts';

/** Length of the database key in bytes. */
export const KEY_BYTES = 32;

/** How long to wait for a desk process that is just ending to let go of the file. */
const BUSY_WAIT_MS = 1500;

/** What a database says of itself, written once when it is made. */
export type DeskIdentity = { deskId: string; isDemo: boolean; createdAt: string };

/**
 * Makes a new encrypted database at `path`, at the newest version. `key` has 32 bytes; the caller fills it with zeros afterwards.
 * Errors: `desk-exists`, `folder-not-writable`, `disk-full`, `desk-in-use`.
 */
export function createDatabase(path: string, key: Buffer, identity: DeskIdentity): Result<EncryptedDatabase> {
  if (existsSync(path)) return fail('desk-exists');
  const connected = connect(path, key, migrations, false);
  if (!connected.ok) return connected;
  try {
    connected.value
      .prepare('INSERT INTO desk (only_row, desk_id, is_demo, created_at) VALUES (1, ?, ?, ?)')
      .run(identity.deskId, identity.isDemo ? 1 : 0, identity.createdAt);
  } catch (error) {
    connected.value.close();
    throw error;
  }
  return connected;
}

/** The identity a database was made with, or null when it has none. */
export function readIdentity(database: EncryptedDatabase): DeskIdentity | null {
  const row = database.prepare('SELECT desk_id, is_demo, created_at FROM desk').get() as DeskTable | undefined;
  return row ? { deskId: row.desk_id, isDemo: row.is_demo === 1, createdAt: row.created_at } : null;
}

/**
 * Opens the encrypted database at `path` and brings it to the newest version. Errors: `desk-damaged` (empty, truncated or
 * malformed), `not-a-desk` (another kind of file, or the key is not its key), `desk-newer`, `desk-in-use`,
 * `folder-not-writable`, `disk-full`. A refused file is left as it was.
 */
export function openDatabase(path: string, key: Buffer, steps: readonly Migration[] = migrations): Result<EncryptedDatabase> {
  if (!existsSync(path)) return fail('desk-damaged');
  // SQLite would take an empty file for a new database and fill it.
  if (statSync(path).size === 0) return fail('desk-damaged');
  return connect(path, key, steps, true);
}

/**
 * What `look` sees of a database without migrating it, or an error of `openDatabase`. Opening and closing it also moves what a crash left in the
 * write-ahead log into the file, so that afterwards the file alone is the desk.
 */
export function settleDatabase<T>(path: string, key: Buffer, look: (database: EncryptedDatabase) => T): Result<T> {
  if (!existsSync(path) || statSync(path).size === 0) return fail('desk-damaged');
  const connected = connect(path, key, null, true);
  if (!connected.ok) return connected;
  try {
    return ok(look(connected.value));
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  } finally {
    connected.value.close();
  }
}

/**
 * Opens a damaged database as it is, for reading only what it still gives: no migration, no check. Only ever a copy, because SQLite itself
 * may move what lies in the write-ahead log. Errors: those of `openDatabase`; `desk-damaged` when not even its first page can be read.
 */
export function openDamaged(path: string, key: Buffer): Result<EncryptedDatabase> {
  const connected = connect(path, key, null, true);
  return connected.ok || connected.error.code !== 'not-a-desk' ? connected : fail('desk-damaged');
}

/** SQLite's own check of the whole file, and of every reference between tables. It does not see free pages (pages.ts). */
export function checkIntegrity(database: EncryptedDatabase): boolean {
  try {
    const answers = database.pragma('integrity_check(1)') as { integrity_check: string }[];
    return answers[0]?.integrity_check === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0;
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    return false;
  }
}

/** `steps` null: at the version it has. */
function connect(path: string, key: Buffer, steps: readonly Migration[] | null, mustExist: boolean): Result<EncryptedDatabase> {
  if (key.length !== KEY_BYTES) throw new Error('the database key has 32 bytes');
  let database: EncryptedDatabase | undefined;
  let opened = false;
  try {
    database = new Database(path, { fileMustExist: mustExist, timeout: BUSY_WAIT_MS });
    unlockAndSet(database, key);
    const migrated = steps === null ? null : migrate(database, steps);
    if (migrated?.ok === false) return migrated;
    opened = true;
    return ok(database);
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  } finally {
    if (!opened) database?.close();
  }
}

/** A key as the driver takes 32 bytes that need no derivation. The caller zeroes it. */
export function rawKey(key: Buffer): Buffer {
  return Buffer.concat([Buffer.from('raw:'), key]);
}

function unlockAndSet(database: EncryptedDatabase, key: Buffer): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  const raw = rawKey(key);
  try {
    database.key(raw);
  } finally {
    raw.fill(0);
  }
  // Before the first read: WAL then keeps its index in memory, and a second process is refused at once.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('temp_store = MEMORY');
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  database.pragma('journal_mode = WAL');
  // The build defaults to NORMAL, which may lose a save when the power fails.
  database.pragma('synchronous = FULL');
  database.pragma('cache_size = -65536');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  // Without it, REPLACE deletes rows past the triggers that keep signed records.
  database.pragma('recursive_triggers = ON');
  database.pragma('trusted_schema = OFF');
}

/** What a drive that was pulled out, or a network that has gone, answers. */
const GONE: ReadonlySet<string> = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOENT',
  'ENOTCONN',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]);

/** The error code for a failure of SQLite or of the file system, or null when it is a bug. Reads only the code, never the message. */
export function storageErrorCode(error: unknown): ErrorCode | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'desk-in-use';
  if (code === 'RECORD_NEWER') return 'desk-newer';
  if (code === 'SQLITE_NOTADB') return 'not-a-desk';
  if (code.startsWith('SQLITE_CORRUPT')) return 'desk-damaged';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code.startsWith('SQLITE_IOERR') || GONE.has(code)) return 'desk-unreachable';
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'folder-not-writable';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') return 'folder-not-writable';
  return null;
}
