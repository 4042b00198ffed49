import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/schemas/common.ts';
import { navigate, type Route, type SettingsSection } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatShortDate, formatTime } from '../../components/dates.ts';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import classes from './today.module.css';
import { Row, useDayName } from './today-rows.tsx';
import type { FormItem } from './today.resource.ts';

const words = text.today;

/** The part of the settings a form stands in. */
const SECTION: Partial<Record<FormItem['form'], SettingsSection>> = {
  'clinic-services': 'services',
  'clinic-doses': 'doses',
  'clinic-modules': 'doses',
  'clinic-notes': 'sheets',
};

/** The page on which a form goes on. */
function routeOf({ form, formDraftId, subjectId, patient }: FormItem): Route {
  if (form === 'patient-new') return { page: 'patients', intent: 'new-patient', query: '', formDraftId };
  if (subjectId === null) return { page: 'settings', section: SECTION[form] ?? 'clinic' };
  if (form === 'giving' && patient !== null) return { page: 'patient', patientId: patient.patientId, handoutId: subjectId };
  return form === 'patient-edit' ? { page: 'patient', patientId: subjectId } : { page: 'signed-visit', visitId: subjectId };
}

/** A form with text that is not stored. */
export function FormRow({ item, today }: { item: FormItem; today: CalendarDate }): ReactNode {
  const dayName = useDayName();
  const { format, timeZone } = useDateSettings();
  const { patient, label, form, savedAt } = item;
  const savedOn = dateOfInstant(savedAt, timeZone);
  const saved = savedOn === today ? formatTime(savedAt, timeZone) : formatShortDate(savedOn, today, format);
  const name = patient === null ? label.trim() : fullName(patient);
  return (
    <Row
      when={dayName(savedOn, today)}
      patient={patient}
      aside={<span className={classes['quiet']}>{words.drafts.saved(saved)}</span>}
      action={
        <Button
          variant="default"
          aria-label={`${words.forms.goOn}: ${words.forms.titles[form]} ${name}`}
          onClick={() => navigate(routeOf(item))}
        >
          {words.forms.goOn}
        </Button>
      }
    >
      {patient === null && form === 'patient-new' && <b dir="auto">{name === '' ? words.forms.nameless : name}. </b>}
      {words.forms.titles[form]}
    </Row>
  );
}
