// What a logo may be, checked where its file is read (window) and again where it is stored (desk). Pure.

/** Largest side of a PNG that is opened, pixels: a small file can claim a picture that fills the memory. */
export const LOGO_SOURCE_MAX_PX = 6000;
/** A smaller picture would print as a blur. */
export const LOGO_SOURCE_MIN_PX = 24;
/** The picture that is stored: drawn to fit this box, which prints at more than 300 dots an inch. */
export const LOGO_MAX_WIDTH_PX = 720;
export const LOGO_MAX_HEIGHT_PX = 300;
/** Largest stored PNG, bytes: that of a picture without any even surface. */
export const LOGO_PNG_MAX_BYTES = 1_000_000;

/** Why a file is not taken as a logo. */
export type LogoRefusal =
  | 'too-large'
  | 'not-png-or-svg'
  | 'too-many-pixels'
  | 'too-small'
  | 'cannot-be-drawn'
  | 'svg-script'
  | 'svg-event'
  | 'svg-foreign'
  | 'svg-entity'
  | 'svg-outside';

export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SVG_START = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:[\w-]+:)?svg[\s>]/i;

/** What the bytes of a file are, whatever its name says; null when it is neither. `text`: the same bytes as UTF-8, null where they are none. */
export function sniffLogo(bytes: Uint8Array, text: string | null): 'png' | 'svg' | null {
  if (hasPngSignature(bytes)) return 'png';
  return text !== null && SVG_START.test(text) ? 'svg' : null;
}

/**
 * Why a vector picture is refused, or null. It is drawn as an image, in which nothing runs and nothing is fetched; still, a file that
 * tries to is not what a clinic wants in its records, so that any doubt refuses it.
 */
export function svgRefusal(source: string): LogoRefusal | null {
  const text = withoutCharacterReferences(source);
  if (/<!ENTITY/i.test(source) || /<!DOCTYPE[^>]*\[/i.test(source)) return 'svg-entity';
  if (/<(?:[\w-]+:)?(?:script|handler|listener)\b/i.test(text) || /javascript\s*:/i.test(text)) return 'svg-script';
  if (/[\s"'/]on[a-z]+\s*=/i.test(text)) return 'svg-event';
  if (/<(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video|canvas|html|body)\b/i.test(text)) return 'svg-foreign';
  return reachesOutside(text) ? 'svg-outside' : null;
}

/** A reference to anything but a part of the picture itself: a link, an image, a style sheet, a font. */
function reachesOutside(text: string): boolean {
  const links = [...text.matchAll(/(?:^|[\s"'])(?:[\w-]+:)?(?:href|src)\s*=\s*(["']?)\s*([^"'\s>]*)/gi)];
  if (links.some(([, , target]) => target !== '' && target?.startsWith('#') !== true)) return true;
  const urls = [...text.matchAll(/url\s*\(\s*["']?\s*([^"')\s]*)/gi)];
  if (urls.some(([, target]) => target?.startsWith('#') !== true)) return true;
  // A backslash in CSS can spell any of these words in another way.
  return /@import|@font-face|<\?xml-stylesheet|\\/i.test(text);
}

function withoutCharacterReferences(source: string): string {
  const known: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    colon: ':',
    tab: '\t',
    newline: '\n',
  };
  return source.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return known[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What the head of a PNG says of it. */
export type PngHead = { widthPx: number; heightPx: number; bitDepth: number; colorType: number; interlaced: boolean };

/** The head of a PNG, or null where there is none. */
export function readPngHead(bytes: Uint8Array): PngHead | null {
  const [head] = pngChunks(bytes) ?? [];
  if (head?.type !== 'IHDR' || head.data.length !== 13) return null;
  const view = new DataView(head.data.buffer, head.data.byteOffset, head.data.length);
  return {
    widthPx: view.getUint32(0),
    heightPx: view.getUint32(4),
    bitDepth: view.getUint8(8),
    colorType: view.getUint8(9),
    interlaced: view.getUint8(12) !== 0,
  };
}

/** Why a PNG of this head is not opened, or null. */
export function pngRefusal(bytes: Uint8Array): LogoRefusal | null {
  const head = readPngHead(bytes);
  if (head === null) return 'cannot-be-drawn';
  const { widthPx, heightPx } = head;
  if (Math.max(widthPx, heightPx) > LOGO_SOURCE_MAX_PX) return 'too-many-pixels';
  return Math.min(widthPx, heightPx) < LOGO_SOURCE_MIN_PX ? 'too-small' : null;
}

export type PngChunk = { type: string; data: Uint8Array; isWhole: boolean };

/** The chunks of a PNG in order, or null when it is cut or is none. `isWhole`: its checksum is right. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | null {
  if (!hasPngSignature(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: PngChunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length) return null;
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return null;
    const named = bytes.subarray(at + 4, end);
    const type = String.fromCharCode(...named.subarray(0, 4));
    chunks.push({ type, data: named.subarray(4), isWhole: crc32(named) === view.getUint32(end) });
    at = end + 4;
    if (type === 'IEND') break;
  }
  return at === bytes.length && chunks.at(-1)?.type === 'IEND' ? chunks : null;
}

function hasPngSignature(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Checksum of a PNG chunk, over its name and data. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
