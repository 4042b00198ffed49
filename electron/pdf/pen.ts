import type PDFDocument from 'pdfkit';
import type { Ink, TextRole } from './boxes.ts';
import { fontFeatures } from './fonts.ts';
import type { TextStyle } from './styles.ts';
import type { Line } from './typesetter.ts';

export type StructureElement = PDFKit.PDFStructureElement;

/** Everything the boxes draw with: text, a few shapes, and the structure tree. Points, origin at the top left. */
export type Pen = {
  line: (line: Line, style: TextStyle, xPt: number, yPt: number, ink: Ink) => void;
  rule: (xPt: number, yPt: number, widthPt: number, thicknessPt: number) => void;
  verticalRule: (xPt: number, yPt: number, heightPt: number, thicknessPt: number) => void;
  frame: (xPt: number, yPt: number, widthPt: number, heightPt: number, corners: Corners) => void;
  bar: (xPt: number, yPt: number, widthPt: number, heightPt: number, corners: Corners) => void;
  bullet: (xPt: number, yPt: number, radiusPt: number) => void;
  /** An upright arrow with an open head. */
  arrow: (xPt: number, topPt: number, heightPt: number, direction: 'up' | 'down') => void;
  /** A dashed line across the whole page, with scissors drawn on it. */
  cutLine: (yPt: number, scissorsXPt: number) => void;
  element: (parent: StructureElement, role: 'Sect' | 'Div' | 'L' | 'LI', numbering?: 'Decimal' | 'Disc') => StructureElement;
  inElement: (parent: StructureElement, role: TextRole, draw: () => void) => void;
  artifact: (draw: () => void) => void;
};

/** Which ends of a frame are rounded. */
export type Corners = { top: boolean; bottom: boolean };

const CORNER_PT = 7;
const FRAME_PT = 1.4;

/** How far the baseline lies below the middle of the line, as a share of the type size: half the height of a capital. */
const BASELINE_DROP = 0.34;

export function createPen(pdf: typeof PDFDocument.prototype): Pen {
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

  return {
    line: (line, style, xPt, yPt, ink) => {
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
    element: (parent, role, numbering) => {
      const element = pdf.struct(role);
      // pdfkit has no option for the list attributes of ISO 32000-1, 14.8.5.5.
      if (numbering !== undefined) Object.assign(element.dictionary.data, { A: { O: 'List', ListNumbering: numbering } });
      parent.add(element);
      return element;
    },
    inElement: (parent, role, draw) => {
      const element = pdf.struct(role);
      parent.add(element);
      element.add(draw);
    },
    artifact: (draw) => {
      pdf.markContent('Artifact');
      draw();
      pdf.endMarkedContent();
    },
  };
}
