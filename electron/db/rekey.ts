import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { checkIntegrity, rawKey, settleDatabase } from './open.ts';

/**
 * Encrypts a database that is open nowhere again under `next`, in place: only for a copy, since a crash half way leaves neither. The
 * file gets a new salt. Errors: `desk-damaged` (what came out is not sound), `disk-full`, and those of `openDatabase`.
 */
export function rekeyDatabase(path: string, key: Buffer, next: Buffer): Result<null> {
  const rekeyed = settleDatabase(path, key, (database) => {
    // A write-ahead log would keep pages under the old key.
    database.pragma('journal_mode = DELETE');
    rekey(database, next);
  });
  if (!rekeyed.ok) return rekeyed;
  const sound = settleDatabase(path, next, checkIntegrity);
  if (!sound.ok) return sound;
  return sound.value ? ok(null) : fail('desk-damaged');
}

function rekey(database: EncryptedDatabase, next: Buffer): void {
  const raw = rawKey(next);
  try {
    database.rekey(raw);
  } finally {
    raw.fill(0);
  }
}
