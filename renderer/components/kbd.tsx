import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return <kbd className={classes['kbd']}>{children}</kbd>;
}
