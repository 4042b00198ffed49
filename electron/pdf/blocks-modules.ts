import { HOME_CARE_FIGURES } from '../../shared/figures/home-care.ts';
import type { ModuleBlock } from '../../shared/handouts/document-model.ts';
import { type Box, columns, group, listBox, stack } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing, heading, paragraph, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';

const LONG_MODULE_CHARACTERS = 400;
/** A picture at least this many times as wide as high lies above its text instead of beside it. */
const WIDE_FROM = 1.6;
const PICTURE_GAP_PT = 10;

/**
 * Modules in print order, left then right, each row kept whole under a hairline, so that no picture is ever apart from its text.
 * A long module takes the whole width.
 */
export function moduleRows(drawing: Drawing, modules: readonly ModuleBlock[]): PageItem[] {
  const { styles, shape } = drawing;
  const columnWidthPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const rows: Box[] = [];
  let left: ModuleBlock | null = null;
  const flush = (): void => {
    if (left !== null) rows.push(moduleBox(drawing, left, columnWidthPt));
    left = null;
  };
  for (const module of modules) {
    if (styles.largePrint) rows.push(moduleBox(drawing, module, shape.textWidthPt));
    else if (isLong(module)) {
      flush();
      rows.push(wideModuleBox(drawing, module, columnWidthPt));
    } else if (left === null) left = module;
    else {
      const pair = [moduleBox(drawing, left, columnWidthPt), moduleBox(drawing, module, columnWidthPt)];
      rows.push(columns(pair, columnWidthPt, COLUMN_GAP_PT));
      left = null;
    }
  }
  flush();
  return rows.map((row, index) => ({
    box: row,
    gapBeforePt: styles.blockGapPt * (index > 0 ? 1.6 : 1.2),
    keepWithNext: false,
    ruleAbove: index > 0,
  }));
}

function isLong(module: ModuleBlock): boolean {
  const length = module.parts.flatMap((part) => part.sentences).reduce((sum, sentence) => sum + sentence.text.length, 0);
  return length > LONG_MODULE_CHARACTERS;
}

function headBoxes(drawing: Drawing, { heading: title, dose }: ModuleBlock, widthPt: number): Box[] {
  const { styles } = drawing;
  return [heading(drawing, title, widthPt), ...(dose === null ? [] : [paragraph(drawing, [dose], styles.strong, widthPt)])];
}

function partBoxes(drawing: Drawing, module: ModuleBlock, widthPt: number): Box[] {
  const { typesetter, styles } = drawing;
  const parts = module.parts.map((part) =>
    part.kind === 'prose'
      ? paragraph(drawing, part.sentences, styles.body, widthPt)
      : listBox(
          typesetter,
          part.sentences.map((sentence) => spansOf([sentence], styles.body)),
          styles.body,
          { widthPt, indentPt: styles.listIndentPt + 4, gapPt: 1, columnCount: 1, columnGapPt: 0, kind: 'number' },
        ),
  );
  return module.notes.length === 0 ? parts : [...parts, paragraph(drawing, module.notes, styles.strong, widthPt)];
}

/** A picture and the width it takes. */
type Picture = { box: Box; widthPt: number; isWide: boolean };

function pictureOf(drawing: Drawing, { picture }: ModuleBlock, columnWidthPt: number): Picture | null {
  const { pictures } = drawing;
  if (picture === null) return null;
  const figure = HOME_CARE_FIGURES[picture.figure];
  const { width, height } = figure.box;
  const isShapedWide = width / height >= WIDE_FROM;
  const most = isShapedWide ? pictures.wide : pictures.beside;
  const scale = Math.min(Math.min(most.widthPt, columnWidthPt) / width, most.heightPt / height);
  const drawn: Box = {
    heightPt: height * scale,
    draw: (pen, xPt, yPt, parent) => pen.figure(parent, figure, picture.alt.text, xPt, yPt, scale),
  };
  const widthPt = width * scale;
  const caption = picture.caption === null ? [] : [paragraph(drawing, [picture.caption], drawing.styles.body, widthPt)];
  return {
    box: stack([drawn, ...caption], 0),
    widthPt,
    isWide: isShapedWide && !pictures.allBeside,
  };
}

function moduleBox(drawing: Drawing, module: ModuleBlock, widthPt: number): Box {
  const gap = drawing.styles.partGapPt;
  const head = headBoxes(drawing, module, widthPt);
  const picture = pictureOf(drawing, module, widthPt);
  if (picture === null) return group(stack([...head, ...partBoxes(drawing, module, widthPt)], gap), 'Sect');
  if (picture.isWide) return group(stack([...head, picture.box, ...partBoxes(drawing, module, widthPt)], gap), 'Sect');
  const besidePt = widthPt - picture.widthPt - PICTURE_GAP_PT;
  const body = columns([picture.box, stack(partBoxes(drawing, module, besidePt), gap)], picture.widthPt, PICTURE_GAP_PT);
  return group(stack([...head, body], gap), 'Sect');
}

/** Heading across the page, the picture and the parts in two columns below it. */
function wideModuleBox(drawing: Drawing, module: ModuleBlock, columnWidthPt: number): Box {
  const gap = drawing.styles.partGapPt;
  const picture = pictureOf(drawing, module, columnWidthPt);
  const parts = [...(picture === null ? [] : [picture.box]), ...partBoxes(drawing, module, columnWidthPt)];
  const half = Math.ceil(parts.length / 2);
  const body = columns([stack(parts.slice(0, half), gap), stack(parts.slice(half), gap)], columnWidthPt, COLUMN_GAP_PT);
  return group(stack([...headBoxes(drawing, module, drawing.shape.textWidthPt), body], gap), 'Sect');
}
