import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate, toCalendarDate } from '../../shared/typed-dates.ts';

describe('a date is read as people and programs write it', () => {
  test.each([
    ['1984-03-12', 'DMY'],
    ['1984/3/12', 'MDY'],
    ['12/03/1984', 'DMY'],
    ['12.3.1984', 'DMY'],
    ['12. 3. 1984', 'DMY'],
    ['03/12/1984', 'MDY'],
    ['12 Mar 1984', 'MDY'],
    ['12-March-1984', 'YMD'],
    ['12th March, 1984', 'DMY'],
    ['March 12, 1984', 'DMY'],
    ['12031984', 'DMY'],
    ['19840312', 'DMY'],
    ['19840312', 'YMD'],
    ['1984-03-12T00:00:00', 'DMY'],
    ['1984-03-12 00:00', 'DMY'],
    ['1984-03-12T00:00:00.000Z', 'DMY'],
  ] as const)('%s (%s)', (text, order) => {
    expect(parseDate(text, order)).toBe('1984-03-12');
  });
  test.each(['', 'abc', '12/03/84', '1984-03-11T23:00:00Z', '31/02/1984', '12/13/1984', '0000-00-00', '12 Brumaire 1984', '1984', '45123'])(
    'not %s',
    (text) => {
      expect(parseDate(text, 'DMY')).toBeNull();
    },
  );
});

test('every real date is read back from its own text in the three orders', () => {
  const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
      expect(parseDate(iso, 'MDY')).toBe(iso);
      expect(parseDate(`${dayOfMonth}/${month}/${year}`, 'DMY')).toBe(iso);
      expect(parseDate(`${month}/${dayOfMonth}/${year}`, 'MDY')).toBe(iso);
      expect(parseDate(year + month + dayOfMonth, 'YMD')).toBe(iso);
    }),
  );
});

test('a day that does not exist is no date', () => {
  expect(toCalendarDate(2023, 2, 29)).toBeNull();
  expect(toCalendarDate(2024, 2, 29)).toBe('2024-02-29');
  expect(toCalendarDate(1984, 13, 1)).toBeNull();
});
