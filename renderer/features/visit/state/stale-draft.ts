import { ANSWER_PATH } from '../../../../shared/clinical/stale-draft.ts';
import { ANSWERS, type Answer } from '../../../../shared/schemas/common.ts';
import type { PendingText } from './visit-store.ts';

/** The earlier answer of a field that waits to be confirmed, or null. The desk sets it aside (shared/clinical/stale-draft.ts). */
export function answerToConfirm(pendingText: PendingText, path: string): Answer | null {
  const text = pendingText[path];
  return ANSWERS.find((answer) => answer === text) ?? null;
}

/** Red-flag fields whose earlier answer still waits to be confirmed. The home-care sheet waits for them. */
export function fieldsToConfirm(pendingText: PendingText): string[] {
  return Object.keys(pendingText).filter((path) => path.startsWith(ANSWER_PATH));
}
