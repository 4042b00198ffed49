import type { FieldCode } from '../../shared/contract/errors.ts';
import { text } from '../text.ts';
import { asDeskFailure } from './desk-failure.ts';

/** One plain sentence for anything that was thrown. */
export function failureMessage(thrown: unknown): string {
  const failure = asDeskFailure(thrown);
  if (failure.code === 'wait' || (failure.code === 'wrong-passphrase' && failure.retryAfterSeconds > 0)) {
    return text.errors.wrongPassphraseWait(Math.ceil(failure.retryAfterSeconds));
  }
  return text.errors.codes[failure.code];
}

/** The sentence beside a field, or undefined when there is nothing to say. */
export function fieldMessage(code: FieldCode | null | undefined): string | undefined {
  return code === null || code === undefined ? undefined : text.errors.fields[code];
}
