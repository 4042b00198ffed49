import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Electron for Linux links against libraries that a server does not have, and a window needs a display: Xvfb is one without a screen.

/** One library of each Debian package Electron needs; what these need comes with them. */
const PACKAGE_OF_LIBRARY: Readonly<Record<string, string>> = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
};

/** Debian packages that are missing here for Electron and, if asked for, for a virtual display. Empty on other systems. */
export function missingPackages({ virtualDisplay }: { virtualDisplay: boolean }): string[] {
  if (process.platform !== 'linux') return [];
  const known = knownLibraries();
  const missing = Object.entries(PACKAGE_OF_LIBRARY).flatMap(([library, name]) => (known.has(library) ? [] : [name]));
  if (virtualDisplay && !isOnPath('Xvfb')) missing.unshift('xvfb');
  return missing;
}

/**
 * Makes sure Electron can run here: as root on a Debian system it installs what is missing, otherwise it throws an error with one
 * sentence saying what to do.
 */
export function ensurePackages(needs: { virtualDisplay: boolean }, say: (line: string) => void): void {
  const missing = missingPackages(needs);
  if (missing.length === 0) return;
  const names = missing.map(nameOnThisRelease).join(' ');
  if (!isOnPath('apt-get'))
    throw new Error(
      `Electron needs system libraries that are not here (on Debian they are called ${names}). Install them, then try again.`,
    );
  if (process.getuid?.() !== 0) throw new Error(`Electron needs system libraries that are not here. Run: sudo apt-get install ${names}`);
  say(`Installing ${names} through apt...`);
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = (): boolean => apt('install', '--yes', '--no-install-recommends', ...missing.map(nameOnThisRelease));
  if (!apt('update') || !install() || missingPackages(needs).length > 0) {
    throw new Error(`apt could not install ${names}. Install them by hand, then try again.`);
  }
}

/** Ubuntu 24.04 and Debian 13 renamed some libraries when time grew to 64 bits. */
function nameOnThisRelease(name: string): string {
  const renamed = `${name}t64`;
  return spawnSync('apt-cache', ['show', renamed], { stdio: 'ignore' }).status === 0 ? renamed : name;
}

function knownLibraries(): Set<string> {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig';
  try {
    const list = execFileSync(ldconfig, ['-p'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return new Set(list.split('\n').map((line) => line.trim().split(' ')[0] ?? ''));
  } catch {
    // A system without ldconfig (musl) cannot be asked; Electron itself will say what it lacks.
    return new Set(Object.keys(PACKAGE_OF_LIBRARY));
  }
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
