import type { SafetyBlock, Sentence, SlipBlock } from '../../shared/handouts/document-model.ts';
import { pairedRows } from './blocks-facts.ts';
import { COLUMN_GAP_PT, type Drawing, spansOf } from './drawing.ts';
import { type Box, decorated, group, listBox, padded, sideBySide, stack, textBox, withBookmark } from './boxes.ts';
import type { PageItem } from './pages.ts';
import type { TextStyle } from './styles.ts';

const SLIP_GAP_PT = 9;
/** What is cut along keeps clear of the frame above it. */
const CUT_LINE_GAP_PT = 8;
/** Shares of the width: heading and name, birth date and day, clinic and phone. */
const SLIP_SHARES = [0.37, 0.33, 0.3];

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
  const bar = decorated(padded(barText, padding, 3.5, 4.5), (pen, xPt, yPt, heightPt) =>
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
    {
      box: withBookmark(framed(now, { top: true, bottom: false }), block.now[0]?.text ?? ''),
      gapBeforePt: styles.blockGapPt,
      keepWithNext: styles.largePrint ? 'prefer' : true,
    },
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

/**
 * The tear-off slip at the foot of the last page, below a cut line a third of the page from its end where there is room: whose it is and whom to call in a row, and every sign of an
 * emergency, word for word.
 */
export function slipItem(drawing: Drawing, block: SlipBlock): PageItem {
  const { typesetter, styles, shape } = drawing;
  const widthPt = shape.textWidthPt;
  const [name, ...others] = block.lines;
  const half = Math.ceil(others.length / 2);
  const lines = (sentences: readonly Sentence[], style: TextStyle, cellPt: number): Box[] =>
    sentences.map((one) => textBox(typesetter, spansOf([one], style), style, cellPt));
  const headOf = (cellPt: number): Box[] => [
    textBox(typesetter, spansOf([block.heading], styles.heading), styles.heading, cellPt, { role: 'H2' }),
    ...(name === undefined ? [] : lines([name], styles.strong, cellPt)),
  ];
  const roomPt = widthPt - 2 * COLUMN_GAP_PT;
  const widthsPt = SLIP_SHARES.map((share) => share * roomPt);
  const [headPt = roomPt, bornPt = roomPt, clinicPt = roomPt] = widthsPt;
  const beside = (sentences: readonly Sentence[], cellPt: number): Box =>
    padded(stack(lines(sentences, styles.body, cellPt), 0), 0, styles.heading.leadingPt - styles.body.leadingPt, 0);
  const person = styles.largePrint
    ? stack([...headOf(widthPt), ...pairedRows(drawing, (cellPt) => lines(others, styles.body, cellPt))], 0)
    : sideBySide(
        [stack(headOf(headPt), 0), beside(others.slice(0, half), bornPt), beside(others.slice(half), clinicPt)],
        widthsPt,
        COLUMN_GAP_PT,
      );
  const signs = stack(
    [
      textBox(typesetter, spansOf(block.now, styles.strong), styles.strong, widthPt, { role: 'H3' }),
      bullets(drawing, block.items, widthPt, 2),
    ],
    styles.partGapPt / 2,
  );
  const content = stack([person, signs], styles.partGapPt * 1.5);
  const slip = decorated(padded(content, 0, SLIP_GAP_PT, 0), (pen, xPt, yPt) => pen.cutLine(yPt, xPt - 18));
  const item = withBookmark(group(slip, 'Sect'), block.heading.text);
  const roomAtFootPt = shape.heightPt / 3 - (shape.heightPt - shape.bottomPt);
  const gapBeforePt = Math.max(styles.blockGapPt, CUT_LINE_GAP_PT);
  return { box: item, gapBeforePt, keepWithNext: false, atFoot: { leastPt: roomAtFootPt }, isTail: true };
}
