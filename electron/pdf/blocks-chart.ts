import type { FactsBlock, TickChartBlock } from '../../shared/handouts/document-model.ts';
import { factLines, factsBox } from './blocks-facts.ts';
import { type Box, drawLines, group, sideBySide, stack } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing, heading, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';
import type { Pen, StructureElement } from './pen.ts';

type Row = { lines: ReturnType<Drawing['typesetter']['wrap']>; heightPt: number };

const CELL_PADDING_PT = 4;
/** Widths of a day, between what two figures need and what a tick needs. */
const CELL_LEAST_PT = 18;
const CELL_MOST_PT = 24;
/** A day in large print, and the largest share of the width for the names of the rows. */
const LARGE_CELL_PT = 27.5;
const LARGE_LABEL_SHARE = 0.44;
const FACTS_WIDTH_PT = 108;
const ROW_SPARE_PT = 1.4;
const GRID_PT = 0.7;
const WEEK_PT = 1.6;

/**
 * The table to tick: two weeks wide; in large print as many days as have room, and further tables below for the other days and for many
 * rows. No table is split.
 */
export function tickChartItems(drawing: Drawing, block: TickChartBlock): PageItem[] {
  const { styles, shape } = drawing;
  const rowCount = styles.largePrint ? 12 : 24;
  const labelWidthPt = styles.largePrint
    ? Math.min(widestLabelPt(drawing, block), shape.textWidthPt * LARGE_LABEL_SHARE)
    : shape.textWidthPt * 0.28;
  const mostDays = styles.largePrint ? Math.floor((shape.textWidthPt - labelWidthPt) / LARGE_CELL_PT) : 14;
  const dayCount = Math.ceil(block.days.length / Math.ceil(block.days.length / mostDays));
  const columnsPt = { labelWidthPt, cellWidthPt: (shape.textWidthPt - labelWidthPt) / (styles.largePrint ? dayCount : 14) };
  const rowsEach = Math.ceil(block.rows.length / Math.ceil(block.rows.length / rowCount));
  const tables = inParts(block.rows, rowsEach).flatMap((rows) =>
    inParts(block.days, dayCount).map((days) => table(drawing, { ...block, rows, days }, columnsPt)),
  );
  return tables.map((box, index) =>
    index === 0 ? chartItem(drawing, block, box) : { ...chartItem(drawing, block, box), box: group(box, 'Sect') },
  );
}

function chartItem(drawing: Drawing, block: TickChartBlock, box: Box): PageItem {
  const { styles } = drawing;
  const chart = group(stack([heading(drawing, block.heading), box], styles.partGapPt), 'Sect');
  return { box: chart, gapBeforePt: styles.blockGapPt * 1.2, keepWithNext: false };
}

/**
 * The table with the next review, the clinician and the clinic to its right, where both have room; otherwise below it. The last of
 * them, a clinic with its address, goes below by itself where that is lower.
 */
export function chartWithFacts(drawing: Drawing, block: TickChartBlock, facts: FactsBlock): PageItem[] {
  const { styles, shape } = drawing;
  const labelWidthPt = widestLabelPt(drawing, block);
  const roomPt = shape.textWidthPt - labelWidthPt - COLUMN_GAP_PT - FACTS_WIDTH_PT;
  const cellWidthPt = Math.min(CELL_MOST_PT, roomPt / block.days.length);
  if (styles.largePrint || cellWidthPt < CELL_LEAST_PT) {
    return [...tickChartItems(drawing, block), { box: factsBox(drawing, facts), gapBeforePt: styles.blockGapPt, keepWithNext: false }];
  }
  const chart = table(drawing, block, { labelWidthPt, cellWidthPt });
  const chartWidthPt = labelWidthPt + cellWidthPt * block.days.length;
  const factsWidthPt = shape.textWidthPt - chartWidthPt - COLUMN_GAP_PT;
  const beside = factLines(drawing, facts, factsWidthPt);
  const below = factLines(drawing, facts, shape.textWidthPt);
  const arranged = (besideCount: number): Box => {
    const column = group(stack(beside.slice(0, besideCount), styles.partGapPt), 'Sect');
    const both = sideBySide([chart, column], [chartWidthPt, factsWidthPt], COLUMN_GAP_PT);
    return besideCount === beside.length ? both : stack([both, group(stack(below.slice(besideCount), 1), 'Sect')], styles.partGapPt);
  };
  const lowest = [beside.length, beside.length - 1].map(arranged).reduce((best, box) => (box.heightPt < best.heightPt ? box : best));
  return [chartItem(drawing, block, lowest)];
}

