import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../renderer/features/visit/state/text-value.ts';

const ANGLE = { min: 0, max: 120, whole: true };

describe('an angle as typed', () => {
  it.each([
    ['-5', 'out-of-range'],
    ['400', 'out-of-range'],
    ['abc', 'not-a-number'],
    ['45.5', 'not-whole'],
    ['45,', 'not-whole'],
    ['4 5', 'not-a-number'],
    ['1e2', 'not-a-number'],
    ['°', 'not-a-number'],
    ['121', 'out-of-range'],
  ])('%s cannot be read', (text, code) => {
    expect(readNumber(text, ANGLE)).toEqual({ ok: false, code });
  });

  it.each([
    ['0', 0],
    ['42', 42],
    [' 42° ', 42],
    ['120', 120],
    ['', null],
    ['  ', null],
  ])('%s is read', (text, value) => {
    expect(readNumber(text, ANGLE)).toEqual({ ok: true, value });
  });
});

it('reads a temperature with a comma', () => {
  expect(readNumber('38,4', { min: 30, max: 45, whole: false })).toEqual({ ok: true, value: 38.4 });
});
