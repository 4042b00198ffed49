import { fileURLToPath } from 'node:url';

/**
 * What takes the place of a library's part when the sheets' worker is made one file: fontkit brings a decompressor for WOFF2, half of all
 * the worker would read when it starts, and the fonts on paper are TrueType. Keys are module names, values files.
 */
export const SHEET_LIBRARY_PARTS: Readonly<Record<string, string>> = {
  'brotli/decompress.js': fileURLToPath(new URL('../pdf/no-woff2.ts', import.meta.url)),
};
