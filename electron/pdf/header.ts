import type { HandoutDocument } from '../../shared/handouts/document-model.ts';
import type { Drawing } from './drawing.ts';
import { drawLines } from './boxes.ts';
import type { Pen } from './pen.ts';

const RULE_GAP_PT = 5;
const RULE_PT = 1;
/** The mark before the clinic's name, with the space after it. */
const MARK_EM = 0.95;
const MARK_GAP_PT = 6;

/** A measured header; `page` counts from 1. */
export type Header = { heightPt: number; draw: (pen: Pen, page: number, pages: number) => void };

/**
 * The running header: clinic and page number, below them the patient, birth date and date of the visit, so that no page can be
 * taken for another patient's (spec 9, 13 hazard 3). An artefact: the body says the same once.
 */
export function layOutHeader({ typesetter, styles, shape }: Drawing, texts: HandoutDocument['header']): Header {
  const { header, headerStrong } = styles;
  const pageText = (page: number, pages: number): string => texts.page.replace('{page}', String(page)).replace('{pages}', String(pages));
  const lineOf = (text: string, weight: 'regular' | 'bold') => typesetter.wrap([{ text, weight }], header.sizePt, Number.POSITIVE_INFINITY);
  const dateWidthPt = typesetter.widthPt(texts.date, 'regular', header.sizePt);
  const pageWidthPt = typesetter.widthPt(pageText(99, 99), 'regular', header.sizePt);
  const gapPt = 14;
  const markPt = header.sizePt * MARK_EM;
  const markWidthPt = markPt + MARK_GAP_PT;
  const clinic = typesetter.wrap(
    [{ text: texts.clinic, weight: 'bold' }],
    header.sizePt,
    shape.textWidthPt - markWidthPt - pageWidthPt - gapPt,
  );
  const person = typesetter.wrap([{ text: texts.person, weight: 'regular' }], header.sizePt, shape.textWidthPt - dateWidthPt - gapPt);
  const clinicHeightPt = clinic.length * header.leadingPt;
  const ruleYPt = shape.topPt + clinicHeightPt + person.length * header.leadingPt + RULE_GAP_PT;

  return {
    heightPt: ruleYPt - shape.topPt + RULE_PT,
    draw: (pen, page, pages) =>
      pen.artifact(() => {
        const rightPt = shape.leftPt + shape.textWidthPt;
        const number = pageText(page, pages);
        const numberXPt = rightPt - typesetter.widthPt(number, 'regular', header.sizePt);
        pen.mark(shape.leftPt, shape.topPt + (header.leadingPt - markPt * 0.74) / 2, markPt);
        drawLines(pen, clinic, headerStrong, shape.leftPt + markWidthPt, shape.topPt, 'black');
        drawLines(pen, lineOf(number, 'regular'), header, numberXPt, shape.topPt, 'black');
        drawLines(pen, person, header, shape.leftPt, shape.topPt + clinicHeightPt, 'black');
        drawLines(pen, lineOf(texts.date, 'regular'), header, rightPt - dateWidthPt, shape.topPt + clinicHeightPt, 'black');
        pen.rule(shape.leftPt, ruleYPt, shape.textWidthPt, RULE_PT);
      }),
  };
}
