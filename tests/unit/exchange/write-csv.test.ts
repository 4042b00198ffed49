import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../electron/exchange/write-csv.ts';

describe('a list as a file', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x")\nsecond line', '＝1+1', '＋1', '－1', '＠A1'])(
    'keeps %j as text',
    (cell) => {
      const [row] = Papa.parse<string[]>(writeCsv([[cell, 'b']]).slice(1)).data;
      expect(row?.[0]?.startsWith("'")).toBe(true);
      expect(row?.[1]).toBe('b');
    },
  );

  test.each(['Zoë Ćwikła', '2026-11-22 14:05:09', 'a=b', 'one\n=two', ''])('leaves %j as it is', (cell) => {
    expect(Papa.parse<string[]>(writeCsv([[cell, 7]]).slice(1)).data[0]).toEqual([cell, '7']);
  });
});
