import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { OPTIONAL_MODULES, type OptionalModule } from '../../../shared/schemas/clinic.ts';
import { handoutText } from '../../../shared/text/en/handouts.ts';
import { text } from '../../text.ts';
import { ClinicFormPanel } from './clinic-form.tsx';
import classes from './clinic.module.css';
import { useClinicForm } from './use-clinic-form.ts';

const words = text.settings.modules;
/** What is said beside the modules that ask for a check in the room first. */
const REMARKS: Partial<Record<OptionalModule, string>> = words.remarks;

/** Which parts of the home plan exist at this clinic. What is left out is never chosen and cannot be picked. */
export function ModulesPanel(): ReactNode {
  const form = useClinicForm(
    'clinic-modules',
    ({ modules }) => ({ modules: OPTIONAL_MODULES.filter((id) => modules.includes(id)) }),
    (value) => value,
  );
  const { modules } = form.value;
  const toggle = (id: OptionalModule, isOn: boolean): void =>
    form.set({ modules: OPTIONAL_MODULES.filter((each) => (each === id ? isOn : modules.includes(each))) });
  return (
    <ClinicFormPanel title={words.title} lead={words.lead} form={form} saveLabel={words.save}>
      <div className={classes['modules']}>
        {OPTIONAL_MODULES.map((id) => (
          <Checkbox
            key={id}
            label={handoutText.modules[id].title}
            description={REMARKS[id]}
            checked={modules.includes(id)}
            data-field={`modules.${id}`}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </div>
    </ClinicFormPanel>
  );
}
