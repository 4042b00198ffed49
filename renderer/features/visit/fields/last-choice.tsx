import type { ReactElement } from 'react';
import { text } from '../../../text.ts';
import { readAt } from '../state/record-path.ts';
import { useLastVisit, useRecord } from '../state/visit-session.tsx';
import classes from './rows.module.css';

const UNTOUCHED: readonly unknown[] = ['nt', 'unasked', null, undefined];
const words = text.visit.further;

type LastChoiceProps = { path: string; names: Readonly<Record<string, string>> };

/**
 * What a test showed at the latest signed visit, in italics: "last: Done, not re-tested" until it is touched today. Nothing at a first visit
 * and where nothing was tested.
 */
export function LastChoice({ path, names }: LastChoiceProps): ReactElement | null {
  const last = useLastVisit();
  const isUntouched = useRecord((record) => UNTOUCHED.includes(readAt(record, path)));
  const value: unknown = last === null ? null : readAt(last.record, path);
  const name = typeof value === 'string' && !UNTOUCHED.includes(value) ? names[value] : undefined;
  if (name === undefined) return null;
  return <span className={classes['last']}>{isUntouched ? words.notRetested(name) : words.lastTime(name)}</span>;
}
