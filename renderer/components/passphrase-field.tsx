import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode, type RefObject } from 'react';
import { text } from '../text.ts';
import { cx } from './cx.ts';
import { Field } from './field.tsx';
import classes from './field.module.css';

type PassphraseFieldProps = {
  fieldPath: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  large?: boolean | undefined;
  autoFocus?: boolean | undefined;
  inputRef?: RefObject<HTMLInputElement | null> | undefined;
};

/** A passphrase, hidden until its eye is pressed. Never kept, suggested or checked for spelling by the window. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Field label={props.label} hint={props.hint} error={props.error} required>
      {(control) => (
        <span className={classes['control']}>
          <input
            {...control}
            ref={props.inputRef}
            type={shown ? 'text' : 'password'}
            className={cx(classes['input'], props.large === true && classes['large'], classes['withEye'])}
            value={props.value}
            autoComplete="off"
            autoCapitalize="off"
            autoFocus={props.autoFocus}
            spellCheck={false}
            data-field={props.fieldPath}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
          <button
            type="button"
            className={classes['eye']}
            aria-label={shown ? text.desk.create.hide : text.desk.create.show}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <IconEyeOff size={18} stroke={1.7} aria-hidden="true" /> : <IconEye size={18} stroke={1.7} aria-hidden="true" />}
          </button>
        </span>
      )}
    </Field>
  );
}
