import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Words of a text: runs of letters, digits and apostrophes. A contraction, a hyphenated word, an abbreviation and a figure are one word
 * each (Flesch 1979, How to Write Plain English, chapter 2).
 */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [];
}

/** Sentences of a text, ended by full stop, question or exclamation mark, or by the end of the text. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => wordsOf(sentence).length > 0);
}

/** What the formulas of Flesch and his followers need to know of a text. Each of `texts` ends a sentence, as an item of a list does. */
export type ReadingCounts = { sentence: number; word: number; syllable: number };

/**
 * Sentences, words and syllables of a block. Syllables are those `syllablesOf` finds in a word; a word in which it finds none, as in a
 * figure, counts as one syllable (Flesch 1979).
 */
export function readingCounts(texts: readonly string[], syllablesOf: (word: string) => number): ReadingCounts {
  const sentences = texts.flatMap(splitSentences);
  const words = sentences.flatMap(wordsOf);
  return {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllablesOf(word)), 0),
  };
}

/**
 * Flesch-Kincaid grade (Kincaid and others 1975) of a block of sentences or list items, each of which ends a sentence (spec 5.4
 * "Reading check"), with the syllables of the `syllable` package. 0 for a block without words.
 */
export function readingGrade(texts: readonly string[]): number {
  const counts = readingCounts(texts, syllable);
  return counts.word === 0 ? 0 : fleschKincaid(counts);
}
