import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Person } from '../../../shared/schemas/people.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './people.module.css';
import type { PeopleAnswer } from './people-panel.tsx';

const words = text.people;
type DialogProps = { onClose: () => void; onDone: (people: PeopleAnswer, sentence: string) => void };
type RemoveProps = DialogProps & { person: Person; people: readonly Person[] };

/** Removes somebody: names what of theirs is not signed, asks who goes on with it, and encrypts the records again. */
export function RemoveDialog({ person, people, onClose, onDone }: RemoveProps): ReactNode {
  const { format } = useDateSettings();
  const [draftsTo, setDraftsTo] = useState<string | null>(null);
  const { userId, displayName, drafts, formDrafts } = person;
  const heirs = people.filter((each) => each.userId !== userId && each.state === 'active' && each.role !== 'assistant');
  return (
    <KeyDialog
      title={words.removeTitle(displayName)}
      submitLabel={words.removeSubmit}
      isReady={drafts.length === 0 || draftsTo !== null}
      onClose={onClose}
      send={async (passphrase) => onDone(await call('people.remove', { userId, draftsTo, passphrase }), words.removedDone(displayName))}
    >
      <p>{words.removeBody}</p>
      {drafts.length + formDrafts > 0 && (
        <>
          {drafts.length > 0 && <p>{words.removeDrafts(displayName)}</p>}
          <ul className={classes['drafts']}>
            {drafts.map((draft) => (
              <li key={draft.visitId}>
                <span dir="auto">{draft.patientName}</span>, {formatDate(draft.visitOn, format)}
              </li>
            ))}
          </ul>
          {formDrafts > 0 && <p>{words.removeForms(formDrafts)}</p>}
          <SelectField
            fieldPath="people.draftsTo"
            label={words.draftsTo}
            value={draftsTo}
            emptyLabel={words.choose}
            required={drafts.length > 0}
            choices={heirs.map((heir) => ({ value: heir.userId, label: heir.displayName }))}
            onChange={setDraftsTo}
          />
        </>
      )}
      <p className={classes['facts']}>
        {words.removeBackups} {words.removeRecovery}
      </p>
    </KeyDialog>
  );
}

/** Encrypts all records again under a new key. */
export function RekeyDialog({ onClose, onDone }: DialogProps): ReactNode {
  return (
    <KeyDialog
      title={words.rekeyTitle}
      submitLabel={words.rekey}
      isReady
      onClose={onClose}
      send={async (passphrase) => onDone(await call('people.rekey', { passphrase }), words.rekeyDone)}
    >
      <p>{words.rekeyBody}</p>
      <p className={classes['facts']}>{words.removeBackups}</p>
    </KeyDialog>
  );
}

type KeyDialogProps = {
  title: string;
  submitLabel: string;
  isReady: boolean;
  onClose: () => void;
  send: (passphrase: string) => Promise<void>;
  children: ReactNode;
};

/** A question that is answered with one's own passphrase, and then takes a while. */
function KeyDialog({ title, submitLabel, isReady, onClose, send, children }: KeyDialogProps): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isReady || passphrase === '') return;
    setBusy(true);
    setWrong('');
    setProblem('');
    try {
      await send(passphrase);
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else setProblem(failureMessage(failure));
      // The person may be removed all the same.
      if (failure.code === 'rekey-failed') await invalidate('people.list', 'today.get');
      setBusy(false);
    }
  };

  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={560}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': text.app.close, disabled: busy }}
    >
      <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
        {children}
        <PassphraseField
          fieldPath="people.own"
          label={words.own}
          value={passphrase}
          onChange={setPassphrase}
          error={wrong === '' ? undefined : wrong}
        />
        {busy && <p role="status">{words.removing}</p>}
        {problem !== '' && <Notice kind="problem">{problem}</Notice>}
        <div className={classes['actions']}>
          <Button type="submit" loading={busy} disabled={!isReady || passphrase === ''}>
            {submitLabel}
          </Button>
          <Button variant="default" disabled={busy} onClick={onClose}>
            {text.app.confirm.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