/** What the longest name of a row needs to stand on one line. */
function widestLabelPt({ typesetter, styles }: Drawing, { rows }: TickChartBlock): number {
  const { body } = styles;
  return Math.max(...rows.map((row) => typesetter.widthPt(row.text, body.weight, body.sizePt))) + 2 * CELL_PADDING_PT + 1;
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}

type ColumnWidths = { labelWidthPt: number; cellWidthPt: number };

function table({ typesetter, styles }: Drawing, block: TickChartBlock, { labelWidthPt, cellWidthPt }: ColumnWidths): Box {
  const { days } = block;
  const { body, strong } = styles;
  const widthPt = labelWidthPt + cellWidthPt * days.length;
  const rows = block.rows.map((row): Row => {
    const lines = typesetter.wrap(spansOf([row], body), body.sizePt, labelWidthPt - 2 * CELL_PADDING_PT);
    return { lines, heightPt: lines.length * body.leadingPt + ROW_SPARE_PT };
  });
  const gridHeightPt = rows.reduce((sum, row) => sum + row.heightPt, 0);
  const numbers = days.map(({ label }) => typesetter.wrap(spansOf([label], strong), strong.sizePt, cellWidthPt));
  const corner = typesetter.wrap(spansOf([block.corner], strong), strong.sizePt, labelWidthPt);

  const drawGrid = (pen: Pen, xPt: number, topPt: number): void => {
    let yPt = topPt;
    pen.rule(xPt, yPt, widthPt, GRID_PT);
    for (const row of rows) {
      yPt += row.heightPt;
      pen.rule(xPt, yPt, widthPt, GRID_PT);
    }
    pen.verticalRule(xPt, topPt, gridHeightPt, GRID_PT);
    for (const [index, day] of [...days, null].entries()) {
      const isWeek = day?.startsWeek === true && index > 0;
      pen.verticalRule(xPt + labelWidthPt + index * cellWidthPt, topPt, gridHeightPt, isWeek ? WEEK_PT : GRID_PT);
    }
  };
  const drawHead = (pen: Pen, xPt: number, yPt: number, parent: StructureElement): void => {
    const row = pen.element(parent, 'TR');
    pen.cell(row, 'Column', () => drawLines(pen, corner, strong, xPt + CELL_PADDING_PT, yPt, 'black'));
    for (const [index, lines] of numbers.entries()) {
      const left = xPt + labelWidthPt + index * cellWidthPt;
      const inset = (cellWidthPt - (lines[0]?.widthPt ?? 0)) / 2;
      pen.cell(row, 'Column', () => drawLines(pen, lines, strong, left + inset, yPt, 'black'));
    }
  };
  return {
    heightPt: strong.leadingPt + gridHeightPt,
    draw: (pen, xPt, yPt, parent) => {
      const gridTopPt = yPt + strong.leadingPt;
      pen.artifact(() => drawGrid(pen, xPt, gridTopPt));
      const element = pen.element(parent, 'Table');
      drawHead(pen, xPt, yPt, element);
      let rowYPt = gridTopPt;
      for (const { lines, heightPt } of rows) {
        const top = rowYPt + ROW_SPARE_PT / 2;
        const row = pen.element(element, 'TR');
        pen.cell(row, 'Row', () => drawLines(pen, lines, body, xPt + CELL_PADDING_PT, top, 'black'));
        for (const _ of days) pen.cell(row, null, null);
        rowYPt += heightPt;
      }
    },
  };
}
