import type { ReactNode } from 'react';
import { text } from '../../text.ts';
import { ClinicFormPanel } from './clinic-form.tsx';
import { OutcomeMeasureFields } from './outcome-measure-fields.tsx';
import { useClinicForm } from './use-clinic-form.ts';

const words = text.settings.clinic;

/** Which further outcome measures the clinic uses. */
export function MeasuresPanel(): ReactNode {
  const form = useClinicForm(
    'clinic-measures',
    ({ outcomeMeasures }) => ({ outcomeMeasures }),
    (value) => value,
  );
  return (
    <ClinicFormPanel title={words.measures} lead={words.measuresLead} form={form} saveLabel={words.saveMeasures}>
      <OutcomeMeasureFields value={form.value.outcomeMeasures} onChange={(outcomeMeasures) => form.set({ outcomeMeasures })} />
    </ClinicFormPanel>
  );
}
