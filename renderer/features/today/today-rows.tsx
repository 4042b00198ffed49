import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/schemas/common.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { ageOn, dateOfInstant, daysBetween, formatDate, formatShortDate, formatTime } from '../../components/dates.ts';
import { fullName } from '../../components/person-name.ts';
import { SideTag } from '../../components/side-tag.tsx';
import { UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import classes from './today.module.css';
import type { DraftItem, FlagItem, ReviewItem, TodayPatient } from './today.resource.ts';

const words = text.today;
const WEEK_DAYS = 7;

/** A day near today by its name, another by its date: "Friday", "13 Nov". */
export function useDayName(): (date: CalendarDate, today: CalendarDate) => string {
  const { format } = useDateSettings();
  return (date, today) => {
    const days = daysBetween(date, today);
    if (days === 0) return words.reviews.today;
    if (Math.abs(days) >= WEEK_DAYS) return formatShortDate(date, today, format);
    return text.app.dates.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? date;
  };
}

export type RowProps = { when: string; patient: TodayPatient | null; children: ReactNode; aside?: ReactNode; action: ReactNode };

/** One line of a list: when, who, what, and what to do about it. `patient` null: nobody on this desk yet. */
export function Row({ when, patient, children, aside, action }: RowProps): ReactNode {
  const { format, today } = useDateSettings();
  return (
    <li className={classes['row']}>
      <span className={classes['when']}>{when}</span>
      <span className={classes['who']}>
        {patient !== null && (
          <>
            <button
              type="button"
              className={classes['name']}
              dir="auto"
              onClick={() => navigate({ page: 'patient', patientId: patient.patientId })}
            >
              {fullName(patient)}
            </button>
            <span className={classes['facts2']}>
              {text.app.patient.age(ageOn(patient.birthDate, today))} · {words.born(formatDate(patient.birthDate, format))}
            </span>
          </>
        )}
      </span>
      <span className={classes['what']}>{children}</span>
      {aside !== undefined && <span className={classes['chip']}>{aside}</span>}
      <span className={classes['action']}>{action}</span>
    </li>
  );
}

function Side({ side }: { side: TodayPatient['side'] }): ReactNode {
  return side === null || side === 'none' ? null : <SideTag side={side} />;
}

/** An open flag of a signed visit. */
export function FlagRow({ item, today }: { item: FlagItem; today: CalendarDate }): ReactNode {
  const dayName = useDayName();
  const { patient, flag } = item;
  const recordable = flag.urgency === 'E' || flag.urgency === 'D';
  return (
    <Row
      when={dayName(flag.visitOn, today)}
      patient={patient}
      aside={<UrgencyChip urgency={flag.urgency} />}
      action={
        <Button
          variant="default"
          aria-label={`${recordable ? words.flags.record : words.flags.open}: ${fullName(patient)}`}
          onClick={() => navigate({ page: 'signed-visit', visitId: flag.visitId })}
        >
          {recordable ? words.flags.record : words.flags.open}
        </Button>
      }
    >
      <Side side={patient.side} />{' '}
      <span title={flag.text}>
        {flag.more > 0 && <span className={classes['quiet']}>{words.flags.all(flag.more + 1)} </span>}
        {flag.text}
      </span>
    </Row>
  );
}

type ReviewRowProps = { item: ReviewItem; today: CalendarDate; busy: boolean; onStart: () => void };

/** A review that is due. */
export function ReviewRow({ item, today, busy, onStart }: ReviewRowProps): ReactNode {
  const { format } = useDateSettings();
  const dayName = useDayName();
  const { patient, dueOn } = item;
  return (
    <Row
      when={dueOn < today ? words.reviews.late : dayName(dueOn, today)}
      patient={patient}
      aside={<span className={classes['quiet']}>{formatShortDate(dueOn, today, format)}</span>}
      action={
        <Button variant="default" disabled={busy} aria-label={`${words.reviews.start}: ${fullName(patient)}`} onClick={onStart}>
          {words.reviews.start}
        </Button>
      }
    >
      <Side side={patient.side} /> {item.headline}
    </Row>
  );
}

/** A visit that is not signed yet. */
export function DraftRow({ item, today }: { item: DraftItem; today: CalendarDate }): ReactNode {
  const dayName = useDayName();
  const { format, timeZone } = useDateSettings();
  const { patient, savedAt, focusField } = item;
  const savedOn = dateOfInstant(savedAt, timeZone);
  const saved = savedOn === today ? formatTime(savedAt, timeZone) : formatShortDate(savedOn, today, format);
  const place = words.places[focusField.split('.')[0] ?? ''];
  return (
    <Row
      when={dayName(item.visitOn, today)}
      patient={patient}
      aside={<span className={classes['quiet']}>{place === undefined ? words.drafts.saved(saved) : words.drafts.stoppedAt(place)}</span>}
      action={
        <Button
          variant="default"
          aria-label={`${words.drafts.goOn}: ${fullName(patient)}`}
          onClick={() => navigate({ page: 'visit', visitId: item.visitId, focusField })}
        >
          {words.drafts.goOn}
        </Button>
      }
    >
      {words.drafts.notSigned(words.contacts[item.contact])}
    </Row>
  );
}
