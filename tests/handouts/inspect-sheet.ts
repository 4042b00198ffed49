import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { canPrint, loadFonts } from '../../electron/pdf/fonts.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { type HandoutBlock, type HandoutDocument, sentencesOf } from '../../shared/handouts/document-model.ts';
import { blockGrades, lintHandout } from '../../shared/handouts/lint.ts';
import { makePrintable } from '../../shared/handouts/printable.ts';
import type { HandoutProblem } from '../../shared/schemas/handout.ts';
import { pngOf } from '../helpers/png.ts';
import { readFile } from './pdf-file.ts';
import { FONTS_DIR, plain, type ReadPage, readPdf } from './read-pdf.ts';
import { ruleFaults } from './ua-rules.ts';

const fonts = loadFonts(FONTS_DIR);
const POINTS_PER_MM = 72 / 25.4;
const TOLERANCE_PT = 0.5;

export type Inspected = { pdf: Uint8Array; pageCount: number; sheet: HandoutDocument['sheet']; faults: string[] };

/** Builds, draws and reads back a sheet, and names everything that a sheet must never show (spec 9, 13). */
export async function inspectSheet(given: HandoutInput): Promise<Inspected> {
  const document = buildHandout(given);
  const { logo } = given.clinic;
  const png = logo === null ? null : pngOf(logo.widthPx, logo.heightPx);
  const drawn = await drawHandout(document, { ...given.options, logo: png }, fonts);
  const faults = documentFaults(document, [...lintHandout(document, given.assessment), ...drawn.problems]);
  const read = drawn.pdf.length === 0 ? ['not drawn'] : await fileFaults(document, drawn.pdf);
  return { pdf: drawn.pdf, pageCount: drawn.pageCount, sheet: document.sheet, faults: [...faults, ...read] };
}

const NEVER_ON_PAPER: readonly HandoutProblem['code'][] = ['missing-glyph', 'text-outside-page', 'pemat'];

/** What the linter and the renderer refuse or must not find, and every block that is hard to read. */
export function documentFaults(document: HandoutDocument, problems: readonly HandoutProblem[]): string[] {
  return [
    ...problems.filter(({ hard, code }) => hard || NEVER_ON_PAPER.includes(code)).map((problem) => problem.message),
    ...blockGrades(document)
      .filter(({ isEasy }) => !isEasy)
      .map(({ id, grade }) => `${id} reads at ${grade}`),
  ];
}

/** What is wrong with the file of a sheet: its words and pictures, their places, their tags and their order, against the document, and what PDF/UA-1 does not allow. */
export async function fileFaults(document: HandoutDocument, pdf: Uint8Array): Promise<string[]> {
  const printable = makePrintable(document, (text) => canPrint(fonts, text)).document;
  const pages = await readPdf(pdf);
  const smallestPt = document.largePrint ? 18 : 12;
  const bytes = Buffer.from(pdf);
  const { logo } = document.header;
  const shown = pages[0]?.figures[0]?.alt;
  return [
    ...pages.flatMap((page, index) => [...outsideMargins(page, smallestPt), ...strandedHeading(page, index, pages.length)]),
    ...apartFromPicture(printable, pages),
    ...spokenInOrder(printable, pages),
    ...(bytes.includes(`/Lang (${document.language})`) ? [] : [`language is not ${document.language}`]),
    ...ruleFaults(readFile(pdf)),
    ...(logo === null || shown === logo.alt ? [] : [`the logo is not the first picture, but ${shown ?? 'nothing'}`]),
  ];
}

/** What `qpdf --check` says of the file, which must be installed; nothing where the file is sound. */
export function qpdfFaults(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'qpdf-'));
  try {
    const path = join(folder, 'sheet.pdf');
    writeFileSync(path, pdf);
    const { status, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    return status === 0 ? [] : [`qpdf: ${stderr}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outsideMargins(page: ReadPage, smallestPt: number): string[] {
  const sidePt = 16 * POINTS_PER_MM - TOLERANCE_PT;
  const endPt = 12 * POINTS_PER_MM - TOLERANCE_PT;
  return page.boxes.flatMap((box) => {
    const isInside =
      box.leftPt >= sidePt && box.rightPt <= page.widthPt - sidePt && box.topPt >= endPt && box.bottomPt <= page.heightPt - endPt;
    return [
      ...(isInside ? [] : [`outside the margins: ${box.text}`]),
      ...(box.sizePt >= smallestPt ? [] : [`${box.sizePt} pt: ${box.text}`]),
    ];
  });
}

const CONTENT_ROLES = ['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'Figure', 'TH', 'TD'];

function strandedHeading(page: ReadPage, index: number, pageCount: number): string[] {
  const last = page.roles.findLast((role) => CONTENT_ROLES.includes(role));
  return last?.startsWith('H') === true && index < pageCount - 1 ? [`page ${index + 1} ends in a heading`] : [];
}

function apartFromPicture(document: HandoutDocument, pages: readonly ReadPage[]): string[] {
  return document.blocks.flatMap((block) => {
    // A long text without a picture may go on, on the next page.
    if (block.type !== 'module' || block.picture === null) return [];
    const texts = sentencesOf(block).map((sentence) => plain(sentence.text));
    const page = pages.find(({ text, figures }) => {
      const isWhole = texts.every((text_) => text.includes(text_));
      return isWhole && figures.some(({ alt }) => alt === block.picture?.alt.text);
    });
    return page === undefined ? [`${block.module} is not whole on a page with its picture`] : [];
  });
}

/** The table to tick is read cell by cell, in large print in several tables; only its heading stands in the running text. */
function spokenSentences(block: HandoutBlock): string[] {
  return block.type === 'tick-chart' ? [block.heading.text] : sentencesOf(block).map((sentence) => sentence.text);
}

/** Letters of a word that may be longer than its line, which then ends within it. */
const LONG_WORD = /\p{L}{20,}/gu;

/** pdf.js puts a space for the end of every line; a word may go on in the next line after its hyphen, or where it fills the line. */
function joined(text: string, longWords: readonly string[]): string {
  return longWords.reduce(
    (all, word) => all.replaceAll(new RegExp([...word].join(' ?'), 'gu'), word),
    text.replace(/(?<=\p{L}-) (?=\p{L})/gu, ''),
  );
}

function spokenInOrder(document: HandoutDocument, pages: readonly ReadPage[]): string[] {
  const text = plain(document.blocks.flatMap(spokenSentences).join(' '));
  const longWords = [...new Set(text.match(LONG_WORD))];
  const expected = joined(text, longWords);
  const spoken = joined(plain(pages.map((page) => page.spoken).join(' ')), longWords);
  if (spoken === expected) return [];
  const at = [...expected].findIndex((character, index) => spoken[index] !== character);
  return [`read aloud from “${spoken.slice(at - 20, at + 60)}”, the document has “${expected.slice(at - 20, at + 60)}”`];
}
