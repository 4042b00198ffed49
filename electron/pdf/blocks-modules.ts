import { homeCareFigure } from '../../shared/figures/home-care.ts';
import type { ModuleBlock, Sentence } from '../../shared/handouts/document-model.ts';
import { type Box, drawLines, group, padded, stack, type TextRole, withBookmark } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing, paragraph, spansOf } from './drawing.ts';
import type { ColumnFlow, FlowPart, PageItem } from './pages.ts';
import type { StructureElement } from './pen.ts';
import type { TextStyle } from './styles.ts';
import type { Beside, Line } from './typesetter.ts';

const LONG_MODULE_CHARACTERS = 400;
const PICTURE_GAP_PT = 12;
/** The largest share of the width that a picture beside the text takes. */
const BESIDE_SHARE = 0.44;
/** Space above a picture that lies between lines of text. */
const PICTURE_INSET_PT = 3;
const ROUNDING_PT = 0.1;

/**
 * Modules in print order, each with a hairline above. They fill two columns, in large print one, and each is kept whole, so that no
 * picture is ever apart from its text. A long module without a picture may go on in the next column or on the next page.
 */
export function moduleItems(drawing: Drawing, modules: readonly ModuleBlock[]): (PageItem | ColumnFlow)[] {
  const { styles, shape } = drawing;
  if (modules.length === 0) return [];
  if (styles.largePrint) {
    return modules.flatMap((module, index) =>
      itemsOf(drawing, flowParts(drawing, module, shape.textWidthPt), {
        gapBeforePt: styles.blockGapPt * (index > 0 ? 1.6 : 1.2),
        keepWithNext: false,
        ruleAbove: index > 0,
      }),
    );
  }
  const columnWidthPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  return [
    {
      parts: modules.flatMap((module) => flowParts(drawing, module, columnWidthPt)),
      gapBeforePt: styles.blockGapPt * 1.3,
      gapPt: styles.blockGapPt * 1.2,
      columnWidthPt,
      columnGapPt: COLUMN_GAP_PT,
      turnsWithinParagraph: drawing.turnsWithinParagraph,
    },
  ];
}

/** The parts of a module one below the other. A page may end between two that a column may end between. */
function itemsOf({ turnsWithinParagraph }: Drawing, parts: readonly FlowPart[], first: Omit<PageItem, 'box'>): PageItem[] {
  return parts.map(({ box, gapAfterPt }, index): PageItem => {
    const keepWithNext = gapAfterPt === 0 && !turnsWithinParagraph;
    if (index === 0) return { ...first, box, keepWithNext };
    return { box, gapBeforePt: parts[index - 1]?.gapAfterPt ?? 0, keepWithNext };
  });
}

function flowParts(drawing: Drawing, module: ModuleBlock, widthPt: number): FlowPart[] {
  if (module.picture !== null || !isLong(module)) return [{ box: moduleBox(drawing, module, widthPt), gapAfterPt: null }];
  return splitModule(drawing, module, widthPt);
}

/**
 * A long module without a picture, in pieces of a line that may go on in the next column. Its heading stays with two lines, and two
 * lines of a paragraph stay together at either end of it.
 */
function splitModule(drawing: Drawing, module: ModuleBlock, widthPt: number): FlowPart[] {
  const { typesetter, styles } = drawing;
  const head = setRows(drawing, headRows(drawing, module), null, widthPt);
  let section: StructureElement | null = null;
  const inSection = (box: Box): Box => ({
    heightPt: box.heightPt,
    draw: (pen, xPt, yPt, parent) => {
      section = pen.element(parent, 'Sect');
      box.draw(pen, xPt, yPt, section);
    },
  });
  const body = bodyRows(drawing, module);
  const parts = body.flatMap((row, index): FlowPart[] => {
    const lines = typesetter.wrap(spansOf(row.sentences, row.style), row.style.sizePt, widthPt);
    let paragraphElement: StructureElement | null = null;
    const ends = lines.map((_, line) => line + 1).filter((end) => end === lines.length || (end >= 2 && end <= lines.length - 2));
    return ends.map((end, piece): FlowPart => {
      const from = ends[piece - 1] ?? 0;
      const text: Box = {
        heightPt: (end - from) * row.style.leadingPt,
        draw: (pen, xPt, yPt, parent) => {
          section ??= pen.element(parent, 'Sect');
          paragraphElement ??= pen.element(section, 'P');
          pen.within(paragraphElement, () => drawLines(pen, lines.slice(from, end), row.style, xPt, yPt, 'black'));
        },
      };
      const isFirst = index === 0 && piece === 0;
      const gapAfterPt = end < lines.length ? 0 : index < body.length - 1 ? styles.partGapPt : null;
      return { box: isFirst ? stack([inSection(head), text], styles.partGapPt) : text, gapAfterPt };
    });
  });
  return parts;
}

