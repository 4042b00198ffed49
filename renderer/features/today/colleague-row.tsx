import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/schemas/common.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskMutation } from '../../api/query.ts';
import { useSession } from '../../app/desk-state.ts';
import { navigate } from '../../app/routes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import classes from './today.module.css';
import { Row, useDayName } from './today-rows.tsx';
import type { ColleagueItem } from './today.resource.ts';

const words = text.today.colleagues;

/** A colleague's unsigned visit that holds an emergency or an open same-day flag. What is in it stays private. */
export function ColleagueRow({ item, today }: { item: ColleagueItem; today: CalendarDate }): ReactNode {
  const dayName = useDayName();
  const { timeZone } = useDateSettings();
  const { user } = useSession();
  const { patient, visitId, userName, urgency, savedAt } = item;
  const [asks, setAsks] = useState(false);
  const takeOver = useDeskMutation('visits.handOver', {
    invalidates: ['today.get', 'patients.chart', 'patients.search'],
    onSuccess: () => navigate({ page: 'visit', visitId, focusField: '' }),
  });
  return (
    <Row
      when={dayName(dateOfInstant(savedAt, timeZone), today)}
      patient={patient}
      aside={<UrgencyChip urgency={urgency} />}
      action={
        user.role === 'admin' ? (
          <Button variant="default" aria-label={`${words.takeOver}: ${fullName(patient)}`} onClick={() => setAsks(true)}>
            {words.takeOver}
          </Button>
        ) : (
          <span className={classes['quiet']}>{words.ask(userName)}</span>
        )
      }
    >
      {words[urgency](userName)}
      <ConfirmDialog
        opened={asks}
        title={words.takeOverTitle}
        confirmLabel={words.takeOver}
        busy={takeOver.isPending}
        onConfirm={() => takeOver.mutate({ visitId, userId: user.userId })}
        onCancel={() => setAsks(false)}
      >
        <p>{words.takeOverBody(userName)}</p>
        {takeOver.error !== null && <Notice kind="problem">{failureMessage(takeOver.error)}</Notice>}
      </ConfirmDialog>
    </Row>
  );
}
