import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE_FORMATS } from '../../../shared/schemas/clinic.ts';
import {
  addDays,
  ageOn,
  calendarDate,
  dateOfInstant,
  daysBetween,
  formatDate,
  formatDayHeading,
  formatDistance,
  formatShortDate,
  formatTime,
  readDate,
} from '../../../renderer/components/dates.ts';

const TODAY = '2026-11-23';
const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('readDate', () => {
  it.each([
    ['23 Nov 2026', 'D MMM YYYY', '2026-11-23'],
    ['3 sept 2026', 'D MMM YYYY', '2026-09-03'],
    ['3 September 2026', 'MM/DD/YYYY', '2026-09-03'],
    ['Sep 3, 2026', 'DD/MM/YYYY', '2026-09-03'],
    ['3/4/2026', 'DD/MM/YYYY', '2026-04-03'],
    ['3/4/2026', 'MM/DD/YYYY', '2026-03-04'],
    ['3.4.2026', 'D MMM YYYY', '2026-04-03'],
    ['2026-4-3', 'MM/DD/YYYY', '2026-04-03'],
    ['today', 'D MMM YYYY', '2026-11-23'],
    ['Yesterday', 'D MMM YYYY', '2026-11-22'],
    ['3 days ago', 'D MMM YYYY', '2026-11-20'],
    ['3d', 'D MMM YYYY', '2026-11-20'],
    ['2 weeks ago', 'YYYY-MM-DD', '2026-11-09'],
    ['2w', 'D MMM YYYY', '2026-11-09'],
    ['in 10 days', 'D MMM YYYY', '2026-12-03'],
    ['٣ days ago', 'D MMM YYYY', null],
    // Not guessed: two digit years, an unclear order, a day that does not exist, a month cut to one letter.
    ['3/4/26', 'DD/MM/YYYY', null],
    ['3/4/2026', 'YYYY-MM-DD', null],
    ['31 Feb 2026', 'D MMM YYYY', null],
    ['29/02/2025', 'DD/MM/YYYY', null],
    ['3 j 2026', 'D MMM YYYY', null],
    ['12', 'D MMM YYYY', null],
    ['', 'D MMM YYYY', null],
    ['abc', 'D MMM YYYY', null],
  ] as const)('reads %s where the clinic writes %s', (typed, format, expected) => {
    expect(readDate(typed, { format, today: TODAY })).toBe(expected);
  });

  it('counts 7d ahead where the field looks ahead, and "ago" back all the same', () => {
    const options = { format: 'D MMM YYYY', today: TODAY, direction: 'future' } as const;
    expect(readDate('7d', options)).toBe('2026-11-30');
    expect(readDate('7 days ago', options)).toBe('2026-11-16');
  });

  it('reads back every date it writes, in every format', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...DATE_FORMATS), (date, format) => {
        expect(readDate(formatDate(date, format), { format, today: TODAY })).toBe(date);
      }),
    );
  });

  it('never gives a date that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...DATE_FORMATS), (typed, format) => {
        const date = readDate(typed, { format, today: TODAY });
        if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('calendar arithmetic', () => {
  it('adds and counts days without a clock', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('counts completed years, and a birthday on 29 February from 1 March', () => {
    expect(ageOn('1979-03-14', '2026-03-13')).toBe(46);
    expect(ageOn('1979-03-14', '2026-03-14')).toBe(47);
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25);
    expect(ageOn('2000-02-29', '2026-03-01')).toBe(26);
  });

  it('knows which days exist', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2025, 2, 29)).toBeNull();
    expect(calendarDate(26, 1, 1)).toBeNull();
  });
});

describe('words for dates', () => {
  it('says how far a day is', () => {
    expect(formatDistance(TODAY, TODAY)).toBe('today');
    expect(formatDistance('2026-11-22', TODAY)).toBe('1 day ago');
    expect(formatDistance('2026-11-27', TODAY)).toBe('in 4 days');
  });

  it('leaves the year out only where it is this year', () => {
    expect(formatShortDate('2026-10-12', TODAY, 'D MMM YYYY')).toBe('12 Oct');
    expect(formatShortDate('2025-10-12', TODAY, 'D MMM YYYY')).toBe('12 Oct 2025');
    expect(formatShortDate('2026-10-12', TODAY, 'DD/MM/YYYY')).toBe('12/10/2026');
    expect(formatDayHeading(TODAY)).toBe('Monday 23 November');
  });

  it('puts an instant on the clinic wall: another day on the other side of the world', () => {
    expect(dateOfInstant('2026-11-23T23:30:00.000Z', 'Pacific/Kiritimati')).toBe('2026-11-24');
    expect(dateOfInstant('2026-11-23T03:30:00.000Z', 'America/New_York')).toBe('2026-11-22');
    expect(formatTime('2026-11-23T00:05:00.000Z', 'UTC')).toBe('00:05');
  });
});
