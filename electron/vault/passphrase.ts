import type { FieldCode } from '../../shared/contract/errors.ts';

/** Shortest passphrase taken, in characters. No rule about kinds of characters: length is what counts. */
export const PASSPHRASE_MIN = 12;

/** What people add digits and signs to. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passphrase',
  'motdepasse',
  'contrasena',
  'haslo',
  'qwerty',
  'qwertz',
  'azerty',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'qazwsx',
  'qazwsxedc',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'administrator',
  'changeme',
  'default',
  'secret',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'trustno',
  'dragon',
  'monkey',
  'master',
  'clinic',
  'doctor',
  'physio',
  'physiotherapy',
  'patient',
  'patients',
  'lasegue',
  'sciatica',
  'abc',
  'correcthorsebatterystaple',
];

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
 * What is wrong with a new passphrase, or null. `knownNames` (display name, clinic) are refused as the whole of it.
 * Codes: `required`, `passphrase-too-short`, `passphrase-too-common`.
 */
export function findPassphraseProblem(passphrase: string, knownNames: readonly string[] = []): FieldCode | null {
  const typed = passphrase.normalize('NFKC');
  if (typed === '') return 'required';
  if ([...typed].length < PASSPHRASE_MIN) return 'passphrase-too-short';
  const folded = fold(typed);
  const letters = folded.replace(/[^\p{L}]/gu, '');
  if (isRepeated(folded) || isRun(folded) || isCommonWord(letters, folded)) return 'passphrase-too-common';
  if (knownNames.some((name) => letters !== '' && letters === fold(name).replace(/[^\p{L}]/gu, ''))) return 'passphrase-too-common';
  return null;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One short unit again and again: `aaaaaaaaaaaa`, `abcabcabcabc`, `passwordpassword`, a common word twice. */
function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit += 1) {
    const first = text.slice(0, unit);
    if (unit > 4 && !isCommonWord(first.replace(/[^\p{L}]/gu, ''), first)) continue;
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
  const swapped = text
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('$', 's')
    .replaceAll('5', 's')
    .replace(/[^\p{L}]/gu, '');
  if (letters === '') return /^(?:19|20)?\d{2,12}$/.test(text) && new Set(text).size <= 4;
  return COMMON_WORDS.some((word) => letters === word || swapped === word || letters === word + word);
}
