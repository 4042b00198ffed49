import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { stampCopy } from '../../electron/pdf/stamp-copy.ts';
import { EMERGENCIES, input } from './fixtures.ts';
import { draw, FONTS_DIR, readPdf, sha256 } from './read-pdf.ts';

const fonts = loadFonts(FONTS_DIR);
const LINE = 'Copy of 13 Nov 2026';

describe('a reprint', () => {
  it.each([
    ['home care', input()],
    ['emergency on Letter', input({ assessment: EMERGENCIES.ED, options: { kind: 'plan', paper: 'Letter', largePrint: false } })],
    ['large print', input({ options: { kind: 'plan', paper: 'A4', largePrint: true } })],
  ])('holds the given bytes unchanged, the same pages, words and structure: %s', async (_, given) => {
    const { pdf, pageCount } = await draw(given);
    const copy = stampCopy(pdf, LINE, fonts);
    expect(sha256(copy.subarray(0, pdf.length))).toBe(sha256(pdf));
    const [before, after] = [await readPdf(pdf), await readPdf(copy)];
    expect(after).toEqual(before);
    expect(
      Buffer.from(copy.subarray(pdf.length))
        .toString('latin1')
        .match(/\/Type \/Page\n/g),
    ).toHaveLength(pageCount);
  });

  it('differs by its line, and is the same each time', async () => {
    const { pdf } = await draw(input());
    expect(sha256(stampCopy(pdf, LINE, fonts))).toBe(sha256(stampCopy(pdf, LINE, fonts)));
    expect(sha256(stampCopy(pdf, 'Copia del 13 nov 2026', fonts))).not.toBe(sha256(stampCopy(pdf, LINE, fonts)));
  });

  it('is not made from bytes that are no sheet', () => {
    expect(() => stampCopy(new TextEncoder().encode('%PDF-1.7 nothing'), LINE, fonts)).toThrow('table');
  });
});
