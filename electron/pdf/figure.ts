import type PDFDocument from 'pdfkit';
import type { Figure, FigureLayer } from '../../shared/figures/figure.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Lines on paper are as thick as this whatever the scale of the picture. */
const LINE_PT = 0.45 * POINTS_PER_MM;
const FAR_LINE_PT = 0.4 * POINTS_PER_MM;
const OBJECT_LINE_PT = 0.4 * POINTS_PER_MM;
const ARROW_PT = 0.75 * POINTS_PER_MM;
/** In a small picture an arrow is thinner, down to this: no more than so many figure units, or its head would fill up. */
const ARROW_LEAST_PT = 0.55 * POINTS_PER_MM;
const ARROW_UNITS = 2.4;

/** Dark enough to stay on a photocopy or fax, which turns every grey lighter than the middle into white. */
const FAR_GREY = '#707070';
const OBJECT_GREY = '#e8e8e8';
const OBJECT_LINE_GREY = '#4d4d4d';

/** Draws a picture as vectors with the top left corner of its box at x, y. `scale` is points for each figure unit. */
export function drawFigure(pdf: typeof PDFDocument.prototype, { layers, box }: Figure, xPt: number, yPt: number, scale: number): void {
  pdf.save();
  pdf.transform(scale, 0, 0, scale, xPt - box.minX * scale, yPt - box.minY * scale);
  pdf.lineCap('round').lineJoin('round');
  for (const layer of layers) drawLayer(pdf, layer, scale);
  pdf.restore();
}

/** Paths as the operators pdfkit writes for them. There are as many as the pictures have, and each sheet shows the same. */
const operatorsOfPaths = new Map<string, string>();

/** Adds a path to the page. Reading paths was a tenth of drawing a sheet, so each is read once. */
function addPath(pdf: typeof PDFDocument.prototype, path: string): typeof PDFDocument.prototype {
  let operators = operatorsOfPaths.get(path);
  if (operators === undefined) {
    const written: string[] = [];
    const recorder: typeof pdf = Object.create(pdf);
    recorder.addContent = (operator: string) => {
      written.push(operator);
      return recorder;
    };
    recorder.path(path);
    operators = written.join('\n');
    operatorsOfPaths.set(path, operators);
  }
  return pdf.addContent(operators);
}

function drawLayer(pdf: typeof PDFDocument.prototype, layer: FigureLayer, scale: number): void {
  const stroke = (path: string, thicknessPt: number, colour: string): void => {
    addPath(pdf, path)
      .lineWidth(thicknessPt / scale)
      .strokeColor(colour)
      .stroke();
  };
  switch (layer.kind) {
    case 'body': {
      // Half of each stroke is covered by the fills, which leaves one outline around all parts.
      for (const path of layer.paths) stroke(path, 2 * (layer.isFar ? FAR_LINE_PT : LINE_PT), layer.isFar ? FAR_GREY : 'black');
      for (const path of layer.paths) addPath(pdf, path).fill('white');
      return;
    }
    case 'object':
      addPath(pdf, layer.path)
        .lineWidth(OBJECT_LINE_PT / scale)
        .fillAndStroke(OBJECT_GREY, OBJECT_LINE_GREY);
      return;
    case 'line':
      return stroke(layer.path, OBJECT_LINE_PT, OBJECT_LINE_GREY);
    case 'solid':
      addPath(pdf, layer.path).fill('black');
      return;
    case 'arrow':
      return stroke(layer.path, Math.max(ARROW_LEAST_PT, Math.min(ARROW_PT, ARROW_UNITS * scale)), 'black');
  }
}
