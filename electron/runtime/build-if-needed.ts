import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './find-electron.ts';

const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];
const OUTPUTS = ['out/main/main.js', 'out/main/desk.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds the project when a source is newer than what was built, or nothing was built. Throws when the build fails. */
export function buildIfNeeded(say: (line: string) => void): void {
  if (newest(SOURCES) < oldest(OUTPUTS)) return;
  say('Building...');
  const cli = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; its message stands above.');
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map((path) => newestIn(join(projectFolder, path))));
}

function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function oldest(paths: readonly string[]): number {
  return Math.min(...paths.map((path) => statSync(join(projectFolder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
