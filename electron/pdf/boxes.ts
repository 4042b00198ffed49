import type { TextStyle } from './styles.ts';
import type { Line, Run, Span, Typesetter } from './typesetter.ts';
import type { Pen, StructureElement } from './pen.ts';

/**
 * A measured piece of a page. Its height is known before anything is drawn, so pages are filled without splitting what belongs
 * together. `draw` puts it with its top left corner at x, y and adds its structure elements to `parent`.
 */
export type Box = { heightPt: number; draw: (pen: Pen, xPt: number, yPt: number, parent: StructureElement) => void };

/** Structure types of text (ISO 32000-1, 14.8.4). */
export type TextRole = 'P' | 'H1' | 'H2' | 'H3' | 'Span' | 'Lbl' | 'LBody';
export type Ink = 'black' | 'white';

/** A paragraph. `balanced` gives its lines similar lengths, as headings have. */
export function textBox(
  typesetter: Typesetter,
  spans: readonly Span[],
  style: TextStyle,
  widthPt: number,
  { role = 'P', ink = 'black', balanced = false }: { role?: TextRole; ink?: Ink; balanced?: boolean } = {},
): Box {
  const lines = typesetter.wrap(spans, style.sizePt, widthPt, balanced);
  return {
    heightPt: lines.length * style.leadingPt,
    draw: (pen, xPt, yPt, parent) => {
      const drawPart = (part: readonly Line[]): void => drawLines(pen, part, style, xPt, yPt, ink);
      if (!lines.some(({ runs }) => runs.some(({ language }) => language !== undefined))) {
        pen.inElement(parent, role, () => drawPart(lines));
        return;
      }
      const element = pen.element(parent, role);
      for (const part of byLanguage(lines)) {
        if (part.language === undefined) pen.within(element, () => drawPart(part.lines));
        else pen.foreign(element, part.language, () => drawPart(part.lines));
      }
    },
  };
}

type Part = { language: string | undefined; lines: { runs: Run[]; widthPt: number }[] };

/** The stretches of one language, in the order they are read: each as all the lines, of which the others are empty. */
function byLanguage(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (const [index, { runs }] of lines.entries()) {
    for (const run of runs) {
      let last = parts.at(-1);
      if (last === undefined || last.language !== run.language) {
        last = { language: run.language, lines: lines.map(({ widthPt }) => ({ runs: [], widthPt })) };
        parts.push(last);
      }
      last.lines[index]?.runs.push(run);
    }
  }
  return parts;
}

export function drawLines(pen: Pen, lines: readonly Line[], style: TextStyle, xPt: number, yPt: number, ink: Ink): void {
  lines.forEach((line, index) => pen.line(line, style, xPt, yPt + index * style.leadingPt, ink));
}

/** Boxes one below the other. */
export function stack(boxes: readonly Box[], gapPt: number): Box {
  const heightPt = boxes.reduce((sum, box) => sum + box.heightPt, 0) + gapPt * Math.max(0, boxes.length - 1);
  return {
    heightPt,
    draw: (pen, xPt, yPt, parent) => {
      let y = yPt;
      for (const box of boxes) {
        box.draw(pen, xPt, y, parent);
        y += box.heightPt + gapPt;
      }
    },
  };
}

/** Boxes side by side, their tops aligned. Column n starts at n x (columnWidth + gap). */
export function columns(boxes: readonly Box[], columnWidthPt: number, gapPt: number): Box {
  return {
    heightPt: Math.max(0, ...boxes.map((box) => box.heightPt)),
    draw: (pen, xPt, yPt, parent) => {
      boxes.forEach((box, index) => box.draw(pen, xPt + index * (columnWidthPt + gapPt), yPt, parent));
    },
  };
}

/** Boxes side by side, their tops aligned, each in a column of its own width. */
export function sideBySide(boxes: readonly Box[], widthsPt: readonly number[], gapPt: number): Box {
  return {
    heightPt: Math.max(0, ...boxes.map((box) => box.heightPt)),
    draw: (pen, xPt, yPt, parent) => {
      let x = xPt;
      boxes.forEach((box, index) => {
        box.draw(pen, x, yPt, parent);
        x += (widthsPt[index] ?? 0) + gapPt;
      });
    },
  };
}

