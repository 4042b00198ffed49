import { EMPTY_BODY_CHART } from '../../shared/figures/body-chart.ts';
import type { BodyChartBlock, GridBlock, RecordBlock, Sentence, TextsBlock } from '../../shared/handouts/document-model.ts';
import { type Box, decorated, drawLines, listBox, textBox } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing, heading, paragraph, spansOf } from './drawing.ts';
import type { ColumnFlow, PageItem } from './pages.ts';
import type { Pen, StructureElement } from './pen.ts';
import type { Line, Span } from './typesetter.ts';

const GRID_PT = 0.6;
/** 7 mm. */
const WRITING_LINE_PT = 20;
const CELL_PADDING_PT = 3;
const ROW_SPARE_PT = 2;
/** Share of the width for the names of the rows. */
const HEAD_SHARE = 0.24;
/** A table of empty cells leaves room to write. */
const HEAD_SHARE_EMPTY = 0.46;
/** The more columns to write in, the narrower the names of the rows. */
const HEAD_SHARE_MANY = 0.28;
const MANY_COLUMNS_FROM = 5;
const TICK_CELL_PT = 15;
/** A cell of a table in halves that has one for each leg, wide enough for a grade or an angle. */
const WRITE_CELL_PT = 44;
const TICK_COLUMNS_FROM = 3;
/** Up to here a table in halves is one table in each column of the page; a longer one goes on in tables of fewer rows. */
const TWO_HALVES_ROWS = 18;
const HALF_ROWS = 7;

/** A heading that is never the last thing on a page. */
function headingItem(drawing: Drawing, sentence: Sentence): PageItem {
  return { box: heading(drawing, sentence), gapBeforePt: drawing.styles.blockGapPt, keepWithNext: true };
}

