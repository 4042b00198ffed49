import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { instantSchema } from '../../shared/schemas/common.ts';
import { findDamagedPages, PAGE_BYTES } from '../db/pages.ts';
import type { StoreFacts } from '../db/repositories/backup.ts';
import { headerSchema } from '../vault/header.ts';

// A backup is one file: a mark, what may be read without a key (the wrapped keys), the encrypted database as it lies on the disk, and
// sealed under a key of that desk what it must hold. Nothing of it is ever plain text but what `desk.json` shows too.

const MARK = Buffer.from('LASEGUE BACKUP 1', 'latin1');
const LENGTH_BYTES = 4;
const LABEL_MAX_BYTES = 1_000_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEAL_MAX_BYTES = 10_000;
const PIECE_BYTES = 256 * PAGE_BYTES;

/** What stands at the front, unencrypted: enough to ask for the right passphrase. */
export const labelSchema = z.object({
  format: z.literal('lasegue-backup'),
  version: z.literal(1),
  madeAt: instantSchema,
  schemaVersion: z.int(),
  databaseBytes: z.int().min(PAGE_BYTES).multipleOf(PAGE_BYTES),
  header: headerSchema,
});
export type BackupLabel = z.infer<typeof labelSchema>;

const count = z.int().min(0);
/** What stands at the end, sealed: what the database in it must turn out to be. */
const contentsSchema = z.object({
  seq: count,
  hash: z.string(),
  accessSeq: count,
  counts: z.object({ patients: count, visits: count, handouts: count, drafts: count }),
  sha256: z.string().length(64),
});
export type BackupContents = z.infer<typeof contentsSchema>;

/** Hands over the pages of a database, and gives what they hold: `Store.copy`, or the same of a closed file. */
export type PageSource = (sink: (pages: Buffer, firstNumber: number) => Promise<void>) => Promise<StoreFacts>;

/** Keys a backup is sealed and its pages are checked with (vault/derived-keys.ts). */
export type BackupKeys = { seal: Buffer; page: Buffer };

/**
 * Writes a whole backup to an opened, empty file and flushes it. Every page is checked on the way: error `desk-damaged` when one is
 * not as it was written. Throws the file system's error. Gives what the backup holds and its size in bytes.
 */
export async function writeBackup(
  file: FileHandle,
  label: Omit<BackupLabel, 'databaseBytes'>,
  source: PageSource,
  keys: BackupKeys,
): Promise<Result<{ contents: BackupContents; bytes: number }>> {
  // The length of the database is known at the end; its place in the label is kept by writing the largest number there is.
  const space = labelBytes({ ...label, databaseBytes: Number.MAX_SAFE_INTEGER });
  let at = space.length;
  const hash = createHash('sha256');
  let isDamaged = false;
  const facts = await source(async (pages, firstNumber) => {
    isDamaged ||= findDamagedPages(pages, firstNumber, keys.page).length > 0;
    hash.update(pages);
    await writeAll(file, pages, at);
    at += pages.length;
  });
  if (isDamaged) return fail('desk-damaged');
  const contents: BackupContents = { ...facts, sha256: hash.digest('hex') };
  const front = labelBytes({ ...label, databaseBytes: at - space.length }, space.length);
  const sealed = seal(contents, keys.seal, front);
  await writeAll(file, sealed, at);
  await writeAll(file, front, 0);
  await file.sync();
  return ok({ contents, bytes: at + sealed.length });
}

/** Reads what a backup says at its front. Errors: `not-a-backup`, `backup-damaged`, `desk-newer`. Throws the file system's error. */
export async function readLabel(path: string): Promise<Result<BackupLabel>> {
  const file = await open(path, 'r');
  try {
    const front = await readFront(file);
    return front.ok ? ok(front.value.label) : front;
  } finally {
    await file.close();
  }
}

/**
 * Copies the encrypted database out of a backup to `target`, flushed, checks every page on the way, and gives what it must hold. Errors: those of `readLabel`;
 * `backup-damaged` when it is cut, changed, or sealed by another desk. Throws the file system's error.
 */
