import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import classes from './panel.module.css';

type PanelProps = {
  title?: string | undefined;
  /** Quiet words after the title. */
  remark?: ReactNode;
  /** Controls at the right end of the title row. */
  aside?: ReactNode;
  sunken?: boolean | undefined;
  /** No padding around the body: rows and tables draw their own. */
  flush?: boolean | undefined;
  /** Anchor for "go to what is missing". */
  id?: string | undefined;
  children: ReactNode;
};

/** One card with one purpose. Panels are never nested. */
export function Panel({ title, remark, aside, sunken = false, flush = false, id, children }: PanelProps): ReactNode {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={title === undefined ? undefined : titleId}
      className={cx(classes['panel'], sunken && classes['sunken'])}
    >
      {title !== undefined && (
        <div className={classes['header']}>
          <h2 id={titleId} className={classes['title']}>
            {title}
          </h2>
          {remark !== undefined && <span className={classes['remark']}>{remark}</span>}
          {aside !== undefined && <div className={classes['aside']}>{aside}</div>}
        </div>
      )}
      <div className={cx(classes['body'], flush && classes['flush'])}>{children}</div>
    </section>
  );
}
