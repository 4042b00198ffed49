import PDFDocument from 'pdfkit';
import type { Paper } from '../../shared/schemas/clinic.ts';
import { auditText } from '../../shared/text/en/screens-audit.ts';
import { xmpSafe } from './draw.ts';
import { fontFor, FONT_KEYS, graphemes, type FontKey, type FontSet, type Weight } from './fonts.ts';
import { drawRunning, listEveryGlyph } from './pdf-ua.ts';

/** A table on paper: what stands above it, its columns by their share of the width, and its rows. */
export type ReportTable = {
  title: string;
  lines: string[];
  columns: { title: string; share: number }[];
  rows: string[][];
  paper: Paper;
  madeOn: string;
  author: string;
};

const SIZES: Record<Paper, [widthPt: number, heightPt: number]> = { A4: [841.89, 595.28], Letter: [792, 612] };
const MARGIN_PT = 40;
const TEXT_PT = 8.5;
const TITLE_PT = 16;
const LINE_PT = 11.5;
const CELL_GAP_PT = 8;
const ROW_GAP_PT = 4;

type Cell = { text: string; font: FontKey };
type Pdf = typeof PDFDocument.prototype;

/** Draws a table as tagged PDF, landscape, its head on every page. A letter no font has stands as `?`. */
export async function drawReport(report: ReportTable, fonts: FontSet): Promise<Uint8Array> {
  const [width, height] = SIZES[report.paper];
  const pdf = openPdf(report, [width, height], fonts);
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  const printable = (text: string, weight: Weight): Cell => toCell(text, weight, fonts);
  const textWidth = width - 2 * MARGIN_PT;
  const left = report.columns.map((_, index) => MARGIN_PT + textWidth * sum(report.columns.slice(0, index).map(({ share }) => share)));
  const widthOf = (index: number): number => textWidth * (report.columns[index]?.share ?? 0) - CELL_GAP_PT;
  const heightOf = (cells: readonly Cell[]): number =>
    Math.max(
      LINE_PT,
      ...cells.map(({ text, font }, index) =>
        pdf
          .font(font)
          .fontSize(TEXT_PT)
          .heightOfString(text, { width: widthOf(index), lineGap: 1.5 }),
      ),
    );
  const write = ({ text, font }: Cell, x: number, y: number, options: { width: number; size?: number }): void => {
    pdf
      .font(font)
      .fontSize(options.size ?? TEXT_PT)
      .fillColor('#1b2430')
      .text(text, x, y, { width: options.width, lineGap: 1.5 });
  };

  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const head = report.columns.map(({ title }) => printable(title, 'bold'));
  let y = MARGIN_PT;
  pdf.addPage();
  root.add(pdf.struct('H1', {}, () => write(printable(report.title, 'bold'), MARGIN_PT, y, { width: textWidth, size: TITLE_PT })));
  y += TITLE_PT + 8;
  for (const line of report.lines) {
    const cell = printable(line, 'regular');
    root.add(pdf.struct('P', {}, () => write(cell, MARGIN_PT, y, { width: textWidth })));
    y += pdf.font(cell.font).fontSize(TEXT_PT).heightOfString(line, { width: textWidth, lineGap: 1.5 }) + 2;
  }
  y += 8;
  const table = pdf.struct('Table');
  root.add(table);

  const rule = (atPt: number, thickness: number): void => {
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(MARGIN_PT, atPt)
      .lineTo(width - MARGIN_PT, atPt)
      .lineWidth(thickness)
      .strokeColor('#8a94a0')
      .stroke();
    pdf.endMarkedContent();
  };
  const writeHead = (isFirst: boolean): void => {
    if (isFirst) {
      const row = pdf.struct('TR');
      table.add(row);
      head.forEach((cell, index) =>
        row.add(pdf.struct('TH', { scope: 'Column' }, () => write(cell, left[index] ?? 0, y, { width: widthOf(index) }))),
      );
      row.end();
    } else {
      drawRunning(pdf, 'Header', () => head.forEach((cell, index) => write(cell, left[index] ?? 0, y, { width: widthOf(index) })));
    }
    y += heightOf(head) + ROW_GAP_PT;
    rule(y - 2, 0.8);
    y += ROW_GAP_PT;
  };
  writeHead(true);
  const bottom = height - MARGIN_PT - LINE_PT;
  for (const texts of report.rows) {
    const cells = texts.map((text) => printable(text, 'regular'));
    const rowHeight = heightOf(cells);
    if (y + rowHeight > bottom) {
      pdf.addPage();
      y = MARGIN_PT;
      writeHead(false);
    }
    const row = pdf.struct('TR');
    table.add(row);
    const at = y;
    cells.forEach((cell, index) => row.add(pdf.struct('TD', {}, () => write(cell, left[index] ?? 0, at, { width: widthOf(index) }))));
    row.end();
    y += rowHeight + ROW_GAP_PT;
    rule(y - 2, 0.25);
  }
  table.end();
  root.end();
  numberPages(pdf, height, textWidth, fonts);
  listEveryGlyph(pdf);
  pdf.end();
  return bytes;
}

function numberPages(pdf: Pdf, heightPt: number, textWidthPt: number, fonts: FontSet): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const cell = toCell(auditText.page(index + 1, count), 'regular', fonts);
    drawRunning(pdf, 'Footer', () => {
      pdf
        .font(cell.font)
        .fontSize(TEXT_PT)
        .fillColor('#1b2430')
        .text(cell.text, MARGIN_PT, heightPt - MARGIN_PT, { width: textWidthPt, align: 'right', lineBreak: false });
    });
  }
}

/** A text in one font: the first that has all of it, else the one with the most letters, and `?` for the rest. */
function toCell(text: string, weight: Weight, fonts: FontSet): Cell {
  const whole = fontFor(fonts, text, weight);
  if (whole !== null) return { text, font: whole };
  const font: FontKey = `fallback-${weight}`;
  return {
    text: graphemes(text)
      .map((letter) => (fontFor(fonts, letter, weight) === font || hasAll(fonts[font], letter) ? letter : '?'))
      .join(''),
    font,
  };
}

function hasAll(font: FontSet[FontKey], letter: string): boolean {
  return Array.from(letter).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

function openPdf(report: ReportTable, size: [number, number], fonts: FontSet): Pdf {
  const madeAt = new Date(`${report.madeOn}T00:00:00Z`);
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    // pdfkit knows PDF/UA and parsed fonts; its types know neither.
    subset: 'PDF/UA' as 'PDF/A-1',
    lang: 'en',
    displayTitle: true,
    // Without a first font pdfkit loads no Helvetica. A parsed font given here would be opened anew for every run of text.
    font: null as unknown as string,
    info: {
      Title: xmpSafe(report.title),
      Author: xmpSafe(report.author),
      Creator: 'Lasegue',
      Producer: 'Lasegue',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  for (const key of FONT_KEYS) pdf.registerFont(key, fonts[key] as unknown as string);
  return pdf;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
