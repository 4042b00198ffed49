import type { ReactNode } from 'react';
import type { FieldCode } from '../../shared/contract/errors.ts';
import type { CalendarDate } from '../../shared/schemas/common.ts';
import { text } from '../text.ts';
import { useDateSettings } from './date-settings.tsx';
import { formatDate, formatDistance, readDate } from './dates.ts';
import { Field } from './field.tsx';
import classes from './field.module.css';
import { useTypedText } from './use-typed-text.ts';

type DateFieldProps = {
  fieldPath: string;
  label: string;
  value: CalendarDate | null;
  onChange: (value: CalendarDate | null) => void;
  /** Text kept in the draft that could not be read; null when there is none. Undefined = the form keeps none. */
  pendingText?: string | null | undefined;
  onPendingText?: ((fieldPath: string, text: string | null) => void) | undefined;
  /** Which way "3 days" counts. A date on the other side is read but refused with a sentence. Default `past`. */
  direction?: 'past' | 'future' | undefined;
  hideLabel?: boolean | undefined;
  required?: boolean | undefined;
  remark?: string | undefined;
  /** A sentence of the form; what the field itself finds comes first. */
  error?: string | undefined;
  disabled?: boolean | undefined;
  inline?: boolean | undefined;
  /** Says how long ago the date is under the field (default), or nothing, for instance for a birth date. */
  showDistance?: boolean | undefined;
};

/**
 * A typed date: the clinic's format, ISO, or "3 days ago". What cannot be read stays as typed with the reason beside it and the
 * value null. A date ahead of today in a `past` field keeps its value and is refused when stored.
 */
export function DateField(props: DateFieldProps): ReactNode {
  const { fieldPath, value, onChange, onPendingText, direction = 'past' } = props;
  const { format, today } = useDateSettings();
  const example = formatDate(today, format);
  const field = useTypedText<CalendarDate, FieldCode>({
    value,
    pendingText: props.pendingText,
    format: (date) => formatDate(date, format),
    read: (typed) => {
      if (typed.trim() === '') return { ok: true, value: null };
      const date = readDate(typed, { format, today, direction });
      return date === null ? { ok: false, code: 'not-a-date' } : { ok: true, value: date };
    },
    onValue: onChange,
    onPendingText: onPendingText === undefined ? undefined : (pending) => onPendingText(fieldPath, pending),
  });
  const ahead = direction === 'past' && value !== null && value > today ? text.errors.fields['in-the-future'] : undefined;
  const distance = value === null || props.showDistance === false ? undefined : formatDistance(value, today);
  const echo = value === null ? undefined : [formatDate(value, 'D MMM YYYY'), distance].filter((part) => part !== undefined).join(', ');
  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      required={props.required}
      remark={props.remark}
      hint={echo}
      error={field.problem === null ? (props.error ?? ahead) : text.app.dates.notRead(example)}
      inline={props.inline}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          className={classes['input']}
          style={{ maxWidth: 200 }}
          value={field.text}
          disabled={props.disabled}
          placeholder={direction === 'past' ? text.app.dates.placeholder : text.app.dates.placeholderFuture}
          title={direction === 'past' ? text.app.dates.hint(example) : text.app.dates.hintFuture(example)}
          autoComplete="off"
          spellCheck={false}
          data-field={fieldPath}
          onChange={(event) => field.type(event.currentTarget.value)}
          onBlur={field.leave}
        />
      )}
    </Field>
  );
}
