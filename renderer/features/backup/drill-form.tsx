import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BackupVerified } from '../../../shared/schemas/backup.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate } from '../../api/query.ts';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { text } from '../../text.ts';
import classes from './backup.module.css';

const words = text.backup.drill;

/** The restore drill: one button, then the passphrase, then what it found. */
export function DrillForm(): ReactNode {
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<BackupVerified | null>(null);
  const [busy, setBusy] = useState(false);

  const begin = (): void => {
    setAsking(true);
    setDone(null);
    setProblem('');
    setWrong('');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong('');
    setProblem('');
    try {
      setDone((await call('backup.verify', { passphrase })).verified);
      setAsking(false);
      await invalidate('backup.status');
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else setProblem(failureMessage(failure));
    } finally {
      setPassphrase('');
      setBusy(false);
    }
  };

  return (
    <>
      {done !== null && <Notice>{words.done(done.patients, done.visits, done.entries)}</Notice>}
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      {asking ? (
        <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
          <p className={classes['note']}>{words.lead}</p>
          <PassphraseField
            fieldPath="backup.passphrase"
            label={words.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            error={wrong === '' ? undefined : wrong}
            autoFocus
          />
          <div className={classes['actions']}>
            <Button type="submit" loading={busy} disabled={passphrase === ''}>
              {words.submit}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button variant="default" onClick={begin}>
            {words.start}
          </Button>
        </div>
      )}
    </>
  );
}
