import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkIntegrity } from '../../../electron/runtime/development-runtime.ts';
import { findElectron, projectFolder } from '../../../electron/runtime/find-electron.ts';
import { executableName } from '../../../electron/runtime/official-electron.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-find-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const find = (): ReturnType<typeof findElectron> => findElectron({ mayFetch: false, say: () => undefined });

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  test('comes before everything else and is given the project to run', async () => {
    const executable = join(folder, executableName());
    await mkdir(dirname(executable), { recursive: true });
    await writeFile(executable, '');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(await find()).toMatchObject({ kind: 'override', executable, args: [projectFolder] });
  });

  test('that leads nowhere is said, not passed over', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(folder, 'nowhere'));
    await expect(find()).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH is set, but there is no/);
  });
});

test('Without permission to fetch, an empty cache is said in one sentence', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  vi.stubEnv('XDG_CACHE_HOME', folder);
  await find().then(
    // A machine with the official binary has no need of the cache.
    ({ kind }) => expect(kind).toBe('official'),
    (error: unknown) => expect(String(error)).toContain('No Electron is here yet. "npm test" or "npm start" fetches one.'),
  );
});

describe('the checksum of the development runtime', () => {
  test('is refused when it differs by one byte, and taken when it is the pinned one', async () => {
    const file = join(folder, 'package.tgz');
    await writeFile(file, 'bytes');
    const pinned = `sha512-${createHash('sha512').update('bytes').digest('base64')}`;
    await expect(checkIntegrity(file, pinned)).resolves.toBeUndefined();
    await writeFile(file, 'bytez');
    await expect(checkIntegrity(file, pinned)).rejects.toThrow('refused: its checksum is not the pinned one');
    await expect(checkIntegrity(file)).rejects.toThrow('refused');
  });
});
