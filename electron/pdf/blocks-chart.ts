import type { TickChartBlock } from '../../shared/handouts/document-model.ts';
import { type Box, drawLines, group, stack } from './boxes.ts';
import { type Drawing, heading, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';
import type { Pen, StructureElement } from './pen.ts';

type Row = { lines: ReturnType<Drawing['typesetter']['wrap']>; heightPt: number };

const CELL_PADDING_PT = 4;
const GRID_PT = 0.7;
const WEEK_PT = 1.6;

/**
 * The table to tick: two weeks wide; in large print a week wide, and further tables below for the second week and for many rows.
 * No table is split.
 */
export function tickChartItems(drawing: Drawing, block: TickChartBlock): PageItem[] {
  const { styles } = drawing;
  const dayCount = styles.largePrint ? 7 : 14;
  const rowCount = styles.largePrint ? 8 : 24;
  const tables = inParts(block.rows, rowCount).flatMap((rows) =>
    inParts(block.days, dayCount).map((days) => table(drawing, { ...block, rows, days }, dayCount)),
  );
  return tables.map((box, index) => ({
    box: group(index === 0 ? stack([heading(drawing, block.heading), box], styles.partGapPt) : box, 'Sect'),
    gapBeforePt: styles.blockGapPt * 1.2,
    keepWithNext: false,
  }));
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}

function table({ typesetter, styles, shape }: Drawing, block: TickChartBlock, perTable: number): Box {
  const { days } = block;
  const { body, strong } = styles;
  const labelWidthPt = shape.textWidthPt * (styles.largePrint ? 0.44 : 0.28);
  const cellWidthPt = (shape.textWidthPt - labelWidthPt) / perTable;
  const widthPt = labelWidthPt + cellWidthPt * days.length;
  const rows = block.rows.map((row): Row => {
    const lines = typesetter.wrap(spansOf([row], body), body.sizePt, labelWidthPt - 2 * CELL_PADDING_PT);
    return { lines, heightPt: lines.length * body.leadingPt + 2 };
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
        const top = rowYPt + 1;
        const row = pen.element(element, 'TR');
        pen.cell(row, 'Row', () => drawLines(pen, lines, body, xPt + CELL_PADDING_PT, top, 'black'));
        for (const _ of days) pen.cell(row, null, null);
        rowYPt += heightPt;
      }
    },
  };
}
