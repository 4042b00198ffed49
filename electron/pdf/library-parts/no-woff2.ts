/** Stands where fontkit has its decompressor of WOFF2 fonts. Throws: no such font is read. */
function decompress(): never {
  throw new Error('WOFF2 fonts are not read: the fonts on paper are TrueType.');
}

// fontkit imports it so.
// oxlint-disable-next-line import/no-default-export
export { decompress as default };
