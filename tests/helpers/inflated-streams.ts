import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A stream that was packed inside other bytes; `name` says how and where, for instance `gzip at 96`. */
export type Inflated = { stream: Buffer; name: string };

/** A shorter stream holds no name worth searching for; most of what looks like one by chance ends sooner. */
const SHORTEST_STREAM = 8;
/** A stream that grows beyond this fails the reading rather than being passed over. */
const LONGEST_STREAM = 512 * 1024 * 1024;
const DEFLATE = 8;
const GZIP_MARK = [0x1f, 0x8b, DEFLATE] as const;
const ZIP_MARK = 0x04034b50;
const ZIP_HEADER_BYTES = 30;

/**
 * Every stream packed with zlib (as in a PDF), gzip or as an entry of a zip in these bytes, whole or cut off. Deflate without any of these
 * headers cannot be told from noise and is not looked for.
 */
export function* inflatedStreams(bytes: Buffer): Generator<Inflated> {
  for (let at = 0; at + SHORTEST_STREAM < bytes.length; at += 1) {
    const kind = kindAt(bytes, at);
    const stream = kind === null ? null : kind.inflate();
    if (kind !== null && stream !== null && stream.length >= SHORTEST_STREAM) yield { stream, name: `${kind.name} at ${at}` };
  }
}

function kindAt(bytes: Buffer, at: number): { name: string; inflate: () => Buffer | null } | null {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if ((first & 0x0f) === DEFLATE && first >> 4 <= 7 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0) {
    return { name: 'zlib', inflate: () => tryInflate(() => inflateSync(bytes.subarray(at), OPTIONS)) };
  }
  if (first === GZIP_MARK[0] && second === GZIP_MARK[1] && bytes[at + 2] === GZIP_MARK[2]) {
    return { name: 'gzip', inflate: () => tryInflate(() => gunzipSync(bytes.subarray(at), OPTIONS)) };
  }
  if (
    first === 0x50 &&
    at + ZIP_HEADER_BYTES < bytes.length &&
    bytes.readUInt32LE(at) === ZIP_MARK &&
    bytes.readUInt16LE(at + 8) === DEFLATE
  ) {
    const start = at + ZIP_HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    return { name: 'zip', inflate: () => tryInflate(() => inflateRawSync(bytes.subarray(start), OPTIONS)) };
  }
  return null;
}

// What there is of a stream that was cut off is given too.
const OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST_STREAM } as const;

function tryInflate(inflate: () => Buffer): Buffer | null {
  try {
    return inflate();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    // Bytes that only looked like a stream.
    return null;
  }
}
