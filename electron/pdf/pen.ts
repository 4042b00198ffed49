import type PDFDocument from 'pdfkit';
import type { Figure } from '../../shared/figures/figure.ts';
import type { Ink, TextRole } from './boxes.ts';
import { drawFigure } from './figure.ts';
import { fontFeatures } from './fonts.ts';
import { drawRunning } from './pdf-ua.ts';
import type { TextStyle } from './styles.ts';
import type { Line } from './typesetter.ts';

export type StructureElement = PDFKit.PDFStructureElement;

/** Everything the boxes draw with: text, a few shapes, and the structure tree. Points, origin at the top left. */
export type Pen = {
  /** The smallest letters drawn so far, points; infinite before the first. */
  smallestPt: () => number;
  line: (line: Line, style: TextStyle, xPt: number, yPt: number, ink: Ink) => void;
  rule: (xPt: number, yPt: number, widthPt: number, thicknessPt: number) => void;
  verticalRule: (xPt: number, yPt: number, heightPt: number, thicknessPt: number) => void;
  frame: (xPt: number, yPt: number, widthPt: number, heightPt: number, corners: Corners) => void;
  bar: (xPt: number, yPt: number, widthPt: number, heightPt: number, corners: Corners) => void;
  bullet: (xPt: number, yPt: number, radiusPt: number) => void;
  /** An upright arrow with an open head. */
  arrow: (xPt: number, topPt: number, heightPt: number, direction: 'up' | 'down') => void;
  /** The mark of the desk: two legs raised from a couch, mirrored. `sizePt` is its width. */
  mark: (xPt: number, yPt: number, sizePt: number) => void;
  /** A dashed line across the whole page, with scissors drawn on it. */
  cutLine: (yPt: number, scissorsXPt: number) => void;
  /** A picture with its place on the page and what it shows in words. `scale` is points for each figure unit. */
  /** The clinic's logo at a width and height: with its alternative text where it stands in the structure, else an artefact. */
  logo: (parent: StructureElement | null, alt: string, xPt: number, yPt: number, widthPt: number, heightPt: number) => void;
  figure: (parent: StructureElement, figure: Figure, alt: string, xPt: number, yPt: number, scale: number) => void;
  element: (
    parent: StructureElement,
    role: 'Sect' | 'Div' | 'L' | 'LI' | 'Table' | 'TR' | TextRole,
    numbering?: 'Decimal' | 'Disc',
  ) => StructureElement;
  /** A cell of a table: a heading of its column or row, or an empty place to tick. */
  cell: (parent: StructureElement, heads: 'Column' | 'Row' | null, draw: (() => void) | null) => void;
  inElement: (parent: StructureElement, role: TextRole, draw: () => void) => void;
  /** Text of an element that other text of it, elsewhere on the pages, follows or precedes. */
  within: (element: StructureElement, draw: () => void) => void;
  /** Words of an element in another language than the document. `language` is a BCP 47 tag. */
  foreign: (element: StructureElement, language: string, draw: () => void) => void;
  /** An entry of the file's table of contents that leads to this height of the page. */
  bookmark: (title: string, yPt: number) => void;
  /** Lines, frames and grounds without a meaning of their own. */
  artifact: (draw: () => void) => void;
  /** What repeats at the top of each page. */
  header: (draw: () => void) => void;
};

/** Which ends of a frame are rounded. */
export type Corners = { top: boolean; bottom: boolean };

const CORNER_PT = 7;
const FRAME_PT = 1.4;

/** How far the baseline lies below the middle of the line, as a share of the type size: half the height of a capital. */
const BASELINE_DROP = 0.34;

