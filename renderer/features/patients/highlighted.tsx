import type { ReactNode } from 'react';
import { findTypedRanges } from '../../../shared/text-folding.ts';
import classes from './patients.module.css';

type HighlightedProps = { text: string; query: string };

/** A name with the parts that were searched for marked, whatever their accents. */
export function Highlighted({ text, query }: HighlightedProps): ReactNode {
  const ranges = findTypedRanges(text, query);
  return (
    <>
      {ranges.map((range, index) => (
        <span key={range.start}>
          {text.slice(ranges[index - 1]?.end ?? 0, range.start)}
          <mark className={classes['mark']}>{text.slice(range.start, range.end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
