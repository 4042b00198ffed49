import { addDays } from '../../../shared/clinical/day-counts.ts';
import type { CalendarDate, Instant } from '../../../shared/schemas/common.ts';

const MINUTE_MS = 60_000;

/** Calendar date and minute of the day of an instant in an IANA zone. */
export function localParts(instant: Instant, timeZone: string): { date: CalendarDate; minuteOfDay: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minuteOfDay: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** The instant of a local date and minute of the day. A minute that a clock change skips moves forward by the change. */
export function localInstant(date: CalendarDate, minuteOfDay: number, timeZone: string): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * MINUTE_MS;
  const seen = localParts(new Date(asUtc).toISOString(), timeZone);
  const seenUtc = Date.parse(`${seen.date}T00:00:00Z`) + seen.minuteOfDay * MINUTE_MS;
  return new Date(asUtc - (seenUtc - asUtc)).toISOString();
}

/** Moves a Saturday to the Friday before and a Sunday to two days before: the demo clinic works on weekdays. */
export function workdayBefore(date: CalendarDate): CalendarDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, -2) : date;
}

/** Moves a Saturday or Sunday to the Monday after. */
export function workdayAfter(date: CalendarDate): CalendarDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(date, 2);
  return weekday === 0 ? addDays(date, 1) : date;
}
