import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { deskChannels } from '../../../shared/contract/contract.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { opened } from '../../app/desk-state.ts';
import { focusField } from '../../components/focus-field.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import type { Clinic } from '../../../shared/schemas/clinic.ts';
import { ClinicFields, emptyClinic } from '../clinic/index.ts';
import classes from './first-run.module.css';
import { PASSPHRASE_MIN, passphraseProblem } from './passphrase-rules.ts';

const words = text.desk.create;

/** User, passphrase and clinic settings of a new desk, on one page. */
export function CreateDeskForm({ onBack }: { onBack: () => void }): ReactNode {
  const [displayName, setDisplayName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [clinic, setClinic] = useState<Clinic>(emptyClinic);
  const [fields, setFields] = useState<FieldErrors>({});
  const [differs, setDiffers] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const refuse = (found: FieldErrors, repeatDiffers: boolean): void => {
    setFields(found);
    setDiffers(repeatDiffers);
    const first = Object.keys(found)[0] ?? (repeatDiffers ? 'repeat' : undefined);
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setProblem('');
    const typed = { displayName, passphrase, clinic };
    const input = deskChannels['desk.create'].input.safeParse(typed);
    const found: FieldErrors = {};
    if (displayName.trim() === '') found['displayName'] = 'required';
    const weak = passphraseProblem(passphrase);
    if (weak !== null) found['passphrase'] = weak;
    if (!input.success) Object.assign(found, { ...toFieldErrors(input.error, typed), ...found });
    const repeatDiffers = repeat !== passphrase;
    refuse(found, repeatDiffers);
    if (!input.success || repeatDiffers || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      opened(await call('desk.create', input.data));
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setBusy(false);
      if (Object.keys(failure.fields).length > 0) refuse(failure.fields, false);
      else setProblem(failureMessage(failure));
    }
  };

  const wrongCount = Object.keys(fields).length + (differs ? 1 : 0);
  return (
    <main className={classes['page']}>
      <h1>{words.title}</h1>
      <p className={classes['warning']}>{text.desk.firstRun.warning}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Panel title={words.you}>
          <div className={classes['grid']}>
            <div className={classes['wide']}>
              <TextField
                fieldPath="displayName"
                label={words.displayName}
                value={displayName}
                onChange={setDisplayName}
                error={fieldMessage(fields['displayName'])}
                required
                autoFocus
              />
            </div>
            <PassphraseField
              fieldPath="passphrase"
              label={words.passphrase}
              value={passphrase}
              onChange={setPassphrase}
              hint={words.rules(PASSPHRASE_MIN)}
              error={fieldMessage(fields['passphrase'])}
            />
            <PassphraseField
              fieldPath="repeat"
              label={words.repeat}
              value={repeat}
              onChange={setRepeat}
              error={differs ? words.differs : undefined}
            />
            <div className={classes['wide']}>
              <Notice>{words.noRecovery}</Notice>
            </div>
          </div>
        </Panel>
        <Panel title={words.clinic} remark={words.clinicLead}>
          <ClinicFields prefix="clinic." value={clinic} onChange={(changes) => setClinic({ ...clinic, ...changes })} fields={fields} />
        </Panel>
        {problem !== '' && <Notice kind="problem">{problem}</Notice>}
        {wrongCount > 0 && <Notice kind="problem">{words.fix(wrongCount)}</Notice>}
        <div className={classes['actions']}>
          <Button type="submit" size="xl" loading={busy}>
            {words.submit}
          </Button>
          <Button variant="default" size="xl" disabled={busy} onClick={onBack}>
            {text.desk.firstRun.back}
          </Button>
          {busy && <span role="status">{words.busy}</span>}
        </div>
      </form>
    </main>
  );
}
