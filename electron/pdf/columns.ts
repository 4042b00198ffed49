import type { Box } from './boxes.ts';

/**
 * A box of a column. `gapAfterPt` is null where a module ends, 0 within a paragraph, otherwise the space to the paragraph that the module
 * goes on with.
 */
export type FlowPart = { box: Box; gapAfterPt: number | null };

/** Boxes that fill two columns, the left one first, with a hairline between those of a column. */
export type ColumnFlow = {
  parts: readonly FlowPart[];
  gapBeforePt: number;
  gapPt: number;
  columnWidthPt: number;
  columnGapPt: number;
  /** Whether a page may end within a paragraph, as a column may. */
  turnsWithinParagraph: boolean;
};

/** How many parts of a flow a page takes, and the box that draws them. */
type Taken = { count: number; box: Box };

const HAIRLINE_PT = 0.5;

/**
 * As many parts as two columns of this height hold, balanced so that the taller column is as short as can be. `must`: at least the
 * first, on a page of its own. `leaveLast` is the same without the last part, or null where nothing would stay.
 */
export function takeColumns(flow: ColumnFlow, heightPt: number, must: boolean): Taken & { leaveLast: Taken | null } {
  const { parts } = flow;
  let count = parts.length;
  while (count > 0 && !(mayTurnAfter(flow, count) && split(flow, count).heightPt <= heightPt)) count -= 1;
  if (count === 0 && must) count = parts.findIndex((_, index) => mayTurnAfter(flow, index + 1)) + 1;
  let fewer = count - 1;
  while (fewer > 0 && !mayTurnAfter(flow, fewer)) fewer -= 1;
  return { count, box: columnsBox(flow, count), leaveLast: fewer > 0 ? { count: fewer, box: columnsBox(flow, fewer) } : null };
}

function mayTurnAfter({ parts, turnsWithinParagraph }: ColumnFlow, count: number): boolean {
  return turnsWithinParagraph || parts[count - 1]?.gapAfterPt !== 0;
}

/** The best place to end the left column when this many parts are set. */
function split({ parts, gapPt }: ColumnFlow, count: number): { left: number; heightPt: number } {
  const heightOf = (from: number, to: number): number =>
    parts
      .slice(from, to)
      .reduce((sum, part, index) => sum + part.box.heightPt + (from + index < to - 1 ? (part.gapAfterPt ?? gapPt) : 0), 0);
  let best = { left: count, heightPt: heightOf(0, count) };
  for (let left = count - 1; left > 0; left -= 1) {
    const heightPt = Math.max(heightOf(0, left), heightOf(left, count));
    if (heightPt < best.heightPt) best = { left, heightPt };
  }
  return best;
}

function columnsBox(flow: ColumnFlow, count: number): Box {
  const { parts, gapPt, columnWidthPt, columnGapPt } = flow;
  const { left, heightPt } = split(flow, count);
  return {
    heightPt,
    draw: (pen, xPt, yPt, parent) => {
      let y = yPt;
      parts.slice(0, count).forEach((part, index) => {
        if (index === left) y = yPt;
        const x = xPt + (index < left ? 0 : columnWidthPt + columnGapPt);
        if (y > yPt && parts[index - 1]?.gapAfterPt === null) {
          const ruleYPt = y - gapPt / 2;
          pen.artifact(() => pen.rule(x, ruleYPt, columnWidthPt, HAIRLINE_PT));
        }
        part.box.draw(pen, x, y, parent);
        y += part.box.heightPt + (part.gapAfterPt ?? gapPt);
      });
    },
  };
}
