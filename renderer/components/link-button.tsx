import type { ReactNode } from 'react';
import classes from './link-button.module.css';

type LinkButtonProps = { children: ReactNode; onClick: () => void; expanded?: boolean | undefined; disabled?: boolean | undefined };

/** An action that reads as underlined words: "Why this result". */
export function LinkButton({ children, onClick, expanded, disabled }: LinkButtonProps): ReactNode {
  return (
    <button type="button" className={classes['link']} aria-expanded={expanded} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}
