import type { ReactNode } from 'react';
import { text } from '../text.ts';
import classes from './chips.module.css';
import { cx } from './cx.ts';
import { SideBars } from './icons.tsx';

type SideTagProps = {
  side: 'right' | 'left' | 'both' | 'none';
  /** `chip` on its soft ground ("Right leg"), `word` within a line ("Right"). */
  look?: 'chip' | 'word' | undefined;
  /** Words in place of the usual ones; must still name the side. */
  label?: string | undefined;
};

/** A side as word, position of the filled bar, and colour. */
export function SideTag({ side, look = 'word', label }: SideTagProps): ReactNode {
  const short = side === 'right' || side === 'left' ? text.app.sides[side] : text.app.sideLegs[side];
  const word = label ?? (look === 'chip' ? text.app.sideLegs[side] : short);
  return (
    <span className={cx(look === 'chip' ? classes['chip'] : classes['tag'], look === 'chip' && classes['soft'], classes[side])}>
      <SideBars side={side} />
      {word}
    </span>
  );
}
