import type { KeyboardEvent, ReactNode } from 'react';
import type { FieldCode } from '../../shared/contract/errors.ts';
import { text } from '../text.ts';
import { cx } from './cx.ts';
import { Field } from './field.tsx';
import classes from './field.module.css';
import { readNumber, type NumberLimits } from './numbers.ts';
import { useTypedText } from './use-typed-text.ts';

type NumberFieldProps = NumberLimits & {
  fieldPath: string;
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  /** Text kept in the draft that could not be read; null when there is none. Undefined = the form keeps none. */
  pendingText?: string | null | undefined;
  onPendingText?: ((fieldPath: string, text: string | null) => void) | undefined;
  /** Written after the field: "°", "days", "/10". */
  unit?: string | undefined;
  /** Stands right after the field, for instance the value of last time. */
  beside?: ReactNode;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** A sentence of the form (the desk's answer or a check across fields); what the field itself finds comes first. */
  error?: string | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  inline?: boolean | undefined;
  /** Up and down arrows add and take away this much, within the limits. None by default. */
  step?: number | undefined;
  widthPx?: number | undefined;
};

/** A typed number. What cannot be read stays in the field as typed, with the reason beside it and the value null. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { fieldPath, value, onChange, onPendingText, min, max, whole, step } = props;
  const field = useTypedText<number, FieldCode>({
    value,
    pendingText: props.pendingText,
    format: String,
    read: (typed) => readNumber(typed, { min, max, whole }),
    onValue: onChange,
    onPendingText: onPendingText === undefined ? undefined : (pending) => onPendingText(fieldPath, pending),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (step === undefined || field.problem !== null || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const next = (value ?? min) + (event.key === 'ArrowUp' ? step : -step);
    field.type(String(Math.min(max, Math.max(min, next))));
  };

  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      hint={props.hint}
      error={field.problem === null ? props.error : numberMessage(field.problem, min, max)}
      inline={props.inline}
    >
      {(control) => (
        <span className={classes['control']}>
          <input
            {...control}
            type="text"
            inputMode={whole ? 'numeric' : 'decimal'}
            className={cx(classes['input'], classes['number'])}
            style={props.widthPx === undefined ? undefined : { width: props.widthPx }}
            value={field.text}
            disabled={props.disabled}
            placeholder={props.placeholder}
            autoComplete="off"
            spellCheck={false}
            data-field={fieldPath}
            onChange={(event) => field.type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={field.leave}
          />
          {props.unit !== undefined && <span className={classes['unit']}>{props.unit}</span>}
          {props.beside}
        </span>
      )}
    </Field>
  );
}

/** The sentence for a number that cannot be taken. */
export function numberMessage(code: FieldCode, min: number, max: number): string {
  return code === 'out-of-range' ? text.errors.outOfRange(min, max) : text.errors.fields[code];
}
