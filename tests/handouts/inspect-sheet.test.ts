import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import type { HandoutBlock, HandoutDocument } from '../../shared/handouts/document-model.ts';
import { lintHandout } from '../../shared/handouts/lint.ts';
import { pngOf } from '../helpers/png.ts';
import { assessment, CLINIC, input, PATIENT, P2_PLAN } from './fixtures.ts';
import { documentFaults, fileFaults, inspectSheet, qpdfFaults } from './inspect-sheet.ts';
import { FONTS_DIR } from './read-pdf.ts';

// The inspection that the sweep relies on finds each fault it looks for: here every one is made once, in the document or in the file.

const fonts = loadFonts(FONTS_DIR);
const LOGO = { logoId: '0197a000-0000-7000-8000-000000000009', widthPx: 240, heightPx: 120, sha256: '0'.repeat(64) };
const given = input({ clinic: { ...CLINIC, logo: LOGO } });
const document = buildHandout(given);

async function fileOf({ options, clinic }: HandoutInput, of = document): Promise<Uint8Array> {
  const { logo } = clinic;
  return (await drawHandout(of, { ...options, logo: logo === null ? null : pngOf(logo.widthPx, logo.heightPx) }, fonts)).pdf;
}
const pdf = await fileOf(given);

/** The file with a part of it exchanged for another as long, so that every other byte stays where it is. */
function withBytes(original: Uint8Array, from: string, to: string): Uint8Array {
  expect(to).toHaveLength(from.length);
  const text = Buffer.from(original).toString('latin1');
  expect(text).toContain(from);
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}

const withBlocks = (change: (blocks: HandoutBlock[]) => HandoutBlock[]): HandoutDocument => ({
  ...document,
  blocks: change(structuredClone(document.blocks)),
});

describe('the inspection of a sheet', () => {
  it('finds nothing wrong with a sound sheet', async () => {
    expect((await inspectSheet(given)).faults).toEqual([]);
    expect(await fileFaults(document, pdf)).toEqual([]);
  });

  it('finds a character that no font has', async () => {
    const { faults } = await inspectSheet(input({ patient: { ...PATIENT, givenNames: '美咲' } }));
    expect(faults).toContainEqual(expect.stringContaining('U+7F8E'));
    expect(faults).toContain('not drawn');
  });

  it('finds text outside the right margin and above the upper one', async () => {
    const narrower = withBytes(pdf, '/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 575.28 841.89]');
    expect(await fileFaults(document, narrower)).toContainEqual(expect.stringMatching(/^outside the margins/));
    const lower = withBytes(pdf, '/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 595.28 821.89]');
    expect(await fileFaults(document, lower)).toContainEqual(expect.stringMatching(/^outside the margins/));
  });

  it('finds letters that are smaller than the print asked for', async () => {
    expect(await fileFaults({ ...document, largePrint: true }, pdf)).toContainEqual(expect.stringMatching(/^12 pt: /));
  });

  it('finds a heading that is the last thing on a page', async () => {
    const large = input({ options: { kind: 'plan', paper: 'A4', largePrint: true } });
    const file = await fileOf(large, buildHandout(large));
    const steps = withBytes(file, '/S /LBody', '/S /H2   ');
    expect(await fileFaults(buildHandout(large), steps)).toContainEqual(expect.stringMatching(/^page \d ends in a heading$/));
  });

  it('finds a module that is not on the page of its picture', async () => {
    const other = withBlocks((blocks) =>
      blocks.map((block) =>
        block.type === 'module' && block.module === 'M03' && block.picture !== null
          ? { ...block, picture: { ...block.picture, alt: { id: 'M03.picture', text: 'Another picture.' } } }
          : block,
      ),
    );
    expect(await fileFaults(other, pdf)).toContain('M03 is not whole on a page with its picture');
  });

  it('finds a page without its pictures', async () => {
    const without = withBytes(pdf, '/S /Figure', '/S /P     ');
    const faults = await fileFaults(document, without);
    expect(faults).toContain('M03 is not whole on a page with its picture');
    expect(faults).toContainEqual(expect.stringMatching(/^the logo is not the first picture/));
  });

  it('finds what the linter refuses: a module that the record now speaks against', () => {
    const now = assessment({ ...P2_PLAN, modules: P2_PLAN.modules.filter((id) => id !== 'M02') });
    expect(documentFaults(document, lintHandout(document, now))).not.toEqual([]);
    expect(documentFaults(document, lintHandout(document, given.assessment))).toEqual([]);
  });

  it('finds a sentence that is hard to read', () => {
    const hard = withBlocks((blocks) =>
      blocks.map((block) =>
        block.type === 'module' && block.module === 'M03'
          ? { ...block, parts: [{ kind: 'prose', sentences: [{ id: 'M03.1', text: HARD_SENTENCE }] }] }
          : block,
      ),
    );
    expect(documentFaults(hard, [])).toContainEqual(expect.stringMatching(/^M03 reads at /));
  });

  it('finds a file in another language, and one without tags', async () => {
    expect(await fileFaults(document, withBytes(pdf, '/Lang (en-GB)', '/Lang (fr-FR)'))).toContain('language is not en-GB');
    expect(await fileFaults(document, withBytes(pdf, '/Marked true', '/Marked null'))).toContain('6.2: not marked as tagged');
  });

  it('finds words that are read aloud in another order, left out or doubled', async () => {
    const swapped = withBlocks((blocks) => blocks.with(3, blocks[4] as HandoutBlock).with(4, blocks[3] as HandoutBlock));
    const longer = withBlocks((blocks) => [...blocks, ...blocks.slice(-1)]);
    const shorter = withBlocks((blocks) => blocks.slice(0, -1));
    for (const other of [swapped, longer, shorter]) {
      expect(await fileFaults(other, pdf)).toContainEqual(expect.stringMatching(/^read aloud from/));
    }
  });

  it.skipIf(spawnSync('qpdf', ['--version']).status !== 0)('finds with qpdf a file that is cut short', () => {
    expect(qpdfFaults(pdf)).toEqual([]);
    expect(qpdfFaults(pdf.slice(0, pdf.length - 2000))).not.toEqual([]);
  });
});

const HARD_SENTENCE =
  'Intermittent supine positioning with simultaneous hip and knee flexion substantially diminishes neurological irritability in the majority of individuals.';
