import type { SafetyBlock, Sentence, SlipBlock } from '../../shared/handouts/document-model.ts';
import { COLUMN_GAP_PT, type Drawing, spansOf } from './drawing.ts';
import { type Box, columns, decorated, group, listBox, padded, stack, textBox } from './boxes.ts';
import type { PageItem } from './pages.ts';

const SLIP_GAP_PT = 11;

/**
 * M19 as two frames that stand against each other: the emergencies under a black bar, and the same-day signs. In large print a
 * page may end between them; neither is ever split.
 */
export function safetyItems(drawing: Drawing, block: SafetyBlock): PageItem[] {
  const { typesetter, styles, shape } = drawing;
  const padding = styles.framePaddingPt;
  const widthPt = shape.textWidthPt;
  const innerPt = widthPt - 2 * padding;

  const barText = textBox(typesetter, spansOf(block.now, styles.bar), styles.bar, innerPt, {
    role: 'H2',
    ink: 'white',
    balanced: true,
  });
  const bar = decorated(padded(barText, padding, 5, 6), (pen, xPt, yPt, heightPt) =>
    pen.bar(xPt, yPt, widthPt, heightPt, { top: true, bottom: false }),
  );
  const now = stack([bar, padded(bullets(drawing, block.nowItems, innerPt), padding, padding * 0.8, padding * 0.8)], 0);
  const sameDay = padded(
    stack(
      [
        textBox(typesetter, spansOf([block.sameDay], styles.strong), styles.strong, innerPt, { role: 'H3' }),
        bullets(drawing, block.sameDayItems, innerPt),
        textBox(typesetter, spansOf(block.tellUs, styles.strong), styles.strong, innerPt),
      ],
      styles.partGapPt,
    ),
    padding,
    padding * 0.8,
    padding * 0.8,
  );
  const framed = (box: Box, corners: { top: boolean; bottom: boolean }): Box =>
    group(
      decorated(box, (pen, xPt, yPt, heightPt) => pen.frame(xPt, yPt, widthPt, heightPt, corners)),
      'Sect',
    );
  return [
    { box: framed(now, { top: true, bottom: false }), gapBeforePt: styles.blockGapPt, keepWithNext: styles.largePrint ? 'prefer' : true },
    { box: framed(sameDay, { top: false, bottom: true }), gapBeforePt: 0, keepWithNext: false },
  ];
}

function bullets(
  { typesetter, styles }: Drawing,
  sentences: readonly Sentence[],
  widthPt: number,
  columnCount: 1 | 2 = styles.largePrint ? 1 : 2,
): Box {
  return listBox(
    typesetter,
    sentences.map((sentence) => spansOf([sentence], styles.body)),
    styles.body,
    { widthPt, indentPt: styles.listIndentPt - 3, gapPt: 0, columnCount, columnGapPt: COLUMN_GAP_PT - 4, kind: 'bullet' },
  );
}

/** The tear-off slip at the foot of the last page, below a cut line. */
export function slipItem(drawing: Drawing, block: SlipBlock): PageItem {
  const { typesetter, styles, shape } = drawing;
  const stacked = styles.largePrint;
  const gapPt = COLUMN_GAP_PT;
  const narrowPt = stacked ? shape.textWidthPt : (shape.textWidthPt - gapPt) * 0.28;
  const widePt = stacked ? shape.textWidthPt : shape.textWidthPt - gapPt - narrowPt;

  const person = stack(
    [
      textBox(typesetter, spansOf([block.heading], styles.heading), styles.heading, narrowPt, { role: 'H2', balanced: true }),
      ...[...block.lines, block.more].map((line, index) => {
        const style = index === 0 ? styles.strong : styles.body;
        return textBox(typesetter, spansOf([line], style), style, narrowPt);
      }),
    ],
    0,
  );
  const signs = stack(
    [
      textBox(typesetter, spansOf(block.now, styles.strong), styles.strong, widePt, { role: 'H3' }),
      bullets(drawing, block.items, widePt, 1),
    ],
    styles.partGapPt / 2,
  );
  const content = stacked ? stack([person, signs], styles.blockGapPt) : columns([person, signs], narrowPt + gapPt, 0);
  const slip = decorated(padded(content, 0, SLIP_GAP_PT, 0), (pen, xPt, yPt) => pen.cutLine(yPt, xPt - 18));
  return { box: group(slip, 'Sect'), gapBeforePt: styles.blockGapPt, keepWithNext: false, atFoot: true };
}
