import type { ReactNode } from 'react';
import { ChoiceGroup, type Choice } from './choice-group.tsx';

type SegmentedProps<T extends string> = {
  choices: readonly Choice<T>[];
  /** Null = nothing chosen yet. */
  value: T | null;
  onChange: (value: T | null) => void;
  fieldPath?: string | undefined;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
  dense?: boolean | undefined;
  /** Choosing the chosen cell again, or Delete, clears it. For values that may be "not recorded". */
  clearable?: boolean | undefined;
};

/** One choice of a few, shown side by side. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  const { choices, value, onChange, clearable = false, ...rest } = props;
  return (
    <ChoiceGroup
      {...rest}
      choices={choices}
      value={value}
      onChange={onChange}
      onChooseAgain={clearable ? () => onChange(null) : undefined}
      onClear={clearable ? () => onChange(null) : undefined}
    />
  );
}
