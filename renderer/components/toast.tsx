import { useSyncExternalStore, type ReactNode } from 'react';
import classes from './toast.module.css';

const SHOWN_MS = 6000;

let message: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  message = next;
  for (const listener of listeners) listener();
}

/** Says for a few seconds that something was done: "Copied." Never for something the person must act on. */
export function showToast(words: string): void {
  clearTimeout(timer);
  set(words);
  timer = setTimeout(() => set(null), SHOWN_MS);
}

/** Takes the message away at once, for instance when the window is covered. */
export function clearToast(): void {
  clearTimeout(timer);
  set(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the messages stand. One for the whole window. */
export function Toasts(): ReactNode {
  const words = useSyncExternalStore(subscribe, () => message);
  return (
    <div className={classes['place']} role="status">
      {words !== null && <p className={classes['toast']}>{words}</p>}
    </div>
  );
}
