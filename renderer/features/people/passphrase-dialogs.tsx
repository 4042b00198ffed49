import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { LINE_MAX } from '../../../shared/schemas/common.ts';
import type { Person } from '../../../shared/schemas/people.ts';
import { ROLES, type Role } from '../../../shared/schemas/user.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { Notice } from '../../components/notice.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import { PASSPHRASE_MIN, passphraseProblem } from '../desk/index.ts';
import classes from './people.module.css';
import type { PeopleAnswer } from './people-panel.tsx';

const words = text.people;
type DialogProps = { onClose: () => void; onDone: (people: PeopleAnswer, sentence: string) => void };

/** Adds somebody: name and role by the administrator, the passphrase by the person. */
export function AddPersonDialog({ onClose, onDone }: DialogProps): ReactNode {
  // Made once for the dialog: pressing Add twice adds one person.
  const [userId] = useState(() => newId());
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('clinician');
  const name = displayName.trim();
  return (
    <PassphraseDialog
      title={words.addTitle}
      personName={name}
      submitLabel={words.addSubmit}
      onClose={onClose}
      send={async (passphrase, next) => {
        onDone(await call('people.add', { userId, displayName, role, passphrase, next }), words.added(name));
      }}
    >
      {(fields) => (
        <>
          <TextField
            fieldPath="people.name"
            label={words.name}
            hint={words.nameHint}
            value={displayName}
            maxLength={LINE_MAX}
            required
            autoFocus
            error={fieldMessage(fields['displayName'])}
            onChange={setDisplayName}
          />
          <SelectField
            fieldPath="people.role"
            label={words.role}
            hint={words.roleMeans[role]}
            value={role}
            choices={ROLES.map((value) => ({ value, label: words.roles[value] }))}
            onChange={(chosen) => setRole(chosen ?? role)}
          />
        </>
      )}
    </PassphraseDialog>
  );
}

/** Sets a new passphrase for somebody, typed by them. */
export function ResetDialog({ person, onClose, onDone }: DialogProps & { person: Person }): ReactNode {
  const { userId, displayName } = person;
  return (
    <PassphraseDialog
      title={words.resetOf(displayName)}
      personName={displayName}
      submitLabel={words.resetSubmit}
      onClose={onClose}
      send={async (passphrase, next) => {
        onDone(await call('people.resetPassphrase', { userId, passphrase, next }), words.resetDone(displayName));
      }}
    >
      {() => null}
    </PassphraseDialog>
  );
}

type PassphraseDialogProps = {
  title: string;
  personName: string;
  submitLabel: string;
  onClose: () => void;
  send: (passphrase: string, next: string) => Promise<void>;
  children: (fields: FieldErrors) => ReactNode;
};

function PassphraseDialog({ title, personName, submitLabel, onClose, send, children }: PassphraseDialogProps): ReactNode {
  const [own, setOwn] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [fields, setFields] = useState<FieldErrors>({});
  const [differs, setDiffers] = useState(false);
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setWrong('');
    setProblem('');
    const weak = passphraseProblem(next);
    setFields({
      ...(personName.trim() === '' ? { displayName: 'required' } : {}),
      ...(own === '' ? { own: 'required' } : {}),
      ...(weak === null ? {} : { next: weak }),
    });
    setDiffers(repeat !== next);
    if (personName.trim() === '' || own === '' || weak !== null || repeat !== next) return;
    setBusy(true);
    try {
      await send(own, next);
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setFields(failure.fields);
      if (failure.code === 'wrong-passphrase' || failure.code === 'wait') setWrong(failureMessage(failure));
      else if (Object.keys(failure.fields).length === 0) setProblem(failureMessage(failure));
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': text.app.close }}>
      <form className={classes['form']} noValidate onSubmit={(event) => void submit(event)}>
        {children(fields)}
        <PassphraseField
          fieldPath="people.own"
          label={words.own}
          hint={words.ownHint}
          value={own}
          onChange={setOwn}
          error={wrong === '' ? fieldMessage(fields['own']) : wrong}
        />
        <fieldset className={classes['section']}>
          <legend>{words.theirs(personName)}</legend>
          <p className={classes['facts']}>{words.theirsHint}</p>
          <PassphraseField
            fieldPath="people.next"
            label={words.next}
            hint={text.desk.create.rules(PASSPHRASE_MIN)}
            value={next}
            onChange={setNext}
            error={fieldMessage(fields['next'])}
          />
          <PassphraseField
            fieldPath="people.repeat"
            label={words.repeat}
            value={repeat}
            onChange={setRepeat}
            error={differs ? text.desk.create.differs : undefined}
          />
        </fieldset>
        {problem !== '' && <Notice kind="problem">{problem}</Notice>}
        <div className={classes['actions']}>
          <Button type="submit" loading={busy}>
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
