import { fileURLToPath } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * What takes the place of parts of pdfkit and fontkit when the worker that draws sheets is made one file. They are worked through each time it
 * starts, a fifth of the time to its first sheet, and no sheet needs them: a decompressor for WOFF2 fonts (those on paper are TrueType), a
 * cipher, and an inflate written in JavaScript for the tables of Unicode, which Node has too. Keys are module names, values files.
 */
export const LIBRARY_PARTS: Readonly<Record<string, string>> = {
  'brotli/decompress.js': here('./no-woff2.ts'),
  '@noble/ciphers/aes': here('./no-encryption.ts'),
  'tiny-inflate': here('./native-inflate.cjs'),
};
