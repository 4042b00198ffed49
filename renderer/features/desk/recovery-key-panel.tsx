import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { text } from '../../text.ts';
import { RecoveryKeyDialog } from '../papers/index.ts';
import classes from './recovery.module.css';

const words = text.desk.recovery;
type Step = { at: 'rest' } | { at: 'asking' } | { at: 'showing'; groups: readonly string[] };

/** Makes a recovery key and shows it once, to be printed or written down. */
export function RecoveryKeyPanel(): ReactNode {
  const { data } = useDeskQuery('desk.notices', {});
  const { format, timeZone } = useDateSettings();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const [isPrinting, setPrinting] = useState(false);
  const madeAt = data?.recoveryKeyMadeAt ?? null;
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p>{words.lead}</p>
        {data !== undefined && (
          <p className={classes['note']}>
            {madeAt === null ? words.none : words.made(formatDate(dateOfInstant(madeAt, timeZone), format))}
          </p>
        )}
        {step.at === 'rest' && (
          <div>
            <Button variant="default" onClick={() => setStep({ at: 'asking' })}>
              {madeAt === null ? words.make : words.makeNew}
            </Button>
          </div>
        )}
        {step.at === 'asking' && (
          <AskForm onMade={(groups) => setStep({ at: 'showing', groups })} onCancel={() => setStep({ at: 'rest' })} />
        )}
        {step.at === 'showing' && (
          <>
            <Notice title={words.writeDown}>{words.once}</Notice>
            <ol className={classes['groups']} aria-label={words.title}>
              {step.groups.map((group) => (
                <li key={group}>{group}</li>
              ))}
            </ol>
            <div className={classes['actions']}>
              <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => setPrinting(true)}>
                {words.print}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setPrinting(false);
                  setStep({ at: 'rest' });
                }}
              >
                {words.written}
              </Button>
            </div>
            {isPrinting && <RecoveryKeyDialog groups={step.groups} onClose={() => setPrinting(false)} />}
          </>
        )}
      </div>
    </Panel>
  );
}

function AskForm({ onMade, onCancel }: { onMade: (groups: readonly string[]) => void; onCancel: () => void }): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong('');
    setProblem('');
    try {
      const { groups } = await call('desk.makeRecoveryKey', { passphrase });
      await invalidate('desk.notices');
      onMade(groups);
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else setProblem(failureMessage(failure));
      setPassphrase('');
      setBusy(false);
    }
  };

  return (
    <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
      <PassphraseField
        fieldPath="recovery.passphrase"
        label={words.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        error={wrong === '' ? undefined : wrong}
        autoFocus
      />
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      <div className={classes['actions']}>
        <Button type="submit" loading={busy} disabled={passphrase === ''}>
          {words.show}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
