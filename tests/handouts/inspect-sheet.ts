import { drawHandout } from '../../electron/pdf/draw.ts';
import { canPrint, loadFonts } from '../../electron/pdf/fonts.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { type HandoutBlock, type HandoutDocument, sentencesOf } from '../../shared/handouts/document-model.ts';
import { blockGrades, lintHandout } from '../../shared/handouts/lint.ts';
import { makePrintable } from '../../shared/handouts/printable.ts';
import { pngOf } from '../helpers/png.ts';
import { FONTS_DIR, plain, type ReadPage, readPdf } from './read-pdf.ts';

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
  const faults = [...lintHandout(document, given.assessment), ...drawn.problems]
    .filter(({ hard, code }) => hard || code === 'missing-glyph' || code === 'text-outside-page' || code === 'pemat')
    .map((problem) => problem.message);
  faults.push(
    ...blockGrades(document)
      .filter(({ isEasy }) => !isEasy)
      .map(({ id, grade }) => `${id} reads at ${grade}`),
  );
  if (drawn.pdf.length === 0) return { pdf: drawn.pdf, pageCount: 0, sheet: document.sheet, faults: [...faults, 'not drawn'] };
  const printable = makePrintable(document, (text) => canPrint(fonts, text)).document;
  const pages = await readPdf(drawn.pdf);
  const smallestPt = given.options.largePrint ? 18 : 12;
  faults.push(
    ...pages.flatMap((page, index) => [...outsideMargins(page, smallestPt), ...strandedHeading(page, index, pages.length)]),
    ...apartFromPicture(printable, pages),
    ...spokenInOrder(printable, pages),
  );
  const bytes = Buffer.from(drawn.pdf);
  if (!bytes.includes(`/Lang (${document.language})`)) faults.push(`language is not ${document.language}`);
  if (!bytes.includes('/StructTreeRoot') || !bytes.includes('/Marked true')) faults.push('not tagged');
  const shown = pages[0]?.figures[0]?.alt;
  if (logo !== null && shown !== document.header.logo?.alt) faults.push(`the logo is not the first picture, but ${shown ?? 'nothing'}`);
  return { pdf: drawn.pdf, pageCount: drawn.pageCount, sheet: document.sheet, faults };
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

/** pdf.js puts a space for the end of every line; a word may go on in the next line after its hyphen, where there is none. */
function joined(text: string): string {
  return text.replace(/(?<=\p{L}-) (?=\p{L})/gu, '');
}

function spokenInOrder(document: HandoutDocument, pages: readonly ReadPage[]): string[] {
  const expected = joined(plain(document.blocks.flatMap(spokenSentences).join(' ')));
  const spoken = joined(plain(pages.map((page) => page.spoken).join(' ')));
  if (spoken === expected) return [];
  const at = [...expected].findIndex((character, index) => spoken[index] !== character);
  return [`read aloud from “${spoken.slice(at - 20, at + 60)}”, the document has “${expected.slice(at - 20, at + 60)}”`];
}
