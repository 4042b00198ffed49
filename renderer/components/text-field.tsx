import type { ChangeEvent, ReactNode } from 'react';
import { text } from '../text.ts';
import { cx } from './cx.ts';
import { Field } from './field.tsx';
import classes from './field.module.css';

type TextFieldProps = {
  fieldPath: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  remark?: string | undefined;
  placeholder?: string | undefined;
  /** Several lines, growing with the text. */
  lines?: boolean | undefined;
  /** Longest text; counted down to when it comes near. Never cut: more is typed, shown and refused. */
  maxLength?: number | undefined;
  large?: boolean | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** For numbers to phone: the keyboard a touch screen offers. */
  inputMode?: 'text' | 'tel' | 'email' | 'numeric' | undefined;
  onBlur?: (() => void) | undefined;
};

const COUNT_FROM_LEFT = 200;

/** One line or several of free text, kept exactly as typed. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, maxLength } = props;
  const left = maxLength === undefined ? null : maxLength - value.length;
  const tooLong = left !== null && left < 0 ? text.app.tooLong(-left) : undefined;
  const counted =
    left !== null && left >= 0 && left <= Math.min(COUNT_FROM_LEFT, (maxLength ?? 0) / 4) ? text.app.remaining(left) : undefined;
  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      hint={counted ?? props.hint}
      error={props.error ?? tooLong}
      required={props.required}
      remark={props.remark}
    >
      {(control) => {
        const shared = {
          ...control,
          className: cx(classes['input'], props.large === true && classes['large']),
          value,
          disabled: props.disabled,
          placeholder: props.placeholder,
          autoComplete: 'off',
          autoFocus: props.autoFocus,
          // A dialog would put the focus on its close button.
          'data-autofocus': props.autoFocus,
          spellCheck: false,
          dir: 'auto' as const,
          'data-field': props.fieldPath,
          onBlur: props.onBlur,
          onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => props.onChange(event.currentTarget.value),
        };
        return props.lines === true ? <textarea rows={2} {...shared} /> : <input type="text" inputMode={props.inputMode} {...shared} />;
      }}
    </Field>
  );
}
