import type { PatientMatch } from '../../db/repositories/patient-search.ts';
import { toOwnNumberKey, toSearchTerms } from '../../../shared/text-folding.ts';
import { monthOf, parseDate, toCalendarDate, type DateOrder } from '../../../shared/typed-dates.ts';

const ORDERS: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];
/** Most words taken as one date: `12 March 1984`. */
const DATE_WORDS_MAX = 3;

type Born = { from: string; to: string };

/**
 * Reads what was typed into the search field: words of names and numbers, a birth date in any usual shape, or both
 * (`kowalska 12.3.1984`). A date that can be read in two ways finds both; a year or a month finds everybody born in it.
 */
export function readQuery(typed: string): PatientMatch[] {
  const text = typed.trim().normalize('NFC');
  if (text === '') return [];
  const terms = toSearchTerms(text);
  const matches: PatientMatch[] = terms.length > 0 ? [{ terms }] : [{ terms, nameContains: text }];
  const ownNumberKey = toOwnNumberKey(text);
  if (ownNumberKey !== '') matches.push({ terms: [], ownNumberKey });
  const words = text.split(/\s+/u);
  for (let first = 0; first < words.length; first += 1) {
    for (let count = Math.min(DATE_WORDS_MAX, words.length - first); count >= 1; count -= 1) {
      const births = readBirthDates(words.slice(first, first + count).join(' '));
      if (births.length === 0) continue;
      const others = [...words.slice(0, first), ...words.slice(first + count)].join(' ');
      const restTerms = toSearchTerms(others);
      if (others !== '' && restTerms.length === 0) continue;
      for (const bornBetween of births) matches.push({ terms: restTerms, bornBetween });
    }
  }
  return matches;
}

function readBirthDates(text: string): Born[] {
  const days = new Set(
    ORDERS.flatMap((order) => [
      parseDate(text, order),
      parseDate(withCentury(text, '19'), order),
      parseDate(withCentury(text, '20'), order),
    ]),
  );
  const found = [...days].flatMap((day): Born[] => (day === null ? [] : [{ from: day, to: day }]));
  const period = readPeriod(text);
  return period ? [...found, period] : found;
}

/** `12.3.84` with the century; a date with four digits of year stays as it is. */
function withCentury(text: string, century: string): string {
  return text.replace(/^(\d{1,2}[-/. ]+(?:\d{1,2}|\p{L}+)[-/. ]+)(\d{2})$/u, `$1${century}$2`);
}

/** `1984`, `3/1984`, `1984-03`, `March 1984`. */
function readPeriod(text: string): Born | null {
  if (/^(?:19|20)\d{2}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const monthLast = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  const monthFirst = /^(\d{1,2}|\p{L}{3,})[-/. ](\d{4})$/u.exec(text);
  const year = Number(monthLast?.[1] ?? monthFirst?.[2]);
  const monthText = monthLast?.[2] ?? monthFirst?.[1] ?? '';
  const month = /^\d+$/.test(monthText) ? Number(monthText) : monthOf(monthText);
  const from = month === null ? null : toCalendarDate(year, month, 1);
  return from === null ? null : { from, to: `${from.slice(0, 8)}31` };
}
