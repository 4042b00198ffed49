import type { Box } from './boxes.ts';
import { takeColumns, type ColumnFlow } from './columns.ts';

export type { ColumnFlow, FlowPart } from './columns.ts';

/** A measured block on its way to a page. */
export type PageItem = {
  box: Box;
  /** Space above it, dropped at the top of a page. */
  gapBeforePt: number;
  /** `true`: never the last thing on a page while something follows. `prefer`: only where the page would otherwise stay emptier. */
  keepWithNext: boolean | 'prefer';
  /** Stands at the foot of its page, this high above its end or, where the page is fuller, as high as it needs. */
  atFoot?: { leastPt: number };
  /** Begins the end of the sheet, which never stands alone on a page: the item before it is kept with it. */
  isTail?: boolean;
  /** Left out where it would turn the page: a further line to write on. */
  isSpare?: boolean;
  /** A hairline in the middle of the space above it, where it is not the first on its page. */
  ruleAbove?: boolean;
};

export type Placed = { box: Box; yPt: number; ruleYPt: number | null };
export type Page = { placed: Placed[] };

/** Pages with every item on one of them, and whether an item is taller than a page. */
export type Pagination = { pages: Page[]; overflow: boolean };

/**
 * Fills pages from `topPt` to `bottomPt`. Items joined by `keepWithNext` move to the next page together, so that no heading is
 * left behind; a run of them taller than a page is divided after all. Columns are filled up to the foot of the page and go on on the
 * next.
 */
export function paginate(items: readonly (PageItem | ColumnFlow)[], topPt: number, bottomPt: number): Pagination {
  const pages: Page[] = [{ placed: [] }];
  let yPt = topPt;
  let overflow = false;

  const isAtTop = (): boolean => (pages.at(-1)?.placed.length ?? 0) === 0;
  const turnPage = (): void => {
    pages.push({ placed: [] });
    yPt = topPt;
  };
  const place = (item: PageItem): void => {
    const atTop = isAtTop();
    const y = yPt + (atTop ? 0 : item.gapBeforePt);
    const at = item.atFoot === undefined ? y : Math.max(y, bottomPt - Math.max(item.box.heightPt, item.atFoot.leastPt));
    const ruleYPt = item.ruleAbove === true && !atTop ? at - item.gapBeforePt / 2 : null;
    pages.at(-1)?.placed.push({ box: item.box, yPt: at, ruleYPt });
    yPt = at + item.box.heightPt;
    if (yPt > bottomPt + ROUNDING_PT) overflow = true;
  };
  const placeUnit = (unit: readonly PageItem[], next: Unit | undefined): void => {
    const roomPt = bottomPt + ROUNDING_PT - yPt;
    // A heading stays with the first of the columns below it.
    const keptPt = unit.at(-1)?.keepWithNext === true && next !== undefined && 'parts' in next ? next.gapBeforePt + startOf(next) : 0;
    const fits = isAtTop() || heightOf(unit, false) + keptPt <= roomPt;
    if (!fits && unit[0]?.isSpare === true) return;
    const here = fits ? unit.length : partingWithin(unit, roomPt);
    unit.slice(0, here).forEach(place);
    if (here < unit.length) turnPage();
    unit.slice(here).forEach(place);
  };
  const placeFlow = (flow: ColumnFlow, next: readonly PageItem[] | undefined): void => {
    let { parts } = flow;
    while (parts.length > 0) {
      const roomPt = bottomPt + ROUNDING_PT - yPt - (isAtTop() ? 0 : flow.gapBeforePt);
      const taken = takeColumns({ ...flow, parts }, roomPt, isAtTop());
      const isEnd = taken.count === parts.length;
      const leavesTailAlone =
        isEnd && next?.[0]?.isTail === true && heightOf(next, false) > roomPt - taken.box.heightPt && taken.leaveLast !== null;
      const used = leavesTailAlone && taken.leaveLast !== null ? taken.leaveLast : taken;
      if (used.count > 0) place({ box: used.box, gapBeforePt: flow.gapBeforePt, keepWithNext: false });
      parts = parts.slice(used.count);
      if (parts.length > 0) turnPage();
    }
  };

  const units = unitsOf(items, bottomPt - topPt);
  units.forEach((unit, index) => {
    const next = units[index + 1];
    if ('parts' in unit) placeFlow(unit, next === undefined || 'parts' in next ? undefined : next);
    else placeUnit(unit, next);
  });
  return { pages, overflow };
}

const ROUNDING_PT = 0.01;

/** Items that stay together, or columns. */
type Unit = PageItem[] | ColumnFlow;

function startOf({ parts }: ColumnFlow): number {
  return Math.max(parts[0]?.box.heightPt ?? 0, parts[1]?.box.heightPt ?? 0);
}

function heightOf(unit: readonly PageItem[], atTop: boolean): number {
  return unit.reduce((sum, item, index) => sum + item.box.heightPt + (atTop && index === 0 ? 0 : item.gapBeforePt), 0);
}

/** How many items of a unit that does not fit may stay on this page: up to its last `prefer` that fits. */
function partingWithin(unit: readonly PageItem[], roomPt: number): number {
  const partings = unit.flatMap((item, index) => (item.keepWithNext === 'prefer' ? [index + 1] : []));
  return partings.findLast((count) => heightOf(unit.slice(0, count), false) <= roomPt) ?? 0;
}

function unitsOf(items: readonly (PageItem | ColumnFlow)[], pageHeightPt: number): Unit[] {
  const units: Unit[] = [];
  let unit: PageItem[] = [];
  const flush = (): void => {
    if (unit.length > 0) units.push(unit);
    unit = [];
  };
  for (const item of items) {
    if ('parts' in item) {
      flush();
      units.push(item);
      continue;
    }
    if (unit.length > 0 && heightOf([...unit, item], true) > pageHeightPt) flush();
    unit.push(item);
    if (item.keepWithNext === false) flush();
  }
  flush();
  return units;
}
