import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scanFolders } from '../../helpers/scan-folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasegue-scan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('finds a planted name in UTF-8 and UTF-16, also across a chunk edge and in a nested folder', () => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'utf8.bin'), 'xxKowalczykxx');
  writeFileSync(join(folder, 'a', 'b', 'utf16.bin'), Buffer.from('..Kowalczyk..', 'utf16le'));
  writeFileSync(join(folder, 'edge.bin'), Buffer.concat([Buffer.alloc(4 * 1024 * 1024 - 4), Buffer.from('Kowalczyk')]));
  const report = scanFolders([folder], ['Kowalczyk']);
  expect(report.hits.map((hit) => `${hit.file.slice(folder.length + 1)} ${hit.encoding}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'a/b/utf16.bin utf16le',
    'a/utf8.bin utf8',
    'edge.bin utf8',
  ]);
  expect(report.filesRead).toBe(3);
});

test('names a plain SQLite database and nothing else in clean files', () => {
  writeFileSync(join(folder, 'plain.db'), 'SQLite format 3\0rest');
  writeFileSync(join(folder, 'clean.bin'), 'nothing here');
  expect(scanFolders([folder], ['Kowalczyk']).hits).toEqual([
    { file: join(folder, 'plain.db'), found: 'SQLite format 3', encoding: 'sqlite-header' },
  ]);
});

test('refuses a needle too short to mean something', () => {
  expect(() => scanFolders([folder], ['Nguy'])).toThrow();
});
