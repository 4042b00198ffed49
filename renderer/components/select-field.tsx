import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Field } from './field.tsx';
import classes from './field.module.css';

type SelectFieldProps<T extends string> = {
  fieldPath: string;
  label: string;
  /** Null = nothing chosen; the first line of the list then stands for it. */
  value: T | null;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T | null) => void;
  /** The line for "nothing chosen". Undefined = one of the choices is always chosen. */
  emptyLabel?: string | undefined;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  large?: boolean | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  remark?: string | undefined;
};

/** One of a list, as the system's own list box. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  const { value, choices, emptyLabel } = props;
  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      hint={props.hint}
      error={props.error}
      required={props.required}
      remark={props.remark}
    >
      {(control) => (
        <span className={classes['selectWrap']}>
          <select
            {...control}
            className={cx(classes['input'], props.large === true && classes['large'])}
            value={value ?? ''}
            disabled={props.disabled}
            autoComplete="off"
            data-field={props.fieldPath}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
              props.onChange(chosen?.value ?? null);
            }}
          >
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
