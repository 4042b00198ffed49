import { describe, expect, test } from 'vitest';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { buildHandout } from '../../shared/handouts/build.ts';
import type { HandoutDocument } from '../../shared/handouts/document-model.ts';
import { input, PATIENT } from './fixtures.ts';
import { FONTS_DIR, readText, sha256 } from './read-pdf.ts';

const OPTIONS = { paper: 'A4', largePrint: false } as const;

/** A sheet with this name and nothing else, so that no other letter of the page says what its parts stand for. */
function nameAlone(name: string): HandoutDocument {
  const whole = sheetOf('A', 'A');
  return {
    ...whole,
    sheet: 'safety',
    header: { clinic: '', page: '', person: '', date: '', logo: null },
    nameByHand: { name: '', ownNumber: '' },
    blocks: [{ type: 'patient-line', sentences: [{ id: 'name', text: name }] }],
  };
}

function sheetOf(givenNames: string, familyName: string): HandoutDocument {
  return buildHandout(input({ patient: { ...PATIENT, givenNames, familyName } }));
}

/** Letters that the font draws from the plain letters of the names below. */
const ACCENTED = ['Ć', 'Å', 'Ž', 'ó', 'é', 'Ά', 'Й', 'й', 'Ễ', 'ờ', 'Ў'];
const PLAIN: readonly [string, string][] = [
  ['Cornelius', 'Abernathwaite'],
  ['Αλεξανδρος', 'Οδυσσευς Μαμμα'],
  ['Иосиф', 'Владимир'],
];

describe('the text of a sheet, as it is read aloud and searched', () => {
  test.each(PLAIN)('%s %s is whole after sheets with accented names', async (givenNames, familyName) => {
    const fonts = loadFonts(FONTS_DIR);
    for (const name of ACCENTED) await drawHandout(nameAlone(name), OPTIONS, fonts);
    const { pdf } = await drawHandout(sheetOf(givenNames, familyName), OPTIONS, fonts);
    const text = await readText(pdf);
    expect(text).toContain(`${givenNames} ${familyName}`);
    // In every weight it stands in: no name without its first letter.
    expect(text.replaceAll(givenNames, '')).not.toContain(givenNames.slice(1));
    expect(text.replaceAll(familyName, '')).not.toContain(familyName.slice(1));
  });

  test('what was drawn before changes no byte of a sheet', async () => {
    const first = await drawHandout(sheetOf('Cornelius', 'Abernathwaite'), OPTIONS, loadFonts(FONTS_DIR));
    const fonts = loadFonts(FONTS_DIR);
    for (const name of ACCENTED) await drawHandout(nameAlone(name), OPTIONS, fonts);
    const later = await drawHandout(sheetOf('Cornelius', 'Abernathwaite'), OPTIONS, fonts);
    expect(sha256(later.pdf)).toBe(sha256(first.pdf));
  });
});
