import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../renderer/components/numbers.ts';

const ANGLE = { min: 0, max: 120, whole: true };
const TEMPERATURE = { min: 30, max: 45, whole: false };

describe('readNumber', () => {
  it.each([
    ['42', 42],
    [' 42° ', 42],
    ['0', 0],
    ['-0', 0],
    ['４２', 42],
    ['', null],
    ['   ', null],
  ])('reads %j as %j', (typed, value) => {
    expect(readNumber(typed, ANGLE)).toEqual({ ok: true, value });
  });

  it.each([
    ['-5', 'out-of-range'],
    ['\u22125', 'out-of-range'],
    ['400', 'out-of-range'],
    ['45.5', 'not-whole'],
    ['45,5', 'not-whole'],
    ['abc', 'not-a-number'],
    ['4e1', 'not-a-number'],
    ['1,000', 'not-whole'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['.', 'not-a-number'],
  ])('refuses %j with %s and never rounds or clamps it', (typed, code) => {
    expect(readNumber(typed, ANGLE)).toEqual({ ok: false, code });
  });

  it('takes a decimal comma where decimals are allowed', () => {
    expect(readNumber('38,4', TEMPERATURE)).toEqual({ ok: true, value: 38.4 });
    expect(readNumber('38,400', TEMPERATURE)).toEqual({ ok: false, code: 'not-a-number' });
  });
});
