import type { ReactNode } from 'react';
import type { Answer } from '../../shared/schemas/common.ts';
import { text } from '../text.ts';
import { ChoiceGroup, type Choice } from './choice-group.tsx';

const CHOICES: readonly Choice<Answer>[] = [
  { value: 'yes', label: text.app.answers.yes, letter: 'y' },
  { value: 'no', label: text.app.answers.no, letter: 'n' },
  { value: 'unsure', label: text.app.answers.unsure, letter: 'u', look: 'hatched' },
  { value: 'declined', label: text.app.answers.declined, letter: 'd', look: 'hatched' },
  { value: 'unasked', label: text.app.answers.unasked, look: 'pale' },
];

type AnswerButtonsProps = {
  /** The stored answer; a missing one is `unasked` and shows as the pale cell. */
  value: Answer;
  onChange: (value: Answer) => void;
  fieldPath: string;
  /** The question, or the id of the element that shows it. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
  dense?: boolean | undefined;
};

/** The five answers to a question asked of the patient. None is preset; Delete goes back to "not asked". */
export function AnswerButtons(props: AnswerButtonsProps): ReactNode {
  const clear = (): void => {
    if (props.value !== 'unasked' && props.disabled !== true) props.onChange('unasked');
  };
  return <ChoiceGroup {...props} choices={CHOICES} onClear={clear} />;
}
