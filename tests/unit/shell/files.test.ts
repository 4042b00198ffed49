import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type * as FileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decodeText } from '../../../electron/shell/decode-text.ts';
import { fileNameFrom } from '../../../electron/shell/file-name.ts';
import { writeAtomically } from '../../../electron/shell/write-atomically.ts';

// What other programs and full disks answer cannot be brought about here; everything else is the real file system.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  return { ...real, rename: vi.fn(real.rename) };
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeAtomically', () => {
  test('replaces the older file whole, leaves nothing beside it, and lets nobody else read it', async () => {
    const target = join(folder, 'sheet.pdf');
    await writeFile(target, 'older and longer than the new one');
    expect(await writeAtomically(target, Buffer.from('new'))).toEqual({ ok: true, value: {} });
    expect(await readFile(target, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['sheet.pdf']);
    if (process.platform !== 'win32') expect((await stat(target)).mode & 0o077).toBe(0);
  });

  test('says when the folder is not there, and when the target is a folder; leaves both as they were', async () => {
    expect(await writeAtomically(join(folder, 'nowhere', 'sheet.pdf'), Buffer.from('x'))).toMatchObject({
      error: { code: 'folder-not-writable' },
    });
    await mkdir(join(folder, 'taken.pdf', 'inside'), { recursive: true });
    expect(await writeAtomically(join(folder, 'taken.pdf'), Buffer.from('x'))).toMatchObject({ error: { code: 'folder-not-writable' } });
    expect(await readdir(folder)).toEqual(['taken.pdf']);
  });

  test.each(['EBUSY', 'EPERM', 'EACCES'])('says when another program holds the target (%s), and leaves it as it was', async (code) => {
    const target = join(folder, 'sheet.pdf');
    await writeFile(target, 'older');
    vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    expect(await writeAtomically(target, Buffer.from('new'))).toEqual({ ok: false, error: { code: 'file-in-use' } });
    expect(await readFile(target, 'utf8')).toBe('older');
    expect(await readdir(folder)).toEqual(['sheet.pdf']);
  });

  test('says when the disk is full, and leaves what was there', async () => {
    const target = join(folder, 'sheet.pdf');
    await writeFile(target, 'older');
    vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect(await writeAtomically(target, Buffer.from('new'))).toEqual({ ok: false, error: { code: 'disk-full' } });
    expect(await readFile(target, 'utf8')).toBe('older');
    expect(await readdir(folder)).toEqual(['sheet.pdf']);
  });

  test('takes a name of the greatest length', async () => {
    const name = `${'n'.repeat(251)}.pdf`;
    expect(await writeAtomically(join(folder, name), Buffer.from('x'))).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual([name]);
  });
});

describe('fileNameFrom', () => {
  test.each([
    ['Müller 2026-11-23', 'Müller 2026-11-23.pdf'],
    ['sheet.pdf', 'sheet.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['a<b>:"c"/d\\e|f?*', 'a b c d e f.pdf'],
    ['...', 'Home-care sheet.pdf'],
    ['', 'Home-care sheet.pdf'],
    ['a\u202efdp.exe', 'a fdp.exe.pdf'],
  ])('%j becomes %j', (suggested, expected) => {
    expect(fileNameFrom(suggested)).toBe(expected);
  });

  test('never holds a separator, a control character or a dot at either end of the stem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (suggested) => {
        const name = fileNameFrom(suggested);
        expect(name).not.toMatch(/[\p{Cc}/\\:]/u);
        expect(name).toMatch(/^[^.\s].*\.pdf$|^[^.\s]\.pdf$/su);
      }),
    );
  });
});

describe('decodeText', () => {
  const text = 'name;born\nŁucja Müller;1980-01-02';
  test.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('reads what is no UTF-8 as Windows-1252', () => {
    expect(decodeText(Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x80]))).toBe('Müller€');
  });

  test('refuses what is no text', () => {
    expect(decodeText(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00]))).toBeNull();
  });
});