/** Labels and values below their heading, in one or two columns that may go on on the next page. */
export function recordItems(drawing: Drawing, block: RecordBlock): (PageItem | ColumnFlow)[] {
  const { typesetter, styles, shape } = drawing;
  const widthPt = block.columns === 1 ? shape.textWidthPt : (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const boxes = block.rows.map(({ label, value }) => {
    // Of a question the answer stands out, otherwise the label.
    const isQuestion = label.text.endsWith('?');
    const spans: Span[] = [
      { text: label.text, weight: isQuestion ? 'regular' : 'bold' },
      { text: ` ${value.text}`, weight: isQuestion ? 'bold' : 'regular' },
    ];
    return textBox(typesetter, spans, styles.body, widthPt);
  });
  if (block.columns === 1) return [headingItem(drawing, block.heading), ...pageItems(boxes, styles.partGapPt)];
  const flow: ColumnFlow = {
    parts: boxes.map((box) => ({ box, gapAfterPt: styles.partGapPt })),
    gapBeforePt: styles.partGapPt,
    gapPt: styles.partGapPt,
    columnWidthPt: widthPt,
    columnGapPt: COLUMN_GAP_PT,
    turnsWithinParagraph: true,
  };
  return [headingItem(drawing, block.heading), flow];
}

/** Paragraphs, bulleted lines, lines to write on and closing paragraphs below their heading. */
export function textsItems(drawing: Drawing, block: TextsBlock): PageItem[] {
  const { typesetter, styles, shape } = drawing;
  const paragraphs = (texts: readonly Sentence[][]): Box[] => texts.map((sentences) => paragraph(drawing, sentences, styles.body));
  const list = (items: readonly Sentence[]): Box =>
    listBox(
      typesetter,
      items.map((sentence) => spansOf([sentence], styles.body)),
      styles.body,
      { widthPt: shape.textWidthPt, indentPt: styles.listIndentPt, gapPt: 1, columnCount: 1, columnGapPt: 0, kind: 'bullet' },
    );
  const { least, most } = block.linesToWrite;
  const lines = Array.from({ length: most }, (_, index): PageItem => ({
    box: writingLine(shape.textWidthPt),
    gapBeforePt: 0,
    keepWithNext: false,
    ...(index < least ? {} : { isSpare: true }),
  }));
  const boxes = [...paragraphs(block.paragraphs), ...(block.items.length === 0 ? [] : [list(block.items)])];
  return [
    headingItem(drawing, block.heading),
    ...pageItems(boxes, styles.partGapPt),
    ...lines,
    ...pageItems(paragraphs(block.closing), styles.partGapPt),
  ];
}

/** A line across the page, as high as handwriting. */
function writingLine(widthPt: number): Box {
  return decorated({ heightPt: WRITING_LINE_PT, draw: () => {} }, (pen, xPt, yPt, heightPt) =>
    pen.rule(xPt, yPt + heightPt, widthPt, GRID_PT),
  );
}

function pageItems(boxes: readonly Box[], gapBeforePt: number): PageItem[] {
  return boxes.map((box) => ({ box, gapBeforePt, keepWithNext: false }));
}

/** A table below its heading; in halves it fills two columns of the page, its head repeated. */
export function gridItems(drawing: Drawing, block: GridBlock): (PageItem | ColumnFlow)[] {
  const { styles, shape } = drawing;
  if (!block.halves) {
    const isFilled = block.rows.some((row) => row.cells.some((cell) => cell !== null));
    const headShareEmpty = block.columns.length > MANY_COLUMNS_FROM ? HEAD_SHARE_MANY : HEAD_SHARE_EMPTY;
    const headShare = isFilled ? HEAD_SHARE : headShareEmpty;
    const headPt = shape.textWidthPt * headShare;
    const cellPt = (shape.textWidthPt - headPt) / Math.max(1, block.columns.length - 1);
    const table = gridBox(drawing, block, block.rows, headPt, cellPt);
    return [headingItem(drawing, block.heading), { box: table, gapBeforePt: styles.partGapPt, keepWithNext: false }];
  }
  const widthPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const cellCount = block.columns.length - 1;
  const cellPt = cellCount < TICK_COLUMNS_FROM ? WRITE_CELL_PT : TICK_CELL_PT;
  const headPt = widthPt - cellPt * cellCount;
  const size = block.rows.length <= TWO_HALVES_ROWS ? Math.ceil(block.rows.length / 2) : HALF_ROWS;
  const parts = Array.from({ length: Math.ceil(block.rows.length / size) }, (_, part) =>
    gridBox(drawing, block, block.rows.slice(part * size, (part + 1) * size), headPt, cellPt),
  );
  const flow: ColumnFlow = {
    // One table for the eye: the next part begins with the line that ends the one above.
    parts: parts.map((box) => ({ box, gapAfterPt: 0 })),
    gapBeforePt: styles.partGapPt,
    gapPt: 0,
    columnWidthPt: widthPt,
    columnGapPt: COLUMN_GAP_PT,
    turnsWithinParagraph: true,
  };
  return [headingItem(drawing, block.heading), flow];
}

/** As high as a leg can be marked on. */
const CHART_HEIGHT_PT = 132;

/** The body chart in the middle of the page, above it how to mark it. */
export function bodyChartItems(drawing: Drawing, block: BodyChartBlock): PageItem[] {
  const { styles, shape } = drawing;
  const { width, height } = EMPTY_BODY_CHART.box;
  const scale = CHART_HEIGHT_PT / height;
  const figure: Box = {
    heightPt: CHART_HEIGHT_PT,
    draw: (pen, xPt, yPt, parent) =>
      pen.figure(parent, EMPTY_BODY_CHART, block.alt.text, xPt + (shape.textWidthPt - width * scale) / 2, yPt, scale),
  };
  return [
    headingItem(drawing, block.heading),
    { box: paragraph(drawing, [block.caption], styles.body), gapBeforePt: styles.partGapPt, keepWithNext: true },
    { box: figure, gapBeforePt: styles.partGapPt, keepWithNext: false },
  ];
}

type GridRow = { cells: (readonly Line[])[]; heightPt: number };

function gridBox(drawing: Drawing, block: GridBlock, rows: GridBlock['rows'], headPt: number, cellPt: number): Box {
  const { typesetter, styles } = drawing;
  const { body, strong } = styles;
  const widthsPt = block.columns.map((_, index) => (index === 0 ? headPt : cellPt));
  const leftsPt = widthsPt.map((_, index) => widthsPt.slice(0, index).reduce((sum, width) => sum + width, 0));
  const widthPt = widthsPt.reduce((sum, width) => sum + width, 0);
  const set = (sentences: readonly (Sentence | null)[], isHead: boolean): GridRow => {
    const cells = sentences.map((sentence, index) => {
      const style = isHead ? strong : body;
      const roomPt = (widthsPt[index] ?? cellPt) - 2 * CELL_PADDING_PT;
      return sentence === null || sentence.text === '' ? [] : typesetter.wrap(spansOf([sentence], style), style.sizePt, roomPt);
    });
    return { cells, heightPt: Math.max(1, ...cells.map((lines) => lines.length)) * body.leadingPt + ROW_SPARE_PT };
  };
  const headRow = set(block.columns, true);
  const bodyRows = rows.map((row) => set([row.head, ...row.cells], false));
  const all = [headRow, ...bodyRows];
  const heightPt = all.reduce((sum, row) => sum + row.heightPt, 0);

  const drawRow = (pen: Pen, table: StructureElement, row: GridRow, xPt: number, yPt: number, isHead: boolean): void => {
    const element = pen.element(table, 'TR');
    row.cells.forEach((lines, index) => {
      const heads = isHead ? 'Column' : index === 0 ? 'Row' : null;
      const style = isHead ? strong : body;
      const left = xPt + (leftsPt[index] ?? 0) + CELL_PADDING_PT;
      pen.cell(element, heads, lines.length === 0 ? null : () => drawLines(pen, lines, style, left, yPt + ROW_SPARE_PT / 2, 'black'));
    });
  };
  return {
    heightPt,
    draw: (pen, xPt, topPt, parent) => {
      pen.artifact(() => {
        let yPt = topPt;
        pen.rule(xPt, yPt, widthPt, GRID_PT);
        for (const row of all) {
          yPt += row.heightPt;
          pen.rule(xPt, yPt, widthPt, GRID_PT);
        }
        for (const left of [...leftsPt, widthPt]) pen.verticalRule(xPt + left, topPt, heightPt, GRID_PT);
      });
      const table = pen.element(parent, 'Table');
      let yPt = topPt;
      all.forEach((row, index) => {
        drawRow(pen, table, row, xPt, yPt, index === 0);
        yPt += row.heightPt;
      });
    },
  };
}
