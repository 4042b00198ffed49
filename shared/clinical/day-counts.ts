import type { CalendarDate } from '../schemas/common.ts';

const MS_PER_DAY = 86_400_000;

type DateParts = { year: number; month: number; day: number };

/** Parts of a calendar date that has passed `calendarDateSchema`; anything else is a bug in the caller. */
function parseParts(date: CalendarDate): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError('not a calendar date');
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function utcMs({ year, month, day }: DateParts): number {
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/**
 * Days from one calendar date to another, negative when `to` is earlier; 0 on the same date (spec 0.3). Neither date has a clock time
 * or a zone, so a change of the clocks never moves the count.
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMs(parseParts(to)) - utcMs(parseParts(from))) / MS_PER_DAY);
}

/** `daysBetween`, or null while the first date is not recorded. */
export function daysSince(from: CalendarDate | null, on: CalendarDate): number | null {
  return from === null ? null : daysBetween(from, on);
}

/** The calendar date `days` after `date` (before it, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utcMs(parseParts(date)) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Age in completed years on a date. Someone born on 29 February completes a year on 1 March of other years. */
export function ageYearsOn(birthDate: CalendarDate, on: CalendarDate): number {
  const birth = parseParts(birthDate);
  const then = parseParts(on);
  const beforeBirthday = then.month < birth.month || (then.month === birth.month && then.day < birth.day);
  return then.year - birth.year - (beforeBirthday ? 1 : 0);
}
