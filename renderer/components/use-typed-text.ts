import { useState } from 'react';

/** What a typed text means: a value, or the reason why it cannot be read. */
export type Reading<T, Code> = { ok: true; value: T | null } | { ok: false; code: Code };

type Typed<T> = { text: string; value: T | null; pending: string | null };

type Options<T, Code> = {
  value: T | null;
  /** Text of this field that could not be read, kept in the draft; null when there is none. Undefined = the owner does not keep it. */
  pendingText: string | null | undefined;
  format: (value: T) => string;
  read: (text: string) => Reading<T, Code>;
  onValue: (value: T | null) => void;
  onPendingText: ((text: string | null) => void) | undefined;
};

type TypedField<Code> = { text: string; problem: Code | null; type: (text: string) => void; leave: () => void };

/**
 * A text field over a value. What was typed stays exactly as typed until the field is left; text that cannot be read is kept and
 * reported, with the value null, so that nothing typed is lost and nothing unreadable is taken for a value.
 * Typed text gives way as soon as the owner's value or pending text changes by itself (undo, another chart).
 */
export function useTypedText<T, Code>(options: Options<T, Code>): TypedField<Code> {
  const { value, format, read, onValue, onPendingText } = options;
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  const ownerKeepsText = options.pendingText !== undefined;
  const pending = options.pendingText ?? null;
  const current = typed !== null && typed.value === value && (!ownerKeepsText || typed.pending === pending) ? typed : null;
  const text = current?.text ?? pending ?? (value === null ? '' : format(value));
  const unread = current === null ? pending : current.pending;
  const reading = unread === null ? null : read(unread);

  return {
    text,
    problem: reading !== null && !reading.ok ? reading.code : null,
    type: (next) => {
      const result = read(next);
      const nextValue = result.ok ? result.value : null;
      const nextPending = result.ok ? null : next;
      setTyped({ text: next, value: nextValue, pending: nextPending });
      if (nextValue !== value) onValue(nextValue);
      if (nextPending !== (current?.pending ?? pending)) onPendingText?.(nextPending);
    },
    leave: () => {
      // A field whose owner keeps no pending text must keep it itself, or leaving the field would lose what was typed.
      if (ownerKeepsText || current?.pending === null) setTyped(null);
    },
  };
}
