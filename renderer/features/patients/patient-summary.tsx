import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PatientRow } from '../../../shared/schemas/patient.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { ageOn, daysBetween, formatDate } from '../../components/dates.ts';
import { Kbd } from '../../components/kbd.tsx';
import { fullName } from '../../components/person-name.ts';
import { SideTag } from '../../components/side-tag.tsx';
import { NoFlagsChip, UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import classes from './patients.module.css';

type PatientSummaryProps = { row: PatientRow | null };

const words = text.patients.selected;

/** The patient chosen in the list: who, how it goes, what is due. */
export function PatientSummary({ row }: PatientSummaryProps): ReactNode {
  const { format, today } = useDateSettings();
  if (row === null) return <aside className={classes['summary']}>{words.nothing}</aside>;
  const first = row.legNprs[0];
  const last = row.legNprs.at(-1);
  const lastVisit = row.lastVisitOn === null ? null : formatDate(row.lastVisitOn, format);
  return (
    <aside className={classes['summary']} aria-label={words.label}>
      <h2 className={classes['summaryName']}>{fullName(row)}</h2>
      <p className={classes['summaryLine']}>
        {text.app.patient.born} {formatDate(row.birthDate, format)} · {text.app.patient.age(ageOn(row.birthDate, today))} ·{' '}
        {row.ownNumber === '' ? text.app.patient.noNumber : text.app.patient.number(row.ownNumber)}
      </p>
      <p className={classes['chips']}>
        {row.side !== null && <SideTag side={row.side} look="chip" />}
        {row.openFlag === null ? <NoFlagsChip /> : <UrgencyChip urgency={row.openFlag} />}
      </p>
      <dl className={classes['facts']}>
        <dt>{words.visits}</dt>
        <dd>{row.visitCount === 0 ? words.noVisits : words.visitsValue(row.visitCount, lastVisit)}</dd>
        {first !== undefined && last !== undefined && (
          <>
            <dt>{words.legPain}</dt>
            <dd>{words.legPainValue(first, last)}</dd>
          </>
        )}
        <dt>{words.reviewDue}</dt>
        <dd>
          {row.nextReviewOn === null
            ? words.noReview
            : `${formatDate(row.nextReviewOn, format)} (${text.history.reviewDueIn(daysBetween(today, row.nextReviewOn))})`}
        </dd>
      </dl>
      {row.hasDraft && <p className={classes['draftLine']}>{words.draft}</p>}
      <div className={classes['summaryActions']}>
        <Button
          variant="filled"
          size="lg"
          rightSection={<Kbd>↵</Kbd>}
          onClick={() => navigate({ page: 'patient', patientId: row.patientId })}
        >
          {words.openChart}
        </Button>
      </div>
    </aside>
  );
}
