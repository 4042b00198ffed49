import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { storedClinicSchema } from '../../../shared/schemas/clinic.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { updateSession, useSession } from '../../app/desk-state.ts';
import { focusField } from '../../components/focus-field.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { ClinicFields, type ClinicDraft } from './clinic-fields.tsx';
import classes from './clinic.module.css';
import { OutcomeMeasureFields } from './outcome-measure-fields.tsx';

const words = text.settings.clinic;

/** What was typed but not saved when the page was left; it is there again when the page is opened. */
let unsaved: ClinicDraft | null = null;

/** The clinic settings, changed with a revision so that two people never overwrite each other unseen. */
export function ClinicPanel(): ReactNode {
  const { clinic } = useSession();
  const [draft, setDraft] = useState<ClinicDraft>(unsaved ?? clinic);
  const [fields, setFields] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const changed = Object.entries(draft).some(([name, value]) => clinic[name as keyof ClinicDraft] !== value);

  useEffect(() => {
    unsaved = changed ? draft : null;
  }, [changed, draft]);

  const startAgain = (from: ClinicDraft): void => {
    setDraft(from);
    setFields({});
    setFailure(null);
  };

  const refuse = (found: FieldErrors): void => {
    setFields(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setSaved(false);
    setFailure(null);
    const typed = { ...draft, revision: clinic.revision };
    const input = storedClinicSchema.safeParse(typed);
    refuse(input.success ? {} : toFieldErrors(input.error, typed));
    if (!input.success) return;
    setBusy(true);
    try {
      const stored = await call('clinic.save', input.data);
      updateSession({ clinic: stored });
      setDraft(stored);
      setSaved(true);
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      setFailure(refused);
      refuse(refused.fields);
    } finally {
      setBusy(false);
    }
  };

  const showNewest = async (): Promise<void> => {
    const stored = await call('clinic.get', {}).catch(() => null);
    if (stored === null) return;
    updateSession({ clinic: stored });
    startAgain(stored);
  };

  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <form noValidate onSubmit={(event) => void save(event)}>
        <ClinicFields
          value={draft}
          onChange={(next) => {
            setDraft(next);
            setSaved(false);
          }}
          fields={fields}
        />
        <OutcomeMeasureFields
          value={draft.outcomeMeasures}
          onChange={(outcomeMeasures) => {
            setDraft({ ...draft, outcomeMeasures });
            setSaved(false);
          }}
        />
        {failure !== null && (
          <div className={classes['actions']}>
            <Notice
              kind="problem"
              actions={
                failure.code === 'conflict' && (
                  <Button variant="default" onClick={() => void showNewest()}>
                    {words.reload}
                  </Button>
                )
              }
            >
              {failure.code === 'conflict' ? words.conflict : failureMessage(failure)}
            </Notice>
          </div>
        )}
        <div className={classes['actions']}>
          <Button type="submit" loading={busy} disabled={!changed}>
            {words.save}
          </Button>
          {changed && (
            <Button variant="default" onClick={() => startAgain(clinic)}>
              {words.discard}
            </Button>
          )}
          <span role="status">{saved ? words.saved : changed ? words.unsaved : ''}</span>
        </div>
      </form>
    </Panel>
  );
}
