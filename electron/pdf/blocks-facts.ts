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

/** Label and value, two in a row where both fit on a line each. */
export function factsBox(drawing: Drawing, block: FactsBlock): Box {
  const rows = pairedRows(drawing, (widthPt) => factLines(drawing, block, widthPt));
  return group(stack(rows, 1), 'Sect');
}

/** Texts one below the other, two in a row where both fit on a line each. `linesAt` sets them in a column of the given width. */
export function pairedRows({ styles, shape }: Drawing, linesAt: (widthPt: number) => Box[]): Box[] {
  const halfPt = (shape.textWidthPt - COLUMN_GAP_PT) / 2;
  const halves = linesAt(halfPt);
  const wholes = linesAt(shape.textWidthPt);
  const rows: Box[] = [];
  for (let index = 0; index < wholes.length; index += 1) {
    const [left, right, whole] = [halves[index], halves[index + 1], wholes[index]];
    if (whole === undefined) continue;
    if (left !== undefined && right !== undefined && [left, right].every((box) => box.heightPt <= styles.body.leadingPt)) {
      rows.push(columns([left, right], halfPt, COLUMN_GAP_PT));
      index += 1;
    } else rows.push(whole);
  }
  return rows;
}
