import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import classes from './patients.module.css';

const words = text.patients.form;

/** People on the desk who may be the one just typed. */
export function Duplicates({ found }: { found: Output<'patients.findDuplicates'> }): ReactNode {
  const { format } = useDateSettings();
  return (
    <section className={classes['duplicates']} role="alert">
      <h3>{words.duplicatesTitle}</h3>
      <p>{words.duplicatesText}</p>
      <ul>
        {found.map(({ patient, reason }) => (
          <li key={patient.patientId}>
            <span>
              <b>{fullName(patient)}</b>, {text.app.patient.born.toLowerCase()} {formatDate(patient.birthDate, format)}
              {patient.ownNumber !== '' && `, ${text.app.patient.number(patient.ownNumber)}`}{' '}
              <span className={classes['quiet']}>({words.duplicateReasons[reason]})</span>
            </span>
            <Button variant="default" size="xs" onClick={() => navigate({ page: 'patient', patientId: patient.patientId })}>
              {words.openExisting}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
