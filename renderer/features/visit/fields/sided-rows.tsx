import type { ReactElement, ReactNode } from 'react';
import { SideTag } from '../../../components/side-tag.tsx';
import classes from './sided-rows.module.css';

/** Rows with a control for each side, mirrored around the name in the middle. */
export function SidedRows({ children }: { children: ReactNode }): ReactElement {
  return (
    <div className={classes['rows']}>
      <span className={classes['leftHead']}>
        <SideTag side="left" />
      </span>
      <span />
      <span>
        <SideTag side="right" />
      </span>
      {children}
    </div>
  );
}

/** One test on both sides. */
export function SidedRow({ name, left, right }: { name: string; left: ReactNode; right: ReactNode }): ReactElement {
  return (
    <>
      <div className={classes['left']}>{left}</div>
      <div className={classes['name']}>{name}</div>
      <div className={classes['right']}>{right}</div>
    </>
  );
}
