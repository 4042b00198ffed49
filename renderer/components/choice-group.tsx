import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import classes from './choice-group.module.css';
import { cx } from './cx.ts';

export type Choice<T extends string> = {
  value: T;
  label: string;
  /** How the cell looks when it is chosen. */
  look?: 'solid' | 'hatched' | 'pale' | undefined;
  /** Letter that chooses it while the group has the focus. */
  letter?: string | undefined;
  /** Longer name for a screen reader where the label is short. */
  name?: string | undefined;
};

type ChoiceGroupProps<T extends string> = {
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  fieldPath?: string | undefined;
  disabled?: boolean | undefined;
  dense?: boolean | undefined;
  /** What Delete and Backspace do, for instance choose "not asked". */
  onClear?: (() => void) | undefined;
  /** What choosing the chosen cell again does. */
  onChooseAgain?: (() => void) | undefined;
};

/**
 * A row of cells of which one is chosen. Arrow keys move without choosing, Space, Enter or a letter choose: passing over an answer
 * never records it. Up and down are left to the page.
 */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>): ReactNode {
  const { choices, value, onChange, disabled = false } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosenIndex = choices.findIndex((choice) => choice.value === value);

  // An answer that changed while the group has the focus (Delete, undo) takes the focus along.
  useLayoutEffect(() => {
    if (group.current?.contains(document.activeElement) !== true) return;
    group.current.querySelector<HTMLButtonElement>('[role="radio"][tabindex="0"]')?.focus();
  }, [value]);

  const focusCell = (index: number): void => {
    const cells = group.current?.querySelectorAll<HTMLButtonElement>('[role="radio"]');
    cells?.[(index + choices.length) % choices.length]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const cells = [...(group.current?.querySelectorAll('[role="radio"]') ?? [])];
    const at = cells.findIndex((cell) => cell === document.activeElement);
    const handled = ((): boolean => {
      if (event.key === 'ArrowRight') focusCell(at + 1);
      else if (event.key === 'ArrowLeft') focusCell(at - 1);
      else if (event.key === 'Home') focusCell(0);
      else if (event.key === 'End') focusCell(choices.length - 1);
      else if (props.onClear !== undefined && (event.key === 'Delete' || event.key === 'Backspace')) props.onClear();
      else {
        const byLetter = choices.find((choice) => choice.letter !== undefined && choice.letter === event.key.toLowerCase());
        if (byLetter === undefined) return false;
        if (byLetter.value !== value) choose(byLetter.value);
      }
      return true;
    })();
    if (!handled) return;
    // Handled here: a letter that answers a question must not also be a shortcut of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  const choose = (next: T): void => {
    if (disabled) return;
    if (next === value) props.onChooseAgain?.();
    else onChange(next);
    focusCell(choices.findIndex((choice) => choice.value === next));
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-disabled={disabled}
      className={cx(classes['group'], props.dense === true && classes['dense'])}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => {
        const checked = choice.value === value;
        const reachable = checked || (chosenIndex < 0 && index === 0);
        return (
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={checked}
            aria-label={choice.name}
            tabIndex={reachable ? 0 : -1}
            disabled={disabled}
            data-value={choice.value}
            data-field={reachable ? props.fieldPath : undefined}
            className={cx(classes['cell'], checked && classes[choice.look ?? 'solid'])}
            onClick={() => choose(choice.value)}
          >
            {choice.label}
          </button>
        );
      })}
    </div>
  );
}
