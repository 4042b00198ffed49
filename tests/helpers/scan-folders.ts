import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file in which one of the searched strings, or a plain SQLite header, was found. */
export type ScanHit = { file: string; found: string; encoding: 'utf8' | 'utf16le' | 'sqlite-header' };
export type ScanReport = { filesRead: number; bytesRead: number; unreadable: string[]; hits: ScanHit[] };

const SQLITE_HEADER = Buffer.from('SQLite format 3\0', 'latin1');
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Reads every file under the folders, whatever its name, and reports where one of `needles` stands in UTF-8 or UTF-16 (little endian),
 * and which files begin as an unencrypted SQLite database. A folder that does not exist counts as empty; a file that cannot be read is
 * named, never passed over. Needles shorter than six characters would be found by chance and are refused.
 */
export function scanFolders(folders: readonly string[], needles: readonly string[]): ScanReport {
  const short = needles.find((needle) => needle.length < 6);
  if (short !== undefined) throw new Error(`too short to mean something: ${short}`);
  const patterns = needles.flatMap((needle) => [
    { needle, encoding: 'utf8' as const, bytes: Buffer.from(needle, 'utf8') },
    { needle, encoding: 'utf16le' as const, bytes: Buffer.from(needle, 'utf16le') },
  ]);
  const overlap = Math.max(SQLITE_HEADER.length, ...patterns.map((pattern) => pattern.bytes.length));
  const report: ScanReport = { filesRead: 0, bytesRead: 0, unreadable: [], hits: [] };
  for (const file of folders.flatMap(listFiles)) {
    try {
      scanFile(file, patterns, overlap, report);
    } catch (error) {
      // A file that vanished while the application runs is not a finding; one that is there but cannot be read is.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') report.unreadable.push(file);
    }
  }
  return report;
}

type Pattern = { needle: string; encoding: 'utf8' | 'utf16le'; bytes: Buffer };

function scanFile(file: string, patterns: readonly Pattern[], overlap: number, report: ScanReport): void {
  const handle = openSync(file, 'r');
  const found = new Set<Pattern>();
  try {
    let carried = Buffer.alloc(0);
    let first = true;
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const length = readSync(handle, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) break;
      const window = Buffer.concat([carried, chunk.subarray(0, length)]);
      if (first && window.subarray(0, SQLITE_HEADER.length).equals(SQLITE_HEADER)) {
        report.hits.push({ file, found: 'SQLite format 3', encoding: 'sqlite-header' });
      }
      first = false;
      for (const pattern of patterns) {
        if (!found.has(pattern) && window.includes(pattern.bytes)) {
          found.add(pattern);
          report.hits.push({ file, found: pattern.needle, encoding: pattern.encoding });
        }
      }
      report.bytesRead += length;
      carried = Buffer.from(window.subarray(Math.max(0, window.length - overlap)));
    }
    report.filesRead += 1;
  } finally {
    closeSync(handle);
  }
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
