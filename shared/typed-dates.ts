import type { CalendarDate } from './schemas/common.ts';

/** Order of day, month and year in a date written with numbers only. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY';

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The calendar date of these numbers, or null when there is no such day. Years have four digits. */
export function toCalendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** 1 to 12 for a month's English name or its first three letters or more, or null. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return null;
  const index = MONTH_NAMES.findIndex((name) => name.startsWith(lower) || (lower === 'sept' && name === 'september'));
  return index >= 0 ? index + 1 : null;
}

/**
 * Reads one date as people and programs write it: `1984-03-12`, `12/03/1984`, `12.3.1984`, `12 Mar 1984`, `March 12, 1984`,
 * `12031984`, `19840312`, any of them followed by a midnight. `order` settles dates in numbers that do not begin with the year.
 * Null for anything else: a year of two digits has no certain century, and another time of day may belong to another day.
 */
export function parseDate(text: string, order: DateOrder): CalendarDate | null {
  const trimmed = text.trim().replace(/[T ]0{1,2}:00(?::00(?:\.0+)?)?(?: ?Z)?$/u, '');
  if (/^\d{8}$/.test(trimmed)) return parseEightDigits(trimmed, order);
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(trimmed);
  if (yearFirst) return toCalendarDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(trimmed);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return order === 'MDY' ? toCalendarDate(year, first, second) : toCalendarDate(year, second, first);
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(\p{L}+)\.?,?[-/. ]+(\d{4})$/u.exec(trimmed);
  if (named) return withMonthName(named[3], named[2], named[1]);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(trimmed);
  return monthFirst ? withMonthName(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

function withMonthName(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDate | null {
  const number = monthOf(month ?? '');
  return number === null ? null : toCalendarDate(Number(year), number, Number(day));
}

/** In the given order, else with the year first; the year must be one a living person can be born in. */
function parseEightDigits(digits: string, order: DateOrder): CalendarDate | null {
  const part = (start: number, end?: number): number => Number(digits.slice(start, end));
  const readings = [toCalendarDate(part(0, 4), part(4, 6), part(6))];
  if (order === 'DMY') readings.unshift(toCalendarDate(part(4), part(2, 4), part(0, 2)));
  if (order === 'MDY') readings.unshift(toCalendarDate(part(4), part(0, 2), part(2, 4)));
  return readings.find((date) => date !== null && date >= '1900' && date < '2100') ?? null;
}
