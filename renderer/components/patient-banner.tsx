import type { ReactNode } from 'react';
import type { CalendarDate } from '../../shared/schemas/common.ts';
import type { Urgency } from '../../shared/schemas/assessment.ts';
import { text } from '../text.ts';
import { cx } from './cx.ts';
import { useDateSettings } from './date-settings.tsx';
import { ageOn, formatDate } from './dates.ts';
import classes from './patient-banner.module.css';
import { fullName } from './person-name.ts';
import { SideTag } from './side-tag.tsx';
import { NoFlagsChip, UrgencyChip } from './urgency-chip.tsx';

export type BannerPatient = {
  givenNames: string;
  familyName: string;
  latinName?: string | undefined;
  birthDate: CalendarDate;
  ownNumber: string;
};
export type BannerFlag = { urgency: Urgency; label?: string | undefined; closed?: boolean | undefined };

type PatientBannerProps = {
  patient: BannerPatient;
  /** Two short lines about the visit or the visits. */
  visitLine?: ReactNode;
  visitSecondLine?: ReactNode;
  side?: 'right' | 'left' | 'both' | 'none' | null | undefined;
  /** Open flags; an empty list says "No open flags". Undefined = not known yet, nothing is shown. */
  flags?: readonly BannerFlag[] | undefined;
  /** Date the age is counted on. Default today; a signed visit gives its own. */
  ageOnDate?: CalendarDate | undefined;
  /** Buttons at the right end. */
  actions?: ReactNode;
};

const LONG_WORD = 18;

function hasLongWord(name: string): boolean {
  return name.split(/\s+/).some((word) => word.length > LONG_WORD);
}

/** Whose chart this is: never scrolls away, on every page of a patient. */
export function PatientBanner(props: PatientBannerProps): ReactNode {
  const { patient, flags, side } = props;
  const { format, today } = useDateSettings();
  const name = fullName(patient);
  return (
    <section className={classes['banner']} aria-label={name}>
      <h1 className={cx(classes['name'], hasLongWord(name) && classes['longWord'])} dir="auto" title={name}>
        {name}
      </h1>
      <div className={classes['facts']}>
        <div>
          {text.app.patient.born}{' '}
          <b>
            {formatDate(patient.birthDate, format)} · {text.app.patient.age(ageOn(patient.birthDate, props.ageOnDate ?? today))}
          </b>
        </div>
        <div>{patient.ownNumber === '' ? text.app.patient.noNumber : text.app.patient.number(patient.ownNumber)}</div>
      </div>
      {props.visitLine !== undefined && (
        <div className={classes['visit']}>
          <div className={classes['visitLines']}>
            <div>{props.visitLine}</div>
            <div>{props.visitSecondLine}</div>
          </div>
        </div>
      )}
      <div className={classes['right']}>
        {side !== null && side !== undefined && side !== 'none' && <SideTag side={side} look="chip" />}
        {flags?.length === 0 && <NoFlagsChip />}
        {flags?.map((flag) => (
          <UrgencyChip key={`${flag.urgency}-${flag.label ?? ''}`} urgency={flag.urgency} label={flag.label} closed={flag.closed} />
        ))}
        {props.actions}
      </div>
    </section>
  );
}
