import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Version of Electron this product is made for, from the lock. */
export const PRODUCT_ELECTRON = (JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as { version: string }).version;

/** Path of the executable inside a distribution folder. */
export function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The official binary, when it lies complete and in the right version in `node_modules`. */
export function installedElectron(): string | null {
  const executable = join(electronFolder, 'dist', executableName());
  try {
    const version = readFileSync(join(electronFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return version === PRODUCT_ELECTRON && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/**
 * Downloads the official binary with Electron's own installer, which checks it against its checksums.
 * False when it failed or took longer than `limitSeconds`.
 */
export async function downloadElectron(limitSeconds: number, onSecond: (elapsed: number) => void): Promise<boolean> {
  const started = Date.now();
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' });
    const ticking = setInterval(() => {
      const elapsed = Math.round((Date.now() - started) / 1000);
      onSecond(elapsed);
      if (elapsed >= limitSeconds) child.kill();
    }, 1000);
    const done = (): void => {
      clearInterval(ticking);
      resolve();
    };
    child.on('error', done);
    child.on('exit', done);
  });
  return installedElectron() !== null;
}
