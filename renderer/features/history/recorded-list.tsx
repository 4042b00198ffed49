import type { ReactNode } from 'react';
import { cx } from '../../components/cx.ts';
import { text } from '../../text.ts';
import classes from './history.module.css';

/** A label and what was recorded; null = nothing was. */
export type Recorded = [label: string, value: string | null];

/** Labels and values of a signed visit. Nothing recorded says so, quietly; it is never left to look like "no". */
export function RecordedList({ items }: { items: readonly Recorded[] }): ReactNode {
  return (
    <dl className={cx(classes['records'], classes['two'])}>
      {items.map(([label, value]) => (
        <div key={label} className={classes['record']}>
          <dt>{label}</dt>
          <dd className={cx(value === null && classes['quiet'])}>{value ?? text.history.signed.notRecorded}</dd>
        </div>
      ))}
    </dl>
  );
}
