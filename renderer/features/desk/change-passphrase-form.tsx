import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { text } from '../../text.ts';
import classes from './change-passphrase-form.module.css';
import { PASSPHRASE_MIN, passphraseProblem } from './passphrase-rules.ts';

const words = text.desk.changePassphrase;

/** The passphrase now, and the new one twice. */
export function ChangePassphraseForm(): ReactNode {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [fields, setFields] = useState<FieldErrors>({});
  const [differs, setDiffers] = useState(false);
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setDone(false);
    setProblem('');
    setWrong('');
    const found: FieldErrors = {};
    if (current === '') found['current'] = 'required';
    const weak = next !== '' && next === current ? 'passphrase-same' : passphraseProblem(next);
    if (weak !== null) found['next'] = weak;
    setFields(found);
    setDiffers(repeat !== next);
    if (Object.keys(found).length > 0 || repeat !== next) return;
    setBusy(true);
    try {
      await call('desk.changePassphrase', { current, next });
      setCurrent('');
      setNext('');
      setRepeat('');
      setDone(true);
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setFields(failure.fields);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else if (Object.keys(failure.fields).length === 0) setProblem(failureMessage(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
      <PassphraseField
        fieldPath="current"
        label={words.current}
        value={current}
        onChange={setCurrent}
        error={wrong === '' ? fieldMessage(fields['current']) : wrong}
      />
      <PassphraseField
        fieldPath="next"
        label={words.next}
        value={next}
        onChange={setNext}
        hint={text.desk.create.rules(PASSPHRASE_MIN)}
        error={fieldMessage(fields['next'])}
      />
      <PassphraseField
        fieldPath="repeat"
        label={words.repeat}
        value={repeat}
        onChange={setRepeat}
        error={differs ? text.desk.create.differs : undefined}
      />
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      {done && <Notice title={words.done}>{words.copies}</Notice>}
      <div>
        <Button type="submit" variant="default" loading={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
