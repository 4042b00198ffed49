import type { ReactNode } from 'react';
import classes from './page.module.css';

type PageProps = {
  title: string;
  /** Search and buttons at the right end of the title row. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page with a title row that stays and a body that scrolls. Pages of a patient use `PatientBanner` instead. */
export function Page({ title, actions, children }: PageProps): ReactNode {
  return (
    <main className={classes['page']} id="page" tabIndex={-1}>
      <div className={classes['head']}>
        <h1 className={classes['title']}>{title}</h1>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </div>
      <div className={classes['body']}>{children}</div>
    </main>
  );
}
