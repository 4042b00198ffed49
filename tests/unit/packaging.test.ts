import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockProblems, pinProblems } from '../sbom/lock-rules.ts';

const project = join(import.meta.dirname, '../..');
/** Plain JavaScript, read by the packer alone. */
const CONFIG = join(project, 'electron-builder.config.mjs');
const read = (file: string): string => readFileSync(join(project, file), 'utf8');

describe('packages', () => {
  test('every package of the lock has a hash, and none may run a script when it is installed', () => {
    expect(lockProblems(JSON.parse(read('package-lock.json')), JSON.parse(read('package.json')))).toEqual([]);
  });

  test('every dependency is pinned to one version', () => {
    expect(pinProblems(JSON.parse(read('package.json')))).toEqual([]);
  });

  test('a package without a hash, one with a script nobody refused, and a range are found', () => {
    const good = { integrity: 'sha512-abc' };
    const lock: Parameters<typeof lockProblems>[0] = {
      packages: { '': {}, 'node_modules/a': {}, 'node_modules/b': { ...good, hasInstallScript: true } },
    };
    expect(lockProblems(lock, { allowScripts: {} })).toEqual(['a has no sha512 hash', 'b runs a script when it is installed']);
    expect(lockProblems(lock, { allowScripts: { b: true } })).toContain('b runs a script when it is installed');
    expect(lockProblems({ packages: { 'node_modules/b': { ...good, hasInstallScript: true } } }, { allowScripts: { b: false } })).toEqual(
      [],
    );
    expect(pinProblems({ dependencies: { a: '^1.0.0', b: '1.0.0', c: 'latest', d: '1.0.0-beta.1' } })).toEqual([
      'a is not pinned: ^1.0.0',
      'c is not pinned: latest',
    ]);
  });
});

describe('an installed desk', () => {
  test('the fuses of an installed desk leave no general Node in it', async () => {
    const { default: config } = (await import(CONFIG)) as {
      default: { electronFuses: object; files: string[] };
    };
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.files).toContain('!node_modules/node-*/**');
  });

  test('no part of the app opens a link, a program or a connection', () => {
    const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(tsx?|cjs)$/.test(name))
        .map((name) => join(folder, name)),
    );
    // The runtime folder fetches Electron for development and is not shipped.
    const shipped = sources.filter((name) => !name.startsWith(join('electron', 'runtime')));
    expect(shipped.length).toBeGreaterThan(300);
    const reaching =
      /openExternal|openPath|showItemInFolder|from 'node:(?:net|http|https|http2|tls|dgram|dns)|crashReporter\.start|autoUpdater|XMLHttpRequest|EventSource|sendBeacon/;
    expect(shipped.filter((name) => reaching.test(read(name)))).toEqual([]);
    const fetching = shipped.filter((name) => /\bfetch\(/.test(read(name)));
    // Vite's own page while developing, and the sheet that the print page is served by its own scheme.
    expect(fetching.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual([
      'electron/shell/protocol.ts',
      'renderer/print-sheet/print-sheet.ts',
    ]);
  });
});
