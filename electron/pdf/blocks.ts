import type {
  AboutYouBlock,
  HandoutBlock,
  InstructionsBlock,
  MessagesBlock,
  ModuleBlock,
  NotesBlock,
  Sentence,
  StopRulesBlock,
  TitleBlock,
} from '../../shared/handouts/document-model.ts';
import { type Box, columns, decorated, group, listBox, padded, sideBySide, stack, textBox, withBookmark } from './boxes.ts';
import { moduleItems } from './blocks-modules.ts';
import { chartWithFacts, tickChartItems } from './blocks-chart.ts';
import { factsBox } from './blocks-facts.ts';
import { keyItem } from './blocks-key.ts';
import { bodyChartItems, gridItems, recordItems, textsItems } from './blocks-record.ts';
import { safetyItems, slipItem } from './blocks-safety.ts';
import { COLUMN_GAP_PT, type Drawing, heading, paragraph, spansOf } from './drawing.ts';
import type { ColumnFlow, PageItem } from './pages.ts';

const RULE_PT = 1.2;

/** The blocks of a sheet as measured page items, in order. Modules fill two columns, in large print they stand one below the other. */
export function layOutBlocks(drawing: Drawing, blocks: readonly HandoutBlock[]): (PageItem | ColumnFlow)[] {
  const items: (PageItem | ColumnFlow)[] = [];
  let waiting: ModuleBlock[] = [];
  const flush = (): void => {
    items.push(...moduleItems(drawing, waiting));
    waiting = [];
  };
  blocks.forEach((block, index) => {
    if (block.type === 'module') {
      waiting.push(block);
      return;
    }
    flush();
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.type === 'tick-chart' && after?.type === 'facts') items.push(...chartWithFacts(drawing, block, after));
    else if (!(block.type === 'facts' && before?.type === 'tick-chart')) items.push(...layOutBlock(drawing, block));
  });
  flush();
  return items.map((item, index) => {
    const next = items[index + 1];
    const isBeforeTail = next !== undefined && 'isTail' in next && next.isTail === true;
    return isBeforeTail && 'box' in item ? { ...item, keepWithNext: true } : item;
  });
}

function layOutBlock(drawing: Drawing, block: Exclude<HandoutBlock, ModuleBlock>): (PageItem | ColumnFlow)[] {
  const { styles } = drawing;
  const gap = styles.blockGapPt;
  switch (block.type) {
    case 'title':
      return [{ box: titleBox(drawing, block), gapBeforePt: gap, keepWithNext: true }];
    case 'patient-line':
      return [{ box: paragraph(drawing, block.sentences, styles.body), gapBeforePt: styles.partGapPt, keepWithNext: true }];
    case 'lead':
      return [{ box: leadText(drawing, [block.sentence]), gapBeforePt: gap, keepWithNext: true }];
    case 'changes':
      return [{ box: paragraph(drawing, block.sentences, styles.strong), gapBeforePt: gap, keepWithNext: false }];
    case 'tick-chart':
      return tickChartItems(drawing, block);
    case 'messages':
      return [{ box: messagesBox(drawing, block), gapBeforePt: gap * 0.75, keepWithNext: false }];
    case 'about-you':
    case 'notes':
      return [{ box: bulletedBox(drawing, block), gapBeforePt: gap, keepWithNext: false }];
    case 'stop-rules':
      return [{ box: stopRulesBox(drawing, block), gapBeforePt: gap, keepWithNext: false }];
    case 'safety':
      return safetyItems(drawing, block);
    case 'instructions':
      return [{ box: instructionsBox(drawing, block), gapBeforePt: gap, keepWithNext: false }];
    case 'facts':
      return [{ box: factsBox(drawing, block), gapBeforePt: gap, keepWithNext: false }];
    case 'slip':
      return [slipItem(drawing, block)];
    case 'record':
      return recordItems(drawing, block);
    case 'texts':
      return textsItems(drawing, block);
    case 'grid':
      return gridItems(drawing, block);
    case 'key':
      return [keyItem(drawing, block)];
    case 'body-chart':
      return bodyChartItems(drawing, block);
  }
}

function leadText({ typesetter, styles, shape }: Drawing, sentences: readonly Sentence[]): Box {
  return textBox(typesetter, spansOf(sentences, styles.lead), styles.lead, shape.textWidthPt, { balanced: true });
}

/** The title; on an emergency sheet white on black. */
function titleBox({ typesetter, styles, shape }: Drawing, { sentence, inverted }: TitleBlock): Box {
  const { title, framePaddingPt: padding } = styles;
  const widthPt = shape.textWidthPt - (inverted ? 2 * padding : 0);
  const text = textBox(typesetter, spansOf([sentence], title), title, widthPt, {
    role: 'H1',
    ink: inverted ? 'white' : 'black',
    balanced: true,
  });
  const marked = withBookmark(text, sentence.text);
  if (!inverted) return marked;
  return decorated(padded(marked, padding, padding * 0.6, padding * 0.8), (pen, xPt, yPt, heightPt) =>
    pen.bar(xPt, yPt, shape.textWidthPt, heightPt, { top: true, bottom: true }),
  );
}

