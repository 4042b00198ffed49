import silabea from 'silabea';
import { readingCounts, readingGrade, splitSentences, wordsOf } from './reading-grade.ts';

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
 * Perspicuity of a Spanish text (Szigriszt-Pazos 1993, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de
 * perspicuidad), read on the INFLESZ scale (Barrio-Cantalejo and others 2008, An Sist Sanit Navar 31:135-152), with the syllables of the
 * `silabea` package: 206.835 - 62.3 x syllables per word - words per sentence; 100 for a block without words.
 */
export function perspicuity(texts: readonly string[]): number {
  const { sentence, word, syllable } = readingCounts(texts, spanishSyllables);
  return word === 0 ? 100 : 206.835 - 62.3 * (syllable / word) - word / sentence;
}

/**
 * Syllables of a Spanish word; 0 for a figure. The package takes one word of letters alone, so each part of a hyphenated word is given to it
 * by itself, its accents composed.
 */
export function spanishSyllables(word: string): number {
  const parts = word.normalize('NFC').match(/\p{L}+/gu) ?? [];
  return parts.reduce((sum, part) => sum + silabea.getSilabas(part).numeroSilaba, 0);
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
