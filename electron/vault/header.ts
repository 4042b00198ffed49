import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { idSchema, instantSchema } from '../../shared/schemas/common.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { keyLockSchema } from './key-lock.ts';

export const HEADER_VERSION = 2;

/** What stands open beside the encrypted records: who may unlock, the wrapped keys, nothing of any patient. */
export const headerSchema = z.object({
  format: z.literal('lasegue-desk'),
  /** Version 1 had no private keys (key-lock.ts); it is read as a version 2 that lacks them. */
  version: z.literal([1, HEADER_VERSION]).transform((): typeof HEADER_VERSION => HEADER_VERSION),
  deskId: idSchema,
  isDemo: z.boolean(),
  createdAt: instantSchema,
  clinicName: z.string(),
  /** First 16 bytes of the database file, hex. Tells a damaged desk from another file before any key is tried. */
  databaseSalt: z.string().regex(/^[0-9a-f]{32}$/),
  /** The same key, wrapped under the recovery key that was shown at `madeAt`; null until one is made. */
  recovery: keyLockSchema.extend({ madeAt: instantSchema }).nullable().default(null),
  users: z.array(keyLockSchema.extend({ userId: idSchema, displayName: z.string() })).min(1),
});
export type Header = z.infer<typeof headerSchema>;

/** File name of the header. A desk exists from the moment this file does. */
export const HEADER = 'desk.json';
/** The wrapped keys are the only way to the records, so they lie there twice. */
const COPY = 'desk-copy.json';

/**
 * Reads the header, or its copy when the header is lost or damaged. Errors: `desk-missing`, `desk-damaged`, `desk-newer`,
 * `not-a-desk`.
 */
export function readHeader(folder: string): Result<Header> {
  const header = readOne(join(folder, HEADER));
  if (header.ok || header.error.code === 'desk-newer') return header;
  const copy = readOne(join(folder, COPY));
  return copy.ok ? copy : header;
}

/** Writes header and copy, each atomically. Throws the file system's error. */
export function writeHeader(folder: string, header: Header): void {
  const text = serialised(header);
  writeFileAtomically(join(folder, HEADER), text);
  writeFileAtomically(join(folder, COPY), text);
}

/** Writes header and copy again when they differ, as a crash between the two leaves them. Throws the file system's error. */
export function mendHeader(folder: string, header: Header): void {
  const text = serialised(header);
  for (const name of [HEADER, COPY]) {
    if (readText(join(folder, name)) !== text) writeFileAtomically(join(folder, name), text);
  }
}

function readOne(path: string): Result<Header> {
  const text = readText(path);
  return text === null ? fail('desk-missing') : parseHeader(text);
}

/** Reads the text of a header. Errors: `desk-damaged`, `desk-newer`, `not-a-desk`. */
export function parseHeader(text: string): Result<Header> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail('desk-damaged');
  }
  const parsed = headerSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const kind = z.object({ format: z.string(), version: z.number() }).safeParse(raw);
  if (!kind.success) return fail('desk-damaged');
  if (kind.data.format !== 'lasegue-desk') return fail('not-a-desk');
  return fail(kind.data.version > HEADER_VERSION ? 'desk-newer' : 'desk-damaged');
}

/** The text of a file, or null when it cannot be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function serialised(header: Header): string {
  return `${JSON.stringify(header, null, 2)}\n`;
}
