import { Chip } from '@mantine/core';
import type { ReactElement } from 'react';
import { WALKING_EASES } from '../../../../shared/schemas/visit.ts';
import { text } from '../../../text.ts';
import rowClasses from '../fields/rows.module.css';
import { QuestionRow } from '../fields/rows.tsx';
import { useField, useRecord } from '../state/visit-session.tsx';

const words = text.visit.talk;

/** Walking and what eases it (I14). The further questions open when walking brings the symptoms on, or by age. */
export function WalkingBlock({ open }: { open: boolean }): ReactElement {
  const bringsOn = useRecord((record) => record.intake.walking.bringsOn);
  return (
    <>
      <QuestionRow path="intake.walking.bringsOn" question={words.bringsOn} />
      {open && bringsOn !== 'no' && (
        <>
          <QuestionRow path="intake.walking.stopsFor" question={words.stopsFor} />
          <QuestionRow path="intake.walking.calfCramp" question={words.calfCramp} />
          <QuestionRow path="intake.walking.noPainSeated" question={words.noPainSeated} />
          <QuestionRow path="intake.walking.betterBendingForward" question={words.betterBendingForward} />
          <EasesRow />
        </>
      )}
    </>
  );
}

function EasesRow(): ReactElement {
  const { value, set } = useField('intake.walking.eases');
  const eases = value ?? [];
  return (
    <fieldset className={rowClasses['ticks']}>
      <legend className={rowClasses['hint']}>{words.eases}</legend>
      {WALKING_EASES.map((ease) => (
        <Chip
          key={ease}
          size="xs"
          radius="sm"
          variant="outline"
          checked={eases.includes(ease)}
          data-field={`intake.walking.eases.${ease}`}
          onChange={(checked) => set(checked ? [...eases, ease] : eases.filter((candidate) => candidate !== ease))}
        >
          {words.easesChoices[ease]}
        </Chip>
      ))}
    </fieldset>
  );
}
