import type { FactsBlock } from '../../shared/handouts/document-model.ts';
import { type Box, columns, group, stack, textBox } from './boxes.ts';
import { COLUMN_GAP_PT, type Drawing } from './drawing.ts';

/** Label and value of each fact, one below the other in a column of this width. */
export function factLines({ typesetter, styles }: Drawing, { facts }: FactsBlock, widthPt: number): Box[] {
  return facts.map(({ label, value }) =>
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
}

/** Label and value, two in a row where they fit on a line each. */
export function factsBox(drawing: Drawing, block: FactsBlock): Box {
  const { styles, shape } = drawing;
  const halfPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const [first, second, ...others] = factLines(drawing, block, halfPt);
  const fit = first !== undefined && second !== undefined && [first, second].every((box) => box.heightPt <= styles.body.leadingPt);
  const all = factLines(drawing, block, shape.textWidthPt);
  if (!fit) return group(stack(all, 1), 'Sect');
  return group(stack([columns([first, second], halfPt, COLUMN_GAP_PT), ...all.slice(-others.length)], 1), 'Sect');
}
