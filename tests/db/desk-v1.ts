import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database, { type EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { migrations } from '../../electron/db/migrations/index.ts';
import { newKdf, wrapKey } from '../../electron/vault/key-wrap.ts';
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

/** A desk folder of version 1: its header wraps the database key under the passphrase itself. */
export async function makeV1Folder(passphrase: string): Promise<{ folder: string; userId: string }> {
  const folder = temporaryFolder();
  const { path, key } = makeV1Database(join(folder, 'desk.db'));
  const database = openRaw(path, key);
  const { desk_id: deskId } = database.prepare('SELECT desk_id FROM desk').get() as { desk_id: string };
  const user = database.prepare('SELECT user_id AS userId, display_name AS displayName FROM user').get() as {
    userId: string;
    displayName: string;
  };
  database.close();
  const kdf = newKdf();
  const wrappedKey = await wrapKey(key, passphrase, kdf, `${deskId}/${user.userId}`);
  const header = {
    format: 'lasegue-desk',
    version: 1,
    deskId,
    isDemo: false,
    createdAt: '2025-01-01T00:00:00.000Z',
    clinicName: 'Harbour Street Physiotherapy',
    databaseSalt: readFileSync(path).subarray(0, 16).toString('hex'),
    recovery: null,
    users: [{ ...user, kdf, wrappedKey }],
  };
  for (const name of ['desk.json', 'desk-copy.json']) writeFileSync(join(folder, name), JSON.stringify(header));
  return { folder, userId: user.userId };
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
