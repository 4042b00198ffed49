import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { OPTIONAL_MEASURES, type OptionalMeasure } from '../../../shared/schemas/clinic.ts';
import { OUTCOME_LICENCES, OUTCOME_MEASURE_NAMES } from '../../../shared/text/en/outcome-measures.ts';
import { text } from '../../text.ts';
import classes from './clinic.module.css';

const words = text.settings.clinic;

type OutcomeMeasureFieldsProps = {
  value: readonly OptionalMeasure[];
  onChange: (value: OptionalMeasure[]) => void;
};

/** Which further outcome measures this clinic uses, each with what is known of its licence (spec 6.1). */
export function OutcomeMeasureFields({ value, onChange }: OutcomeMeasureFieldsProps): ReactNode {
  return (
    <fieldset className={classes['measures']} aria-label={words.measures}>
      {OPTIONAL_MEASURES.map((measure) => (
        <Checkbox
          key={measure}
          size="sm"
          label={OUTCOME_MEASURE_NAMES[measure]}
          description={OUTCOME_LICENCES[measure]}
          checked={value.includes(measure)}
          data-field={`outcomeMeasures.${measure}`}
          onChange={(event) =>
            // In the order of the list, whatever the order of the clicks.
            onChange(OPTIONAL_MEASURES.filter((each) => (each === measure ? event.currentTarget.checked : value.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
