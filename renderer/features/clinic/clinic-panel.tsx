import type { ReactNode } from 'react';
import { text } from '../../text.ts';
import { ClinicFields } from './clinic-fields.tsx';
import { ClinicFormPanel } from './clinic-form.tsx';
import { useClinicForm } from './use-clinic-form.ts';

const words = text.settings.clinic;

/** Name, address, the numbers of an emergency, paper and dates. */
export function ClinicPanel(): ReactNode {
  const form = useClinicForm(
    'clinic',
    ({ name, phone, address, emergencyNumber, emergencyDepartment, paper, dateFormat }) => ({
      name,
      phone,
      address,
      emergencyNumber,
      emergencyDepartment,
      paper,
      dateFormat,
    }),
    (value) => value,
  );
  return (
    <ClinicFormPanel title={words.title} lead={words.lead} form={form} saveLabel={words.save}>
      <ClinicFields value={form.value} onChange={form.set} fields={form.fields} />
    </ClinicFormPanel>
  );
}
