/** Words of the sheets that the rules of `countSyllables` get wrong. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  bedtime: 2,
  clinician: 3,
  doing: 2,
  every: 2,
  going: 2,
  lying: 2,
  movement: 2,
  movements: 2,
  physio: 3,
  safety: 2,
  sciatica: 4,
  someone: 2,
  something: 2,
  sometimes: 2,
};

/** Syllables of an English word: vowel groups, less a silent ending in e, es or ed. At least 1; a number counts as one. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const known = EXCEPTIONS[letters];
  if (known !== undefined) return known;
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 1;
  const silentEnding = /[^aeioul]e$|[aeiou]le$|[^aeiouscxzghl]es$|[^cs]hes$|[aeiou]les$|[^aeioutd]ed$/.test(letters);
  return Math.max(1, silentEnding ? groups - 1 : groups);
}

/** Words of a text: runs of letters, digits and apostrophes. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [];
}

/** Sentences of a text, ended by full stop, question or exclamation mark, or by the end of the text. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => wordsOf(sentence).length > 0);
}

/**
 * Flesch-Kincaid grade of a block of sentences or list items, each of which ends a sentence (spec 5.4 "Reading check").
 * 0.39 x words per sentence + 11.8 x syllables per word - 15.59; 0 for a block without words.
 */
export function readingGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap(splitSentences);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
