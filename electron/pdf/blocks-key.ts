import type { KeyBlock } from '../../shared/handouts/document-model.ts';
import { type Box, columns, decorated, group, padded, sideBySide, stack, textBox } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';
import type { TextStyle } from './styles.ts';

/** Typed off the paper sign by sign: as large as a heading, wide apart. */
const GROUP_STYLE: TextStyle = { sizePt: 22, leadingPt: 32, weight: 'bold' };
/** The numbers must not be taken for a part of the key. */
const NUMBER_WIDTH_PT = 24;

/** Numbered groups in a frame, in two columns read one after the other. */
export function keyItem(drawing: Drawing, { groups }: KeyBlock): PageItem {
  const { typesetter, styles, shape } = drawing;
  const padding = styles.framePaddingPt * 1.5;
  const columnPt = (shape.textWidthPt - 2 * padding - COLUMN_GAP_PT) / 2;
  const small = styles.body;
  const boxes = groups.map(({ number, group: signs }): Box => {
    const label = textBox(typesetter, spansOf([number], small), small, NUMBER_WIDTH_PT, { role: 'Lbl' });
    const body = textBox(typesetter, spansOf([signs], GROUP_STYLE), GROUP_STYLE, columnPt - NUMBER_WIDTH_PT, { role: 'LBody' });
    return group(sideBySide([padded(label, 0, GROUP_STYLE.sizePt - small.sizePt, 0), body], [NUMBER_WIDTH_PT, columnPt], 0), 'LI');
  });
  const half = Math.ceil(boxes.length / 2);
  const list = group(columns([stack(boxes.slice(0, half), 0), stack(boxes.slice(half), 0)], columnPt, COLUMN_GAP_PT), 'L', 'Decimal');
  const framed = decorated(padded(list, padding, padding, padding), (pen, xPt, yPt, heightPt) =>
    pen.frame(xPt, yPt, shape.textWidthPt, heightPt, { top: true, bottom: true }),
  );
  return { box: framed, gapBeforePt: styles.blockGapPt, keepWithNext: false };
}
