import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { clinicNotesRefusals } from '../../../shared/handouts/clinic-notes.ts';
import { CLINIC_NOTES_MAX, type ClinicNotes } from '../../../shared/schemas/clinic-notes.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { restored, useFormDraft, useFormStart, type FormStart } from '../../app/form-draft.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './handouts.module.css';

const words = text.handouts.clinicNotes;
const { conflict, reload, discard, saved, unsaved } = text.settings.clinic;

/** What the clinic prints of its own at the end of home-care sheets. */
export function ClinicNotesPanel(): ReactNode {
  const stored = useDeskQuery('handouts.clinicNotes', {});
  const start = useFormStart('clinic-notes', null);
  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      {stored.error !== null && <Notice kind="problem">{failureMessage(stored.error)}</Notice>}
      {stored.data !== undefined && start !== undefined && <ClinicNotesForm stored={stored.data} start={start} />}
    </Panel>
  );
}

/** What is kept of it. `base` is what was stored when the person began: notes of somebody else since then are not overwritten unseen. */
type Typed = ClinicNotes & { base: string };

const typedFrom = (stored: ClinicNotes): Typed => ({ ...stored, base: JSON.stringify(stored) });

/** The notes while they are typed, with the reason for each word that may not stand there. */
function ClinicNotesForm({ stored, start }: { stored: ClinicNotes; start: FormStart }): ReactNode {
  const [{ base, ...notes }, setTyped] = useState<Typed>(() => restored(typedFrom(stored), start.content));
  const [keptAt, setKeptAt] = useState(start.savedAt);
  const [isSaved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const now = JSON.stringify(stored);
  const isChanged = JSON.stringify(notes) !== now;
  const kept = useFormDraft({
    form: 'clinic-notes',
    subjectId: null,
    // The page is opened for other things too: the cursor stays where the person puts it.
    start: useMemo(() => ({ ...start, focusField: '' }), [start]),
    content: { ...notes, base } satisfies Typed,
    isChanged,
    label: '',
    title: words.title,
    patientName: '',
    route: { page: 'settings', section: 'sheets' },
  });
  const refusals = clinicNotesRefusals(notes);
  const set = (change: Partial<ClinicNotes>): void => {
    setTyped({ ...notes, ...change, base });
    setSaved(false);
  };
  const startFrom = (from: ClinicNotes): void => {
    setTyped(typedFrom(from));
    setKeptAt(null);
    setFailure(null);
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (base !== now) {
      setFailure(new DeskFailure({ code: 'conflict' }));
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const answer = await kept.submit(() => call('handouts.saveClinicNotes', notes));
      await invalidate('handouts.clinicNotes', 'handouts.preview');
      startFrom(answer);
      setSaved(true);
    } catch (thrown) {
      setFailure(asDeskFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  const throwAway = (): void => {
    kept.discard();
    startFrom(stored);
  };

  return (
    <form className={classes['side']} noValidate onSubmit={(event) => void submit(event)}>
      {isChanged && keptAt !== null && <KeptNotice savedAt={keptAt} />}
      <TextField
        fieldPath="notes.text"
        label={words.text}
        hint={words.hint}
        lines
        maxLength={CLINIC_NOTES_MAX}
        value={notes.text}
        onChange={(value) => set({ text: value })}
      />
      <TextField fieldPath="notes.brands" label={words.brands} value={notes.brands} onChange={(brands) => set({ brands })} />
      <Checkbox
        label={words.sellsNamed}
        checked={notes.sellsNamed}
        onChange={(event) => set({ sellsNamed: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.asksPharmacist}
        checked={notes.asksPharmacist}
        onChange={(event) => set({ asksPharmacist: event.currentTarget.checked })}
      />
      {refusals.map(({ reason, found }) => (
        <Notice key={`${reason} ${found}`} kind="problem">
          {words.refusals[reason](found)}
        </Notice>
      ))}
      {failure !== null && (
        <Notice
          kind="problem"
          actions={
            failure.code === 'conflict' && (
              <Button variant="default" onClick={throwAway}>
                {reload}
              </Button>
            )
          }
        >
          {failure.code === 'conflict' ? conflict : failureMessage(failure)}
        </Notice>
      )}
      <div className={classes['row']}>
        <Button type="submit" disabled={!isChanged || refusals.length > 0 || notes.text.length > CLINIC_NOTES_MAX} loading={busy}>
          {words.save}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={throwAway}>
            {discard}
          </Button>
        )}
        <span role="status">{isSaved ? saved : isChanged ? unsaved : ''}</span>
      </div>
    </form>
  );
}
