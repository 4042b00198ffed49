import { fontFeatures, type FontKey, type FontSet, fontFor, graphemes, type Weight } from './fonts.ts';

/** Text of one weight within a paragraph. `language`: a BCP 47 tag, where it is not that of the document. */
export type Span = { text: string; weight: Weight; language?: string };
/** A stretch of one font and language on a line. `xPt` is from the line's left edge. */
export type Run = { text: string; font: FontKey; xPt: number; language?: string };
/** A line of text. Its runs are set when they are first asked for: most lines are only counted, while a page is tried. */
export type Line = { readonly runs: readonly Run[]; readonly widthPt: number };

/** How many lines stand beside a picture, and how wide they may be. */
export type Beside = { lineCount: number; widthPt: number };

const BALANCE_STEP_PT = 8;
/** How much of the width may be given up so that no paragraph ends in a line of one word. */
const WIDOW_STEP_PT = 4;
const WIDOW_SHARE = 0.2;

/** A piece of a word that one font can print. */
type Piece = { text: string; font: FontKey; widthEm: number; language?: string };
/** `isCut`: the word goes on in the next line, so no space stands between. */
type Word = { pieces: Piece[]; widthEm: number; isCut?: true };

/** Measures text and breaks it into lines. Widths are in points; what it remembers is bounded. */
export type Typesetter = {
  /** Lines of at most `widthPt`. `balanced` makes them of similar length, for headings. */
  wrap: (spans: readonly Span[], sizePt: number, widthPt: number, balanced?: boolean) => readonly Line[];
  /** Lines that leave room for a picture: the first `beside.lineCount` of them are at most `beside.widthPt` wide. */
  wrapBeside: (spans: readonly Span[], sizePt: number, widthPt: number, beside: Beside) => readonly Line[];
  widthPt: (text: string, weight: Weight, sizePt: number) => number;
};

/**
 * Line breaking of our own, because pdfkit neither mixes fonts within a word's line nor keeps text together: each word is set
 * in the first family that has all its letters, and a word wider than the line is broken between characters.
 */
export function typesetterOf(fonts: FontSet): Typesetter {
  const typesetter = typesetters.get(fonts) ?? createTypesetter(fonts);
  typesetters.set(fonts, typesetter);
  return typesetter;
}

/** One for the fonts, as long as the process draws: sheets say the same words in the same widths. */
const typesetters = new WeakMap<FontSet, Typesetter>();
/** Most texts, and widths of words, that are remembered at a time. */
const REMEMBERED = 20_000;

/** Most widths in which the lines of one text are remembered. */
const WIDTHS_REMEMBERED = 64;
type Broken = { widthPt: number; sizePt: number; lines: readonly Line[] };

function remember<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  if (map.size >= REMEMBERED) map.clear();
  map.set(key, value);
  return value;
}