function isLong(module: ModuleBlock): boolean {
  const length = module.parts.flatMap((part) => part.sentences).reduce((sum, sentence) => sum + sentence.text.length, 0);
  return length > LONG_MODULE_CHARACTERS;
}

/** A paragraph or a step of a module, on its way to lines. */
type Row = { role: TextRole; sentences: readonly Sentence[]; style: TextStyle; number: number | null; list: number | null };

function headRows({ styles }: Drawing, { heading, dose }: ModuleBlock): Row[] {
  const row = (role: TextRole, sentence: Sentence, style: TextStyle): Row => ({
    role,
    sentences: [sentence],
    style,
    number: null,
    list: null,
  });
  return [row('H2', heading, styles.heading), ...(dose === null ? [] : [row('P', dose, styles.strong)])];
}

function bodyRows({ styles }: Drawing, module: ModuleBlock): Row[] {
  const rows = module.parts.flatMap(({ kind, sentences }, list): Row[] =>
    kind === 'prose'
      ? [{ role: 'P', sentences, style: styles.body, number: null, list: null }]
      : sentences.map((sentence, index) => ({ role: 'LBody', sentences: [sentence], style: styles.body, number: index + 1, list })),
  );
  if (module.notes.length === 0) return rows;
  return [...rows, { role: 'P', sentences: module.notes, style: styles.strong, number: null, list: null }];
}

/** A picture with its caption, at the largest size that `most` allows. */
type Picture = { box: Box; widthPt: number };

function pictureOf(
  drawing: Drawing,
  { picture }: ModuleBlock,
  most: { widthPt: number; heightPt: number; captionPt: number },
): Picture | null {
  if (picture === null) return null;
  const figure = homeCareFigure(picture.figure);
  const { width, height } = figure.box;
  const { caption } = picture;
  const { body } = drawing.styles;
  const captionWidthPt = caption === null ? 0 : drawing.typesetter.widthPt(caption.text, body.weight, body.sizePt);
  const scale = Math.min(most.widthPt / width, most.heightPt / height);
  // A caption wider than its picture stays on one line where that leaves the text beside it enough room.
  const widthPt = Math.max(width * scale, Math.min(captionWidthPt + ROUNDING_PT, Math.max(most.widthPt, most.captionPt)));
  const drawn: Box = {
    heightPt: height * scale,
    draw: (pen, xPt, yPt, parent) => pen.figure(parent, figure, picture.alt.text, xPt + (widthPt - width * scale) / 2, yPt, scale),
  };
  if (caption === null) return { box: drawn, widthPt };
  const words = padded(paragraph(drawing, [caption], body, widthPt), Math.max(0, (widthPt - captionWidthPt) / 2), 0, 0);
  return { box: stack([drawn, words], 1), widthPt };
}

/**
 * Where the picture of a module stands: across the column below the heading, or at the right edge with the text beside it, from the
 * heading or from the first line below the dose.
 */
type Placing = { picture: Picture; place: 'across' | 'from-heading' | 'from-text' };

/** A module with its picture where it takes the least room; of two places alike, the one with the larger picture. */
function moduleBox(drawing: Drawing, module: ModuleBlock, widthPt: number): Box {
  const { pictures } = drawing;
  const head = headRows(drawing, module);
  const rows = [...head, ...bodyRows(drawing, module)];
  const mostBesidePt = Math.min(pictures.widthPt, widthPt * BESIDE_SHARE);
  const placed = (mostPt: number, place: Placing['place']): Placing[] => {
    const picture = pictureOf(drawing, module, { widthPt: mostPt, heightPt: pictures.heightPt, captionPt: mostBesidePt });
    return picture === null ? [] : [{ picture, place }];
  };
  const besideWidthsPt = [mostBesidePt, (mostBesidePt + pictures.besidePt) / 2, pictures.besidePt];
  const placings = [
    ...placed(Math.min(pictures.widthPt, widthPt), 'across'),
    ...besideWidthsPt.flatMap((mostPt) => [...placed(mostPt, 'from-heading'), ...placed(mostPt, 'from-text')]),
  ];
  const boxes = (placings.length === 0 ? [null] : placings).map((placing) => setRows(drawing, rows, placing, widthPt, head.length));
  return group(
    boxes.reduce((best, box) => (box.heightPt < best.heightPt ? box : best)),
    'Sect',
  );
}

