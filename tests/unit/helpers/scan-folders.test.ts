import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scanFolders } from '../../helpers/scan-folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasegue-scan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('finds a planted name in UTF-8 and UTF-16, also far inside a file and in a nested folder', () => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'utf8.bin'), 'xxKowalczykxx');
  writeFileSync(join(folder, 'a', 'b', 'utf16.bin'), Buffer.concat([Buffer.from('x'), Buffer.from('Kowalczyk', 'utf16le')]));
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
    { file: join(folder, 'plain.db'), found: 'SQLite format 3', encoding: 'sqlite-header', within: '' },
  ]);
});

test('refuses a needle too short to mean something', () => {
  expect(() => scanFolders([folder], ['Nguy'])).toThrow();
});

test('finds a name in every encoding, wherever it begins among three bytes', () => {
  for (const before of ['', 'x', 'xx', 'xxx']) {
    writeFileSync(join(folder, `base64-${before.length}`), Buffer.from(`${before}Kowalczyk and more`).toString('base64'));
  }
  writeFileSync(join(folder, 'utf16be'), Buffer.from('..Kowalczyk', 'utf16le').swap16());
  const found = scanFolders([folder], ['Kowalczyk']).hits.map((hit) => `${hit.file.slice(folder.length + 1)} ${hit.encoding}`);
  expect(found.toSorted()).toEqual(['base64-0 base64-0', 'base64-1 base64-1', 'base64-2 base64-2', 'base64-3 base64-0', 'utf16be utf16be']);
});

test('finds a name in what is packed: zlib, gzip in zlib, and a stream that was cut off', () => {
  const packed = deflateSync(gzipSync('about Kowalczyk'));
  writeFileSync(join(folder, 'twice'), Buffer.concat([Buffer.alloc(5), packed]));
  writeFileSync(join(folder, 'cut'), gzipSync(`Kowalczyk ${'far away '.repeat(999)}`).subarray(0, 40));
  const { hits, streamsRead } = scanFolders([folder], ['Kowalczyk']);
  expect(hits.map(({ within }) => within).toSorted()).toEqual(['gzip at 0', 'zlib at 5, gzip at 0']);
  expect(streamsRead).toBe(3);
});

test('names a PDF wherever it begins', () => {
  writeFileSync(join(folder, 'spool'), 'x%PDF-1.7');
  expect(scanFolders([folder], ['Kowalczyk']).hits).toMatchObject([{ encoding: 'pdf' }]);
});
