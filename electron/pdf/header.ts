import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import type { Drawing } from './drawing.ts';
import { drawLines } from './boxes.ts';
import type { Pen, StructureElement } from './pen.ts';
import type { Line, Span } from './typesetter.ts';

const RULE_GAP_PT = 5;
const RULE_PT = 1;
/** The mark before the clinic's name, with the space after it. */
const MARK_EM = 0.95;
const MARK_GAP_PT = 6;
/** The clinic's logo stands at the left of both lines, in a box of this size at most. */
const LOGO_WIDTH_PT = 120;
const LOGO_HEIGHT_EM = 3;
const LOGO_GAP_PT = 12;

/** A measured header; `page` counts from 1. */
export type Header = { heightPt: number; draw: (pen: Pen, page: number, pages: number, root: StructureElement) => void };

/**
 * The running header: clinic and page number, below them the patient, birth date and date of the visit, so that no page can be
 * taken for another patient's (spec 9, 13 hazard 3). An artefact: the body says the same once. The logo takes the place of the desk's
 * mark; its alternative text is read on the first page.
 */
export function layOutHeader({ typesetter, styles, shape }: Drawing, texts: PaperDocument['header']): Header {
  const { header, headerStrong } = styles;
  const pageText = (page: number, pages: number): string => texts.page.replace('{page}', String(page)).replace('{pages}', String(pages));
  const lineOf = (text: string, weight: 'regular' | 'bold') => typesetter.wrap([{ text, weight }], header.sizePt, Number.POSITIVE_INFINITY);
  const dateWidthPt = typesetter.widthPt(texts.date, 'regular', header.sizePt);
  const pageWidthPt = typesetter.widthPt(pageText(99, 99), 'regular', header.sizePt);
  const gapPt = 14;
  const markPt = header.sizePt * MARK_EM;
  const logo = texts.logo === null ? null : { ...sizeOfLogo(texts.logo, header.sizePt), alt: texts.logo.alt };
  const indentPt = logo === null ? 0 : logo.widthPt + LOGO_GAP_PT;
  const markWidthPt = logo === null ? markPt + MARK_GAP_PT : 0;
  const textWidthPt = shape.textWidthPt - indentPt;
  // The page number and the date stand beside the first line; a longer name goes on below them.
  const linesBeside = (span: Span, widthPt: number, besidePt: number): readonly Line[] => {
    const narrow = typesetter.wrap([span], header.sizePt, widthPt - besidePt - gapPt);
    if (narrow.length === 1) return narrow;
    return typesetter.wrapBeside([span], header.sizePt, widthPt, { lineCount: 1, widthPt: widthPt - besidePt - gapPt });
  };
  const clinic = linesBeside({ text: texts.clinic, weight: 'bold' }, textWidthPt - markWidthPt, pageWidthPt);
  const person = linesBeside({ text: texts.person, weight: 'regular' }, textWidthPt, dateWidthPt);
  const clinicHeightPt = clinic.length * header.leadingPt;
  const linesHeightPt = clinicHeightPt + person.length * header.leadingPt;
  const heightPt = Math.max(linesHeightPt, logo?.heightPt ?? 0);
  const topPt = shape.topPt + (heightPt - linesHeightPt) / 2;
  const leftPt = shape.leftPt + indentPt;
  const ruleYPt = shape.topPt + heightPt + RULE_GAP_PT;

  return {
    heightPt: ruleYPt - shape.topPt + RULE_PT,
    draw: (pen, page, pages, root) => {
      if (logo !== null) {
        const logoTopPt = shape.topPt + (heightPt - logo.heightPt) / 2;
        pen.logo(page === 1 ? root : null, logo.alt, shape.leftPt, logoTopPt, logo.widthPt, logo.heightPt);
      }
      pen.header(() => {
        const rightPt = shape.leftPt + shape.textWidthPt;
        const number = pageText(page, pages);
        const numberXPt = rightPt - typesetter.widthPt(number, 'regular', header.sizePt);
        if (logo === null) pen.mark(leftPt, topPt + (header.leadingPt - markPt * 0.74) / 2, markPt);
        drawLines(pen, clinic, headerStrong, leftPt + markWidthPt, topPt, 'black');
        drawLines(pen, lineOf(number, 'regular'), header, numberXPt, topPt, 'black');
        drawLines(pen, person, header, leftPt, topPt + clinicHeightPt, 'black');
        drawLines(pen, lineOf(texts.date, 'regular'), header, rightPt - dateWidthPt, topPt + clinicHeightPt, 'black');
        pen.rule(shape.leftPt, ruleYPt, shape.textWidthPt, RULE_PT);
      });
    },
  };
}

function sizeOfLogo({ widthPx, heightPx }: { widthPx: number; heightPx: number }, sizePt: number): { widthPt: number; heightPt: number } {
  const scale = Math.min(LOGO_WIDTH_PT / widthPx, (sizePt * LOGO_HEIGHT_EM) / heightPx);
  return { widthPt: widthPx * scale, heightPt: heightPx * scale };
}
