import { useState, type ReactNode } from 'react';
import { LOCK_AFTER_MINUTES } from '../../../shared/schemas/lock.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { updateSession, useMay, useSession } from '../../app/desk-state.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './settings.module.css';

const words = text.settings.lock;
const CHOICES = LOCK_AFTER_MINUTES.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }));

/** After how many quiet minutes the desk locks by itself. */
export function LockPanel(): ReactNode {
  const { lockAfterMinutes } = useSession();
  const mayChange = useMay('desk.setLockAfter');
  const [problem, setProblem] = useState('');

  const save = async (chosen: string | null): Promise<void> => {
    const minutes = LOCK_AFTER_MINUTES.find((choice) => String(choice) === chosen);
    if (minutes === undefined) return;
    setProblem('');
    try {
      await call('desk.setLockAfter', { minutes });
      updateSession({ lockAfterMinutes: minutes });
    } catch (thrown) {
      setProblem(failureMessage(thrown));
    }
  };

  return (
    <Panel title={words.title}>
      <SelectField
        fieldPath="lock.afterMinutes"
        label={words.after}
        value={String(lockAfterMinutes)}
        choices={CHOICES}
        disabled={!mayChange}
        onChange={(chosen) => void save(chosen)}
      />
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      <p className={classes['note']}>
        {words.note} {!mayChange && text.app.adminOnly}
      </p>
    </Panel>
  );
}
