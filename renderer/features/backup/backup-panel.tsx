import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { BACKUP_HOURS, type BackupPlan, type BackupStatus } from '../../../shared/schemas/backup.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './backup.module.css';
import { useBackupStatus, useConfigureBackup, useMakeBackup, useMoment } from './backup.resource.ts';
import { DrillForm } from './drill-form.tsx';

const words = text.backup;
const HOURS = BACKUP_HOURS.map((hours) => ({ value: String(hours), label: words.hours(hours) }));
const HOURS_AT_FIRST = 4;

/** Folder, schedule, last backup and restore drill. */
export function BackupPanel(): ReactNode {
  const { data, error } = useBackupStatus();
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p className={classes['lead']}>{words.lead}</p>
        {error !== null && <Notice kind="problem">{failureMessage(error)}</Notice>}
        {data !== undefined && <Backup status={data} />}
      </div>
    </Panel>
  );
}

function Backup({ status }: { status: BackupStatus }): ReactNode {
  const configure = useConfigureBackup();
  const make = useMakeBackup();
  const moment = useMoment();
  const [chooseProblem, setChooseProblem] = useState('');
  const { plan, problem } = status;
  const busy = configure.isPending || make.isPending;
  const failed = configure.error ?? make.error;

  const save = (next: BackupPlan): void => {
    make.reset();
    configure.mutate(next);
  };
  const choose = async (): Promise<void> => {
    setChooseProblem('');
    try {
      const { path } = await call('shell.chooseBackupFolder', {});
      save({ folder: path, everyHours: plan?.everyHours ?? HOURS_AT_FIRST });
    } catch (thrown) {
      if (asDeskFailure(thrown).code !== 'cancelled') setChooseProblem(failureMessage(thrown));
    }
  };

  return (
    <>
      {plan !== null && <Facts status={status} />}
      {plan !== null && (
        <SelectField
          fieldPath="backup.everyHours"
          label={words.every}
          value={String(plan.everyHours)}
          choices={HOURS}
          disabled={busy}
          onChange={(chosen) => {
            const everyHours = BACKUP_HOURS.find((hours) => String(hours) === chosen);
            if (everyHours !== undefined) save({ ...plan, everyHours });
          }}
        />
      )}
      {chooseProblem !== '' && <Notice kind="problem">{chooseProblem}</Notice>}
      {failed !== null && <Notice kind="problem">{failureMessage(failed)}</Notice>}
      {failed === null && problem !== null && (
        <Notice kind="problem">{words.problem(moment(problem.at), text.errors.codes[problem.code])}</Notice>
      )}
      <div className={classes['actions']}>
        {plan !== null && (
          <Button
            loading={busy}
            onClick={() => {
              configure.reset();
              make.mutate({});
            }}
          >
            {words.make}
          </Button>
        )}
        <Button variant={plan === null ? 'filled' : 'default'} disabled={busy} onClick={() => void choose()}>
          {plan === null ? words.choose : words.chooseOther}
        </Button>
        {busy && <span role="status">{words.making}</span>}
      </div>
      {status.last !== null && <DrillForm />}
    </>
  );
}

function Facts({ status }: { status: BackupStatus }): ReactNode {
  const moment = useMoment();
  const { plan, last, verified } = status;
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{words.folder}</dt>
        <dd dir="auto">{plan?.folder}</dd>
        <dt>{words.last}</dt>
        <dd>{last === null ? words.none : moment(last.at)}</dd>
        <dt>{words.verified}</dt>
        <dd>{verified === null ? words.never : moment(verified.at)}</dd>
        <dt>{words.kept}</dt>
        <dd>{words.keptCount(status.kept)}</dd>
        {last !== null && (
          <>
            <dt>{words.anchor}</dt>
            <dd>
              {last.seq} · {last.hash.slice(0, 16)}
            </dd>
          </>
        )}
      </dl>
      <p className={classes['note']}>
        {words.keptNote} {words.anchorNote}
      </p>
    </>
  );
}
