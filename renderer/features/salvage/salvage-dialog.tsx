import { Button, Modal } from '@mantine/core';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { call, onShellEvent } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { refreshStatus, type DeskStatus } from '../../app/desk-state.ts';
import { useIdle } from '../../app/idle-lock.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useCountdown } from '../../components/use-countdown.ts';
import { text } from '../../text.ts';
import { SalvageView } from './salvage-view.tsx';
import classes from './salvage.module.css';

const words = text.salvage;
/** As long as a desk stays open by itself at first; a damaged one cannot say what the clinic chose. */
const IDLE_MINUTES = 5;

export type Found = Output<'salvage.open'>;

/** Leads from a damaged desk to what can still be read of it. */
export function SalvageLink({ users }: { users: DeskStatus['users'] }): ReactNode {
  const [opened, setOpened] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  if (users.length === 0) return null;
  const close = async (): Promise<void> => {
    setOpened(false);
    setFound(null);
    // Ends the process that holds what was read.
    if (found !== null) await call('shell.lock', {}).catch(() => undefined);
    await refreshStatus();
  };
  return (
    <>
      <LinkButton onClick={() => setOpened(true)}>{words.link}</LinkButton>
      <Modal
        opened={opened}
        onClose={() => void close()}
        title={words.title}
        size={found === null ? 560 : 1040}
        closeButtonProps={{ 'aria-label': text.app.close }}
        closeOnClickOutside={false}
      >
        {opened && found === null && <SalvageForm users={users} onFound={setFound} />}
        {opened && found !== null && <OpenSalvage found={found} onClose={() => void close()} />}
      </Modal>
    </>
  );
}

/** Closes by itself as an open desk locks: when nobody is there, and when the computer is locked. */
function OpenSalvage({ found, onClose }: { found: Found; onClose: () => void }): ReactNode {
  useIdle(IDLE_MINUTES, onClose);
  useEffect(() => onShellEvent('system-locked', onClose), [onClose]);
  return <SalvageView found={found} onClose={onClose} />;
}

function SalvageForm({ users, onFound }: { users: DeskStatus['users']; onFound: (found: Found) => void }): ReactNode {
  const [userId, setUserId] = useState(users[0]?.userId ?? null);
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
      onFound(await call('salvage.open', { userId, passphrase }));
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      setFailure(refused);
      startWait(refused.retryAfterSeconds);
      setBusy(false);
    }
  };

  return (
    <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
      <p>{words.lead}</p>
      <SelectField
        fieldPath="salvage.userId"
        label={words.who}
        value={userId}
        choices={users.map((user) => ({ value: user.userId, label: user.displayName }))}
        onChange={setUserId}
      />
      <PassphraseField fieldPath="salvage.passphrase" label={words.passphrase} value={passphrase} onChange={setPassphrase} autoFocus />
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
