import { useId, type KeyboardEvent, type ReactElement } from 'react';
import type { FieldCode } from '../../../../shared/contract/errors.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import { SLR_ANGLE_MAX_DEG, SLR_ANGLE_MIN_DEG } from '../../../../shared/schemas/slr.ts';
import { fieldMessage } from '../../../api/messages.ts';
import { cx } from '../../../components/cx.ts';
import { FieldError } from '../../../components/field.tsx';
import { numberMessage } from '../../../components/number-field.tsx';
import { readNumber } from '../../../components/numbers.ts';
import { useTypedText } from '../../../components/use-typed-text.ts';
import type { SlrPoint } from '../figures/use-leg-drag.ts';
import { useField, useFieldProblem, useVisit } from '../state/visit-session.tsx';
import classes from './slr.module.css';
import { angleAfterKey, withLegFinding } from './slr-leg.ts';

const LIMITS = { min: SLR_ANGLE_MIN_DEG, max: SLR_ANGLE_MAX_DEG, whole: true };

type AngleFieldProps = {
  side: Side;
  point: SlrPoint;
  label: string;
  /** Shown before the value in the cell: "P2". */
  prefix?: string | undefined;
  placeholder?: string | undefined;
  onFocus: (point: SlrPoint) => void;
  onBlur: () => void;
};

/**
 * One angle of a leg: typed, or stepped by the arrow keys. Text that is no whole number from 0 to 120 stays as typed with one sentence
 * beside it, and the leg has no angle until it is mended.
 */
export function AngleField({ side, point, label, prefix, placeholder, onFocus, onBlur }: AngleFieldProps): ReactElement {
  const name = point === 'p1' ? 'p1AngleDeg' : 'p2AngleDeg';
  const path = `slr.${side}.${name}` as const;
  const errorId = useId();
  const { store } = useVisit();
  const { value, pending } = useField(path);
  const problem = useFieldProblem(path);
  const angleDeg = value ?? null;
  const write = (next: number | null): void =>
    store.change(path, (record) => withLegFinding(record, side, { [name]: next }), { continuous: true });
  const field = useTypedText<number, FieldCode>({
    value: angleDeg,
    pendingText: pending,
    format: String,
    read: (typed) => readNumber(typed, LIMITS),
    onValue: write,
    onPendingText: (text) => {
      if (text !== null) store.setPending(path, text, null);
    },
  });
  const message = field.problem === null ? fieldMessage(problem) : numberMessage(field.problem, LIMITS.min, LIMITS.max);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (field.problem !== null) return;
    const next = angleAfterKey(angleDeg, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    field.type(String(next));
  }

  return (
    <div className={classes['angleField']}>
      <label className={cx(classes['angleCell'], field.text === '' && classes['angleEmpty'])}>
        {prefix !== undefined && (
          <span className={classes['anglePrefix']} aria-hidden="true">
            {prefix}
          </span>
        )}
        <input
          type="text"
          aria-label={label}
          inputMode="numeric"
          value={field.text}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={message !== undefined}
          aria-describedby={message === undefined ? undefined : errorId}
          data-field={path}
          onChange={(event) => field.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => onFocus(point)}
          onBlur={() => {
            field.leave();
            onBlur();
          }}
        />
        <span aria-hidden="true">°</span>
      </label>
      {message !== undefined && <FieldError id={errorId}>{message}</FieldError>}
    </div>
  );
}