function createTypesetter(fonts: FontSet): Typesetter {
  const widths = new Map<FontKey, Map<string, number>>();
  const widthEm = (text: string, font: FontKey): number => {
    const measured = widths.get(font) ?? new Map<string, number>();
    widths.set(font, measured);
    return (
      measured.get(text) ?? remember(measured, text, fonts[font].layout(text, fontFeatures(text)).advanceWidth / fonts[font].unitsPerEm)
    );
  };

  const piecesOf = (text: string, span: Span): Piece[] => {
    const { weight } = span;
    const whole = fontFor(fonts, text, weight);
    if (whole !== null) return [{ text, font: whole, widthEm: widthEm(text, whole), ...languageOf(span) }];
    // A word of mixed scripts: character by character. What no font has was refused before the document came here.
    return graphemes(text).flatMap((character) => {
      const font = fontFor(fonts, character, weight);
      return font === null ? [] : [{ text: character, font, widthEm: widthEm(character, font), ...languageOf(span) }];
    });
  };

  /** A text is broken anew for each width it is tried in; its words stay the same. */
  const known = {
    regular: new Map<string, readonly Word[]>(),
    bold: new Map<string, readonly Word[]>(),
    mixed: new Map<string, readonly Word[]>(),
  };
  const wordsOf = (spans: readonly Span[]): readonly Word[] => {
    const [only] = spans;
    // Most texts are one span: looked up as they are, without making a key.
    const [kept, key] =
      spans.length === 1 && only !== undefined && only.language === undefined
        ? [known[only.weight], only.text]
        : [known.mixed, spans.map(({ text, weight, language = '' }) => `${weight} ${language} ${text}`).join('\0')];
    return kept.get(key) ?? remember(kept, key, splitWords(spans));
  };

  const splitWords = (spans: readonly Span[]): Word[] => {
    const words: Word[] = [];
    let glue = false;
    for (const span of spans) {
      for (const [index, text] of span.text.split(' ').entries()) {
        if (index > 0) glue = false;
        if (text === '') continue;
        const pieces = piecesOf(text, span);
        const last = words.at(-1);
        if (glue && last !== undefined) last.pieces.push(...pieces);
        else words.push({ pieces, widthEm: 0 });
        glue = true;
      }
    }
    for (const word of words) word.widthEm = sumWidths(word.pieces);
    return words;
  };

  /** A word that fits the line as it is, or its parts, broken after a hyphen or, where there is none, between characters. */
  const breakLongWord = (word: Word, maxEm: number): Word[] => {
    if (word.widthEm <= maxEm) return [word];
    const characters = word.pieces.flatMap((piece) =>
      graphemes(piece.text).map((character): Piece => ({ ...piece, text: character, widthEm: widthEm(character, piece.font) })),
    );
    const parts: Word[] = [];
    for (const character of characters) {
      const part = parts.at(-1);
      if (part === undefined) parts.push({ pieces: [character], widthEm: character.widthEm });
      else if (part.widthEm + character.widthEm > maxEm) {
        const hyphen = part.pieces.findLastIndex(({ text }) => text === '-');
        const carried = hyphen < 0 ? [] : part.pieces.splice(hyphen + 1);
        const pieces = [...carried, character];
        part.widthEm = sumWidths(part.pieces);
        part.isCut = true;
        parts.push({ pieces, widthEm: sumWidths(pieces) });
      } else {
        part.pieces.push(character);
        part.widthEm += character.widthEm;
      }
    }
    return parts;
  };

  const spaces = new Map<FontKey, Piece>();
  const spaceAfter = (word: Word): Piece => {
    const before = word.pieces.at(-1);
    const font = before?.font ?? 'text-regular';
    const space = spaces.get(font) ?? { text: ' ', font, widthEm: widthEm(' ', font) };
    spaces.set(font, space);
    return before?.language === undefined ? space : { ...space, language: before.language };
  };

  /** Sheets set the same sentences in the same columns; what was broken once is kept as long as its words are. */
  const broken = { balanced: new WeakMap<readonly Word[], Broken[]>(), plain: new WeakMap<readonly Word[], Broken[]>() };
  const wrap: Typesetter['wrap'] = (spans, sizePt, widthPt, balanced = false) => {
    const words = wordsOf(spans);
    const kept = balanced ? broken.balanced : broken.plain;
    const tried = kept.get(words) ?? [];
    kept.set(words, tried);
    const same = tried.find((one) => one.widthPt === widthPt && one.sizePt === sizePt);
    if (same !== undefined) return same.lines;
    const lines = wrapWords(words, sizePt, widthPt, balanced);
    if (tried.length >= WIDTHS_REMEMBERED) tried.length = 0;
    tried.push({ widthPt, sizePt, lines });
    return lines;
  };

  const wrapWords = (words: readonly Word[], sizePt: number, widthPt: number, balanced: boolean): Line[] => {
    const lines = breakLines(words, sizePt, () => widthPt);
    if (lines.length < 2) return setLines(lines, sizePt);
    let best = lines;
    const leastPt = balanced ? widthPt / 2 : widthPt * (1 - WIDOW_SHARE);
    const stepPt = balanced ? BALANCE_STEP_PT : WIDOW_STEP_PT;
    for (let narrowPt = widthPt - stepPt; narrowPt > leastPt; narrowPt -= stepPt) {
      if (!balanced && !endsInWidow(best)) break;
      const narrower = breakLines(words, sizePt, () => narrowPt);
      if (narrower.length > lines.length) break;
      best = narrower;
    }
    return setLines(!balanced && endsInWidow(best) ? lines : best, sizePt);
  };

  const wrapBeside: Typesetter['wrapBeside'] = (spans, sizePt, widthPt, beside) =>
    setLines(
      breakLines(wordsOf(spans), sizePt, (index) => (index < beside.lineCount ? beside.widthPt : widthPt)),
      sizePt,
    );

  const breakLines = (words: readonly Word[], sizePt: number, widthPtOf: (lineIndex: number) => number): Word[][] => {
    const lines: Word[][] = [];
    let line: Word[] = [];
    let usedEm = 0;
    const maxEm = (): number => widthPtOf(lines.length) / sizePt;
    for (const whole of words) {
      for (const word of breakLongWord(whole, maxEm())) {
        const previous = line.at(-1);
        const neededEm = (previous === undefined ? 0 : spaceAfter(previous).widthEm) + word.widthEm;
        if (previous !== undefined && usedEm + neededEm > maxEm()) {
          lines.push(line);
          line = [word];
          usedEm = word.widthEm;
        } else {
          line.push(word);
          usedEm += neededEm;
        }
      }
    }
    if (line.length > 0) lines.push(line);
    return lines;
  };

  const setLines = (lines: readonly Word[][], sizePt: number): Line[] =>
    lines.map((words, index) => setLine(words, sizePt, index < lines.length - 1 && words.at(-1)?.isCut !== true));

  /** Joins the words of a line into runs. All lines but the last end in a space, so that read aloud the words stay apart and a cut one whole. */
  const setLine = (words: readonly Word[], sizePt: number, endsInSpace: boolean): Line => {
    let line: Line | null = null;
    const set = (): Line => (line ??= setRuns(words, sizePt, endsInSpace));
    return {
      get runs() {
        return set().runs;
      },
      get widthPt() {
        return set().widthPt;
      },
    };
  };

  const setRuns = (words: readonly Word[], sizePt: number, endsInSpace: boolean): Line => {
    const pieces = words.flatMap((word, index) =>
      index < words.length - 1 || endsInSpace ? [...word.pieces, spaceAfter(word)] : word.pieces,
    );
    const runs: Run[] = [];
    let xPt = 0;
    for (const piece of pieces) {
      const last = runs.at(-1);
      if (last?.font === piece.font && last.language === piece.language) last.text += piece.text;
      else runs.push({ text: piece.text, font: piece.font, xPt, ...languageOf(piece) });
      xPt += piece.widthEm * sizePt;
    }
    const trailing = endsInSpace ? (pieces.at(-1)?.widthEm ?? 0) * sizePt : 0;
    return { runs, widthPt: xPt - trailing };
  };

  return {
    wrap,
    wrapBeside,
    widthPt: (text, weight, sizePt) => wrap([{ text, weight }], sizePt, Number.POSITIVE_INFINITY)[0]?.widthPt ?? 0,
  };
}

/** The language of a stretch of text, where it has one of its own. */
function languageOf({ language }: { language?: string }): { language?: string } {
  return language === undefined ? {} : { language };
}

/** Whether the last of several lines is a single word. */
function endsInWidow(lines: readonly Word[][]): boolean {
  return lines.length > 1 && lines.at(-1)?.length === 1;
}

function sumWidths(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.widthEm, 0);
}
