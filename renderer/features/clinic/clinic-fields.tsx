import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { DATE_FORMATS, NEW_CLINIC, PAPERS, type Clinic } from '../../../shared/schemas/clinic.ts';
import { fieldMessage } from '../../api/messages.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './clinic.module.css';

/** What the form below asks for. */
export type ClinicDraft = Pick<Clinic, 'name' | 'phone' | 'address' | 'emergencyNumber' | 'emergencyDepartment' | 'paper' | 'dateFormat'>;

/** A clinic nothing has been said of. The emergency number and department stay empty: a wrong preset could send a patient astray. */
export function emptyClinic(): Clinic {
  return {
    ...NEW_CLINIC,
    name: '',
    phone: '',
    emergencyNumber: '',
    emergencyDepartment: '',
    paper: 'A4',
    dateFormat: 'D MMM YYYY',
  };
}

type ClinicFieldsProps = {
  value: ClinicDraft;
  onChange: (changes: Partial<ClinicDraft>) => void;
  fields: FieldErrors;
  /** Put before each field path, for a form that holds the clinic inside another record. */
  prefix?: string | undefined;
};

const words = text.desk.clinic;

/** The clinic settings every sheet needs. */
export function ClinicFields({ value, onChange, fields, prefix = '' }: ClinicFieldsProps): ReactNode {
  const at = (name: keyof ClinicDraft): { fieldPath: string; error: string | undefined } => ({
    fieldPath: `${prefix}${name}`,
    error: fieldMessage(fields[`${prefix}${name}`]),
  });
  return (
    <div className={classes['grid']}>
      <TextField {...at('name')} label={words.name} value={value.name} onChange={(name) => onChange({ name })} required />
      <TextField
        {...at('phone')}
        label={words.phone}
        value={value.phone}
        onChange={(phone) => onChange({ phone })}
        inputMode="tel"
        required
      />
      <div className={classes['wide']}>
        <TextField
          {...at('address')}
          label={words.address}
          remark={words.optional}
          hint={words.addressHint}
          value={value.address}
          onChange={(address) => onChange({ address })}
        />
      </div>
      <div className={classes['stack']}>
        <TextField
          {...at('emergencyNumber')}
          label={words.emergencyNumber}
          value={value.emergencyNumber}
          onChange={(emergencyNumber) => onChange({ emergencyNumber })}
          hint={words.emergencyNumberHint}
          inputMode="tel"
          required
        />
        <Suggestions
          label={words.emergencyNumber}
          choices={words.emergencyNumbers}
          onChoose={(emergencyNumber) => onChange({ emergencyNumber })}
        />
      </div>
      <div className={classes['stack']}>
        <TextField
          {...at('emergencyDepartment')}
          label={words.emergencyDepartment}
          value={value.emergencyDepartment}
          onChange={(emergencyDepartment) => onChange({ emergencyDepartment })}
          hint={words.emergencyDepartmentHint}
          required
        />
        <Suggestions
          label={words.emergencyDepartment}
          choices={words.emergencyDepartments}
          onChoose={(emergencyDepartment) => onChange({ emergencyDepartment })}
        />
      </div>
      <SelectField
        {...at('paper')}
        label={words.paper}
        value={value.paper}
        choices={PAPERS.map((paper) => ({ value: paper, label: paper }))}
        onChange={(paper) => paper !== null && onChange({ paper })}
      />
      <SelectField
        {...at('dateFormat')}
        label={words.dateFormat}
        value={value.dateFormat}
        choices={DATE_FORMATS.map((format) => ({ value: format, label: words.dateFormats[format] }))}
        onChange={(dateFormat) => dateFormat !== null && onChange({ dateFormat })}
      />
    </div>
  );
}

function Suggestions(props: { label: string; choices: readonly string[]; onChoose: (choice: string) => void }): ReactNode {
  return (
    <div className={classes['suggestions']} role="group" aria-label={`${words.suggestions} ${props.label}`}>
      <span aria-hidden="true">{words.suggestions}</span>
      {props.choices.map((choice) => (
        <Button key={choice} size="xs" variant="default" onClick={() => props.onChoose(choice)}>
          {choice}
        </Button>
      ))}
    </div>
  );
}
