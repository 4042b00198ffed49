import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawReport, type ReportTable } from '../../electron/pdf/draw-report.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { stampCopy } from '../../electron/pdf/stamp-copy.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { type Paper, PAPERS as PAPER_SIZES } from '../../shared/schemas/clinic.ts';
import { CLINIC, EMERGENCIES, input, PATIENT, SAFETY } from './fixtures.ts';
import { readFile, rewriteFile } from './pdf-file.ts';
import { joinPages, nodesOf, ownText, readTagged, uaFaults, walk } from './pdf-structure.ts';
import { draw, FONTS_DIR, plain, sha256 } from './read-pdf.ts';
import { SPOILED } from './spoiled-files.ts';
import { spokenWalk } from './spoken-walk.ts';
import { inLanguage, TYPICAL_PHASE_1, TYPICAL_VISITS } from './typical-visits.ts';
import { ruleFaults } from './ua-rules.ts';

const large = (given: HandoutInput): HandoutInput => ({ ...given, options: { ...given.options, largePrint: true } });
const PAPERS: readonly [string, HandoutInput][] = [
  ...Object.entries(TYPICAL_VISITS),
  ['a usual week-2 plan', input()],
  ['large print', large(input())],
  ['Spanish', inLanguage(input(), 'es')],
  ['emergency', input({ assessment: EMERGENCIES.ED })],
  ['emergency, Spanish', inLanguage(input({ assessment: EMERGENCIES.ED }), 'es')],
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

  it('says of the words for the staff that they are English, on a sheet in another language', async () => {
    const given = input({ assessment: EMERGENCIES.ED });
    const foreignOf = async (one: HandoutInput): Promise<string[]> => {
      const { pages } = await readTagged((await draw(one)).pdf);
      const nodes = pages.flatMap(({ tree }) => (tree === null ? [] : nodesOf(tree)));
      return nodes.filter(({ language }) => language !== '').map((node) => `${node.role} ${node.language}: ${ownText(node)}`);
    };
    for (const largePrint of [false, true]) {
      const spanish = inLanguage({ ...given, options: { ...given.options, largePrint } }, 'es');
      expect(await foreignOf(spanish)).toEqual(['Span en-GB: new bladder problem', 'Span en-GB: numb in the saddle area']);
      expect(await uaFaults((await draw(spanish)).pdf)).toEqual([]);
    }
    expect(await foreignOf(given)).toEqual([]);
  });

  it('names no patient in its bookmarks', async () => {
    const { pdf } = await draw(input());
    const { bookmarks } = await readTagged(pdf);
    for (const { title } of bookmarks) expect(title).not.toContain(PATIENT.familyName);
  });

  const drawn = draw(input());
  it.each(SPOILED)('is found at fault for %s', async (_, clause, spoil) => {
    const { pdf } = await drawn;
    const faults = ruleFaults(readFile(spoil(pdf)));
    expect(faults.filter((fault) => fault.startsWith(`${clause}: `))).not.toEqual([]);
  });

  it('is not found at fault for being written anew', async () => {
    const { pdf } = await draw(input());
    expect(await uaFaults(rewriteFile(pdf, (body) => body))).toEqual([]);
  });
});

describe('the file of a report', () => {
  const report = (rowCount: number, paper: Paper): ReportTable => ({
    title: 'Audit trail',
    lines: [CLINIC.name, 'From 1 Nov 2026 to 20 Nov 2026'],
    columns: ['When', 'Who', 'What', 'Patient'].map((title) => ({ title, share: 0.25 })),
    rows: Array.from({ length: rowCount }, (_, index) => [
      `20 Nov 2026, 10:${index}`,
      `${PATIENT.givenNames} ${PATIENT.familyName}`,
      'Opened a record, and the reason for it, which is so long that it goes on in the next line of its cell',
      'Ольга 伟',
    ]),
    paper,
    madeOn: '2026-11-20',
    author: CLINIC.name,
  });

  it.each(PAPER_SIZES.flatMap((paper) => [0, 1, 60].map((rowCount) => [rowCount, paper] as const)))(
    'keeps what PDF/UA-1 asks for, and is the same each time: %s rows, %s',
    async (rowCount, paper) => {
      const pdf = await drawReport(report(rowCount, paper), loadFonts(FONTS_DIR));
      expect(ruleFaults(readFile(pdf))).toEqual([]);
      expect(sha256(await drawReport(report(rowCount, paper), loadFonts(FONTS_DIR)))).toBe(sha256(pdf));
    },
  );
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
