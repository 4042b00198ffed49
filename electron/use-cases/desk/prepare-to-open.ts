import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { SCHEMA_VERSION, userVersion } from '../../db/migrate.ts';
import { settleDatabase, storageErrorCode } from '../../db/open.ts';
import { findDamagedPagesOf } from '../../db/pages.ts';
import { readStoreFacts, type StoreFacts } from '../../db/repositories/backup.ts';
import { createReader } from '../../db/store.ts';
import { closedFile, makeBackup } from '../../exchange/backup.ts';
import type { DeskKeys } from '../../vault/derived-keys.ts';
import type { Header } from '../../vault/header.ts';
import type { DeskHost } from '../context.ts';

/** Holds the backups made before a newer version changed the database, in the desk folder itself. */
export const BEFORE_UPDATE = 'before-update';
/** A larger file is checked page by page when it is backed up, not at each unlocking: 64 MiB take about a quarter of a second. */
const CHECKED_AT_UNLOCKING_BYTES = 67_108_864;

/** A longer write-ahead log is not kept aside. */
const WRITE_AHEAD_MAX_BYTES = 67_108_864;

/** `writeAhead`: what a crash left, encrypted; null when the desk was closed in good order. Worth keeping when a loss is found. */
export type Prepared = { writeAhead: Buffer | null };

/**
 * Before the database is opened for work: takes in what a crash left in the write-ahead log, checks every page of a file that is not
 * large, free ones too, and makes a backup when a migration is due. Errors: those of `openDatabase`.
 */
export async function prepareToOpen(host: DeskHost, header: Header, key: Buffer, keys: DeskKeys): Promise<Result<Prepared>> {
  const path = host.vault.databasePath;
  const writeAhead = readWriteAhead(`${path}-wal`);
  const found = settleDatabase(path, key, (database): { version: number; facts: StoreFacts | null } => {
    const version = userVersion(database);
    return { version, facts: version < SCHEMA_VERSION ? readStoreFacts(createReader((sql) => database.prepare(sql))) : null };
  });
  if (!found.ok) return found;
  const { version, facts } = found.value;
  if (version > SCHEMA_VERSION) return fail('desk-newer');
  try {
    if (statSync(path).size <= CHECKED_AT_UNLOCKING_BYTES && findDamagedPagesOf(path, keys.page).length > 0) return fail('desk-damaged');
    if (facts === null) return ok({ writeAhead });
    const folder = join(host.folder, BEFORE_UPDATE);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const label = { format: 'lasegue-backup', version: 1, madeAt: host.clock.nowInstant(), schemaVersion: version, header } as const;
    const made = await makeBackup(folder, label, closedFile(path, facts), keys);
    return made.ok ? ok({ writeAhead }) : made;
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

function readWriteAhead(path: string): Buffer | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size > 0 && size <= WRITE_AHEAD_MAX_BYTES ? readFileSync(path) : null;
}
