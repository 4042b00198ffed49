import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { stampCopy } from '../../electron/pdf/stamp-copy.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { EMERGENCIES, input, PATIENT, SAFETY } from './fixtures.ts';
import { joinPages, nodesOf, ownText, readTagged, uaFaults, walk } from './pdf-structure.ts';
import { draw, FONTS_DIR, plain } from './read-pdf.ts';
import { spokenWalk } from './spoken-walk.ts';
import { inLanguage, TYPICAL_PHASE_1, TYPICAL_VISITS } from './typical-visits.ts';

const large = (given: HandoutInput): HandoutInput => ({ ...given, options: { ...given.options, largePrint: true } });
const PAPERS: readonly [string, HandoutInput][] = [
  ...Object.entries(TYPICAL_VISITS),
  ['a usual week-2 plan', input()],
  ['large print', large(input())],
  ['Spanish', inLanguage(input(), 'es')],
  ['emergency', input({ assessment: EMERGENCIES.ED })],
  ['safety', input({ assessment: SAFETY.openDiscussion })],
  ['safety, large print', large(input({ assessment: SAFETY.openDiscussion }))],
];

const hasQpdf = (() => {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();
const folder = mkdtempSync(join(tmpdir(), 'ua-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the file of a sheet', () => {
  it.each(PAPERS)('keeps what PDF/UA-1 asks for: %s', async (_, given) => {
    const { pdf } = await draw(given);
    expect(await uaFaults(pdf)).toEqual([]);
  });

  it.each(PAPERS)('has a bookmark for its title, each module, the chart, the safety block and the slip: %s', async (_, given) => {
    const { pdf } = await draw(given);
    const document = buildHandout(given);
    const expected = document.blocks.flatMap((block): string[] => {
      if (block.type === 'title') return [block.sentence.text];
      if (block.type === 'safety') return [block.now[0]?.text ?? ''];
      return 'heading' in block ? [block.heading.text] : [];
    });
    const { bookmarks, pages } = await readTagged(pdf);
    expect(bookmarks.map(({ title }) => plain(title))).toEqual(expected.map(plain));
    for (const { title, page } of bookmarks) {
      const tree = pages[page]?.tree ?? null;
      const headings = tree === null ? [] : nodesOf(tree).filter(({ role }) => /^H\d$/.test(role));
      expect(headings.some((node) => ownText(node).startsWith(plain(title)))).toBe(true);
    }
  });

  it.each(PAPERS)('is read aloud in the order of the document, element by element: %s', async (_, given) => {
    const { pdf } = await draw(given);
    const { pages } = await readTagged(pdf);
    const said = pages.map(({ tree }) => (tree === null ? [] : walk(tree)));
    expect(joinPages(said)).toEqual(spokenWalk(buildHandout(given), given.options.largePrint));
  });

  it.skipIf(!hasQpdf)('passes qpdf, and so does its copy', async () => {
    const fonts = loadFonts(FONTS_DIR);
    for (const [name, given] of PAPERS) {
      const { pdf } = await draw(given);
      for (const bytes of [pdf, stampCopy(pdf, 'Copy of 13 Nov 2026', fonts)]) {
        const path = join(folder, `${name}.pdf`);
        writeFileSync(path, bytes);
        expect(() => execFileSync('qpdf', ['--check', path], { stdio: 'pipe' }), name).not.toThrow();
      }
    }
  });

  it('keeps its flag, bookmarks and structure in a copy', async () => {
    const { pdf } = await draw(input());
    const copy = stampCopy(pdf, 'Copy of 13 Nov 2026', loadFonts(FONTS_DIR));
    expect(await uaFaults(copy)).toEqual([]);
    expect(await readTagged(copy)).toEqual(await readTagged(pdf));
  });

  it('names no patient in its bookmarks', async () => {
    const { pdf } = await draw(input());
    const { bookmarks } = await readTagged(pdf);
    for (const { title } of bookmarks) expect(title).not.toContain(PATIENT.familyName);
  });

  it('is found at fault where something is missing', async () => {
    const text = Buffer.from((await draw(input())).pdf).toString('latin1');
    const spoiled = (from: string, to: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
    expect(await uaFaults(spoiled('<pdfuaid:part>1', '<pdfuaid:part>x'))).toHaveLength(1);
    expect(await uaFaults(spoiled('/Tabs /S', '/Tabs /R'))).toHaveLength(1);
    expect(await uaFaults(spoiled('/S /H1', '/S /H3'))).not.toEqual([]);
    expect(await uaFaults(spoiled('/S /TH', '/S /TD'))).not.toEqual([]);
  });
});

describe('a typical sheet of phase 1', () => {
  it('reads aloud on page 1 from the title through every module', async () => {
    const given = TYPICAL_PHASE_1['an irritable leg'];
    if (given === undefined) throw new Error('unknown');
    const tree = (await readTagged((await draw(given)).pdf)).pages[0]?.tree ?? null;
    const said = tree === null ? [] : walk(tree);
    expect(said.slice(0, 5)).toEqual([
      'H1: Your home plan for sciatica',
      'P: For Marguerite Vanterpoole, born 14 Feb 1979. Visit of 20 Nov 2026. Phase 1.',
      'P: For now, calm the nerve first. Move a little, and add more as it settles.',
      'P: Walk a little, many times a day.',
      'P: Do not stretch hard.',
    ]);
    if (process.env['WALK'] !== undefined) process.stdout.write(`${said.join('\n')}\n`);
  });
});
