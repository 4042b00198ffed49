import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecoveryKey, RECOVERY_GROUPS, RECOVERY_SYMBOLS, toRecoveryGroups } from '../../shared/recovery-key.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: RECOVERY_SYMBOLS, maxLength: RECOVERY_SYMBOLS });
const dataOf = (key: readonly number[]): string => key.map((value) => SYMBOLS[value]).join('');

describe('a recovery key', () => {
  test('is read however it is typed', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(' ', '-', '', '\n', ' - ', '  '), fc.boolean(), (key, between, lower) => {
        const shown = toRecoveryGroups(key).join(between);
        const typed = lower ? shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l') : shown;
        expect(readRecoveryKey(` ${typed} `)).toEqual({ ok: true, key: dataOf(key) });
      }),
    );
  });

  test('with one wrong symbol names its group', () => {
    fc.assert(
      fc.property(values, fc.nat(39), fc.integer({ min: 1, max: 31 }), (key, at, by) => {
        const groups = toRecoveryGroups(key).map((group) => Array.from(group));
        const group = groups[Math.floor(at / 5)] ?? [];
        const wrong = (SYMBOLS.indexOf(group[at % 5] ?? '') + by) % 32;
        group[at % 5] = SYMBOLS[wrong] ?? '';
        const typed = groups.map((each) => each.join('')).join(' ');
        expect(readRecoveryKey(typed)).toEqual({ ok: false, wrongGroups: [Math.floor(at / 5) + 1] });
      }),
    );
  });

  test('with any two symbols of a group exchanged names its group', () => {
    fc.assert(
      fc.property(values, fc.nat(RECOVERY_GROUPS - 1), fc.nat(4), fc.nat(4), (key, number, a, b) => {
        const groups = toRecoveryGroups(key);
        const group = Array.from(groups[number] ?? '');
        [group[a], group[b]] = [group[b] ?? '', group[a] ?? ''];
        const isSame = group.join('') === groups[number];
        groups[number] = group.join('');
        expect(readRecoveryKey(groups.join('-')).ok).toBe(isSame);
      }),
    );
  });

  test('with two groups exchanged, a group too short, one missing or another letter is refused', () => {
    const groups = toRecoveryGroups(Array.from({ length: RECOVERY_SYMBOLS }, (_, index) => index));
    const [first = '', second = '', ...rest] = groups;
    expect(readRecoveryKey([second, first, ...rest].join(' '))).toEqual({ ok: false, wrongGroups: [1, 2] });
    expect(readRecoveryKey([first.slice(1), second, ...rest].join(' '))).toEqual({ ok: false, wrongGroups: [1] });
    expect(readRecoveryKey([second, ...rest].join(' '))).toEqual({ ok: false, wrongGroups: [] });
    expect(readRecoveryKey([first, `U${second.slice(1)}`, ...rest].join(' '))).toEqual({ ok: false, wrongGroups: [2] });
    expect(readRecoveryKey('')).toEqual({ ok: false, wrongGroups: [] });
  });
});
