import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { DOSE_IDS, DOSES, type DoseId, doseOf, type DoseRule, type Doses } from '../../../shared/schemas/doses.ts';
import { handoutText } from '../../../shared/text/en/handouts.ts';
import { printDose } from '../../../shared/handouts/build-parts.ts';
import { NumberField } from '../../components/number-field.tsx';
import { text } from '../../text.ts';
import { ClinicFormPanel } from './clinic-form.tsx';
import classes from './clinic.module.css';
import { useClinicForm } from './use-clinic-form.ts';

const words = text.settings.doses;

/** Numbers as they stand in the fields; null while one cannot be read. */
type TypedDose = { from: number | null; to: number | null };
type TypedDoses = { doses: Record<DoseId, TypedDose>; printsIbuprofenDose: boolean };

function typedDoses(doses: Doses): Record<DoseId, TypedDose> {
  return Object.fromEntries(DOSE_IDS.map((id) => [id, doseOf(doses, id)])) as Record<DoseId, TypedDose>;
}

function isDefault(id: DoseId, { from, to }: TypedDose): boolean {
  return from === DOSES[id].from && to === DOSES[id].to;
}

/** Only what differs from the specification is stored, so that a clinic that changed nothing follows its next version. */
function toStored(typed: Record<DoseId, TypedDose>): Partial<Record<DoseId, TypedDose>> {
  return Object.fromEntries(DOSE_IDS.filter((id) => !isDefault(id, typed[id])).map((id) => [id, typed[id]]));
}

function moduleOf(id: DoseId): keyof typeof handoutText.modules {
  return id.slice(0, id.indexOf('.')) as keyof typeof handoutText.modules;
}

/** How much and how often, as the sheets print it: the clinic's own numbers within safe limits, or the defaults. */
export function DosesPanel(): ReactNode {
  const form = useClinicForm<TypedDoses>(
    'clinic-doses',
    ({ doses, printsIbuprofenDose }) => ({ doses: typedDoses(doses), printsIbuprofenDose }),
    ({ doses, printsIbuprofenDose }) => ({ doses: toStored(doses), printsIbuprofenDose }),
  );
  const typed = form.value.doses;
  const set = (id: DoseId, change: TypedDose): void => form.set({ doses: { ...typed, [id]: change } });
  return (
    <ClinicFormPanel title={words.title} lead={words.lead} form={form} saveLabel={words.save}>
      <div className={classes['doses']}>
        {DOSE_IDS.map((id) => (
          <DoseRow key={id} id={id} value={typed[id]} onChange={(change) => set(id, change)} />
        ))}
      </div>
      <div className={classes['actions']}>
        <Button
          variant="default"
          disabled={DOSE_IDS.every((id) => isDefault(id, typed[id]))}
          onClick={() => form.set({ doses: typedDoses({}) })}
        >
          {words.resetAll}
        </Button>
      </div>
      <Checkbox
        className={classes['ibuprofen']}
        label={words.ibuprofen}
        description={handoutText.ibuprofenDose}
        checked={form.value.printsIbuprofenDose}
        data-field="printsIbuprofenDose"
        onChange={(event) => form.set({ printsIbuprofenDose: event.currentTarget.checked })}
      />
    </ClinicFormPanel>
  );
}

type DoseRowProps = { id: DoseId; value: TypedDose; onChange: (value: TypedDose) => void };

function DoseRow({ id, value, onChange }: DoseRowProps): ReactNode {
  const { isRange, min, max, unit }: DoseRule = DOSES[id];
  const name = `${handoutText.modules[moduleOf(id)].title}: ${words.names[id]}`;
  const isUpsideDown = value.from !== null && value.to !== null && value.to < value.from;
  const ends = isRange ? (['from', 'to'] as const) : (['to'] as const);
  return (
    <div role="group" aria-label={name} className={classes['dose']}>
      <span className={classes['doseName']}>
        {handoutText.modules[moduleOf(id)].title} <span>{words.names[id]}</span>
      </span>
      <span className={classes['doseFields']}>
        {ends.map((end) => (
          <NumberField
            key={end}
            fieldPath={`doses.${id}.${end}`}
            label={isRange ? words.ends[end] : words.names[id]}
            hideLabel
            inline
            whole
            min={min}
            max={max}
            step={1}
            value={value[end]}
            onChange={(number) => onChange(isRange ? { ...value, [end]: number } : { from: number, to: number })}
            unit={end === 'to' ? words.units[unit] : words.ends.to}
            error={end === 'to' && isUpsideDown ? words.upsideDown : undefined}
          />
        ))}
      </span>
      <span className={classes['doseDefault']}>
        {isDefault(id, value) ? (
          words.isDefault
        ) : (
          <Button size="xs" variant="default" onClick={() => onChange(doseOf({}, id))} aria-label={words.resetOne(name)}>
            {words.reset(printDose(id, {}, handoutText))}
          </Button>
        )}
      </span>
    </div>
  );
}
