// Folds names so that a person is found however the name is typed: without accents, with ue for ü, with part of a Chinese name.
// SQLite's own folding leaves ł ø đ ß æ as they are and keeps a Chinese name as one word, so the desk folds before it stores.

/** Letters that no Unicode decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** Letters that are also spelled with two. */
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Accents of Latin, Greek and Cyrillic letters, vowel points of Hebrew and Arabic. Not the vowel signs of Indic scripts, which are letters. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05c7\u064b-\u065f\u0670]/gu;
/** Signs inside a name that people leave out: O'Brien, O’Brien, ʻOkina. */
const APOSTROPHES = /['’‘ʼʻ`´]/gu;
/** Scripts written without spaces: each character is a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower case without accents, plain letters for ł ø đ ß æ œ þ ı. Keeps spaces and signs. */
export function foldText(text: string): string {
  return stripped(text.normalize('NFKC').toLowerCase());
}

/** As `foldText`, with the two-letter spelling of ä ö ü ø å. */
function foldSpelled(text: string): string {
  return stripped(replaceLetters(text.normalize('NFKC').toLowerCase().normalize('NFC'), SPELLED));
}

function stripped(lowerCase: string): string {
  return replaceLetters(lowerCase.normalize('NFD').replace(ACCENTS, '').normalize('NFC'), PLAIN);
}

function replaceLetters(text: string, letters: Readonly<Record<string, string>>): string {
  let replaced = '';
  for (const letter of text) replaced += letters[letter] ?? letter;
  return replaced;
}

/** The words of a folded text, in order; of a script without spaces each character. */
function wordsOf(folded: string): string[] {
  return (folded.match(WORD) ?? []).flatMap((word) => {
    if (!UNSPACED.test(word)) return [word];
    return word.split(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー])/u,
    );
  });
}

/**
 * What the search index holds of these texts (names, own number): every word folded, then the other spellings of the same words.
 * Words are separated by one space; a spelling that falls into several index words stays together.
 */
export function toSearchText(texts: readonly string[]): string {
  const typedWords = texts.flatMap((text) => text.split(/\s+/u));
  const plain = typedWords.map((word) => wordsOf(foldText(word)).join(' ')).filter((word) => word !== '');
  const others = typedWords.flatMap((word) => {
    const joined = word.replace(APOSTROPHES, '');
    return [foldText(joined), foldSpelled(word), foldSpelled(joined)].map((spelling) => wordsOf(spelling).join(' '));
  });
  const numbers = plain.flatMap((word) => word.split(' ')).filter((word) => /^0+\d/.test(word));
  const known = new Set(['', ...plain]);
  const otherWords = [...others, ...numbers.map((word) => word.replace(/^0+/, ''))].filter((word) => !known.has(word));
  return [...plain, ...new Set(otherWords)].join(' ');
}

/**
 * The words a person typed, each as the spellings that count as the same. A spelling is a list of index words that must follow one
 * another; the last may be the start of a word. Every typed word must be found. Empty when nothing typed can be searched for.
 */
export function toSearchTerms(typed: string): string[][][] {
  return typed
    .replace(APOSTROPHES, '')
    .split(/\s+/u)
    .flatMap((word) => {
      const plain = wordsOf(foldText(word));
      if (plain.length === 0) return [];
      const spelled = wordsOf(foldSpelled(word));
      return [plain.join(' ') === spelled.join(' ') ? [plain] : [plain, spelled]];
    });
}

/** Same for two people whose names fold the same, whatever the order of the names, accents, or ue for ü. */
export function toNameKey(givenNames: string, familyName: string): string {
  return wordsOf(foldText(`${givenNames} ${familyName}`.replace(APOSTROPHES, '')))
    .map((word) => word.replace(/([aou])e/gu, '$1').replaceAll('aa', 'a'))
    .toSorted()
    .join(' ');
}

/** Order of names in a list: family name first, folded. */
export function toSortName(givenNames: string, familyName: string): string {
  const words = (text: string): string => wordsOf(foldText(text.replace(APOSTROPHES, ''))).join(' ');
  // A space sorts before every letter, so that "Li Zoe" comes before "Lin Ann".
  return `${words(familyName)}  ${words(givenNames)}`.trim();
}

/**
 * Same for two own numbers that differ in case, spaces, signs or leading zeros (spreadsheets drop them), and in number order when
 * sorted. Empty for an empty number.
 */
export function toOwnNumberKey(ownNumber: string): string {
  return wordsOf(foldText(ownNumber))
    .join('')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'));
}

/** Part of a text from `start` to before `end`, in UTF-16 code units. */
export type TextRange = { start: number; end: number };

/** The parts of `text` that the typed words found in it, in order and not overlapping, for highlighting. */
export function findTypedRanges(text: string, typed: string): TextRange[] {
  const terms = toSearchTerms(typed).flat();
  const words = wordsWithPlaces(text);
  const ranges: TextRange[] = [];
  words.forEach((_, first) => {
    for (const term of terms) {
      const end = matchAt(words, first, term);
      if (end !== null) ranges.push({ start: words[first]?.start ?? 0, end });
    }
  });
  return merged(ranges);
}

type PlacedWord = { start: number; end: number; source: string };

function wordsWithPlaces(text: string): PlacedWord[] {
  const placed: PlacedWord[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}'’‘ʼʻ`´]+/gu)) {
    let word: PlacedWord | null = null;
    let at = index;
    for (const letter of run) {
      const unspaced = UNSPACED.test(letter);
      if (unspaced || word === null) placed.push((word = { start: at, end: at, source: '' }));
      word.source += letter;
      at += letter.length;
      word.end = at;
      if (unspaced) word = null;
    }
  }
  return placed;
}

/** End of the match of `term` that starts with word `first`, or null. */
function matchAt(words: readonly PlacedWord[], first: number, term: readonly string[]): number | null {
  let end: number | null = null;
  for (const [offset, wanted] of term.entries()) {
    const word = words[first + offset];
    if (!word) return null;
    end = offset === term.length - 1 ? prefixEnd(word, wanted) : matchesWhole(word, wanted) ? word.end : null;
    if (end === null) return null;
  }
  return end;
}

function spellings(source: string): string[] {
  const joined = source.replace(APOSTROPHES, '');
  return [foldText(joined), foldSpelled(joined)];
}

function matchesWhole(word: PlacedWord, wanted: string): boolean {
  return spellings(word.source).includes(wanted);
}

/** Shortest beginning of the word whose folded form begins with what was typed. */
function prefixEnd(word: PlacedWord, wanted: string): number | null {
  if (!spellings(word.source).some((spelling) => spelling.startsWith(wanted))) return null;
  let taken = '';
  for (const letter of word.source) {
    taken += letter;
    if (spellings(taken).some((spelling) => spelling.startsWith(wanted))) break;
  }
  // An accent written as a character of its own belongs to the letter before it.
  const accents = /^\p{M}+/u.exec(word.source.slice(taken.length))?.[0].length ?? 0;
  return word.start + taken.length + accents;
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
