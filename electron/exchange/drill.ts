import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { checkIntegrity, openDatabase, readIdentity } from '../db/open.ts';
import { readStoreFacts } from '../db/repositories/backup.ts';
import { createStore } from '../db/store.ts';
import { verifyLogInTurns } from '../db/verify-log.ts';
import { deriveKeys, forgetKeys } from '../vault/derived-keys.ts';
import { DATABASE } from '../vault/desk-files.ts';
import { extractDatabase, type BackupContents, type BackupLabel } from './backup-file.ts';

/**
 * Opens a backup with its key in the empty folder `into`, which it makes, and compares it with what was sealed in it: every page,
 * SQLite's own check, both chains, every row with its log, counts. Leaves the encrypted database there, at the newest schema.
 * Errors: `backup-damaged`, `not-a-backup`, `desk-newer`, `disk-full`, `folder-not-writable`. Throws the file system's error.
 */
export async function unpackAndCheck(path: string, label: BackupLabel, key: Buffer, into: string): Promise<Result<BackupContents>> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const database = join(into, DATABASE);
  const keys = deriveKeys(key, label.header.databaseSalt);
  try {
    const extracted = await extractDatabase(path, database, keys);
    if (!extracted.ok) return extracted;
    return await checkDatabase(database, key, label, extracted.value);
  } finally {
    forgetKeys(keys);
  }
}

/** Opens the newest backup only to see that it can be opened, and leaves nothing behind. Errors: those of `unpackAndCheck`. */
export async function drill(path: string, label: BackupLabel, key: Buffer, folder: string): Promise<Result<BackupContents>> {
  try {
    return await unpackAndCheck(path, label, key, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkDatabase(path: string, key: Buffer, label: BackupLabel, expected: BackupContents): Promise<Result<BackupContents>> {
  const opened = openDatabase(path, key);
  if (!opened.ok) return opened.error.code === 'desk-damaged' || opened.error.code === 'not-a-desk' ? fail('backup-damaged') : opened;
  const store = createStore(opened.value, label.header.deskId);
  try {
    const facts = readStoreFacts(store.read);
    const log = await verifyLogInTurns(store.read, label.header.deskId);
    const isWhole =
      readIdentity(opened.value)?.deskId === label.header.deskId &&
      checkIntegrity(opened.value) &&
      log.intact &&
      log.entries === expected.seq &&
      log.headHash === expected.hash &&
      facts.accessSeq === expected.accessSeq &&
      JSON.stringify(facts.counts) === JSON.stringify(expected.counts);
    return isWhole ? ok(expected) : fail('backup-damaged');
  } finally {
    store.close();
  }
}
