import type { ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { cx } from '../../../components/cx.ts';
import { text } from '../../../text.ts';
import {
  carriedFrom,
  cellAfterKey,
  gradesOf,
  gradeText,
  isReinforced,
  namesOf,
  withGrade,
  withReinforcementToggled,
  type NeuroCell,
  type NeuroRow,
} from './neuro-cells.ts';
import classes from './neuro.module.css';

const words = text.visit.exam;

type CellBarProps = {
  row: NeuroRow;
  side: Side;
  cell: NeuroCell;
  last: NeuroCell | null;
  /** Nothing in the grid has been chosen yet. */
  isIdle: boolean;
  onCell: (cell: NeuroCell) => void;
};

/** The values the chosen cell can take, for a pointer. The keyboard does the same in the cell itself, so the bar takes no focus. */
export function CellBar({ row, side, cell, last, isIdle, onCell }: CellBarProps): ReactElement {
  if (isIdle) return <p className={classes['bar']}>{words.chooseCell}</p>;
  const carried = carriedFrom(last);
  const pain = cellAfterKey(row, '*', cell, last);
  const reinforced = withReinforcementToggled(row, cell);
  const grade = cell.state === 'tested' ? cell.grade : null;
  const button = (label: string, next: NeuroCell, pressed: boolean): ReactElement => (
    <button
      key={label}
      type="button"
      tabIndex={-1}
      className={cx(classes['barButton'], pressed && classes['pressed'])}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCell(next)}
    >
      {label}
    </button>
  );
  return (
    <div className={classes['bar']} role="group" aria-label={words.editing(namesOf(row).name, text.app.sides[side].toLowerCase())}>
      <b>{words.editing(namesOf(row).name, text.app.sides[side].toLowerCase())}</b>
      {gradesOf(row).map((value) => button(gradeText(row, value), withGrade(row, value, cell), grade === value))}
      {pain !== null && button(words.limitedByPain, pain, cell.state === 'tested' && 'painLimited' in cell && cell.painLimited)}
      {reinforced !== null && button(text.visit.further.reinforced, reinforced, isReinforced(cell))}
      {button(words.notTestedCell, { state: 'nt', reason: '' }, cell.state === 'nt')}
      {button(words.declinedCell, { state: 'declined', reason: '' }, cell.state === 'declined')}
      {carried !== null && button(words.sameAsLast, carried, cell.state === 'carried')}
      {row.kind === 'reflex' && grade === 0 && !isReinforced(cell) && (
        <span className={classes['barHint']}>{text.visit.further.zeroNeedsReinforcement}</span>
      )}
    </div>
  );
}
