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

/** Normal print with its lines this far apart: the closer the lines, the less space between everything. */
function normalPrint(leadingPt: number, blockGapPt: number, partGapPt: number): Styles {
  return {
    largePrint: false,
    body: style(12, leadingPt, 'regular'),
    strong: style(12, leadingPt, 'bold'),
    heading: style(14.5, leadingPt + 3, 'bold'),
    lead: style(14.5, leadingPt + 4, 'bold'),
    instruction: style(14, 19, 'regular'),
    title: style(24, leadingPt + 13, 'bold'),
    bar: style(14.5, leadingPt + 3, 'bold'),
    header: style(12, leadingPt, 'regular'),
    headerStrong: style(12, leadingPt, 'bold'),
    blockGapPt,
    partGapPt,
    framePaddingPt: blockGapPt,
    listIndentPt: 15,
  };
}

export const NORMAL_PRINT: Styles = normalPrint(16, 9, 4);

/** Large print with its lines this far apart, as `normalPrint`. */
function largePrint(leadingPt: number, blockGapPt: number, partGapPt: number): Styles {
  return {
    largePrint: true,
    body: style(18, leadingPt, 'regular'),
    strong: style(18, leadingPt, 'bold'),
    heading: style(21, leadingPt + 4, 'bold'),
    lead: style(21, leadingPt + 5, 'bold'),
    instruction: style(18, leadingPt, 'regular'),
    title: style(28, leadingPt + 12, 'bold'),
    bar: style(20, leadingPt + 3, 'bold'),
    header: style(18, leadingPt, 'regular'),
    headerStrong: style(18, leadingPt, 'bold'),
    blockGapPt,
    partGapPt,
    framePaddingPt: Math.min(10, blockGapPt),
    listIndentPt: 24,
  };
}

/** The largest picture. `besidePt` is the width from which on a picture beside its text can still be read. */
export type PictureSize = { widthPt: number; heightPt: number; besidePt: number };

const PICTURE_WIDTH_PT = (76 / 25.4) * 72;

const TIGHT_PICTURES: PictureSize = { widthPt: 104, heightPt: 62, besidePt: 76 };

/**
 * Ways to set a sheet in normal print, roomiest first: a tighter one is taken only where it saves a page. A page ends within a
 * paragraph before lines come much closer. The tightest still has lines 1.17 times as far apart as the type is high.
 */
export const SETTINGS: readonly [Setting, ...Setting[]] = [
  { styles: NORMAL_PRINT, pictures: { widthPt: PICTURE_WIDTH_PT, heightPt: 108, besidePt: 110 }, turnsWithinParagraph: false },
  { styles: NORMAL_PRINT, pictures: { widthPt: 150, heightPt: 84, besidePt: 90 }, turnsWithinParagraph: false },
  { styles: normalPrint(15, 8, 3), pictures: { widthPt: 120, heightPt: 72, besidePt: 80 }, turnsWithinParagraph: false },
  { styles: normalPrint(15, 8, 3), pictures: { widthPt: 120, heightPt: 72, besidePt: 80 }, turnsWithinParagraph: true },
  { styles: normalPrint(14.5, 7, 2.5), pictures: { widthPt: 112, heightPt: 68, besidePt: 80 }, turnsWithinParagraph: true },
  { styles: normalPrint(14, 6, 2), pictures: TIGHT_PICTURES, turnsWithinParagraph: true },
];
/** `turnsWithinParagraph`: a page may end within a paragraph of a long text without a picture. */
export type Setting = { styles: Styles; pictures: PictureSize; turnsWithinParagraph: boolean };

/** The same for large print; the tightest has lines 1.2 times as far apart as the type is high. */
export const LARGE_PRINT_SETTINGS: readonly [Setting, ...Setting[]] = [
  { styles: largePrint(23, 14, 5), pictures: { widthPt: PICTURE_WIDTH_PT, heightPt: 170, besidePt: 170 }, turnsWithinParagraph: false },
  { styles: largePrint(23, 12, 4), pictures: { widthPt: PICTURE_WIDTH_PT, heightPt: 140, besidePt: 150 }, turnsWithinParagraph: true },
  { styles: largePrint(22.5, 10, 3), pictures: { widthPt: 190, heightPt: 120, besidePt: 130 }, turnsWithinParagraph: true },
  { styles: largePrint(21.6, 8, 2.5), pictures: { widthPt: 170, heightPt: 105, besidePt: 120 }, turnsWithinParagraph: true },
];

/** Print of an emergency sheet that would otherwise need a second page: nothing but its title is larger than the body. */
function compactPrint(leadingPt: number, blockGapPt: number): Setting {
  const styles: Styles = {
    ...normalPrint(leadingPt, blockGapPt, 2),
    lead: style(12, leadingPt, 'bold'),
    instruction: style(12, leadingPt, 'regular'),
    title: style(18, 23, 'bold'),
  };
  return { ...SETTINGS[0], styles };
}

/** An emergency sheet is one page (spec 5.4): the longer the names on it, the closer its lines. */
export const EMERGENCY_SETTINGS: readonly [Setting, ...Setting[]] = [
  SETTINGS[0],
  compactPrint(16, 9),
  compactPrint(15, 7),
  compactPrint(14, 5),
];

/** Print of a paper for clinicians, with its body this large. */
function clinicianPrint(sizePt: number, leadingPt: number, gapPt: number): Setting {
  const styles: Styles = {
    ...normalPrint(leadingPt, gapPt, gapPt / 3),
    body: style(sizePt, leadingPt, 'regular'),
    strong: style(sizePt, leadingPt, 'bold'),
    heading: style(sizePt + 1.5, leadingPt + 2, 'bold'),
    title: style(20, 25, 'bold'),
    header: style(sizePt, leadingPt, 'regular'),
    headerStrong: style(sizePt, leadingPt, 'bold'),
  };
  return { styles, pictures: TIGHT_PICTURES, turnsWithinParagraph: true };
}

/** Papers for clinicians, largest print first: a letter is set as small as its one page asks for, and no smaller. */
export const CLINICIAN_SETTINGS: readonly [Setting, ...Setting[]] = [
  clinicianPrint(11, 14.5, 8),
  clinicianPrint(10.5, 13.5, 7),
  clinicianPrint(10, 12.5, 6),
  clinicianPrint(9.5, 11.8, 5),
  clinicianPrint(9, 11, 4),
];

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
