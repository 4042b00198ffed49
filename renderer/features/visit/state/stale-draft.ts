import type { OpenVisit } from '../../../../shared/contract/contract.ts';
import { FACTS } from '../../../../shared/schemas/red-flag-answers.ts';
import { ANSWERS, type Answer } from '../../../../shared/schemas/common.ts';
import type { PendingText } from './visit-store.ts';

const ANSWER_PREFIX = 'redFlags.answers.';

/**
 * Sets the red-flag answers of a stale draft aside until each is confirmed (spec 12.5). The earlier answer becomes pending text of its
 * field, so it survives a restart. An earlier "no" counts as not asked until confirmed; anything else keeps counting, so that
 * setting aside never lowers an urgency.
 */
export function setStaleAnswersAside(visit: OpenVisit): Pick<OpenVisit, 'record' | 'pendingText'> {
  if (!visit.stale) return { record: visit.record, pendingText: visit.pendingText };
  const answers = { ...visit.record.redFlags.answers };
  const pendingText = { ...visit.pendingText };
  for (const fact of FACTS) {
    const answer = answers[fact];
    if (answer === undefined || answer === 'unasked') continue;
    pendingText[`${ANSWER_PREFIX}${fact}`] ??= answer;
    if (answer === 'no') answers[fact] = 'unasked';
  }
  return { record: { ...visit.record, redFlags: { ...visit.record.redFlags, answers } }, pendingText };
}

/** The earlier answer of a field that waits to be confirmed, or null. */
export function answerToConfirm(pendingText: PendingText, path: string): Answer | null {
  const text = pendingText[path];
  return ANSWERS.find((answer) => answer === text) ?? null;
}

/** Red-flag fields whose earlier answer still waits to be confirmed. The home-care sheet waits for them. */
export function fieldsToConfirm(pendingText: PendingText): string[] {
  return Object.keys(pendingText).filter((path) => path.startsWith(ANSWER_PREFIX));
}
