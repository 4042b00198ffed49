import { closeSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { PAGE_BYTES } from './pages.ts';

const readFile = promisify(read);
const PAGES_AT_ONCE = 256;
/** SQLite's own default, in pages. */
const AUTOMATIC_CHECKPOINT = 1000;

/** Copies the file of an open database; `db.backup()` fails on an encrypted one. */
export type Copier = {
  /** While true the file must not change: no checkpoint. */
  isCopying(): boolean;
  /**
   * Moves the write-ahead log into the file, calls `describe` on that state, and hands over the file in pieces of whole pages, still
   * encrypted. Requests go on meanwhile: what they write stays in the write-ahead log until the copy is done. Throws when the
   * database is closed before the end, and what `sink` throws.
   */
  copy<T>(describe: () => T, sink: (pages: Buffer, firstNumber: number) => Promise<void>): Promise<T>;
  /** Call after the database was closed. */
  release(): void;
};

export function createCopier(database: EncryptedDatabase): Copier {
  // One handle for all copies, closed only after the database: closing any handle on a file gives up SQLite's own POSIX locks on it.
  let file: number | null = null;
  let copying = false;

  const handOver = async (sink: (pages: Buffer, firstNumber: number) => Promise<void>): Promise<void> => {
    const handle = (file ??= openSync(database.name, 'r'));
    for (let number = 1; ; number += PAGES_AT_ONCE) {
      // A fresh piece each time: the sink may still be writing the last one.
      const buffer = Buffer.alloc(PAGES_AT_ONCE * PAGE_BYTES);
      const { bytesRead } = await readFile(handle, buffer, 0, buffer.length, (number - 1) * PAGE_BYTES);
      if (!database.open) throw new Error('the desk was closed during a copy');
      if (bytesRead > 0) await sink(buffer.subarray(0, bytesRead), number);
      if (bytesRead < buffer.length) return;
    }
  };

  return {
    isCopying: () => copying,
    copy: async (describe, sink) => {
      if (copying) throw new Error('a copy inside a copy');
      copying = true;
      try {
        database.pragma('wal_autocheckpoint = 0');
        const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        if (done?.busy !== 0) throw new Error('the write-ahead log could not be moved into the file');
        const facts = describe();
        await handOver(sink);
        return facts;
      } finally {
        copying = false;
        if (database.open) database.pragma(`wal_autocheckpoint = ${AUTOMATIC_CHECKPOINT}`);
      }
    },
    release: () => {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
