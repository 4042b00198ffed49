import { closeSync, openSync, readSync } from 'node:fs';

/** File name of the encrypted records in the desk folder. */
export const DATABASE = 'desk.db';
const SALT_BYTES = 16;

/** Stands for the user in what the recovery key's wrapping is bound to; no user id is like it. */
export const RECOVERY = 'recovery';

/** What a wrapped key is bound to, so that it cannot be moved to another desk or user. */
export function boundTo(deskId: string, userId: string): string {
  return `${deskId}/${userId}`;
}

/** Reads the salt of a database this process does not have open: closing any handle on a file gives up SQLite's own POSIX locks on it. */
export function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(SALT_BYTES);
    readSync(file, bytes, 0, SALT_BYTES, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}
