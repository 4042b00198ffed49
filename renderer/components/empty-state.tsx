import type { ReactNode } from 'react';
import classes from './panel.module.css';

type EmptyStateProps = {
  icon?: ReactNode;
  /** The fact: "No drafts open". */
  title: string;
  /** What comes next. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** Nothing to show: an icon, the fact, and what to do next. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <div className={classes['empty']}>
      {icon}
      <p className={classes['emptyTitle']}>{title}</p>
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className={classes['emptyActions']}>{actions}</div>}
    </div>
  );
}
