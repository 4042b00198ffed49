import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, symlink, type FileHandle } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

type Entry = { name: string; method: number; compressed: number; size: number; offset: number; mode: number };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const DEFLATED = 8;
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip archive (no ZIP64, no encryption) with its file modes. `rename` gives each entry its new path, or null to leave it
 * out. Refuses a path that leads outside the target, and a file whose length is not the one announced.
 */
export async function unzip(archive: string, target: string, rename: (name: string) => string | null): Promise<void> {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readDirectory(file)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name === null) continue;
      const path = normalize(join(target, name));
      if (!path.startsWith(normalize(target) + sep)) throw new Error(`${entry.name} leads outside the folder`);
      await mkdir(dirname(path), { recursive: true });
      await extract(file, archive, entry, path);
    }
  } finally {
    await file.close();
  }
}

/** The list of entries stands at the end of a zip, found through the record that closes it. */
async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  // The closing record is 22 bytes and may be followed by a comment of at most 65,535.
  const tail = await readAt(file, Math.max(0, size - 22 - 65_535), Math.min(size, 22 + 65_535));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END_SIGNATURE) at -= 1;
  if (at < 0) throw new Error('not a zip archive');
  const count = tail.readUInt16LE(at + 10);
  const directory = await readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));

  const entries: Entry[] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(next) !== ENTRY_SIGNATURE) throw new Error('the zip directory is damaged');
    const nameLength = directory.readUInt16LE(next + 28);
    entries.push({
      name: directory.toString('utf8', next + 46, next + 46 + nameLength),
      method: directory.readUInt16LE(next + 10),
      compressed: directory.readUInt32LE(next + 20),
      size: directory.readUInt32LE(next + 24),
      offset: directory.readUInt32LE(next + 42),
      mode: directory.readUInt32LE(next + 38) >>> 16,
    });
    next += 46 + nameLength + directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32);
  }
  return entries;
}

async function extract(file: FileHandle, archive: string, entry: Entry, path: string): Promise<void> {
  // The local header repeats the name and has extra fields of its own length.
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if ((entry.mode & TYPE_MASK) === SYMBOLIC_LINK) {
    const raw = await readAt(file, start, entry.compressed);
    await symlink((entry.method === DEFLATED ? inflateRawSync(raw) : raw).toString('utf8'), path);
    return;
  }
  const source = entry.compressed === 0 ? Readable.from([]) : createReadStream(archive, { start, end: start + entry.compressed - 1 });
  const output = createWriteStream(path);
  await (entry.method === DEFLATED ? pipeline(source, createInflateRaw(), output) : pipeline(source, output));
  if (output.bytesWritten !== entry.size) throw new Error(`${entry.name} is damaged`);
  const permissions = entry.mode & 0o777;
  if (permissions !== 0) await chmod(path, permissions);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the zip archive is cut short');
  return buffer;
}
