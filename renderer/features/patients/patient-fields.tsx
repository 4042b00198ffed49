import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { LINE_MAX, NOTE_MAX, type CalendarDate } from '../../../shared/schemas/common.ts';
import { SEXES, type PatientInput } from '../../../shared/schemas/patient.ts';
import { fieldMessage } from '../../api/messages.ts';
import { DateField } from '../../components/date-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './patients.module.css';

/** The form's values: the patient as typed, with the birth date still open. */
export type PatientFormValues = Omit<PatientInput, 'birthDate'> & { birthDate: CalendarDate | null };

type PatientFieldsProps = {
  values: PatientFormValues;
  errors: FieldErrors;
  onChange: (part: Partial<PatientFormValues>) => void;
  unreadDate: string | null;
  onUnreadDate: (typed: string | null) => void;
};

const words = text.patients.form;
const LANGUAGES = [
  { value: '', label: words.languageNotRecorded },
  ...Object.entries(text.patients.languages).map(([value, label]) => ({ value, label })),
];

/** Every field of a patient, in three groups. */
export function PatientFields({ values, errors, onChange, unreadDate, onUnreadDate }: PatientFieldsProps): ReactNode {
  const line = (
    field: 'givenNames' | 'familyName' | 'latinName' | 'phone' | 'email' | 'ownNumber',
    more: { required?: boolean; hint?: string; autoFocus?: boolean; inputMode?: 'tel' | 'email' } = {},
  ): ReactNode => (
    <TextField
      fieldPath={field}
      label={words[field]}
      value={values[field]}
      maxLength={LINE_MAX}
      error={fieldMessage(errors[field])}
      onChange={(typed) => onChange({ [field]: typed })}
      {...more}
    />
  );
  return (
    <>
      <fieldset>
        <legend>{words.names}</legend>
        {line('givenNames', { required: true, autoFocus: true })}
        {line('familyName', { required: true })}
        <DateField
          fieldPath="birthDate"
          label={words.birthDate}
          required
          value={values.birthDate}
          showDistance={false}
          pendingText={unreadDate}
          onPendingText={(_path, typed) => onUnreadDate(typed)}
          error={fieldMessage(errors['birthDate'])}
          onChange={(birthDate) => onChange({ birthDate })}
        />
        <SelectField
          fieldPath="sex"
          label={words.sex}
          value={values.sex}
          choices={SEXES.map((value) => ({ value, label: words.sexes[value] }))}
          onChange={(sex) => onChange({ sex: sex ?? 'unknown' })}
        />
        {line('ownNumber')}
        {line('latinName', { hint: words.latinNameHelp })}
      </fieldset>
      <fieldset>
        <legend>{words.contact}</legend>
        {line('phone', { inputMode: 'tel' })}
        {line('email', { inputMode: 'email' })}
        <div className={classes['wide']}>
          <TextField
            fieldPath="address"
            label={words.address}
            lines
            value={values.address}
            maxLength={NOTE_MAX}
            error={fieldMessage(errors['address'])}
            onChange={(address) => onChange({ address })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.paper}</legend>
        <SelectField
          fieldPath="preferredLanguage"
          label={words.preferredLanguage}
          value={values.preferredLanguage}
          choices={LANGUAGES}
          onChange={(preferredLanguage) => onChange({ preferredLanguage: preferredLanguage ?? '' })}
        />
        <Checkbox
          mt={26}
          label={words.largePrint}
          checked={values.largePrint}
          onChange={(event) => onChange({ largePrint: event.currentTarget.checked })}
        />
        <div className={classes['wide']}>
          <TextField
            fieldPath="note"
            label={words.note}
            hint={words.noteHelp}
            lines
            value={values.note}
            maxLength={NOTE_MAX}
            error={fieldMessage(errors['note'])}
            onChange={(note) => onChange({ note })}
          />
        </div>
      </fieldset>
    </>
  );
}
