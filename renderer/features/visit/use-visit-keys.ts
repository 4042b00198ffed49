import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useMenuCommands } from '../../app/shortcuts.tsx';
import { focusedFieldPath, focusField } from '../../components/focus-field.ts';
import type { VisitSession } from './state/visit-session.tsx';

const TEXT_FIELD = 'input[type="text"], input:not([type]), textarea';

/** The field that has the focus, if it is one to type in. */
function focusedTextField(): boolean {
  return document.activeElement?.matches(TEXT_FIELD) === true;
}

/**
 * Undo and redo over the record. While a field is being typed in they belong to that field; otherwise the last change is taken back and its
 * field shown.
 */
export function useUndo({ store }: VisitSession, announce: (what: 'undone' | 'redone') => void): void {
  const act = (direction: 'undo' | 'redo'): void => {
    if (focusedTextField() && store.isTypingIn(focusedFieldPath())) {
      // The browser's own undo of the field: the only way to reach it from a menu.
      document.execCommand(direction);
      return;
    }
    const field = direction === 'undo' ? store.undo() : store.redo();
    if (field === null) return;
    announce(direction === 'undo' ? 'undone' : 'redone');
    // After the page has drawn the change: the field may only now be there.
    requestAnimationFrame(() => focusField(field));
  };
  const newest = useRef(act);
  newest.current = act;
  useMenuCommands({ undo: () => newest.current('undo'), redo: () => newest.current('redo') });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      newest.current(isRedo ? 'redo' : 'undo');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Up and down lead from one question to the next; left and right stay within its answers. */
export function moveBetweenQuestions(event: KeyboardEvent, page: RefObject<HTMLElement | null>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const from = event.target instanceof Element ? event.target.closest('[role="radiogroup"]') : null;
  if (from === null || page.current === null) return;
  const groups = [...page.current.querySelectorAll('[role="radiogroup"]')];
  const next = groups[groups.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)];
  const cell = next?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]');
  if (!cell) return;
  event.preventDefault();
  cell.focus();
  cell.scrollIntoView({ block: 'nearest' });
}

/** Remembers the field that has the focus with the draft, and ends the undo step of a field that is left. */
export function focusMemory({ store }: VisitSession): { onFocus: (event: FocusEvent) => void; onBlur: () => void } {
  return {
    onFocus: ({ target }) => {
      const path = target.closest('[data-field]')?.getAttribute('data-field');
      if (path) store.setFocus(path);
    },
    onBlur: () => store.endStep(),
  };
}
