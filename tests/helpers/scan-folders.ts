import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflatedStreams } from './inflated-streams.ts';

/** How a searched string can stand in a file. Base64 has three spellings, by where the string begins among three bytes. */
export const ENCODINGS = ['utf8', 'utf16le', 'utf16be', 'base64-0', 'base64-1', 'base64-2'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * A file in which one of the searched strings, a plain SQLite header or a PDF was found. `within` says how the bytes were packed: empty for
 * the file itself, else for instance `zlib at 96`.
 */
export type ScanHit = { file: string; found: string; encoding: Encoding | 'sqlite-header' | 'pdf'; within: string };
export type ScanReport = { filesRead: number; bytesRead: number; streamsRead: number; unreadable: string[]; hits: ScanHit[] };

const SQLITE_HEADER = Buffer.from('SQLite format 3\0', 'latin1');
const PDF_HEADER = Buffer.from('%PDF-', 'latin1');
const SHORTEST = 6;

/**
 * Reads every file under the folders, whatever its name, and all that is packed in it (zlib, gzip, zip), and reports where one of `needles`
 * stands in UTF-8, UTF-16 or base64, which files begin as an unencrypted SQLite database, and where a PDF begins. A folder that does not
 * exist counts as empty; a file that cannot be read is named, never passed over. Needles shorter than six characters would be found by
 * chance and are refused.
 */
export function scanFolders(folders: readonly string[], needles: readonly string[]): ScanReport {
  const patterns = patternsOf(needles);
  const report: ScanReport = { filesRead: 0, bytesRead: 0, streamsRead: 0, unreadable: [], hits: [] };
  for (const file of folders.flatMap(listFiles)) {
    try {
      scanFile(file, patterns, report);
    } catch (error) {
      // A file that vanished while the application runs is not a finding; one that is there but cannot be read is.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') report.unreadable.push(file);
    }
  }
  return report;
}

/** The bytes of a string in one encoding, as far as they do not depend on what stands before and after it. */
export function encoded(needle: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(needle, 'utf8');
    case 'utf16le':
      return Buffer.from(needle, 'utf16le');
    case 'utf16be':
      return Buffer.from(needle, 'utf16le').swap16();
    case 'base64-0':
    case 'base64-1':
    case 'base64-2': {
      const before = Number(encoding.at(-1));
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(needle, 'utf8')]);
      // A character stands for six bits: those that share bits with a neighbouring byte are left out.
      return Buffer.from(bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)), 'latin1');
    }
  }
}

type Pattern = { needle: string; encoding: Encoding; bytes: Buffer };

/** All patterns by their first four bytes, and which pairs of bytes any of them begins with. */
type Patterns = { byStart: Map<number, Pattern[]>; begins: Uint8Array };

function patternsOf(needles: readonly string[]): Patterns {
  const short = needles.find((needle) => needle.length < SHORTEST);
  if (short !== undefined) throw new Error(`too short to mean something: ${short}`);
  const patterns: Patterns = { byStart: new Map(), begins: new Uint8Array(2 ** 16) };
  for (const needle of new Set(needles)) {
    for (const encoding of ENCODINGS) {
      const bytes = encoded(needle, encoding);
      const start = bytes.readUInt32LE();
      patterns.byStart.set(start, [...(patterns.byStart.get(start) ?? []), { needle, encoding, bytes }]);
      patterns.begins[bytes.readUInt16LE()] = 1;
    }
  }
  return patterns;
}

function scanFile(file: string, patterns: Patterns, report: ScanReport): void {
  const content = readFileSync(file);
  report.filesRead += 1;
  report.bytesRead += content.length;
  const hits = new Map<string, ScanHit>();
  const add = (hit: ScanHit): void => void hits.set(`${hit.encoding} ${hit.found} ${hit.within}`, hit);
  const scan = (bytes: Buffer, within: string): void => {
    if (bytes.subarray(0, SQLITE_HEADER.length).equals(SQLITE_HEADER))
      add({ file, found: 'SQLite format 3', encoding: 'sqlite-header', within });
    if (bytes.includes(PDF_HEADER)) add({ file, found: '%PDF', encoding: 'pdf', within });
    for (const { needle, encoding } of findPatterns(bytes, patterns)) add({ file, found: needle, encoding, within });
    for (const { stream, name } of inflatedStreams(bytes)) {
      report.streamsRead += 1;
      scan(stream, within === '' ? name : `${within}, ${name}`);
    }
  };
  scan(content, '');
  report.hits.push(...hits.values());
}

function findPatterns(bytes: Buffer, { byStart, begins }: Patterns): Set<Pattern> {
  const found = new Set<Pattern>();
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue;
    for (const pattern of byStart.get(bytes.readUInt32LE(at)) ?? []) {
      if (bytes.subarray(at, at + pattern.bytes.length).equals(pattern.bytes)) found.add(pattern);
    }
  }
  return found;
}

function listFiles(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    // Sockets, pipes and links to elsewhere hold no bytes of their own.
    return entry.isFile() && statSync(path, { throwIfNoEntry: false }) !== undefined ? [path] : [];
  });
}
