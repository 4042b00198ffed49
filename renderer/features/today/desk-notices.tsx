import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeskMutation, useDeskQuery } from '../../api/query.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { text } from '../../text.ts';
import classes from './today.module.css';

const words = text.today.notices;

/** What everyone at the desk must know before anything else, until somebody says that it was read. */
export function DeskNotices(): ReactNode {
  const { data } = useDeskQuery('desk.notices', {});
  const read = useDeskMutation('desk.markNoticesRead', { invalidates: ['desk.notices'] });
  const { format, timeZone } = useDateSettings();
  const moment = (at: string): string => `${formatDate(dateOfInstant(at, timeZone), format)}, ${formatTime(at, timeZone)}`;
  if (data === undefined) return null;
  const { loss, recoveryUsed, clockBehind, rekeyOwedSince } = data;
  const actions = (
    <Button variant="default" loading={read.isPending} onClick={() => read.mutate({})}>
      {words.read}
    </Button>
  );
  return (
    <div className={classes['notices']}>
      {clockBehind !== null && (
        <Notice kind="problem" title={words.clockBehind}>
          {words.clockBody(moment(clockBehind.nowAt), moment(clockBehind.newestAt))}
        </Notice>
      )}
      {rekeyOwedSince !== null && (
        <Notice
          kind="problem"
          title={words.rekeyOwed}
          actions={
            <Button variant="default" onClick={() => navigate({ page: 'settings', section: 'access' })}>
              {words.rekeyGo}
            </Button>
          }
        >
          {words.rekeyOwedBody(moment(rekeyOwedSince))}
        </Notice>
      )}
      {loss !== null && (
        <Notice kind="problem" title={words.loss(loss.changes, loss.draftText)} actions={actions}>
          {words.lossBody(moment(loss.at))}
        </Notice>
      )}
      {recoveryUsed !== null && (
        <Notice kind="problem" title={words.recoveryUsed(recoveryUsed.userName)} actions={actions}>
          {words.recoveryBody(moment(recoveryUsed.at))}
        </Notice>
      )}
    </div>
  );
}
