import type {
  AboutYouBlock,
  FactsBlock,
  HandoutBlock,
  InstructionsBlock,
  MessagesBlock,
  ModuleBlock,
  NotesBlock,
  Sentence,
  StopRulesBlock,
  TitleBlock,
} from '../../shared/handouts/document-model.ts';
import { type Box, columns, decorated, group, listBox, padded, stack, textBox } from './boxes.ts';
import { safetyItems, slipItem } from './blocks-safety.ts';
import { COLUMN_GAP_PT, type Drawing, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';
import type { TextStyle } from './styles.ts';

const RULE_PT = 1.2;

/** The blocks of a sheet as measured page items, in order. Modules stand two in a row, in large print one below the other. */
export function layOutBlocks(drawing: Drawing, blocks: readonly HandoutBlock[]): PageItem[] {
  const items: PageItem[] = [];
  let waiting: ModuleBlock[] = [];
  const flush = (): void => {
    items.push(...moduleRows(drawing, waiting));
    waiting = [];
  };
  for (const block of blocks) {
    if (block.type === 'module') waiting.push(block);
    else {
      flush();
      items.push(...layOutBlock(drawing, block));
    }
  }
  flush();
  return items.map((item, index) => (items[index + 1]?.isTail === true ? { ...item, keepWithNext: true } : item));
}

function layOutBlock(drawing: Drawing, block: Exclude<HandoutBlock, ModuleBlock>): PageItem[] {
  const { styles } = drawing;
  const gap = styles.blockGapPt;
  switch (block.type) {
    case 'title':
      return [{ box: titleBox(drawing, block), gapBeforePt: gap, keepWithNext: true }];
    case 'patient-line':
      return [{ box: paragraph(drawing, block.sentences, styles.body), gapBeforePt: styles.partGapPt, keepWithNext: true }];
    case 'lead':
      return [{ box: leadText(drawing, [block.sentence]), gapBeforePt: gap, keepWithNext: true }];
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
      return [{ box: factsBox(drawing, block), gapBeforePt: gap, keepWithNext: true, isTail: true }];
    case 'slip':
      return [slipItem(drawing, block)];
  }
}

function paragraph({ typesetter, shape }: Drawing, sentences: readonly Sentence[], style: TextStyle, widthPt = shape.textWidthPt): Box {
  return textBox(typesetter, spansOf(sentences, style), style, widthPt);
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
  if (!inverted) return text;
  return decorated(padded(text, padding, padding * 0.6, padding * 0.8), (pen, xPt, yPt, heightPt) =>
    pen.bar(xPt, yPt, shape.textWidthPt, heightPt, { top: true, bottom: true }),
  );
}

function heading({ typesetter, styles, shape }: Drawing, sentence: Sentence, widthPt = shape.textWidthPt): Box {
  return textBox(typesetter, spansOf([sentence], styles.heading), styles.heading, widthPt, { role: 'H2', balanced: true });
}

/** Up to three messages side by side under a rule each; in large print one below the other. */
function messagesBox(drawing: Drawing, { messages }: MessagesBlock): Box {
  const { styles, shape } = drawing;
  const count = styles.largePrint ? 1 : messages.length;
  const widthPt = (shape.textWidthPt - (count - 1) * COLUMN_GAP_PT) / count;
  const boxes = messages.map((sentences) =>
    decorated(padded(paragraph(drawing, sentences, styles.body, widthPt), 0, 6, 0), (pen, xPt, yPt) =>
      pen.rule(xPt, yPt, widthPt, RULE_PT),
    ),
  );
  return styles.largePrint ? stack(boxes, styles.partGapPt * 2) : columns(boxes, widthPt, COLUMN_GAP_PT);
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

/** Modules in print order, left then right, each row kept whole under a hairline. A long module takes the whole width. */
function moduleRows(drawing: Drawing, modules: readonly ModuleBlock[]): PageItem[] {
  const { styles, shape } = drawing;
  const columnWidthPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const rows: Box[] = [];
  let left: ModuleBlock | null = null;
  const flush = (): void => {
    if (left !== null) rows.push(moduleBox(drawing, left, columnWidthPt));
    left = null;
  };
  for (const module of modules) {
    if (styles.largePrint) rows.push(moduleBox(drawing, module, shape.textWidthPt));
    else if (isLong(module)) {
      flush();
      rows.push(wideModuleBox(drawing, module, columnWidthPt));
    } else if (left === null) left = module;
    else {
      rows.push(
        columns([moduleBox(drawing, left, columnWidthPt), moduleBox(drawing, module, columnWidthPt)], columnWidthPt, COLUMN_GAP_PT),
      );
      left = null;
    }
  }
  flush();
  return rows.map((row, index) => ({
    box: row,
    gapBeforePt: styles.blockGapPt * (index > 0 ? 1.6 : 1.2),
    keepWithNext: false,
    ruleAbove: index > 0,
  }));
}

const LONG_MODULE_CHARACTERS = 400;

function isLong(module: ModuleBlock): boolean {
  const length = module.parts.flatMap((part) => part.sentences).reduce((sum, sentence) => sum + sentence.text.length, 0);
  return length > LONG_MODULE_CHARACTERS;
}

function moduleHead(drawing: Drawing, { heading: title, dose }: ModuleBlock, widthPt: number): Box[] {
  const { styles } = drawing;
  return [heading(drawing, title, widthPt), ...(dose === null ? [] : [paragraph(drawing, [dose], styles.strong, widthPt)])];
}

function moduleParts(drawing: Drawing, module: ModuleBlock, widthPt: number): Box[] {
  const { typesetter, styles } = drawing;
  const parts = module.parts.map((part) =>
    part.kind === 'prose'
      ? paragraph(drawing, part.sentences, styles.body, widthPt)
      : listBox(
          typesetter,
          part.sentences.map((sentence) => spansOf([sentence], styles.body)),
          styles.body,
          { widthPt, indentPt: styles.listIndentPt + 4, gapPt: 1, columnCount: 1, columnGapPt: 0, kind: 'number' },
        ),
  );
  return module.notes.length === 0 ? parts : [...parts, paragraph(drawing, module.notes, styles.strong, widthPt)];
}

function moduleBox(drawing: Drawing, module: ModuleBlock, widthPt: number): Box {
  const parts = [...moduleHead(drawing, module, widthPt), ...moduleParts(drawing, module, widthPt)];
  return group(stack(parts, drawing.styles.partGapPt), 'Sect');
}

/** Heading across the page, the parts in two columns below it. */
function wideModuleBox(drawing: Drawing, module: ModuleBlock, columnWidthPt: number): Box {
  const gap = drawing.styles.partGapPt;
  const parts = moduleParts(drawing, module, columnWidthPt);
  const half = Math.ceil(parts.length / 2);
  const body = columns([stack(parts.slice(0, half), gap), stack(parts.slice(half), gap)], columnWidthPt, COLUMN_GAP_PT);
  return group(stack([...moduleHead(drawing, module, drawing.shape.textWidthPt), body], gap), 'Sect');
}

/** The instructions of an emergency or safety sheet, one below the other, larger than the text of a home plan. */
function instructionsBox(drawing: Drawing, { instructions }: InstructionsBlock): Box {
  const { styles, shape } = drawing;
  const padding = styles.framePaddingPt;
  const boxes = instructions.map(({ sentences, emphasis }) => {
    if (emphasis === 'strong') return leadText(drawing, sentences);
    if (emphasis === 'normal') return paragraph(drawing, sentences, styles.instruction);
    const text = paragraph(drawing, sentences, styles.instruction, shape.textWidthPt - 2 * padding);
    return decorated(padded(text, padding, padding / 2, padding / 2), (pen, xPt, yPt, heightPt) =>
      pen.frame(xPt, yPt, shape.textWidthPt, heightPt, { top: true, bottom: true }),
    );
  });
  return group(stack(boxes, styles.partGapPt), 'Sect');
}

/** Label and value, two in a row where they fit on a line each. */
function factsBox(drawing: Drawing, { facts }: FactsBlock): Box {
  const { typesetter, styles, shape } = drawing;
  const boxesOf = (widthPt: number): Box[] =>
    facts.map(({ label, value }) =>
      textBox(
        typesetter,
        [
          { text: label.text, weight: 'bold' },
          { text: ` ${value.text}`, weight: 'regular' },
        ],
        styles.body,
        widthPt,
      ),
    );
  const halfPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const halves = boxesOf(halfPt);
  const [first, second, ...others] = halves;
  const fit = first !== undefined && second !== undefined && [first, second].every((box) => box.heightPt <= styles.body.leadingPt);
  if (!fit) return group(stack(boxesOf(shape.textWidthPt), 1), 'Sect');
  return group(stack([columns([first, second], halfPt, COLUMN_GAP_PT), ...boxesOf(shape.textWidthPt).slice(-others.length)], 1), 'Sect');
}
