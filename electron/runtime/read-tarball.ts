import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const BLOCK = 512;

/**
 * Copies one regular file out of a gzipped tar, as npm packs them (ustar headers; no name here needs an extension).
 * Throws when the archive does not hold it.
 */
export async function extractFromTarball(tarball: string, name: string, target: string): Promise<void> {
  let found = false;
  const source = createReadStream(tarball).pipe(createGunzip());
  const contents = async function* (): AsyncGenerator<Buffer> {
    let held: Buffer = Buffer.alloc(0);
    /** Bytes of the current entry still to come, and the padding after it. */
    let left = 0;
    let padding = 0;
    let isWanted = false;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      for (;;) {
        if (left > 0) {
          const part = held.subarray(0, left);
          left -= part.length;
          held = held.subarray(part.length);
          if (isWanted) yield part;
          if (left > 0) break;
          if (isWanted) return;
        }
        if (held.length < padding + BLOCK) break;
        const header = held.subarray(padding, padding + BLOCK);
        held = held.subarray(padding + BLOCK);
        left = Number.parseInt(textAt(header, 124, 12), 8) || 0;
        padding = (BLOCK - (left % BLOCK)) % BLOCK;
        isWanted = textAt(header, 0, 100) === name;
        found ||= isWanted;
      }
    }
  };
  await pipeline(contents, createWriteStream(target));
  source.destroy();
  if (!found) throw new Error(`${name} is not in the package`);
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim();
}
