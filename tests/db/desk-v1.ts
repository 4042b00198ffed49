import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database, { type EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { migrations } from '../../electron/db/migrations/index.ts';
import { temporaryFolder } from './database.ts';

/** Rows as version 1 itself wrote them, with its own chains. */
const ROWS = new URL('fixtures/desk-v1.sql', import.meta.url);

/** A closed, encrypted desk database of version 1 with data in every table. */
export function makeV1Database(path = join(temporaryFolder(), 'desk.db'), key: Buffer = randomBytes(32)): { path: string; key: Buffer } {
  const database = openRaw(path, key);
  database.exec(migrations[0]?.sql ?? '');
  database.exec(readFileSync(ROWS, 'utf8'));
  database.pragma('user_version = 1');
  database.close();
  return { path, key };
}

/** The database as it lies there, past the desk's own way of opening it: nothing is migrated. */
export function openRaw(path: string, key: Buffer): EncryptedDatabase {
  const database = new Database(path);
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(Buffer.concat([Buffer.from('raw:'), key]));
  database.pragma('foreign_keys = ON');
  return database;
}
