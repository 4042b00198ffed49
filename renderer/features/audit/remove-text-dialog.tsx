import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { LINE_MAX } from '../../../shared/schemas/common.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import type { AuditRow, TextRemoval } from '../../../shared/schemas/audit.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { focusField } from '../../components/focus-field.ts';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './audit.module.css';
import { useLineOf } from './use-line-of.ts';

const words = text.audit.removing;

type DialogProps = { row: AuditRow; onClose: () => void; onDone: (removal: TextRemoval) => void };

/** Asks before the text is removed that a line of the change log kept of an earlier version. */
export function RemoveTextDialog({ row, onClose, onDone }: DialogProps): ReactNode {
  const lineOf = useLineOf();
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [fields, setFields] = useState<FieldErrors>({});
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setWrong('');
    setProblem('');
    const missing: FieldErrors = {
      ...(reason.trim() === '' ? { reason: 'required' } : {}),
      ...(passphrase === '' ? { passphrase: 'required' } : {}),
    };
    setFields(missing);
    if (Object.keys(missing).length > 0 || reason.length > LINE_MAX) {
      focusField(reason.trim() === '' || reason.length > LINE_MAX ? 'removing.reason' : 'removing.passphrase');
      return;
    }
    setBusy(true);
    try {
      const removal = await call('audit.erase', { seq: row.seq, reason, passphrase });
      onDone(removal);
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setFields(failure.fields);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else if (failure.fields['reason'] === undefined) setProblem(sentenceFor(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={() => busy || onClose()}
      title={words.title(row)}
      size={560}
      closeOnClickOutside={false}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': text.app.close, disabled: busy }}
    >
      <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
        <p className={classes['quiet']} dir="auto">
          {lineOf(row)}
        </p>
        <section>
          <h3>{words.goesTitle}</h3>
          <p>{words.goes}</p>
        </section>
        <section>
          <h3>{words.staysTitle}</h3>
          <ul>
            {words.stays.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
        <TextField
          fieldPath="removing.reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={LINE_MAX}
          required
          autoFocus
          error={fieldMessage(fields['reason'])}
          onChange={setReason}
        />
        <PassphraseField
          fieldPath="removing.passphrase"
          label={text.people.own}
          value={passphrase}
          error={wrong === '' ? fieldMessage(fields['passphrase']) : wrong}
          onChange={setPassphrase}
        />
        {problem !== '' && <Notice kind="problem">{problem}</Notice>}
        <div className={classes['buttons']}>
          <Button type="submit" loading={busy}>
            {words.submit}
          </Button>
          <Button variant="default" disabled={busy} onClick={onClose}>
            {text.app.confirm.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What to say when the line is no longer as the report shows it, or when something else went wrong. */
function sentenceFor(failure: DeskFailure): string {
  if (failure.code === 'duplicate') return words.already;
  if (failure.code === 'not-found') return words.nothingThere;
  if (failure.fields['seq'] !== undefined) return words.newest;
  return failureMessage(failure);
}
