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
} from '../../shared/handouts/document-model.ts';
import { type Box, columns, decorated, group, listBox, padded, stack, textBox } from './boxes.ts';
import { safetyItems, slipItem } from './blocks-safety.ts';
import { COLUMN_GAP_PT, type Drawing, spansOf } from './drawing.ts';
import type { PageItem } from './pages.ts';
import type { TextStyle } from './styles.ts';

const HAIRLINE_PT = 0.5;
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
  return items;
}

function layOutBlock(drawing: Drawing, block: Exclude<HandoutBlock, ModuleBlock>): PageItem[] {
  const { typesetter, styles, shape } = drawing;
  const gap = styles.blockGapPt;
  switch (block.type) {
    case 'title': {
      const box = textBox(typesetter, spansOf([block.sentence], styles.title), styles.title, shape.textWidthPt, 'H1');
      return [{ box, gapBeforePt: gap, keepWithNext: true }];
    }
    case 'patient-line':
      return [{ box: paragraph(drawing, block.sentences, styles.strong), gapBeforePt: styles.partGapPt, keepWithNext: true }];
    case 'lead':
      return [{ box: paragraph(drawing, [block.sentence], styles.lead), gapBeforePt: gap, keepWithNext: true }];
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
      return [{ box: factsBox(drawing, block), gapBeforePt: gap, keepWithNext: true }];
    case 'slip':
      return [slipItem(drawing, block)];
  }
}

function paragraph({ typesetter, shape }: Drawing, sentences: readonly Sentence[], style: TextStyle, widthPt = shape.textWidthPt): Box {
  return textBox(typesetter, spansOf(sentences, style), style, widthPt);
}

function heading({ typesetter, styles, shape }: Drawing, sentence: Sentence, widthPt = shape.textWidthPt): Box {
  return textBox(typesetter, spansOf([sentence], styles.heading), styles.heading, widthPt, 'H2');
}

/** Up to three messages side by side under a rule each; in large print one below the other. */
function messagesBox(drawing: Drawing, { messages }: MessagesBlock): Box {
  const { styles, shape } = drawing;
  const widthPt = styles.largePrint ? shape.textWidthPt : (shape.textWidthPt - 2 * COLUMN_GAP_PT) / 3;
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
  const then = padded(
    stack(
      [
        paragraph(drawing, block.then, styles.strong, widthPt - 2 * padding),
        paragraph(drawing, [block.callUs], styles.strong, widthPt - 2 * padding),
      ],
      styles.partGapPt,
    ),
    padding,
    padding * 0.8,
    padding * 0.8,
  );
  const framed = decorated(stack([signs, then], 0), (pen, xPt, yPt, heightPt) => {
    pen.frame(xPt, yPt, widthPt, heightPt, { top: true, bottom: true });
    pen.rule(xPt, yPt + signs.heightPt, widthPt, RULE_PT);
    if (stacked) pen.rule(xPt, yPt + good.heightPt, widthPt, RULE_PT);
    else pen.verticalRule(xPt + halfPt, yPt, signs.heightPt, RULE_PT);
  });
  return group(stack([heading(drawing, block.heading), framed], styles.partGapPt + 2), 'Sect');
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
  return rows.map((row) => ({
    box: decorated(padded(row, 0, styles.blockGapPt * 0.75, 0), (pen, xPt, yPt) => pen.rule(xPt, yPt, shape.textWidthPt, HAIRLINE_PT)),
    gapBeforePt: styles.blockGapPt,
    keepWithNext: false,
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

/** The instructions of an emergency or safety sheet: short paragraphs, the first ones larger. */
function instructionsBox(drawing: Drawing, { groups }: InstructionsBlock): Box {
  const { styles } = drawing;
  const boxes = groups.map((sentences, index) => paragraph(drawing, sentences, index < 2 ? styles.lead : styles.body));
  return group(stack(boxes, styles.partGapPt + 1), 'Sect');
}

/** Label and value, one line each. */
function factsBox(drawing: Drawing, { facts }: FactsBlock): Box {
  const { typesetter, styles, shape } = drawing;
  const boxes = facts.map(({ label, value }) =>
    textBox(
      typesetter,
      [
        { text: label.text, weight: 'bold' },
        { text: ` ${value.text}`, weight: 'regular' },
      ],
      styles.body,
      shape.textWidthPt,
    ),
  );
  return group(stack(boxes, 1), 'Sect');
}
