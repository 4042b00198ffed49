import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { opened, refreshStatus, useKeptWork, type ClosedReason, type DeskStatus } from '../../app/desk-state.ts';
import { FieldError } from '../../components/field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import { copyDiagnostics } from '../../app/diagnostics.ts';
import { RestoreLink } from '../backup/index.ts';
import { SalvageLink } from '../salvage/index.ts';
import classes from './desk-screen.module.css';
import { OtherDeskLink } from './desk-card.tsx';
import { RecoverLink } from './recover-link.tsx';
import { useCountdown } from '../../components/use-countdown.ts';

const words = text.desk.unlock;

function leadFor(reason: ClosedReason): string {
  if (reason === 'desk-gone') return words.gone;
  if (reason === 'idle') return words.idle;
  return reason === 'system-locked' ? words.systemLocked : words.locked;
}

/** Who it is and their passphrase. After a wrong one the desk makes the next try wait; the sentence counts down. */
export function UnlockForm({ status, reason }: { status: DeskStatus; reason: ClosedReason }): ReactNode {
  const [userId, setUserId] = useState(status.users[0]?.userId ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown(status.retryAfterSeconds);
  const field = useRef<HTMLInputElement>(null);
  const kept = useKeptWork().length;

  useEffect(() => {
    if (failure !== null && wait === 0) field.current?.select();
  }, [failure, wait]);

  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0 || userId === null) return;
    setBusy(true);
    setFailure(null);
    try {
      opened(await call('desk.unlock', { userId, passphrase }));
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      setFailure(refused);
      startWait(refused.retryAfterSeconds);
      setBusy(false);
      // A desk that is damaged, newer or in use says so on a screen of its own.
      if (refused.code !== 'wrong-passphrase' && refused.code !== 'wait') void refreshStatus(reason);
    }
  };

  return (
    <>
      <h1>{text.app.name}</h1>
      <p className={classes['lead']}>
        {leadFor(reason)}
        {kept > 0 && ` ${words.keptWork(kept)}`}
      </p>
      {status.isDemo && (
        <p className={classes['demo']}>
          {words.demo} <span className={classes['code']}>{DEMO_PASSPHRASE}</span>
        </p>
      )}
      <form className={classes['form']} onSubmit={(event) => void unlock(event)}>
        <SelectField
          fieldPath="userId"
          label={words.who}
          value={userId}
          large
          choices={status.users.map((user) => ({ value: user.userId, label: user.displayName }))}
          onChange={setUserId}
        />
        <PassphraseField
          fieldPath="passphrase"
          label={words.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
          large
          autoFocus
        />
        <UnlockProblem failure={failure} wait={wait} />
        <Button type="submit" fullWidth size="xl" loading={busy} disabled={wait > 0 || userId === null}>
          {words.submit}
        </Button>
      </form>
      <div className={classes['links']}>
        <OtherDeskLink isDemo={status.isDemo} />
        <RecoverLink users={status.users} />
        <RestoreLink />
        {failure?.code === 'desk-damaged' && <SalvageLink users={status.users} />}
        <LinkButton onClick={() => void copyDiagnostics()}>{words.diagnostics}</LinkButton>
      </div>
    </>
  );
}

function UnlockProblem({ failure, wait }: { failure: DeskFailure | null; wait: number }): ReactNode {
  if (failure === null && wait === 0) return null;
  const sentence =
    failure === null
      ? words.waitFirst
      : failure.code === 'wrong-passphrase' || failure.code === 'wait'
        ? words.wrong
        : failureMessage(failure);
  return (
    <div>
      <FieldError>
        {sentence}
        {failure !== null && failure.retryAfterSeconds > 0 && (
          <span className="visually-hidden"> {words.tryIn(Math.ceil(failure.retryAfterSeconds))}</span>
        )}
        {wait > 0 && <span aria-hidden="true"> {words.tryIn(wait)}</span>}
      </FieldError>
    </div>
  );
}
