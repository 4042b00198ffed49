import { useEffect, useRef, type ReactNode } from 'react';
import classes from './cover.module.css';

/** Hides the whole window, dialogs included, and takes the focus. In the browser's top layer, so nothing behind it can be reached. */
export function Cover({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const cover = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = cover.current;
    if (dialog === null) return;
    const show = (): void => {
      if (!dialog.open) dialog.showModal();
    };
    const refuse = (event: Event): void => event.preventDefault();
    show();
    // Escape pressed twice closes a dialog whatever its cancel handler says.
    dialog.addEventListener('cancel', refuse);
    dialog.addEventListener('close', show);
    return () => {
      dialog.removeEventListener('cancel', refuse);
      dialog.removeEventListener('close', show);
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={cover} className={classes['cover']} aria-label={label}>
      <div className={classes['content']}>{children}</div>
    </dialog>
  );
}
