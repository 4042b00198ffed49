import { deflateSync } from 'node:zlib';
import { crc32 } from '../../shared/clinic-logo.ts';

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

type PngParts = {
  bitDepth?: number;
  colorType?: number;
  interlace?: number;
  extra?: readonly [type: string, data: Buffer][];
  pixels?: Buffer;
};

/** A PNG of one colour, red green blue with eight bits each unless said otherwise. */
export function pngOf(widthPx: number, heightPx: number, parts: PngParts = {}): Uint8Array<ArrayBuffer> {
  const { bitDepth = 8, colorType = 2, interlace = 0, extra = [] } = parts;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head.set([bitDepth, colorType, 0, 0, interlace], 8);
  const pixels = parts.pixels ?? Buffer.alloc((widthPx * 3 + 1) * heightPx);
  const chunks = [
    chunk('IHDR', head),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]));
}
