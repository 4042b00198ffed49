// The tests' project does not list the declarations of this folder.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'bold';
type Family = 'text' | 'fallback';
/** Name under which a font is registered in a PDF. */
export type FontKey = `${Family}-${Weight}`;

/** Fonts of the sheets. The second family has the Greek, Cyrillic and Vietnamese letters that the first lacks. */
const FILES: Readonly<Record<FontKey, string>> = {
  'text-regular': 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_400Regular.ttf',
  'text-bold': 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_700Bold.ttf',
  'fallback-regular': 'noto-sans/NotoSans_400Regular.ttf',
  'fallback-bold': 'noto-sans/NotoSans_700Bold.ttf',
};
export const FONT_KEYS = Object.keys(FILES) as FontKey[];
const FAMILIES: readonly Family[] = ['text', 'fallback'];

/**
 * OpenType features of a text: figures of equal width, so that dates and numbers stand in columns. Only for texts with figures:
 * pdfkit shapes a text with features anew each time it measures and writes it, and keeps the shaped words of the others.
 */
export function fontFeatures(text: string): ['tnum'] | undefined {
  return /\d/.test(text) ? ['tnum'] : undefined;
}

/** Parsed fonts: parsing costs more than drawing a sheet, so they are parsed once and passed to every document. */
export type FontSet = Readonly<Record<FontKey, Font>>;

/** Reads and parses the fonts. `fontsDir` is `resources/fonts`. Throws when a file is missing or is not a font. */
export function loadFonts(fontsDir: string): FontSet {
  const load = (key: FontKey): Font => withRememberedRuns(withKnownCharacters(create(readFileSync(join(fontsDir, FILES[key])))));
  return {
    'text-regular': load('text-regular'),
    'text-bold': load('text-bold'),
    'fallback-regular': load('fallback-regular'),
    'fallback-bold': load('fallback-bold'),
  };
}

/**
 * The font with every glyph tied to its character. fontkit keeps a glyph as it was first asked for, and pdfkit asks for the C of a Ć
 * without saying what it stands for: every later sheet of the same process would lack its C in the text that is read aloud, searched
 * and copied, and have other bytes than the first. Where two characters share a glyph, the plain one names it. Done with the first text that is set
 * in the font: most sheets need no more than the first family.
 */
function withKnownCharacters(font: Font): Font {
  const isPlain = (codePoint: number): boolean => String.fromCodePoint(codePoint).normalize('NFKC') === String.fromCodePoint(codePoint);
  const shape = font.layout.bind(font);
  let isTied = false;
  font.layout = (text, features) => {
    if (!isTied) {
      for (const codePoint of font.characterSet.filter(isPlain)) font.glyphForCodePoint(codePoint);
      for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
      isTied = true;
    }
    return shape(text, features);
  };
  return font;
}

/** Most shaped words kept of one font. The sheets' own words are some thousands; names come and go. */
const RUNS_KEPT = 20_000;

/**
 * The font with the words it has shaped: shaping is most of the work of a sheet, and sheets say the same words. Names are among them, in
 * the memory of the process that draws, which ends when the desk is locked. pdfkit changes the positions it is given, so each caller gets
 * its own.
 */
function withRememberedRuns(font: Font): Font {
  const shape = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  font.layout = (text, features) => {
    const key = features === undefined ? text : `${features.join()}\0${text}`;
    let run = runs.get(key);
    if (run === undefined) {
      run = shape(text, features);
      if (runs.size >= RUNS_KEPT) runs.clear();
      runs.set(key, run);
    }
    const own = run.positions.map((position) => ({ ...position }));
    // A run adds its positions up when it is asked for its width: it keeps its kind.
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as GlyphRun, run, { positions: own });
  };
  return font;
}

const characterSets = new WeakMap<Font, ReadonlySet<number>>();

/** Whether one font has a glyph for every character of a text. */
function covers(font: Font, text: string): boolean {
  const known = characterSets.get(font) ?? new Set(font.characterSet);
  characterSets.set(font, known);
  for (const character of text) if (!known.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** The font for a stretch of text: the first family that has all of it, or null. */
export function fontFor(fonts: FontSet, text: string, weight: Weight): FontKey | null {
  const family = FAMILIES.find((name) => covers(fonts[`${name}-${weight}`], text));
  return family === undefined ? null : `${family}-${weight}`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Below the first combining mark every character stands for itself. */
const STANDS_ALONE = /^[\u0020-\u02ff]*$/;

/** Characters as a reader sees them: a letter with its marks is one. */
export function graphemes(text: string): string[] {
  if (STANDS_ALONE.test(text)) return Array.from(text);
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

const printable = new WeakMap<FontSet, Map<string, boolean>>();

/** Whether every character of a text, with its marks, is in one of the fonts, in both weights. */
export function canPrint(fonts: FontSet, text: string): boolean {
  const known = printable.get(fonts) ?? new Map<string, boolean>();
  printable.set(fonts, known);
  return graphemes(text).every((character) => {
    const answer = known.get(character) ?? (fontFor(fonts, character, 'regular') !== null && fontFor(fonts, character, 'bold') !== null);
    known.set(character, answer);
    return answer;
  });
}
