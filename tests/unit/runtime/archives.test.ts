import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractFromTarball } from '../../../electron/runtime/read-tarball.ts';
import { unzip } from '../../../electron/runtime/unzip.ts';
import { tarballOf, zipOf, type ZipFile } from './archives.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-archives-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unpack(
  files: readonly ZipFile[],
  options: { comment?: string; rename?: (name: string) => string | null } = {},
): Promise<string> {
  const archive = join(folder, 'a.zip');
  const target = join(folder, 'out');
  await writeFile(archive, zipOf(files, options.comment));
  await unzip(archive, target, options.rename ?? ((name) => name));
  return target;
}

describe('unzip', () => {
  test('unpacks stored and deflated files, deep ones, empty ones, and before a comment', async () => {
    const target = await unpack(
      [
        { name: 'a/', content: '' },
        { name: 'a/deep/file.txt', content: 'deflated '.repeat(5000) },
        { name: 'stored.bin', content: 'stored', stored: true },
        { name: 'empty', content: '', stored: true },
      ],
      { comment: 'a comment' },
    );
    expect(await readFile(join(target, 'a/deep/file.txt'), 'utf8')).toBe('deflated '.repeat(5000));
    expect(await readFile(join(target, 'stored.bin'), 'utf8')).toBe('stored');
    expect((await stat(join(target, 'empty'))).size).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('keeps modes and symbolic links', async () => {
    const target = await unpack([
      { name: 'run', content: '#!', mode: 0o100755 },
      { name: 'read', content: 'x', mode: 0o100640 },
      { name: 'link', content: 'run', mode: 0o120777 },
    ]);
    expect((await stat(join(target, 'run'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(target, 'read'))).mode & 0o777).toBe(0o640);
    expect(await readlink(join(target, 'link'))).toBe('run');
  });

  test('renames and leaves out', async () => {
    const files = [
      { name: 'Top/one', content: '1' },
      { name: 'Top/two', content: '2' },
    ];
    const target = await unpack(files, { rename: (name) => (name === 'Top/two' ? null : name.replace('Top/', '')) });
    expect(await readdir(target)).toEqual(['one']);
  });

  test.each([['../outside'], ['a/../../outside']])('refuses %s, which leads outside the folder', async (name) => {
    await expect(unpack([{ name, content: 'x' }])).rejects.toThrow('leads outside');
    expect(await readdir(folder)).toEqual(['a.zip']);
  });

  test('refuses a file that is not as long as announced, and what is no archive', async () => {
    await expect(unpack([{ name: 'a', content: 'abc', announcedSize: 4 }])).rejects.toThrow('damaged');
    await writeFile(join(folder, 'b.zip'), 'no archive at all, but long enough to be looked at');
    await expect(unzip(join(folder, 'b.zip'), join(folder, 'out'), (name) => name)).rejects.toThrow('not a zip archive');
  });
});

describe('extractFromTarball', () => {
  test.each([[0], [1], [511], [512], [513], [3_000_001]])('copies a file of %i bytes from among others', async (length) => {
    const content = randomBytes(length);
    const tarball = join(folder, 'a.tgz');
    const others = { name: 'package/other', content: randomBytes(700) };
    await writeFile(tarball, tarballOf([others, { name: 'package/wanted', content }, others]));
    await extractFromTarball(tarball, 'package/wanted', join(folder, 'wanted'));
    expect((await readFile(join(folder, 'wanted'))).equals(content)).toBe(true);
  });

  test('says when the file is not there', async () => {
    await writeFile(join(folder, 'a.tgz'), tarballOf([{ name: 'package/other', content: Buffer.from('x') }]));
    await expect(extractFromTarball(join(folder, 'a.tgz'), 'package/wanted', join(folder, 'wanted'))).rejects.toThrow('not in the package');
  });
});
