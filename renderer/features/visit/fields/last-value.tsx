import type { ReactElement } from 'react';
import { text } from '../../../text.ts';
import { readAt, type NumberPath } from '../state/record-path.ts';
import { useLastVisit } from '../state/visit-session.tsx';
import classes from './rows.module.css';

/** The value of a field at the latest signed visit, in italics. Nothing at a first visit, nothing where none was recorded. */
export function LastValue({ path, show }: { path: NumberPath; show: (value: number) => string }): ReactElement | null {
  const last = useLastVisit();
  const value = last === null ? null : readAt(last.record, path);
  return typeof value === 'number' ? <span className={classes['last']}>{text.visit.talk.last(show(value))}</span> : null;
}
