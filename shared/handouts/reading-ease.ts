import { readingGrade, splitSentences, wordsOf } from './reading-grade.ts';

/** Established readability indexes: one for English, one for Spanish, and one that counts letters alone and so serves any other language. */
export type ReadabilityIndex = 'flesch-kincaid' | 'inflesz' | 'lix';

type ReadingMeasure = {
  /** The value of a block of sentences or list items, each of which ends a sentence. */
  measure: (texts: readonly string[]) => number;
  /** The value a block is to reach. */
  aim: number;
  isEasy: (value: number) => boolean;
};

/** Flesch-Kincaid grade no block goes above (spec 5.4, 9). */
export const READING_GRADE_MAX = 6;
/** From here on the INFLESZ scale calls a text "bastante fácil", from 80 "muy fácil". */
export const INFLESZ_MIN = 65;

/** Up to here LIX calls a text easy. */
export const LIX_MAX = 40;

export const READING_MEASURES: Readonly<Record<ReadabilityIndex, ReadingMeasure>> = {
  'flesch-kincaid': { measure: readingGrade, aim: READING_GRADE_MAX, isEasy: (grade) => grade <= READING_GRADE_MAX },
  inflesz: { measure: perspicuity, aim: INFLESZ_MIN, isEasy: (value) => value >= INFLESZ_MIN },
  lix: { measure: lix, aim: LIX_MAX, isEasy: (value) => value <= LIX_MAX },
};

/**
 * Perspicuity of a Spanish text (Szigriszt-Pazos 1993), read on the INFLESZ scale (Barrio-Cantalejo and others 2008):
 * 206.835 - 62.3 x syllables per word - words per sentence; 100 for a block without words.
 */
export function perspicuity(texts: readonly string[]): number {
  const sentences = texts.flatMap(splitSentences);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + countSpanishSyllables(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
}

const LIX_LONG_WORD = 7;

/** LIX (Björnsson 1968): words per sentence + words of seven letters or more per hundred; 0 for a block without words. */
export function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(splitSentences);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const long = words.filter((word) => Array.from(word).length >= LIX_LONG_WORD);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const STRONG_VOWELS = 'aeoáéíóú';

/**
 * Syllables of a Spanish word. Neighbouring vowels are one syllable unless two of them are strong, as an accented i or u is; the u of
 * que, qui, gue and gui is silent, and y is a vowel where no vowel follows it. At least 1; a number counts as one.
 */
export function countSpanishSyllables(word: string): number {
  const sounded = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const groups = sounded.match(/[aeiouáéíóúü]+/g) ?? [];
  const syllables = groups.reduce((sum, group) => sum + Math.max(1, [...group].filter((vowel) => STRONG_VOWELS.includes(vowel)).length), 0);
  return Math.max(1, syllables);
}
