import { Checkbox } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { lineSchema, NOTE_MAX, LINE_MAX, noteSchema, type Answer } from '../../../../shared/schemas/common.ts';
import { fieldMessage } from '../../../api/messages.ts';
import { AnswerButtons } from '../../../components/answer-buttons.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import type { NumberLimits } from '../../../components/numbers.ts';
import { ChoiceGroup, type Choice } from '../../../components/choice-group.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { AnswerPath, DatePath, NumberPath, PathTo, TextPath, TickPath, ValueAt } from '../state/record-path.ts';
import { useField, useFieldProblem, useVisit } from '../state/visit-session.tsx';

// The shared fields, tied to a path of the open visit. Typing joins one undo step; a text that cannot be read stays in the draft.

const TYPING = { continuous: true } as const;

/** Keeps or drops the unreadable text of a field. */
function usePendingText<P extends string>(path: P, emptyValue: ValueAt<P>): (fieldPath: string, text: string | null) => void {
  const { store } = useVisit();
  return (_, text) => {
    if (text !== null) store.setPending(path, text, emptyValue);
    else if (path in store.getState().pendingText) store.set(path, emptyValue, TYPING);
  };
}

type BoundNumberProps = NumberLimits & {
  path: NumberPath;
  label: string;
  unit?: string | undefined;
  beside?: ReactNode;
  hideLabel?: boolean | undefined;
  inline?: boolean | undefined;
  step?: number | undefined;
  widthPx?: number | undefined;
  placeholder?: string | undefined;
  hint?: ReactNode;
};

/** A number of the record. */
export function BoundNumber({ path, ...props }: BoundNumberProps): ReactElement {
  const { value, pending, set } = useField(path);
  const onPendingText = usePendingText(path, null);
  const problem = useFieldProblem(path);
  return (
    <NumberField
      {...props}
      fieldPath={path}
      value={value ?? null}
      onChange={(next) => set(next, TYPING)}
      pendingText={pending}
      onPendingText={onPendingText}
      error={fieldMessage(problem)}
    />
  );
}

type BoundDateProps = {
  path: DatePath;
  label: string;
  direction?: 'past' | 'future' | undefined;
  hideLabel?: boolean | undefined;
  inline?: boolean | undefined;
};

/** A calendar date of the record. */
export function BoundDate({ path, ...props }: BoundDateProps): ReactElement {
  const { value, pending, set } = useField(path);
  const onPendingText = usePendingText(path, null);
  const problem = useFieldProblem(path);
  return (
    <DateField
      {...props}
      fieldPath={path}
      value={value ?? null}
      onChange={(next) => set(next, TYPING)}
      pendingText={pending}
      onPendingText={onPendingText}
      error={fieldMessage(problem)}
    />
  );
}

type BoundTextProps = {
  path: TextPath;
  label: string;
  /** Several lines, up to NOTE_MAX; else one line, up to LINE_MAX. */
  lines?: boolean | undefined;
  hideLabel?: boolean | undefined;
  placeholder?: string | undefined;
  hint?: ReactNode;
};

/** Free text of the record. Text that is too long or holds a control character stays in the field, and the record waits for it. */
export function BoundText({ path, lines = false, ...props }: BoundTextProps): ReactElement {
  const { store } = useVisit();
  const { value, pending, set } = useField(path);
  const schema = lines ? noteSchema : lineSchema;
  const maxLength = lines ? NOTE_MAX : LINE_MAX;
  const onChange = (text: string): void => {
    if (schema.safeParse(text).success) set(text, TYPING);
    else store.setPending(path, text, '');
  };
  const refused = pending !== null && pending.length <= maxLength ? fieldMessage('control-character') : undefined;
  return (
    <TextField
      {...props}
      lines={lines}
      fieldPath={path}
      value={pending ?? value ?? ''}
      onChange={onChange}
      maxLength={maxLength}
      error={refused}
    />
  );
}

type BoundTickProps = { path: TickPath; label: ReactNode; description?: ReactNode };

/** A tick: a clinician's decision. */
export function BoundTick({ path, label, description }: BoundTickProps): ReactElement {
  const { value, set } = useField(path);
  return (
    <Checkbox
      label={label}
      description={description}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
      data-field={path}
      size="sm"
    />
  );
}

type BoundAnswerProps = {
  path: AnswerPath;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  dense?: boolean | undefined;
};

/** The five answers to one question. */
export function BoundAnswer({ path, ...props }: BoundAnswerProps): ReactElement {
  const { value, set } = useField(path);
  return <AnswerButtons {...props} fieldPath={path} value={value ?? 'unasked'} onChange={(answer: Answer) => set(answer)} />;
}

export type ChoiceOf<T extends string> = { value: T; label: string; name?: string; letter?: string };

/** Values that say that nothing was found out: they never look like an answer. */
const PALE_VALUES: ReadonlySet<string> = new Set(['nt', 'nd', 'unasked']);
const HATCHED_VALUES: ReadonlySet<string> = new Set(['declined']);

function lookOf(value: string): Choice<string>['look'] {
  return PALE_VALUES.has(value) ? 'pale' : HATCHED_VALUES.has(value) ? 'hatched' : 'solid';
}

type BoundChoiceProps<T extends string> = {
  path: PathTo<T> | PathTo<T | null>;
  choices: readonly ChoiceOf<T>[];
  /** The value that means "not recorded": choosing the chosen cell again, or Delete, goes back to it. */
  empty: T | null;
  label?: string | undefined;
  labelledBy?: string | undefined;
  dense?: boolean | undefined;
};

/** One of a few named values. Choosing the chosen one again, or Delete, goes back to "not recorded". */
export function BoundChoice<T extends string>({ path, choices, empty, ...props }: BoundChoiceProps<T>): ReactElement {
  const { store } = useVisit();
  const { value } = useField<string>(path);
  const write = (next: T | null): void => store.set<string>(path, next as never);
  return (
    <ChoiceGroup
      {...props}
      fieldPath={path}
      choices={choices.map((choice) => ({ ...choice, look: lookOf(choice.value) }))}
      value={choices.find((choice) => choice.value === value)?.value ?? null}
      onChange={write}
      onChooseAgain={() => write(empty)}
      onClear={() => write(empty)}
    />
  );
}
