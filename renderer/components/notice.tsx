import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

type NoticeProps = {
  /** `problem` is announced at once; `info` is not. */
  kind?: 'info' | 'problem' | undefined;
  title?: string | undefined;
  children?: ReactNode;
  actions?: ReactNode;
};

/** A plain sentence about what happened and what to do. Ink, not red: red is kept for an emergency. */
export function Notice({ kind = 'info', title, children, actions }: NoticeProps): ReactNode {
  return (
    <div className={classes['notice']} role={kind === 'problem' ? 'alert' : 'status'}>
      {kind === 'problem' ? (
        <IconAlertCircle size={18} stroke={1.8} aria-hidden="true" />
      ) : (
        <IconInfoCircle size={18} stroke={1.8} aria-hidden="true" />
      )}
      <div>
        {title !== undefined && <p className={classes['noticeTitle']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={classes['noticeActions']}>{actions}</div>}
      </div>
    </div>
  );
}
