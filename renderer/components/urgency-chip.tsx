import type { ReactNode } from 'react';
import type { Urgency } from '../../shared/schemas/assessment.ts';
import { text } from '../text.ts';
import classes from './chips.module.css';
import { cx } from './cx.ts';
import { ClosedIcon, UrgencyIcon } from './icons.tsx';

type UrgencyChipProps = {
  urgency: Urgency;
  /** Words in place of the usual ones; must still say how urgent. */
  label?: string | undefined;
  /** A closed flag turns grey and says so. */
  closed?: boolean | undefined;
};

/** How urgent, by form, word and colour. The word is always there. */
export function UrgencyChip({ urgency, label, closed = false }: UrgencyChipProps): ReactNode {
  const word = label ?? text.app.urgencies[urgency];
  return (
    <span className={cx(classes['chip'], closed ? classes['closed'] : classes[urgency])} data-urgency={urgency}>
      {closed ? <ClosedIcon /> : <UrgencyIcon urgency={urgency} />}
      {closed ? text.app.closedFlag(word) : word}
    </span>
  );
}

/** Says that no flag is open. */
export function NoFlagsChip(): ReactNode {
  return (
    <span className={cx(classes['chip'], classes['closed'])}>
      <ClosedIcon />
      {text.app.noOpenFlags}
    </span>
  );
}