/** Lines of a row, the first of them narrower where the picture stands beside them. */
function linesOf({ typesetter }: Drawing, row: Row, widthPt: number, beside: Beside | null): readonly Line[] {
  const { sizePt } = row.style;
  const spans = spansOf(row.sentences, row.style);
  if (beside === null || beside.lineCount === 0) return typesetter.wrap(spans, sizePt, widthPt, row.role === 'H2');
  const allBeside = typesetter.wrap(spans, sizePt, beside.widthPt, row.role === 'H2');
  return allBeside.length <= beside.lineCount ? allBeside : typesetter.wrapBeside(spans, sizePt, widthPt, beside);
}

type SetRow = Row & { lines: readonly Line[]; topPt: number; heightPt: number };

/**
 * Rows below each other. The picture comes after `headCount` rows, in reading order and on the page; lines beside it
 * leave it room and those below it take the whole width again.
 */
function setRows(drawing: Drawing, rows: readonly Row[], placing: Placing | null, widthPt: number, headCount = 0): Box {
  const { typesetter, styles } = drawing;
  const indentPt = styles.listIndentPt + 4;
  const set: SetRow[] = [];
  let yPt = 0;
  let pictureTopPt = 0;
  let pictureEndPt = 0;
  const beginPicture = (topPt: number): void => {
    pictureTopPt = topPt;
    pictureEndPt = topPt + (placing?.picture.box.heightPt ?? 0);
  };
  if (placing?.place === 'from-heading') beginPicture(PICTURE_INSET_PT);
  rows.forEach((row, index) => {
    if (index > 0) yPt += row.number !== null && row.number > 1 ? 1 : styles.partGapPt;
    if (index === headCount && placing !== null && placing.place !== 'from-heading') {
      beginPicture(yPt + PICTURE_INSET_PT);
      if (placing.place === 'across') yPt = pictureEndPt + styles.partGapPt;
    }
    const rowWidthPt = widthPt - (row.number === null ? 0 : indentPt);
    const lineCount =
      placing === null || placing.place === 'across' ? 0 : Math.max(0, Math.ceil((pictureEndPt - yPt) / row.style.leadingPt));
    const lines = linesOf(
      drawing,
      row,
      rowWidthPt,
      placing === null ? null : { lineCount, widthPt: rowWidthPt - placing.picture.widthPt - PICTURE_GAP_PT },
    );
    const heightPt = lines.length * row.style.leadingPt;
    set.push({ ...row, lines, topPt: yPt, heightPt });
    yPt += heightPt;
  });

  const pictureXPt = placing === null || placing.place === 'across' ? 0 : widthPt - placing.picture.widthPt;
  const box: Box = {
    heightPt: Math.max(yPt, pictureEndPt),
    draw: (pen, xPt, topPt, parent) => {
      const drawPicture = (): void => placing?.picture.box.draw(pen, xPt + pictureXPt, topPt + pictureTopPt, parent);
      let list: { id: number; element: typeof parent } | null = null;
      set.forEach((row, index) => {
        if (index === headCount) drawPicture();
        const draw = (insetPt: number) => (): void => drawLines(pen, row.lines, row.style, xPt + insetPt, topPt + row.topPt, 'black');
        if (row.number === null) {
          pen.inElement(parent, row.role, draw(0));
          return;
        }
        if (list?.id !== row.list) list = { id: row.list ?? 0, element: pen.element(parent, 'L', 'Decimal') };
        const item = pen.element(list.element, 'LI');
        const label = typesetter.wrap([{ text: `${row.number}.`, weight: row.style.weight }], row.style.sizePt, Number.POSITIVE_INFINITY);
        pen.inElement(item, 'Lbl', () => drawLines(pen, label, row.style, xPt, topPt + row.topPt, 'black'));
        pen.inElement(item, 'LBody', draw(indentPt));
      });
      if (headCount >= set.length) drawPicture();
    },
  };
  return withBookmark(box, rows[0]?.sentences[0]?.text ?? '');
}
