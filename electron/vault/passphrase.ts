import { dictionary } from '@zxcvbn-ts/language-common';
import type { FieldCode } from '../../shared/contract/errors.ts';

/** Shortest passphrase taken, in characters. No rule about kinds of characters: length is what counts. */
export const PASSPHRASE_MIN = 12;

/** Words the list lacks: of this trade and this program, and of keyboards and pictures other than the usual. */
const OWN_WORDS = [
  'passphrase',
  'qwertz',
  'qwertzuiop',
  'yxcvbnm',
  'physio',
  'physiotherapy',
  'patients',
  'lasegue',
  'sciatica',
  'correcthorsebatterystaple',
];

/** Letters a common password needs to be looked for within a longer passphrase; with fewer it would be found in everything. */
const WORD_MIN = 4;

/** The most common passwords as they stand, and the words they are made of. */
type CommonPasswords = { whole: ReadonlySet<string>; words: ReadonlySet<string> };
let known: CommonPasswords | null = null;

function commonPasswords(): CommonPasswords {
  if (known !== null) return known;
  const listed = dictionary['passwords-common'].map(fold);
  const words = listed.map(lettersOf).filter((letters) => letters.length >= WORD_MIN);
  known = { whole: new Set(listed), words: new Set([...words, ...OWN_WORDS]) };
  return known;
}

/** Walks along the alphabet, the digits and keyboards; each may begin anywhere and go round. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiop',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiop',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

/**
 * What is wrong with a new passphrase, or null: too short, one of the most common passwords (some 49,000, of a kept list) as it stands or
 * dressed up, or a walk along the keyboard. `knownNames` (display name, clinic) are refused as the whole of it.
 * Codes: `required`, `passphrase-too-short`, `passphrase-too-common`.
 */
export function findPassphraseProblem(passphrase: string, knownNames: readonly string[] = []): FieldCode | null {
  const typed = passphrase.normalize('NFKC');
  if (typed === '') return 'required';
  if ([...typed].length < PASSPHRASE_MIN) return 'passphrase-too-short';
  const folded = fold(typed);
  const letters = lettersOf(folded);
  if (commonPasswords().whole.has(folded) || isRepeated(folded) || isRun(folded) || isCommonWord(letters, folded))
    return 'passphrase-too-common';
  if (knownNames.some((name) => letters !== '' && letters === lettersOf(fold(name)))) return 'passphrase-too-common';
  return null;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

/** One short unit again and again: `aaaaaaaaaaaa`, `abcabcabcabc`, `passwordpassword`, a common word twice. */
function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit += 1) {
    const first = text.slice(0, unit);
    if (unit > 4 && !isCommonWord(lettersOf(first), first)) continue;
    if (first.repeat(Math.ceil(text.length / unit)).slice(0, text.length) === text) return true;
  }
  return false;
}

function isRun(text: string): boolean {
  return RUNS.some((run) => {
    const round = run.repeat(Math.ceil(text.length / run.length) + 1);
    return round.includes(text) || [...round].toReversed().join('').includes(text);
  });
}

/** Nothing but a common word with digits, signs, or its usual letter swaps around it. */
function isCommonWord(letters: string, text: string): boolean {
  const swapped = lettersOf(
    text
      .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
      .replaceAll('@', 'a')
      .replaceAll('0', 'o')
      .replaceAll('1', 'i')
      .replaceAll('3', 'e')
      .replaceAll('$', 's')
      .replaceAll('5', 's'),
  );
  if (letters === '') return /^(?:19|20)?\d{2,12}$/.test(text) && new Set(text).size <= 4;
  const { words } = commonPasswords();
  const half = letters.slice(0, letters.length / 2);
  return words.has(letters) || words.has(swapped) || (letters === half + half && words.has(half));
}
