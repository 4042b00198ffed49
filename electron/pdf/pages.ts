import type { Box } from './boxes.ts';

/** A measured block on its way to a page. */
export type PageItem = {
  box: Box;
  /** Space above it, dropped at the top of a page. */
  gapBeforePt: number;
  /** Never the last thing on a page while something follows. */
  keepWithNext: boolean;
  /** Stands at the foot of its page. */
  atFoot?: boolean;
  /** Begins the end of the sheet, which never stands alone on a page: the item before it is kept with it. */
  isTail?: boolean;
  /** A hairline in the middle of the space above it, where it is not the first on its page. */
  ruleAbove?: boolean;
};

export type Placed = { box: Box; yPt: number; ruleYPt: number | null };
export type Page = { placed: Placed[] };

/** Pages with every item on one of them, and whether an item is taller than a page. */
export type Pagination = { pages: Page[]; overflow: boolean };

/**
 * Fills pages from `topPt` to `bottomPt`. Items joined by `keepWithNext` move to the next page together, so that no heading is
 * left behind; a run of them taller than a page is divided after all.
 */
export function paginate(items: readonly PageItem[], topPt: number, bottomPt: number): Pagination {
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
    const at = item.atFoot === true ? Math.max(y, bottomPt - item.box.heightPt) : y;
    const ruleYPt = item.ruleAbove === true && !atTop ? at - item.gapBeforePt / 2 : null;
    pages.at(-1)?.placed.push({ box: item.box, yPt: at, ruleYPt });
    yPt = at + item.box.heightPt;
    if (yPt > bottomPt + ROUNDING_PT) overflow = true;
  };

  for (const unit of unitsOf(items, bottomPt - topPt)) {
    if (!isAtTop() && yPt + heightOf(unit, false) > bottomPt + ROUNDING_PT) turnPage();
    unit.forEach(place);
  }
  return { pages, overflow };
}

const ROUNDING_PT = 0.01;

function heightOf(unit: readonly PageItem[], atTop: boolean): number {
  return unit.reduce((sum, item, index) => sum + item.box.heightPt + (atTop && index === 0 ? 0 : item.gapBeforePt), 0);
}

function unitsOf(items: readonly PageItem[], pageHeightPt: number): PageItem[][] {
  const units: PageItem[][] = [];
  let unit: PageItem[] = [];
  for (const item of items) {
    if (unit.length > 0 && heightOf([...unit, item], true) > pageHeightPt) {
      units.push(unit);
      unit = [];
    }
    unit.push(item);
    if (!item.keepWithNext) {
      units.push(unit);
      unit = [];
    }
  }
  return unit.length > 0 ? [...units, unit] : units;
}
