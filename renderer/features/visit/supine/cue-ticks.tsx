import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { conditionTicks } from '../../../../shared/clinical/cues.ts';
import { CUE_ITEMS } from '../../../../shared/text/en/cues.ts';
import { text } from '../../../text.ts';
import rowClasses from '../fields/rows.module.css';
import { useField } from '../state/visit-session.tsx';
import classes from './cue-ticks.module.css';

const words = text.visit.further;
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What no field records, as ticks by condition (spec 4.2): each counts for or against where the table has it. Not ticked says nothing. */
export function CueTicks(): ReactElement {
  const { value, set } = useField('otherExam.cueTicks');
  const ticked = value ?? [];
  return (
    <>
      <span className={rowClasses['hint']}>{words.ticksHint}</span>
      <div className={classes['groups']}>
        {conditionTicks().map(({ condition, ticks }) => (
          <fieldset key={condition} className={classes['group']}>
            <legend>{words.tickGroups[condition]}</legend>
            {ticks.map((tick) => (
              <Checkbox
                key={tick}
                size="sm"
                label={capital(CUE_ITEMS[tick])}
                checked={ticked.includes(tick)}
                data-field={`otherExam.cueTicks.${tick}`}
                onChange={(event) => set(event.currentTarget.checked ? [...ticked, tick] : ticked.filter((other) => other !== tick))}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}
