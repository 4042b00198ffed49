import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { checkIntegrity, openDamaged, storageErrorCode } from '../../db/open.ts';
import { countPages, findDamagedPagesOf, PAGE_BYTES } from '../../db/pages.ts';
import { pdfOf, salvage, type Salvaged } from '../../db/salvage.ts';
import { deriveKeys, forgetKeys } from '../../vault/derived-keys.ts';
import { DATABASE } from '../../vault/desk-files.ts';

/** What could be read of a damaged desk, held open until the desk process ends. */
export type OpenSalvage = Salvaged & {
  pages: number;
  damagedPages: number;
  /** The bytes of a kept sheet, or null. */
  pdf(handout: Record<string, unknown>): Buffer | null;
  close(): void;
};

/**
 * Reads a damaged desk without touching it: its encrypted files are copied beside the desk folder, and only the copy is opened. Errors:
 * `salvage-nothing` (no page of it can be read), `salvage-needless` (it is whole; who may do what is then for the open desk to say), `disk-full`, `folder-not-writable`. `key` is not kept.
 */
export function openSalvage(folder: string, key: Buffer, databaseSalt: string): Result<OpenSalvage> {
  const beside = `${folder}.salvage`;
  const copy = join(beside, DATABASE);
  const remove = (): void => rmSync(beside, { recursive: true, force: true });
  const keys = deriveKeys(key, databaseSalt);
  try {
    remove();
    const original = join(folder, DATABASE);
    if (!existsSync(original)) return fail('salvage-nothing');
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    copyFileSync(original, copy);
    if (existsSync(`${original}-wal`)) copyFileSync(`${original}-wal`, `${copy}-wal`);
    const damaged = findDamagedPagesOf(copy, keys.page);
    if (damaged[0] === 1 || statSync(copy).size < PAGE_BYTES) {
      remove();
      return fail('salvage-nothing');
    }
    const pages = restoreLength(copy, key);
    const damagedPages = damaged.length + pages.missing;
    const opened = openDamaged(copy, key);
    if (!opened.ok) {
      remove();
      return opened.error.code === 'desk-damaged' ? fail('salvage-nothing') : opened;
    }
    const database = opened.value;
    const close = (): void => {
      if (database.open) database.close();
      remove();
    };
    try {
      if (damagedPages === 0 && checkIntegrity(database)) {
        close();
        return fail('salvage-needless');
      }
      return ok({ ...salvage(database), pages: pages.all, damagedPages, pdf: (handout) => pdfOf(database, handout), close });
    } catch (error) {
      close();
      throw error;
    }
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  } finally {
    forgetKeys(keys);
  }
}

/**
 * A database that is shorter than it says of itself is not opened at all. The copy is filled up with empty pages, none of which can pass for
 * one that was written. Gives how many there are, and how many of them were cut off.
 */
function restoreLength(path: string, key: Buffer): { all: number; missing: number } {
  const first = Buffer.alloc(PAGE_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, first, 0, PAGE_BYTES, 0);
  } finally {
    closeSync(file);
  }
  const here = Math.ceil(statSync(path).size / PAGE_BYTES);
  const all = Math.max(here, countPages(first, key));
  if (all > here) truncateSync(path, all * PAGE_BYTES);
  return { all, missing: all - here };
}
