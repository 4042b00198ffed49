import type { ReactElement } from 'react';
import { text } from '../../../text.ts';
import type { NumberPath, PathTo } from '../state/record-path.ts';
import { useField, useVisit } from '../state/visit-session.tsx';
import { PlainSelect } from './plain-select.tsx';

type BoundSelectProps<T extends string> = {
  path: PathTo<T | null>;
  label: string;
  emptyLabel: string;
  choices: readonly { value: T; label: string }[];
};

/** One of a few named values in the system's own list; nothing chosen = not recorded. */
export function BoundSelect<T extends string>({ path, choices, ...props }: BoundSelectProps<T>): ReactElement {
  const { store } = useVisit();
  const { value } = useField<string>(path);
  return (
    <PlainSelect
      {...props}
      choices={choices}
      value={choices.find((choice) => choice.value === value)?.value ?? null}
      onChange={(next) => store.set<string>(path, next as never)}
      fieldPath={path}
    />
  );
}

const LEVELS = text.visit.exam.levels.map((label, level) => ({ value: String(level), label }));

/** The most distal level, 0 to 5 (spec 6.9). */
export function LevelSelect({ path, label, emptyLabel }: { path: NumberPath; label: string; emptyLabel: string }): ReactElement {
  const { value, set } = useField(path);
  return (
    <PlainSelect
      label={label}
      emptyLabel={emptyLabel}
      choices={LEVELS}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(next) => set(next === null ? null : Number(next))}
      fieldPath={path}
    />
  );
}