/** Space around a box. */
export function padded(box: Box, leftPt: number, topPt: number, bottomPt: number): Box {
  return {
    heightPt: topPt + box.heightPt + bottomPt,
    draw: (pen, xPt, yPt, parent) => box.draw(pen, xPt + leftPt, yPt + topPt, parent),
  };
}

/** A box whose elements lie in a structure element of their own. `numbering` is for lists. */
export function group(box: Box, role: 'Sect' | 'Div' | 'L' | 'LI', numbering?: 'Decimal' | 'Disc'): Box {
  return {
    heightPt: box.heightPt,
    draw: (pen, xPt, yPt, parent) => box.draw(pen, xPt, yPt, pen.element(parent, role, numbering)),
  };
}

/** Lines, frames and grounds drawn before a box; artefacts, without meaning of their own. */
export function decorated(box: Box, decorate: (pen: Pen, xPt: number, yPt: number, heightPt: number) => void): Box {
  return {
    heightPt: box.heightPt,
    draw: (pen, xPt, yPt, parent) => {
      pen.artifact(() => decorate(pen, xPt, yPt, box.heightPt));
      box.draw(pen, xPt, yPt, parent);
    },
  };
}

/** A box that the bookmarks of the file lead to. */
export function withBookmark(box: Box, title: string): Box {
  return {
    heightPt: box.heightPt,
    draw: (pen, xPt, yPt, parent) => {
      pen.bookmark(title, yPt);
      box.draw(pen, xPt, yPt, parent);
    },
  };
}

export type ListKind = 'bullet' | 'number';

/** One list item: a drawn bullet, or its number, and the text beside it. */
function listItem(
  typesetter: Typesetter,
  spans: readonly Span[],
  style: TextStyle,
  widthPt: number,
  indentPt: number,
  label: string | null,
): Box {
  const body = textBox(typesetter, spans, style, widthPt - indentPt, { role: 'LBody' });
  return group(
    {
      heightPt: body.heightPt,
      draw: (pen, xPt, yPt, parent) => {
        if (label === null) pen.artifact(() => pen.bullet(xPt + indentPt / 2 - 1, yPt + style.leadingPt / 2, style.sizePt * 0.14));
        else {
          const lines = typesetter.wrap([{ text: label, weight: style.weight }], style.sizePt, Number.POSITIVE_INFINITY);
          pen.inElement(parent, 'Lbl', () => drawLines(pen, lines, style, xPt, yPt, 'black'));
        }
        body.draw(pen, xPt + indentPt, yPt, parent);
      },
    },
    'LI',
  );
}

/** A list in one or two columns, filled column by column, as one list element. */
export function listBox(
  typesetter: Typesetter,
  items: readonly (readonly Span[])[],
  style: TextStyle,
  layout: { widthPt: number; indentPt: number; gapPt: number; columnCount: 1 | 2; columnGapPt: number; kind: ListKind },
): Box {
  const { widthPt, indentPt, gapPt, columnCount, columnGapPt, kind } = layout;
  const columnWidthPt = columnCount === 1 ? widthPt : (widthPt - columnGapPt) / 2;
  const boxes = items.map((spans, index) =>
    listItem(typesetter, spans, style, columnWidthPt, indentPt, kind === 'number' ? `${index + 1}.` : null),
  );
  const numbering = kind === 'number' ? 'Decimal' : 'Disc';
  if (columnCount === 1) return group(stack(boxes, gapPt), 'L', numbering);
  const split = evenSplit(boxes);
  const halves = [stack(boxes.slice(0, split), gapPt), stack(boxes.slice(split), gapPt)];
  return group(columns(halves, columnWidthPt, columnGapPt), 'L', numbering);
}

/** How many boxes go into the first of two columns so that the taller column is as short as can be. */
function evenSplit(boxes: readonly Box[]): number {
  const heightOf = (some: readonly Box[]): number => some.reduce((sum, box) => sum + box.heightPt, 0);
  const tallest = (count: number): number => Math.max(heightOf(boxes.slice(0, count)), heightOf(boxes.slice(count)));
  const counts = boxes.map((_, index) => index + 1);
  return counts.reduce((best, count) => (tallest(count) < tallest(best) ? count : best), boxes.length);
}
