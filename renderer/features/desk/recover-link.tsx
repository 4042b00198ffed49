import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { readRecoveryKey } from '../../../shared/recovery-key.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { opened as deskOpened, type DeskStatus } from '../../app/desk-state.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useCountdown } from '../../components/use-countdown.ts';
import { text } from '../../text.ts';
import { PASSPHRASE_MIN, passphraseProblem } from './passphrase-rules.ts';
import classes from './recovery.module.css';

const words = text.desk.recover;

/** Leads from the unlock screen to the recovery key. */
export function RecoverLink({ users }: { users: DeskStatus['users'] }): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <>
      <LinkButton onClick={() => setShown(true)}>{words.link}</LinkButton>
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={words.title}
        closeButtonProps={{ 'aria-label': text.app.close }}
        closeOnClickOutside={false}
      >
        {shown && <RecoverForm users={users} />}
      </Modal>
    </>
  );
}

/** What is wrong with a key as it was typed, or undefined. */
function keyProblem(typed: string): string | undefined {
  const read = readRecoveryKey(typed);
  if (read.ok) return undefined;
  return read.wrongGroups.length === 0 ? words.incomplete : words.wrongGroups(read.wrongGroups);
}

function RecoverForm({ users }: { users: DeskStatus['users'] }): ReactNode {
  const [userId, setUserId] = useState(users[0]?.userId ?? null);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [fields, setFields] = useState<FieldErrors>({});
  const [keyError, setKeyError] = useState<string | undefined>(undefined);
  const [differs, setDiffers] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown(0);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0 || userId === null) return;
    setProblem('');
    const typing = keyProblem(recoveryKey);
    const weak = passphraseProblem(next);
    setKeyError(typing);
    setFields(weak === null ? {} : { next: weak });
    setDiffers(repeat !== next);
    if (typing !== undefined || weak !== null || repeat !== next) return;
    setBusy(true);
    try {
      deskOpened(await call('desk.recover', { userId, recoveryKey, next }));
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setFields(failure.fields);
      if (Object.keys(failure.fields).length === 0) setProblem(failureMessage(failure));
      startWait(failure.retryAfterSeconds);
      setBusy(false);
    }
  };

  return (
    <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
      <p>{words.lead}</p>
      <SelectField
        fieldPath="recover.userId"
        label={words.who}
        value={userId}
        choices={users.map((user) => ({ value: user.userId, label: user.displayName }))}
        onChange={setUserId}
      />
      <TextField
        fieldPath="recover.key"
        label={words.key}
        value={recoveryKey}
        onChange={(typed) => {
          setRecoveryKey(typed);
          setKeyError(undefined);
        }}
        hint={words.keyHint}
        error={keyError}
        required
        autoFocus
      />
      <PassphraseField
        fieldPath="recover.next"
        label={text.desk.changePassphrase.next}
        value={next}
        onChange={setNext}
        hint={text.desk.create.rules(PASSPHRASE_MIN)}
        error={fieldMessage(fields['next'])}
      />
      <PassphraseField
        fieldPath="recover.repeat"
        label={text.desk.changePassphrase.repeat}
        value={repeat}
        onChange={setRepeat}
        error={differs ? text.desk.create.differs : undefined}
      />
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      <div>
        <Button type="submit" loading={busy} disabled={wait > 0}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
