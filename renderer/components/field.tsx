import { IconAlertCircle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import classes from './field.module.css';

/** Ids and states a control inside a `Field` must carry. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean | undefined;
};

type FieldProps = {
  label: string;
  /** Keeps the label for a screen reader only, where a heading beside the field says it. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** One plain sentence beside the field. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Shown after the label, for instance "if there is one". */
  remark?: string | undefined;
  /** Label, control and messages in one line. */
  inline?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label, control, hint and error of one field, tied together for a screen reader. */
export function Field({ label, hideLabel = false, hint, error, required, remark, inline = false, children }: FieldProps): ReactNode {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const describedBy = cx(error !== undefined && errorId, hasHint && hintId);
  return (
    <div className={cx(classes['field'], inline && classes['inline'])}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : classes['label']}>
        {label}
        {remark !== undefined && <span className={classes['optional']}> {remark}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error !== undefined,
        'aria-required': required,
      })}
      {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
      {hasHint && (
        <div id={hintId} className={classes['hint']}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** The sentence beside a field that something is wrong with. */
export function FieldError({ id, children }: { id?: string | undefined; children: ReactNode }): ReactNode {
  return (
    <div id={id} className={classes['error']} role="alert">
      <IconAlertCircle size={16} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
