import { hkdfSync, pbkdf2Sync } from 'node:crypto';

/** Keys made from the database key, kept while the desk is open. None of them opens a record. */
export type DeskKeys = {
  /** Seals what a backup says of itself. */
  seal: Buffer;
  /** Authenticates the note of what was last stored, which lies outside the database. */
  seen: Buffer;
  /** Checks the pages of the database file without reading them. */
  page: Buffer;
};

/** SQLCipher 4 makes the key of its page authentication with so many rounds of PBKDF2, over the salt of the file masked by 0x3a. */
const PAGE_KEY_ROUNDS = 2;
const SALT_MASK = 0x3a;
const KEY_BYTES = 32;

/** `databaseSalt`: the first 16 bytes of the database file, hex. The caller zeroes `key`, and these with `forgetKeys`. */
export function deriveKeys(key: Buffer, databaseSalt: string): DeskKeys {
  const masked = Buffer.from(databaseSalt, 'hex').map((byte) => byte ^ SALT_MASK);
  return {
    seal: derive(key, 'lasegue backup seal'),
    seen: derive(key, 'lasegue last stored'),
    page: pbkdf2Sync(key, masked, PAGE_KEY_ROUNDS, KEY_BYTES, 'sha512'),
  };
}

/** Fills the keys with zeros. */
export function forgetKeys(keys: DeskKeys): void {
  for (const key of Object.values(keys)) key.fill(0);
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES));
}
