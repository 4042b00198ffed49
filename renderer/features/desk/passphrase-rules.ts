import type { FieldCode } from '../../../shared/contract/errors.ts';

/** Fewest characters of a passphrase. The desk checks it again and knows the common ones. */
export const PASSPHRASE_MIN = 12;

/** What the window can tell of a new passphrase before the desk sees it, or null. */
export function passphraseProblem(passphrase: string): FieldCode | null {
  if (passphrase === '') return 'required';
  return Array.from(passphrase).length < PASSPHRASE_MIN ? 'passphrase-too-short' : null;
}
