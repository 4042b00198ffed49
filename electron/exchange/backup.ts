import { existsSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/contract/result.ts';
import { PAGE_BYTES } from '../db/pages.ts';
import type { StoreFacts } from '../db/repositories/backup.ts';
import { syncFolder } from '../vault/atomic-file.ts';
import { writeBackup, type BackupContents, type BackupKeys, type BackupLabel, type PageSource } from './backup-file.ts';
import { backupName, expired, isUnfinished, UNFINISHED } from './backup-names.ts';
import { listBackups } from './backup-folder.ts';

export type BackupMade = { path: string; name: string; bytes: number; contents: BackupContents };

/**
 * Makes one backup in `folder`: written beside its name, flushed, renamed, so that only whole ones ever bear the name. Then those past
 * their time go. Errors: `desk-damaged`; then every older backup stays. Throws the file system's error.
 */
export async function makeBackup(
  folder: string,
  label: Omit<BackupLabel, 'databaseBytes'>,
  source: PageSource,
  keys: BackupKeys,
): Promise<Result<BackupMade>> {
  const { deskId } = label.header;
  removeUnfinished(folder, deskId);
  const name = backupName(deskId, label.madeAt);
  const path = join(folder, name);
  const unfinished = `${path}${UNFINISHED}`;
  try {
    const written = await withNewFile(unfinished, (file) => writeBackup(file, label, source, keys));
    if (!written.ok) return written;
    await rename(unfinished, path);
    quietly(() => syncFolder(folder));
    removeExpired(folder, deskId);
    return ok({ path, name, ...written.value });
  } finally {
    quietly(() => rmSync(unfinished, { force: true }));
  }
}

/** The pages of a database file that is not open anywhere, and what it was found to hold before. */
export function closedFile(path: string, facts: StoreFacts): PageSource {
  return async (sink) => {
    const file = await open(path, 'r');
    try {
      const piece = 256 * PAGE_BYTES;
      for (let number = 1; ; number += 256) {
        const buffer = Buffer.alloc(piece);
        const { bytesRead } = await file.read(buffer, 0, piece, (number - 1) * PAGE_BYTES);
        if (bytesRead > 0) await sink(buffer.subarray(0, bytesRead), number);
        if (bytesRead < piece) return facts;
      }
    } finally {
      await file.close();
    }
  };
}

async function withNewFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx', 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

function removeExpired(folder: string, deskId: string): void {
  for (const { name } of expired(listBackups(folder, deskId))) quietly(() => rmSync(join(folder, name)));
}

function removeUnfinished(folder: string, deskId: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (isUnfinished(name, deskId)) quietly(() => rmSync(join(folder, name)));
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A network folder may know no flush, and a file held by another program goes next time.
  }
}
