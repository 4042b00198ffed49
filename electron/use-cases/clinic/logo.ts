import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { LOGO_MAX_HEIGHT_PX, LOGO_MAX_WIDTH_PX, LOGO_PNG_MAX_BYTES, pngChunks, readPngHead } from '../../../shared/clinic-logo.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { readClinic, readLogoPng, updateLogo } from '../../db/repositories/clinic.ts';
import type { Handler } from '../context.ts';

const TRUE_COLOUR = 2;
const BYTES_PER_PIXEL = 3;
const FILTERS = 5;

/** The clinic's logo, or null where it has none. */
export const getLogo: Handler<'clinic.logo'> = (desk) => ok({ png: readLogoPng(desk.read) });

/**
 * Keeps the logo the window has drawn, or takes it off the sheets. Errors: `logo-refused` (not a whole, plain PNG of the size the window
 * draws), `conflict` (the settings were changed since).
 */
export const saveLogo: Handler<'clinic.saveLogo'> = (desk, { revision, png }) => {
  const size = png === null ? null : checkedSize(png);
  if (png !== null && size === null) return fail('logo-refused');
  const saved = desk.write((db) => {
    const logo =
      png === null || size === null
        ? null
        : {
            ...size,
            png,
            logoId: desk.newId(),
            sha256: createHash('sha256').update(png).digest('hex'),
            createdAt: desk.clock.nowInstant(),
            createdBy: desk.user.userId,
          };
    return updateLogo(db, revision, logo) ? ok(null) : fail('conflict');
  });
  return saved.ok ? ok(readClinic(desk.read)) : saved;
};

/**
 * The size of a PNG whose every byte is as the window writes it, else null: eight bits of red, green and blue for each pixel, no
 * transparency, not interlaced, nothing but the picture in it, whole, and within the box. Whatever passes can be drawn.
 */
function checkedSize(png: Uint8Array): { widthPx: number; heightPx: number } | null {
  if (png.length > LOGO_PNG_MAX_BYTES) return null;
  const head = readPngHead(png);
  const chunks = pngChunks(png);
  if (head === null || chunks === null || !chunks.every(({ isWhole }) => isWhole)) return null;
  const { widthPx, heightPx, bitDepth, colorType, interlaced } = head;
  if (bitDepth !== 8 || colorType !== TRUE_COLOUR || interlaced) return null;
  if (widthPx < 1 || heightPx < 1 || widthPx > LOGO_MAX_WIDTH_PX || heightPx > LOGO_MAX_HEIGHT_PX) return null;
  const order = chunks.map(({ type }) => type).join(' ');
  if (!/^IHDR(?: IDAT)+ IEND$/.test(order)) return null;
  const rowBytes = widthPx * BYTES_PER_PIXEL + 1;
  const pixels = inflated(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), rowBytes * heightPx);
  if (pixels === null) return null;
  const everyRowIsFiltered = Array.from({ length: heightPx }, (_, row) => pixels[row * rowBytes] ?? FILTERS).every((one) => one < FILTERS);
  return everyRowIsFiltered ? { widthPx, heightPx } : null;
}

/** The bytes behind the compression where there are exactly `length`, else null. */
function inflated(data: Buffer, length: number): Buffer | null {
  try {
    const bytes = inflateSync(data, { maxOutputLength: length });
    return bytes.length === length ? bytes : null;
  } catch {
    return null;
  }
}
