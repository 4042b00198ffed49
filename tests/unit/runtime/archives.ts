import { deflateRawSync, gzipSync } from 'node:zlib';

// Archives written by hand, so that the readers are tested against the formats and not against a writer of ours.

export type ZipFile = { name: string; content: string; mode?: number; stored?: boolean; announcedSize?: number };

/** A zip archive with Unix modes. */
export function zipOf(files: readonly ZipFile[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, stored = false, announcedSize } of files) {
    const plain = Buffer.from(content, 'utf8');
    const data = stored ? plain : deflateRawSync(plain);
    const encodedName = Buffer.from(name, 'utf8');
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(announcedSize ?? plain.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(encodedName.length, 26);
    // An extra field of another length than the directory's, as real archives have.
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(encodedName.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, encodedName, Buffer.alloc(4), data);
    directory.push(entry, encodedName);
    offset += 30 + encodedName.length + 4 + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, list, end, Buffer.from(comment, 'latin1')]);
}

/** A gzipped tar as npm packs it. */
export function tarballOf(files: readonly { name: string; content: Buffer }[]): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 'utf8');
    header.write(`${content.length.toString(8).padStart(11, '0')} `, 124, 'latin1');
    header.write('0', 156, 'latin1');
    header.write('ustar', 257, 'latin1');
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
