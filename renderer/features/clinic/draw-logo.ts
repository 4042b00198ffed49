import {
  crc32,
  LOGO_MAX_HEIGHT_PX,
  LOGO_MAX_WIDTH_PX,
  type LogoRefusal,
  PNG_SIGNATURE,
  pngRefusal,
  sniffLogo,
  svgRefusal,
} from '../../../shared/clinic-logo.ts';
import { LOGO_FILE_MAX_BYTES } from '../../../shared/contract/file-limits.ts';

// A logo is drawn once, here in the sandbox, and only its pixels go on to the desk: whatever else a file holds stays behind.

const CHANNELS_READ = 4;
const CHANNELS_WRITTEN = 3;

export type DrawnLogo = { png: Uint8Array<ArrayBuffer> } | { refusal: LogoRefusal };

/** The pixels of a logo file on white, fitted to the box of the sheets, as a plain PNG; or why the file is refused. */
export async function drawLogo(bytes: Uint8Array): Promise<DrawnLogo> {
  if (bytes.length > LOGO_FILE_MAX_BYTES) return { refusal: 'too-large' };
  const source = textOf(bytes);
  const kind = sniffLogo(bytes, source);
  if (kind === null) return { refusal: 'not-png-or-svg' };
  const refusal = kind === 'png' ? pngRefusal(bytes) : svgRefusal(source ?? '');
  if (refusal !== null) return { refusal };
  const picture = await load(bytes, kind === 'png' ? 'image/png' : 'image/svg+xml');
  if (picture === null || picture.naturalWidth < 1 || picture.naturalHeight < 1) return { refusal: 'cannot-be-drawn' };
  const { naturalWidth, naturalHeight } = picture;
  const fit = Math.min(LOGO_MAX_WIDTH_PX / naturalWidth, LOGO_MAX_HEIGHT_PX / naturalHeight);
  // Lines can be drawn larger than they came; pixels only smaller.
  const scale = kind === 'svg' ? fit : Math.min(1, fit);
  return {
    png: await encode(pixelsOf(picture, Math.max(1, Math.round(naturalWidth * scale)), Math.max(1, Math.round(naturalHeight * scale)))),
  };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The picture, or null where it cannot be drawn. As an image nothing in it runs and nothing is fetched. */
async function load(bytes: Uint8Array, type: string): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function pixelsOf(picture: HTMLImageElement, widthPx: number, heightPx: number): ImageData {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this window cannot draw');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, widthPx, heightPx);
  return pen.getImageData(0, 0, widthPx, heightPx);
}

/** Written by hand: the browser's own encoder adds what a sheet does not need, such as transparency and colour profiles. */
async function encode({ width, height, data }: ImageData): Promise<Uint8Array<ArrayBuffer>> {
  const rowBytes = width * CHANNELS_WRITTEN + 1;
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * CHANNELS_READ;
      rows.set(data.subarray(from, from + CHANNELS_WRITTEN), row * rowBytes + 1 + column * CHANNELS_WRITTEN);
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a channel, red green blue.
  head.set([8, 2, 0, 0, 0], 8);
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(await new Blob([Uint8Array.from(PNG_SIGNATURE), ...chunks]).arrayBuffer());
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
