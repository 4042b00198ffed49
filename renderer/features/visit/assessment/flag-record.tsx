import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { E_OUTCOMES, type EmergencyAction } from '../../../../shared/schemas/red-flag-answers.ts';
import { formatTime } from '../../../components/dates.ts';
import { useDateSettings } from '../../../components/date-settings.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundText } from '../fields/bound-fields.tsx';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import type { TextPath } from '../state/record-path.ts';
import classes from './band.module.css';

const words = text.visit.emergency;
const TRANSPORTS = (['ambulance', 'taken', 'other', 'own_choice'] as const).map((value) => ({ value, label: words.transports[value] }));
const YES_NO = (['yes', 'no'] as const).map((value) => ({ value, label: words.yesNo[value] }));
const OUTCOMES = E_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }));

/** A time as typed, with a button that fills in now. */
function TimeField({ path, label }: { path: TextPath; label: string }): ReactElement {
  const { store } = useVisit();
  const { timeZone } = useDateSettings();
  return (
    <span className={classes['time']}>
      <BoundText path={path} label={label} hideLabel placeholder={label} />
      <Button variant="default" size="xs" onClick={() => store.set<string>(path, formatTime(new Date().toISOString(), timeZone) as never)}>
        {words.now}
      </Button>
    </span>
  );
}

/** Who was told and when: the heart of the E record (spec 5.6). */
export function ToldFields(): ReactElement {
  return (
    <div className={classes['told']}>
      <BoundText path="emergency.told" label={words.told} hideLabel placeholder={words.told} />
      <TimeField path="emergency.toldTime" label={words.toldTime} />
    </div>
  );
}

/** The rest of the E record: journey and outcome. Every field may stay empty; an empty or unknown outcome keeps the flag open. */
export function EmergencyDetails(): ReactElement {
  const outcome = useRecord((record) => record.emergency.outcome);
  const { clinic } = useVisit();
  return (
    <div className={classes['details']}>
      <FormRows>
        <FormRow label={words.transport}>
          <BoundChoice<NonNullable<EmergencyAction['transport']>>
            path="emergency.transport"
            label={words.transport}
            choices={TRANSPORTS}
            empty={null}
            dense
          />
          <BoundText path="emergency.companion" label={words.companion} hideLabel placeholder={words.companion} />
        </FormRow>
        <FormRow label={words.edTold(clinic.emergencyDepartment)}>
          <BoundChoice<NonNullable<EmergencyAction['edTold']>>
            path="emergency.edTold"
            label={words.edTold(clinic.emergencyDepartment)}
            choices={YES_NO}
            empty={null}
            dense
          />
          <BoundText path="emergency.edToldName" label={words.edToldName} hideLabel placeholder={words.edToldName} />
          <TimeField path="emergency.edToldTime" label={words.edToldTime} />
        </FormRow>
        <FormRow label={words.outcome}>
          <BoundChoice<NonNullable<EmergencyAction['outcome']>>
            path="emergency.outcome"
            label={words.outcome}
            choices={OUTCOMES}
            empty={null}
            dense
          />
          {outcome === 'excluded' && (
            <BoundText path="emergency.excludedBy" label={words.excludedBy} hideLabel placeholder={words.excludedBy} />
          )}
        </FormRow>
        {outcome === 'refused' && (
          <>
            <FormRow label={words.refusedReason}>
              <BoundText path="emergency.refusedReason" label={words.refusedReason} hideLabel lines />
            </FormRow>
            <FormRow label={words.refusedExplained}>
              <BoundText path="emergency.refusedExplained" label={words.refusedExplained} hideLabel lines />
            </FormRow>
            <FormRow label={words.callBackTime}>
              <BoundText path="emergency.callBackTime" label={words.callBackTime} hideLabel />
            </FormRow>
          </>
        )}
      </FormRows>
      <p>{words.staysOpen}</p>
    </div>
  );
}

const discussion = text.visit.discussion;

/** The D outcome: resolved only when all four are filled (spec 5.6). */
export function DiscussionFields(): ReactElement {
  return (
    <div className={classes['discussion']}>
      <BoundText path="discussion.service" label={discussion.service} hideLabel placeholder={discussion.service} />
      <BoundText path="discussion.name" label={discussion.name} hideLabel placeholder={discussion.name} />
      <TimeField path="discussion.time" label={discussion.time} />
      <BoundText path="discussion.outcome" label={discussion.outcome} hideLabel placeholder={discussion.outcome} lines />
    </div>
  );
}
