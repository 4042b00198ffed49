import type { Paper } from '../../shared/schemas/clinic.ts';
import type { Weight } from './fonts.ts';

/** One kind of text. Sizes in points; nothing is below 12, in large print nothing below 18. */
export type TextStyle = { sizePt: number; leadingPt: number; weight: Weight };

export type Styles = Readonly<
  Record<'body' | 'strong' | 'heading' | 'lead' | 'instruction' | 'title' | 'bar' | 'header' | 'headerStrong', TextStyle> & {
    largePrint: boolean;
    /** Spaces between blocks, within a block, and inside a frame. */
    blockGapPt: number;
    partGapPt: number;
    framePaddingPt: number;
    listIndentPt: number;
  }
>;

const style = (sizePt: number, leadingPt: number, weight: Weight): TextStyle => ({ sizePt, leadingPt, weight });

export const NORMAL_PRINT: Styles = {
  largePrint: false,
  body: style(12, 16, 'regular'),
  strong: style(12, 16, 'bold'),
  heading: style(14.5, 19, 'bold'),
  lead: style(14.5, 20, 'bold'),
  instruction: style(14, 19, 'regular'),
  title: style(24, 30, 'bold'),
  bar: style(14.5, 19, 'bold'),
  header: style(12, 16, 'regular'),
  headerStrong: style(12, 16, 'bold'),
  blockGapPt: 9,
  partGapPt: 4,
  framePaddingPt: 9,
  listIndentPt: 15,
};

export const LARGE_PRINT: Styles = {
  largePrint: true,
  body: style(18, 23, 'regular'),
  strong: style(18, 23, 'bold'),
  heading: style(21, 27, 'bold'),
  lead: style(21, 28, 'bold'),
  instruction: style(18, 23, 'regular'),
  title: style(28, 35, 'bold'),
  bar: style(20, 26, 'bold'),
  header: style(18, 23, 'regular'),
  headerStrong: style(18, 23, 'bold'),
  blockGapPt: 14,
  partGapPt: 5,
  framePaddingPt: 10,
  listIndentPt: 24,
};

/** For an emergency sheet that would otherwise need a second page (spec 5.4: one page). */
export const COMPACT_PRINT: Styles = {
  ...NORMAL_PRINT,
  lead: style(12, 16, 'bold'),
  instruction: style(12, 16, 'regular'),
  title: style(18, 23, 'bold'),
  partGapPt: 2,
};

/** The largest picture. Wide ones lie above their text unless `allBeside`, the others stand beside it. */
export type PictureSizes = { wide: Size; beside: Size; allBeside: boolean };
type Size = { widthPt: number; heightPt: number };

const PICTURE_WIDTH_PT = (76 / 25.4) * 72;

/** Sizes to choose from, largest first: smaller pictures are taken where they save a page. */
export const PICTURE_SIZES: readonly [PictureSizes, ...PictureSizes[]] = [
  { wide: { widthPt: PICTURE_WIDTH_PT, heightPt: 108 }, beside: { widthPt: 92, heightPt: 120 }, allBeside: false },
  { wide: { widthPt: PICTURE_WIDTH_PT, heightPt: 84 }, beside: { widthPt: 84, heightPt: 104 }, allBeside: false },
  { wide: { widthPt: 170, heightPt: 62 }, beside: { widthPt: 72, heightPt: 84 }, allBeside: false },
];
export const LARGE_PRINT_PICTURES: PictureSizes = {
  wide: { widthPt: PICTURE_WIDTH_PT, heightPt: 150 },
  beside: { widthPt: 170, heightPt: 170 },
  allBeside: true,
};

const POINTS_PER_MM = 72 / 25.4;
const PAPER_SIZES: Readonly<Record<Paper, { widthPt: number; heightPt: number }>> = {
  A4: { widthPt: 595.28, heightPt: 841.89 },
  Letter: { widthPt: 612, heightPt: 792 },
};

/** A page and the area that is printed on: 12 mm free above and below, 16 mm at the sides. */
export type PageShape = { widthPt: number; heightPt: number; leftPt: number; topPt: number; bottomPt: number; textWidthPt: number };

export function pageShape(paper: Paper): PageShape {
  const { widthPt, heightPt } = PAPER_SIZES[paper];
  const sidePt = 16 * POINTS_PER_MM;
  const endPt = 12 * POINTS_PER_MM;
  return { widthPt, heightPt, leftPt: sidePt, topPt: endPt, bottomPt: heightPt - endPt, textWidthPt: widthPt - 2 * sidePt };
}
