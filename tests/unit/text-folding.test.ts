import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findTypedRanges,
  foldText,
  toNameKey,
  toOwnNumberKey,
  toSearchTerms,
  toSearchText,
  toSortName,
} from '../../shared/text-folding.ts';

/** What the search index does: every typed word in one of its spellings, the last word of a spelling as the start of a word. */
function finds(typed: string, names: readonly string[]): boolean {
  const index = ` ${toSearchText(names)}`;
  const terms = toSearchTerms(typed);
  return terms.length > 0 && terms.every((spellings) => spellings.some((words) => index.includes(` ${words.join(' ')}`)));
}

describe('a name is found however it is typed', () => {
  const cases: [typed: string, name: string][] = [
    ['luk', 'Łukasz'],
    ['sore', 'Sørensen'],
    ['soerensen', 'Sørensen'],
    ['mueller', 'Müller'],
    ['muller', 'Müller'],
    ['MÜLLER', 'Mueller'],
    ['do', 'Đỗ'],
    ['nguyen', 'Nguyễn'],
    ['strasse', 'Straße'],
    ['aegir', 'Ægir'],
    ['thora', 'Þóra'],
    ['isik', 'Işık'],
    ['ISIK', 'ışık'],
    ['izmir', 'İzmir'],
    ['aaberg', 'Åberg'],
    ['aberg', 'Åberg'],
    ['小明', '王小明'],
    ['王', '王小明'],
    ['민수', '김민수'],
    ['オバ', '小林オバ'],
    ['obrien', 'O’Brien'],
    ["o'brien", 'O’Brien'],
    ['brien', "O'Brien"],
    ['o brien', "O'Brien"],
    ['jones', 'Smith-Jones'],
    ['मीरा', 'मीरा'],
    ['محمد', 'مُحَمَّد'],
    ['Jose\u0301', 'José'],
    ['ｓｍｉｔｈ', 'Smith'],
    ['7', '0007'],
    ['A𠀀', 'ʻA𠀀'],
    ['müller小', 'Müller小明'],
  ];
  test.each(cases)('%s finds %s', (typed, name) => {
    expect(finds(typed, [name])).toBe(true);
  });

  test('but not another name', () => {
    expect(finds('मीरा', ['मोर'])).toBe(false);
    expect(finds('明小', ['王小明'])).toBe(false);
    expect(finds('kowalska anna', ['Kowalska', 'Ewa'])).toBe(false);
  });

  test('text without a letter or digit cannot be searched for', () => {
    expect(toSearchTerms('"*-')).toEqual([]);
    expect(toSearchTerms(`'`)).toEqual([]);
  });
});

describe('any name', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  const letters = fc.stringMatching(/^[\p{L}]{1,12}$/u);

  test('is found by itself, and by the beginning of each of its words', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), (words) => {
        const whole = words.join(' ');
        return finds(whole, [whole]) && words.every((word) => finds(word, [whole]));
      }),
    );
  });
  test('is found in upper and lower case, composed and decomposed', () => {
    fc.assert(
      fc.property(
        letters,
        (word) => finds(word.normalize('NFD'), [word.normalize('NFC')]) && finds(word.normalize('NFC'), [word.normalize('NFD')]),
      ),
    );
    fc.assert(fc.property(fc.stringMatching(/^[a-zà-öø-ÿāăąćčďđęěğłńňőœřśşšťůűźżž]{1,12}$/), (word) => finds(word.toUpperCase(), [word])));
  });
  test('folds the same twice, and never gives a quote the index could trip over', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(toSearchTerms(text).flat(2).join('')).not.toMatch(/["*():^{}+-]/);
      }),
    );
  });
  test('has a key that ignores the order of names', () => {
    fc.assert(fc.property(name, name, (given, family) => toNameKey(given, family) === toNameKey(family, given)));
  });
});

describe('keys', () => {
  test('a likely duplicate has the same name key', () => {
    expect(toNameKey('Jürgen', 'Müller')).toBe(toNameKey('Juergen', 'Mueller'));
    expect(toNameKey('JURGEN', 'Muller')).toBe(toNameKey('Jürgen', 'Müller'));
    expect(toNameKey('Sinéad', "O'Brien")).toBe(toNameKey('Sinead', 'OBrien'));
    expect(toNameKey('Anna', 'Kowalska')).not.toBe(toNameKey('Anna', 'Kowalski'));
  });
  test('own numbers are the same without case, signs and leading zeros, and sort by number', () => {
    expect(toOwnNumberKey('A-0012')).toBe(toOwnNumberKey('a 12'));
    expect(toOwnNumberKey('9') < toOwnNumberKey('10')).toBe(true);
    expect(toOwnNumberKey('  ')).toBe('');
    expect(toOwnNumberKey('1-2')).not.toBe('');
  });
  test('a short family name comes before a longer one that begins with it', () => {
    expect(toSortName('Zoe', 'Li') < toSortName('Ann', 'Lin')).toBe(true);
  });
});

describe('what was found is marked', () => {
  const marked = (text: string, typed: string): string[] => findTypedRanges(text, typed).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['Łukasz', 'luk', ['Łuk']],
    ['Müller', 'mue', ['Mü']],
    ['王小明', '小明', ['小明']],
    ['王小明', '明小', []],
    ["O'Brien", 'obr', ["O'Br"]],
    ['Anna Maria', 'mar ann', ['Ann', 'Mar']],
    ['Jose\u0301 A', 'jose', ['Jose\u0301']],
    ['Kowalska', 'walska', []],
  ])('%s, %s', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected);
  });
  test('never outside the text, never overlapping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
        let last = 0;
        for (const { start, end } of findTypedRanges(text, typed)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
