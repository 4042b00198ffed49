import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

// SQLCipher 4 ends each page with a random block and an HMAC-SHA512 over the page and its number. SQLite looks at it only where it
// reads a page, so a byte changed in a free page passes `integrity_check`; here every page of the file is looked at.

/** Size of a page of the database file in bytes. */
export const PAGE_BYTES = 4096;
const MAC_BYTES = 64;
/** The salt of the file stands in the clear at the start of the first page. */
const SALT_BYTES = 16;
const PAGES_AT_ONCE = 256;

/**
 * Numbers of the pages in `pages` that are not as they were written. `firstNumber` is that of the first one; the first page of a file
 * is 1. A piece that ends within a page counts as damaged. A page never written, all zeros, is left to `integrity_check`.
 */
export function findDamagedPages(pages: Buffer, firstNumber: number, pageKey: Buffer): number[] {
  const damaged: number[] = [];
  for (let at = 0, number = firstNumber; at < pages.length; at += PAGE_BYTES, number += 1) {
    const page = pages.subarray(at, at + PAGE_BYTES);
    if (!isAsWritten(page, number, pageKey)) damaged.push(number);
  }
  return damaged;
}

/** As `findDamagedPages`, for a whole file this process does not have open in SQLite. Throws the file system's error. */
export function findDamagedPagesOf(path: string, pageKey: Buffer): number[] {
  const file = openSync(path, 'r');
  try {
    const damaged: number[] = [];
    const buffer = Buffer.alloc(PAGES_AT_ONCE * PAGE_BYTES);
    for (let number = 1; ; number += PAGES_AT_ONCE) {
      const length = readSync(file, buffer, 0, buffer.length, (number - 1) * PAGE_BYTES);
      damaged.push(...findDamagedPages(buffer.subarray(0, length), number, pageKey));
      if (length < buffer.length) return damaged;
    }
  } finally {
    closeSync(file);
  }
}

/** At the end of each page: the random block it was encrypted with, then its HMAC. */
const NONCE_BYTES = 16;
/** Where the header of SQLite's format keeps the number of pages, big-endian. */
const PAGE_COUNT_AT = 28;

/** How many pages the database has by its own first page, of which `page` is as it was written. A file may be shorter: it was cut. */
export function countPages(page: Buffer, key: Buffer): number {
  const end = PAGE_BYTES - MAC_BYTES - NONCE_BYTES;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + NONCE_BYTES)).setAutoPadding(false);
  const content = Buffer.concat([decipher.update(page.subarray(SALT_BYTES, end)), decipher.final()]);
  const count = content.readUInt32BE(PAGE_COUNT_AT - SALT_BYTES);
  content.fill(0);
  return count;
}

function isAsWritten(page: Buffer, number: number, pageKey: Buffer): boolean {
  if (page.length < PAGE_BYTES) return false;
  const littleEndian = Buffer.alloc(4);
  littleEndian.writeUInt32LE(number);
  const mac = createHmac('sha512', pageKey)
    .update(page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_BYTES - MAC_BYTES))
    .update(littleEndian)
    .digest();
  return timingSafeEqual(mac, page.subarray(PAGE_BYTES - MAC_BYTES)) || (number > 1 && page.every((byte) => byte === 0));
}
