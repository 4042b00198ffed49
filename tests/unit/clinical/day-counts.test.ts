import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ageYearsOn, daysBetween, daysSince } from '../../../shared/clinical/day-counts.ts';
import { calendarDateSchema } from '../../../shared/schemas/common.ts';

describe('Days between calendar dates', () => {
  test.each([
    ['2026-03-16', '2026-03-16', 0],
    ['2026-03-15', '2026-03-16', 1],
    ['2026-03-16', '2026-03-15', -1],
    ['2026-03-28', '2026-03-30', 2], // clocks change on 29 March in Europe
    ['2026-10-24', '2026-10-26', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['1999-12-31', '2000-01-01', 1],
    ['1900-02-28', '1900-03-01', 1],
    ['0099-12-31', '0100-01-01', 1],
    ['2026-03-02', '2026-03-16', 14],
  ])('%s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test('The count and the date agree, whatever the zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      for (const each of ['UTC', 'Pacific/Kiritimati', 'America/New_York']) {
        process.env['TZ'] = each;
        fc.assert(
          fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
            const date = addDays('2026-03-16', days);
            expect(calendarDateSchema.safeParse(date).success).toBe(true);
            expect(daysBetween('2026-03-16', date)).toBe(days);
            expect(daysSince(date, '2026-03-16')).toBe(days === 0 ? 0 : -days);
          }),
        );
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('A date not recorded has no count', () => {
    expect(daysSince(null, '2026-03-16')).toBeNull();
  });

  test('Text that is not a date is a bug', () => {
    expect(() => daysBetween('16.3.2026', '2026-03-16')).toThrow(RangeError);
  });
});

test.each([
  ['1980-03-16', '2026-03-15', 45],
  ['1980-03-16', '2026-03-16', 46],
  ['1980-02-29', '2026-02-28', 45],
  ['1980-02-29', '2026-03-01', 46],
  ['1980-02-29', '2028-02-29', 48],
  ['2026-03-16', '2026-03-16', 0],
])('Born %s, on %s', (birthDate, on, years) => {
  expect(ageYearsOn(birthDate, on)).toBe(years);
});
