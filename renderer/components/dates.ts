import type { Clinic } from '../../shared/schemas/clinic.ts';
import type { CalendarDate } from '../../shared/schemas/common.ts';
import { text } from '../text.ts';

export type DateFormat = Clinic['dateFormat'];

const MS_PER_DAY = 86_400_000;

type Parts = { year: number; month: number; day: number };

function partsOf(date: CalendarDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The calendar date of year, month (1 to 12) and day, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1000 || year > 9999) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** Adds calendar days; no clock and no zone. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; 0 on the same date, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** Completed years on a calendar date. Born on 29 February, a year is completed on 1 March of other years. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const birth = partsOf(birthDate);
  const then = partsOf(on);
  const hadBirthday = then.month > birth.month || (then.month === birth.month && then.day >= birth.day);
  return then.year - birth.year - (hadBirthday ? 0 : 1);
}

/** A calendar date as the clinic writes it. */
export function formatDate(date: CalendarDate, format: DateFormat): string {
  const { year, month, day } = partsOf(date);
  switch (format) {
    case 'D MMM YYYY':
      return `${day} ${text.app.dates.months[month - 1] ?? ''} ${year}`;
    case 'DD/MM/YYYY':
      return `${two(day)}/${two(month)}/${year}`;
    case 'MM/DD/YYYY':
      return `${two(month)}/${two(day)}/${year}`;
    case 'YYYY-MM-DD':
      return date;
  }
}

/** Day and month without the year where the year is the one of `today`: "13 Nov". */
export function formatShortDate(date: CalendarDate, today: CalendarDate, format: DateFormat): string {
  const { year, month, day } = partsOf(date);
  if (format !== 'D MMM YYYY' || year !== partsOf(today).year) return formatDate(date, format);
  return `${day} ${text.app.dates.months[month - 1] ?? ''}`;
}

/** "Monday 23 November", the heading of a day. */
export function formatDayHeading(date: CalendarDate): string {
  const { month, day } = partsOf(date);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return `${text.app.dates.weekdays[weekday] ?? ''} ${day} ${text.app.dates.monthNames[month - 1] ?? ''}`;
}

/** How far a date is from today in words: "today", "3 days ago", "in 4 days". */
export function formatDistance(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(date, today);
  return days >= 0 ? text.app.dates.daysAgo(days) : text.app.dates.inDays(-days);
}

/** Hour and minute of an instant in the clinic's zone: "10:42". */
export function formatTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** The calendar date of an instant in the clinic's zone. */
export function dateOfInstant(instant: string, timeZone: string): CalendarDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

const DAY_MONTH_NAME = /^(\d{1,2})[ .]*(\p{L}+)\.?[ ,]*(\d{4})$/u;
const MONTH_NAME_DAY = /^(\p{L}+)\.? *(\d{1,2}),? +(\d{4})$/u;
const NUMBERS = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/;
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const AGO = /^(\d{1,4}) *(d|days?|w|weeks?)?( ago)$|^(\d{1,4}) *(d|w|days?|weeks?)$/;
const AHEAD = /^in (\d{1,4}) *(d|days?|w|weeks?)$|^\+(\d{1,4}) *(d|w)?$/;
const MIN_MONTH_LETTERS = 3;

/** Month 1 to 12 of a full or shortened English month name, or null. */
function monthOf(name: string): number | null {
  if (name.length < MIN_MONTH_LETTERS) return null;
  const index = text.app.dates.monthNames.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index < 0 ? (name.toLowerCase() === 'sept' ? 9 : null) : index + 1;
}

const inDays = (count: string, unit: string | undefined): number => Number(count) * (unit?.startsWith('w') === true ? 7 : 1);

/**
 * Reads a date as people type it: the clinic's format, ISO, day with month name, "today", "yesterday", "3 days ago", "2w".
 * `3d` means in the past, or ahead where `direction` is `future`. Returns null when it cannot be read with certainty: two digit
 * years and, where the clinic writes ISO, `3/4/2026` are not guessed.
 */
export function readDate(
  typed: string,
  options: { format: DateFormat; today: CalendarDate; direction?: 'past' | 'future' },
): CalendarDate | null {
  const { format, today } = options;
  const line = typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (line === 'today') return today;
  if (line === 'yesterday') return addDays(today, -1);
  if (line === 'tomorrow') return addDays(today, 1);
  const iso = ISO.exec(line);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = DAY_MONTH_NAME.exec(line);
  if (dayFirst) {
    const month = monthOf(dayFirst[2] ?? '');
    return month === null ? null : calendarDate(Number(dayFirst[3]), month, Number(dayFirst[1]));
  }
  const monthFirst = MONTH_NAME_DAY.exec(line);
  if (monthFirst) {
    const month = monthOf(monthFirst[1] ?? '');
    return month === null ? null : calendarDate(Number(monthFirst[3]), month, Number(monthFirst[2]));
  }
  const numbers = NUMBERS.exec(line);
  if (numbers) {
    if (format === 'YYYY-MM-DD') return null;
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return format === 'MM/DD/YYYY' ? calendarDate(year, first, second) : calendarDate(year, second, first);
  }
  const ahead = AHEAD.exec(line);
  if (ahead) return addDays(today, inDays(ahead[1] ?? ahead[3] ?? '0', ahead[2] ?? ahead[4]));
  const ago = AGO.exec(line);
  if (ago) {
    const days = inDays(ago[1] ?? ago[4] ?? '0', ago[2] ?? ago[5]);
    const forward = options.direction === 'future' && ago[3] === undefined;
    return addDays(today, forward ? days : -days);
  }
  return null;
}