/** Up to three messages side by side under a rule each, the longer the wider; in large print one below the other. */
function messagesBox(drawing: Drawing, { messages }: MessagesBlock): Box {
  const { styles, shape, typesetter } = drawing;
  const { body } = styles;
  const boxes = (widthsPt: readonly number[]): Box[] =>
    messages.map((sentences, index) => {
      const widthPt = widthsPt[index] ?? shape.textWidthPt;
      return decorated(padded(paragraph(drawing, sentences, body, widthPt), 0, 4, 0), (pen, xPt, yPt) =>
        pen.rule(xPt, yPt, widthPt, RULE_PT),
      );
    });
  if (styles.largePrint) return stack(boxes([]), styles.partGapPt * 2);
  const roomPt = shape.textWidthPt - (messages.length - 1) * COLUMN_GAP_PT;
  const lengths = messages.map((sentences) => typesetter.widthPt(sentences.map(({ text }) => text).join(' '), body.weight, body.sizePt));
  // Each has room for its longest words whatever its share.
  const leastPt = roomPt / (messages.length * 2);
  const spare = roomPt - leastPt * messages.length;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const widthsPt = lengths.map((length) => leastPt + (spare * length) / total);
  return sideBySide(boxes(widthsPt), widthsPt, COLUMN_GAP_PT);
}

function bulletedBox(drawing: Drawing, block: AboutYouBlock | NotesBlock): Box {
  const { typesetter, styles, shape } = drawing;
  const list = listBox(
    typesetter,
    block.sentences.map((sentence) => spansOf([sentence], styles.body)),
    styles.body,
    {
      widthPt: shape.textWidthPt,
      indentPt: styles.listIndentPt,
      gapPt: 2,
      columnCount: 1,
      columnGapPt: 0,
      kind: 'bullet',
    },
  );
  return group(stack([heading(drawing, block.heading), list], styles.partGapPt), 'Sect');
}

/** M13: good sign and bad sign side by side with their arrows, what to do below, all in one frame. */
function stopRulesBox(drawing: Drawing, block: StopRulesBlock): Box {
  const { styles, shape } = drawing;
  const padding = styles.framePaddingPt;
  const arrowPt = 22;
  const widthPt = shape.textWidthPt;
  const halfPt = widthPt / 2;
  const stacked = styles.largePrint;
  const cellWidthPt = (stacked ? widthPt : halfPt) - 2 * padding - arrowPt;

  const sign = (sentences: Sentence[], direction: 'up' | 'down'): Box => {
    const text = paragraph(drawing, sentences, styles.body, cellWidthPt);
    return decorated(padded(text, padding + arrowPt, padding, padding), (pen, xPt, yPt, heightPt) =>
      pen.arrow(xPt + padding + 5, yPt + padding + 2, Math.min(heightPt - 2 * padding - 4, styles.body.leadingPt * 3), direction),
    );
  };
  const good = sign(block.good, 'up');
  const bad = sign(block.bad, 'down');
  const signs = stacked ? stack([good, bad], 0) : columns([good, bad], halfPt, 0);
  const call: Sentence = { ...block.callUs, leadIn: block.callUs.text };
  const next = padded(paragraph(drawing, [...block.next, call], styles.body, widthPt - 2 * padding), padding, padding * 0.7, padding * 0.8);
  const framed = decorated(stack([signs, next], 0), (pen, xPt, yPt, heightPt) => {
    pen.frame(xPt, yPt, widthPt, heightPt, { top: true, bottom: true });
    pen.rule(xPt, yPt + signs.heightPt, widthPt, RULE_PT);
    if (stacked) pen.rule(xPt, yPt + good.heightPt, widthPt, RULE_PT);
    else pen.verticalRule(xPt + halfPt, yPt, signs.heightPt, RULE_PT);
  });
  return group(framed, 'Sect');
}

/** The instructions of an emergency or safety sheet, one below the other, larger than the text of a home plan. */
function instructionsBox(drawing: Drawing, { instructions }: InstructionsBlock): Box {
  const { styles, shape } = drawing;
  const padding = styles.framePaddingPt;
  const boxes = instructions.map(({ sentences, emphasis }) => {
    if (emphasis === 'strong') return leadText(drawing, sentences);
    if (emphasis === 'normal') return paragraph(drawing, sentences, styles.instruction);
    const text = paragraph(drawing, sentences, styles.instruction, shape.textWidthPt - 2 * padding);
    const framed = decorated(padded(text, padding, padding / 2, padding / 2), (pen, xPt, yPt, heightPt) =>
      pen.frame(xPt, yPt, shape.textWidthPt, heightPt, { top: true, bottom: true }),
    );
    return padded(framed, 0, styles.partGapPt, styles.partGapPt);
  });
  return group(stack(boxes, styles.partGapPt), 'Sect');
}
