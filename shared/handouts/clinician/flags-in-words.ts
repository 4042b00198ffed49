import type { Assessment, Urgency } from '../../schemas/assessment.ts';
import type { Clinic } from '../../schemas/clinic.ts';
import { papersText } from '../../text/en/papers.ts';
import { URGENCY_NAMES } from '../../text/en/red-flags.ts';
import { serviceOf } from '../../services.ts';
import type { PaperWords } from './paper-context.ts';

const words = papersText.letter;
const RANK: readonly Urgency[] = ['E', 'D', 'U', 'R'];

type Row = Assessment['redFlags']['rows'][number];

/**
 * The red flags of a visit, the highest first, each with its route and what was recorded for it. Rows that say the same and go the same
 * way are one line, with everything that was recorded for them. `said`: what of a row's text is written. An emergency of an earlier visit
 * stays open until its outcome is recorded (spec 5.6) and stands before them.
 */
export function flagsInWords(
  { rows, openEarlierEmergency }: Assessment['redFlags'],
  clinic: Clinic,
  { say }: PaperWords,
  said: (row: Row) => string,
): string[] {
  const sorted = rows.toSorted((one, other) => RANK.indexOf(one.urgency) - RANK.indexOf(other.urgency));
  const reasons = new Map<string, string[]>();
  for (const row of sorted) {
    const flag = say('', words.flag(URGENCY_NAMES[row.urgency], serviceOf(row.route, clinic).name, said(row))).text;
    reasons.set(flag, [...(reasons.get(flag) ?? []), ...row.because]);
  }
  return [
    ...(openEarlierEmergency ? [words.earlierEmergency] : []),
    ...[...reasons].map(([flag, because]) => (because.length === 0 ? flag : `${flag} ${words.because([...new Set(because)].join('; '))}`)),
  ];
}
