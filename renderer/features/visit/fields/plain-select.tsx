import type { ReactElement } from 'react';
import { cx } from '../../../components/cx.ts';
import classes from './select.module.css';

type PlainSelectProps<T extends string> = {
  label: string;
  /** Shown while nothing is chosen, and the way back to nothing. */
  emptyLabel: string;
  choices: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T | null) => void;
  fieldPath: string;
};

/** The system's own list: letters, arrows and screen readers work as everywhere else. */
export function PlainSelect<T extends string>(props: PlainSelectProps<T>): ReactElement {
  const { choices, value, onChange } = props;
  return (
    <select
      className={cx(classes['select'], value === null && classes['selectEmpty'])}
      aria-label={props.label}
      value={value ?? ''}
      data-field={props.fieldPath}
      onChange={(event) => onChange(choices.find((choice) => choice.value === event.currentTarget.value)?.value ?? null)}
    >
      <option value="">{props.emptyLabel}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
