/** The part of fontkit 2 that the sheets use. The package ships no types. */
declare module 'fontkit' {
  export type PathCommand = {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    args: readonly number[];
  };
  export type Glyph = { path: { commands: readonly PathCommand[] } };
  export type GlyphRun = { advanceWidth: number; glyphs: readonly Glyph[]; positions: readonly { xAdvance: number }[] };
  export type Font = {
    unitsPerEm: number;
    /** Every code point the font has a glyph for. */
    characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): unknown;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: readonly string[]): GlyphRun;
  };
  export function create(data: Uint8Array): Font;
}
