import type { VisitRecord } from '../schemas/visit.ts';
import { FACTS, type Fact } from '../schemas/red-flag-answers.ts';

/** Beginning of the paths of red-flag answers, in the record and in the texts that wait. */
export const ANSWER_PATH = 'redFlags.answers.';

type Content = { record: VisitRecord; pendingText: Readonly<Record<string, string>> };

/**
 * Sets red-flag answers of a stale draft aside until each is confirmed (spec 12.5, hazard 5). The earlier answer becomes the waiting text of
 * its field, so it survives a restart. An earlier "no" counts as not asked until confirmed; anything else keeps counting, so that
 * setting aside never lowers an urgency. `isOld` leaves answers alone that were given since.
 */
export function setAnswersAside(
  { record, pendingText }: Content,
  isOld: (fact: Fact) => boolean = () => true,
): { record: VisitRecord; pendingText: Record<string, string> } {
  const answers = { ...record.redFlags.answers };
  const waiting: Record<string, string> = { ...pendingText };
  for (const fact of FACTS) {
    const answer = answers[fact];
    if (answer === undefined || answer === 'unasked' || !isOld(fact)) continue;
    waiting[`${ANSWER_PATH}${fact}`] ??= answer;
    if (answer === 'no') answers[fact] = 'unasked';
  }
  return { record: { ...record, redFlags: { ...record.redFlags, answers } }, pendingText: waiting };
}