/** `logoPng`: the bytes of the clinic's logo, written into the file once; null where there is none. */
export function createPen(pdf: typeof PDFDocument.prototype, logoPng: Uint8Array | null): Pen {
  const logo = logoPng === null ? null : pdf.openImage(Buffer.from(logoPng));
  const path = (xPt: number, yPt: number, widthPt: number, heightPt: number, corners: Corners): string => {
    const top = corners.top ? CORNER_PT : 0;
    const bottom = corners.bottom ? CORNER_PT : 0;
    const right = xPt + widthPt;
    const end = yPt + heightPt;
    return [
      `M ${xPt + top} ${yPt} L ${right - top} ${yPt} Q ${right} ${yPt} ${right} ${yPt + top}`,
      `L ${right} ${end - bottom} Q ${right} ${end} ${right - bottom} ${end}`,
      `L ${xPt + bottom} ${end} Q ${xPt} ${end} ${xPt} ${end - bottom}`,
      `L ${xPt} ${yPt + top} Q ${xPt} ${yPt} ${xPt + top} ${yPt} Z`,
    ].join(' ');
  };
  const stroke = (thicknessPt: number): void => {
    pdf.lineWidth(thicknessPt).strokeColor('black').stroke();
  };

  let smallestPt = Number.POSITIVE_INFINITY;
  return {
    smallestPt: () => smallestPt,
    line: (line, style, xPt, yPt, ink) => {
      smallestPt = Math.min(smallestPt, style.sizePt);
      const baselinePt = yPt + style.leadingPt / 2 + style.sizePt * BASELINE_DROP;
      for (const run of line.runs) {
        const features = fontFeatures(run.text);
        pdf
          .font(run.font)
          .fontSize(style.sizePt)
          .fillColor(ink)
          .text(run.text, xPt + run.xPt, baselinePt, {
            lineBreak: false,
            baseline: 'alphabetic',
            ...(features === undefined ? {} : { features }),
          });
      }
    },
    rule: (xPt, yPt, widthPt, thicknessPt) => {
      pdf.moveTo(xPt, yPt).lineTo(xPt + widthPt, yPt);
      stroke(thicknessPt);
    },
    verticalRule: (xPt, yPt, heightPt, thicknessPt) => {
      pdf.moveTo(xPt, yPt).lineTo(xPt, yPt + heightPt);
      stroke(thicknessPt);
    },
    frame: (xPt, yPt, widthPt, heightPt, corners) => {
      pdf.path(path(xPt, yPt, widthPt, heightPt, corners));
      stroke(FRAME_PT);
    },
    bar: (xPt, yPt, widthPt, heightPt, corners) => {
      pdf.path(path(xPt, yPt, widthPt, heightPt, corners)).fill('black');
    },
    bullet: (xPt, yPt, radiusPt) => {
      pdf.circle(xPt, yPt, radiusPt).fill('black');
    },
    arrow: (xPt, topPt, heightPt, direction) => {
      const endPt = topPt + heightPt;
      const tipPt = direction === 'up' ? topPt : endPt;
      const headPt = direction === 'up' ? topPt + 6 : endPt - 6;
      pdf.lineCap('round').lineJoin('round');
      pdf.moveTo(xPt, topPt).lineTo(xPt, endPt);
      pdf
        .moveTo(xPt - 5, headPt)
        .lineTo(xPt, tipPt)
        .lineTo(xPt + 5, headPt);
      stroke(2);
      pdf.lineCap('butt').lineJoin('miter');
    },
    mark: (xPt, yPt, sizePt) => {
      pdf.lineCap('round').lineJoin('round');
      pdf.moveTo(xPt + sizePt * 0.08, yPt).lineTo(xPt + sizePt / 2, yPt + sizePt * 0.55);
      pdf.lineTo(xPt + sizePt * 0.92, yPt);
      pdf.moveTo(xPt, yPt + sizePt * 0.74).lineTo(xPt + sizePt, yPt + sizePt * 0.74);
      stroke(1.3);
      pdf.lineCap('butt').lineJoin('miter');
    },
    cutLine: (yPt, scissorsXPt) => {
      const widthPt = pdf.page.width;
      pdf
        .dash(4, { space: 3 })
        .moveTo(0, yPt)
        .lineTo(scissorsXPt - 10, yPt);
      pdf.moveTo(scissorsXPt + 10, yPt).lineTo(widthPt, yPt);
      stroke(0.8);
      pdf.undash();
      for (const side of [-1, 1]) {
        pdf.circle(scissorsXPt - 4.5, yPt + side * 2.8, 2);
        pdf.moveTo(scissorsXPt - 2.8, yPt + side * 1.8).lineTo(scissorsXPt + 6.5, yPt - side * 3);
      }
      stroke(0.9);
    },
    logo: (parent, alt, xPt, yPt, widthPt, heightPt) => {
      if (logo === null) return;
      const draw = (): void => void pdf.image(logo, xPt, yPt, { width: widthPt, height: heightPt });
      if (parent === null) {
        drawRunning(pdf, 'Header', draw);
        return;
      }
      const element = pdf.struct('Figure', { alt, bbox: [xPt, yPt, xPt + widthPt, yPt + heightPt] });
      parent.add(element);
      element.add(draw);
    },
    figure: (parent, figure, alt, xPt, yPt, scale) => {
      const bbox = [xPt, yPt, xPt + figure.box.width * scale, yPt + figure.box.height * scale];
      // pdfkit turns the box over to the page's own axes.
      const element = pdf.struct('Figure', { alt, bbox });
      parent.add(element);
      element.add(() => drawFigure(pdf, figure, xPt, yPt, scale));
    },
    element: (parent, role, numbering) => {
      const element = pdf.struct(role);
      // pdfkit has no option for the list attributes of ISO 32000-1, 14.8.5.5.
      if (numbering !== undefined) Object.assign(element.dictionary.data, { A: { O: 'List', ListNumbering: numbering } });
      parent.add(element);
      return element;
    },
    cell: (parent, heads, draw) => {
      const element = heads === null ? pdf.struct('TD') : pdf.struct('TH', { scope: heads });
      parent.add(element);
      if (draw !== null) element.add(draw);
    },
    inElement: (parent, role, draw) => {
      const element = pdf.struct(role);
      parent.add(element);
      element.add(draw);
    },
    within: (element, draw) => {
      element.add(draw);
    },
    foreign: (element, language, draw) => {
      const words = pdf.struct('Span', { lang: language });
      element.add(words);
      words.add(draw);
    },
    bookmark: (title, yPt) => {
      // pdfkit counts the edge from the right.
      const place = { top: yPt, left: pdf.page.width };
      pdf.outline.addItem(title, place);
    },
    artifact: (draw) => {
      pdf.markContent('Artifact');
      draw();
      pdf.endMarkedContent();
    },
    header: (draw) => drawRunning(pdf, 'Header', draw),
  };
}
