import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { refreshStatus } from '../../app/desk-state.ts';
import { formatDate, formatTime } from '../../components/dates.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useCountdown } from '../../components/use-countdown.ts';
import { text } from '../../text.ts';

import classes from './backup.module.css';

const words = text.backup.restore;
type Found = Output<'backup.inspect'> & { path: string };
type Done = Output<'backup.restore'>;

/** Leads from a locked, missing or damaged desk to a restore. */
export function RestoreLink(): ReactNode {
  const [opened, setOpened] = useState(false);
  const goOn = (): void => {
    setOpened(false);
    void refreshStatus();
  };
  return (
    <>
      <LinkButton onClick={() => setOpened(true)}>{words.link}</LinkButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        closeButtonProps={{ 'aria-label': text.app.close }}
        closeOnClickOutside={false}
      >
        {opened && <Restore onGoOn={goOn} />}
      </Modal>
    </>
  );
}

function Restore({ onGoOn }: { onGoOn: () => void }): ReactNode {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<Done | null>(null);

  const choose = async (): Promise<void> => {
    setProblem('');
    try {
      const { path } = await call('shell.chooseBackupFile', {});
      setFound(null);
      setFound({ ...(await call('backup.inspect', { path })), path });
    } catch (thrown) {
      if (asDeskFailure(thrown).code !== 'cancelled') setProblem(failureMessage(thrown));
    }
  };

  if (done !== null) return <Restored done={done} onGoOn={onGoOn} />;
  return (
    <div className={classes['form']}>
      <p>{words.lead}</p>
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      <div>
        <Button variant={found === null ? 'filled' : 'default'} onClick={() => void choose()}>
          {found === null ? words.choose : words.chooseOther}
        </Button>
      </div>
      {found !== null && <RestoreForm key={found.path} found={found} onDone={setDone} />}
    </div>
  );
}

function RestoreForm({ found, onDone }: { found: Found; onDone: (done: Done) => void }): ReactNode {
  const [userId, setUserId] = useState(found.users[0]?.userId ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown(0);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0 || userId === null) return;
    setBusy(true);
    setFailure(null);
    try {
      onDone(await call('backup.restore', { path: found.path, userId, passphrase }));
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      setFailure(refused);
      startWait(refused.retryAfterSeconds);
      setBusy(false);
    }
  };

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
      <dl className={classes['facts']}>
        <dt>{words.clinic}</dt>
        <dd dir="auto">{found.clinicName}</dd>
        <dt>{words.madeAt}</dt>
        <dd>
          {formatDate(found.madeAt.slice(0, 10), 'D MMM YYYY')}, {formatTime(found.madeAt, zone)}
        </dd>
      </dl>
      {found.desk === 'another' && <Notice>{words.another}</Notice>}
      <SelectField
        fieldPath="restore.userId"
        label={words.who}
        value={userId}
        choices={found.users.map((user) => ({ value: user.userId, label: user.displayName }))}
        onChange={setUserId}
      />
      <PassphraseField fieldPath="restore.passphrase" label={words.passphrase} value={passphrase} onChange={setPassphrase} autoFocus />
      {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      <div className={classes['actions']}>
        <Button type="submit" loading={busy} disabled={wait > 0 || passphrase === ''}>
          {words.submit}
        </Button>
        {busy && <span role="status">{words.busy}</span>}
      </div>
    </form>
  );
}

function Restored({ done, onGoOn }: { done: Done; onGoOn: () => void }): ReactNode {
  return (
    <div className={classes['form']}>
      <Notice title={words.done(done.patients, done.visits)}>{done.keptAs !== null && words.kept(done.keptAs)}</Notice>
      <div>
        <Button data-autofocus onClick={onGoOn}>
          {words.go}
        </Button>
      </div>
    </div>
  );
}