export async function extractDatabase(path: string, target: string, keys: BackupKeys): Promise<Result<BackupContents>> {
  const file = await open(path, 'r');
  try {
    const read = await readFront(file);
    if (!read.ok) return read;
    const { label, front } = read.value;
    const end = front.length + label.databaseBytes;
    const sealed = await readAt(file, end, SEAL_MAX_BYTES);
    const contents = sealed === null ? null : unseal(sealed, keys.seal, front);
    if (contents === null) return fail('backup-damaged');
    const sha256 = await copyPages(file, front.length, end, target, keys.page);
    return sha256 === contents.sha256 ? ok(contents) : fail('backup-damaged');
  } finally {
    await file.close();
  }
}

/** What a backup must hold, as it was sealed in it; null when it is cut, changed, or sealed under another key. Throws the file system's error. */
export async function readSeal(path: string, sealKey: Buffer): Promise<BackupContents | null> {
  const file = await open(path, 'r');
  try {
    const read = await readFront(file);
    if (!read.ok) return null;
    const { label, front } = read.value;
    const sealed = await readAt(file, front.length + label.databaseBytes, SEAL_MAX_BYTES);
    return sealed === null ? null : unseal(sealed, sealKey, front);
  } finally {
    await file.close();
  }
}

/** SHA-256 of what was copied; null when it ends too soon or a page is not as it was written. */
async function copyPages(from: FileHandle, start: number, end: number, target: string, pageKey: Buffer): Promise<string | null> {
  const to = await open(target, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    for (let at = start; at < end;) {
      const piece = await readAt(from, at, Math.min(PIECE_BYTES, end - at));
      if (piece === null || findDamagedPages(piece, (at - start) / PAGE_BYTES + 1, pageKey).length > 0) return null;
      hash.update(piece);
      await writeAll(to, piece, at - start);
      at += piece.length;
    }
    await to.sync();
    return hash.digest('hex');
  } finally {
    await to.close();
  }
}

async function readFront(file: FileHandle): Promise<Result<{ label: BackupLabel; front: Buffer }>> {
  const start = await readAt(file, 0, MARK.length + LENGTH_BYTES);
  if (start === null || !start.subarray(0, MARK.length).equals(MARK)) return fail('not-a-backup');
  if (start.length < MARK.length + LENGTH_BYTES) return fail('backup-damaged');
  const length = start.readUInt32BE(MARK.length);
  const front = length > LABEL_MAX_BYTES ? null : await readAt(file, 0, start.length + length);
  if (front === null || front.length < start.length + length) return fail('backup-damaged');
  let raw: unknown;
  try {
    raw = JSON.parse(front.subarray(start.length).toString('utf8'));
  } catch {
    return fail('backup-damaged');
  }
  const label = labelSchema.safeParse(raw);
  if (label.success) return ok({ label: label.data, front });
  const version = z.object({ version: z.number() }).safeParse(raw);
  return fail(version.success && version.data.version > 1 ? 'desk-newer' : 'backup-damaged');
}

/** Mark, length and label; blanks after the label fill up to `length` bytes. */
function labelBytes(label: BackupLabel, length = 0): Buffer {
  const text = JSON.stringify(label);
  const bytes = Buffer.byteLength(text);
  const padded = text + ' '.repeat(Math.max(0, length - MARK.length - LENGTH_BYTES - bytes));
  const size = Buffer.alloc(LENGTH_BYTES);
  size.writeUInt32BE(Buffer.byteLength(padded));
  return Buffer.concat([MARK, size, Buffer.from(padded, 'utf8')]);
}

/** Bound to the front of the file, so that the wrapped keys of another backup do not fit. */
function seal(contents: BackupContents, key: Buffer, front: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(front);
  const text = Buffer.concat([cipher.update(JSON.stringify(contents), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function unseal(sealed: Buffer, key: Buffer, front: Buffer): BackupContents | null {
  const textAt = NONCE_BYTES + TAG_BYTES;
  if (sealed.length <= textAt) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(front)
      .setAuthTag(sealed.subarray(NONCE_BYTES, textAt));
    const text = Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]);
    return contentsSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return null;
  }
}

/** Up to `length` bytes from `at`, fewer at the end of the file, null beyond it. */
async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  // A network drive may give less than was asked for before the end.
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done === 0 ? null : buffer.subarray(0, done);
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
