import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { readAt, writeAt, type ValueAt } from './record-path.ts';

/** How many steps back Undo reaches. */
const HISTORY_MAX = 300;

export type PendingText = Readonly<Record<string, string>>;

/** What is on the visit page: the record, and texts that cannot be read as the value of their field yet, by field path. */
export type VisitState = {
  readonly record: VisitRecord;
  readonly pendingText: PendingText;
  readonly focusField: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

type Content = Pick<VisitState, 'record' | 'pendingText'>;
type Step = { before: Content; after: Content; field: string };

export type ChangeOptions = {
  /** Typing or dragging: further changes of the same field join this step until `endStep` or another field. */
  continuous?: boolean;
};

export type VisitStore = {
  getState: () => VisitState;
  subscribe: (listener: () => void) => () => void;
  /** Sets one value. Clears the pending text of the field. */
  set: <P extends string>(path: P, value: ValueAt<P>, options?: ChangeOptions) => void;
  /** Changes several values as one step, named by the field the person acted on. */
  change: (field: string, update: (record: VisitRecord) => VisitRecord, options?: ChangeOptions) => void;
  /** Keeps a text that cannot be read yet; the value of the field becomes `emptyValue`, so that no rule reads a stale one. */
  setPending: <P extends string>(path: P, text: string, emptyValue: ValueAt<P>) => void;
  /** Puts other content in place of this one, as nothing to be taken back: undo must not bring back what the desk set aside. */
  replace: (content: Content) => void;
  /** The next change starts a step of its own. Called when a field is left or a drag ends. */
  endStep: () => void;
  /** Each returns the field whose change was taken back or made again, or null when there is none. */
  undo: () => string | null;
  redo: () => string | null;
  /** True while the last step may still be continued in this field: then Undo belongs to the field itself. */
  isTypingIn: (field: string) => boolean;
  setFocus: (field: string) => void;
};

const withoutKey = (texts: PendingText, key: string): PendingText =>
  key in texts ? Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key)) : texts;

/**
 * Holds an open visit in the window with its undo history. Knows no React, no bridge and no clock. Listeners hear of every change of
 * content or focus.
 */
export function createVisitStore(record: VisitRecord, pendingText: PendingText, focusField: string): VisitStore {
  let state: VisitState = { record, pendingText, focusField, canUndo: false, canRedo: false };
  let done: Step[] = [];
  let undone: Step[] = [];
  let openStep: Step | null = null;
  const listeners = new Set<() => void>();

  function publish(next: Partial<VisitState>): void {
    state = { ...state, ...next, canUndo: done.length > 0, canRedo: undone.length > 0 };
    for (const listener of listeners) listener();
  }

  function apply(field: string, after: Content, options: ChangeOptions): void {
    if (after.record === state.record && after.pendingText === state.pendingText) return;
    const before: Content = { record: state.record, pendingText: state.pendingText };
    if (options.continuous && openStep !== null && openStep.field === field) {
      openStep.after = after;
    } else {
      const step: Step = { before, after, field };
      done = [...done.slice(-(HISTORY_MAX - 1)), step];
      openStep = options.continuous ? step : null;
    }
    undone = [];
    publish(after);
  }

  function move(step: Step | undefined, content: 'before' | 'after'): string | null {
    if (step === undefined) return null;
    openStep = null;
    publish({ record: step[content].record, pendingText: step[content].pendingText });
    return step.field;
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (path, value, options = {}) => {
      const unchanged = Object.is(readAt(state.record, path), value);
      const next = unchanged ? state.record : writeAt(state.record, path, value);
      apply(path, { record: next, pendingText: withoutKey(state.pendingText, path) }, options);
    },
    change: (field, update, options = {}) => {
      apply(field, { record: update(state.record), pendingText: withoutKey(state.pendingText, field) }, options);
    },
    setPending: (path, text, emptyValue) => {
      const next = Object.is(readAt(state.record, path), emptyValue) ? state.record : writeAt(state.record, path, emptyValue);
      apply(path, { record: next, pendingText: { ...state.pendingText, [path]: text } }, { continuous: true });
    },
    replace: ({ record: newRecord, pendingText: newPendingText }) => {
      done = [];
      undone = [];
      openStep = null;
      publish({ record: newRecord, pendingText: newPendingText });
    },
    endStep: () => {
      openStep = null;
    },
    undo: () => {
      const step = done.at(-1);
      done = done.slice(0, -1);
      if (step !== undefined) undone = [...undone, step];
      return move(step, 'before');
    },
    redo: () => {
      const step = undone.at(-1);
      undone = undone.slice(0, -1);
      if (step !== undefined) done = [...done, step];
      return move(step, 'after');
    },
    isTypingIn: (field) => openStep !== null && openStep.field === field,
    setFocus: (field) => {
      if (field !== state.focusField) publish({ focusField: field });
    },
  };
}
