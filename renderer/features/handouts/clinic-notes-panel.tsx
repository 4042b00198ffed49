import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { clinicNotesRefusals } from '../../../shared/handouts/clinic-notes.ts';
import { CLINIC_NOTES_MAX, type ClinicNotes } from '../../../shared/schemas/clinic-notes.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskMutation, useDeskQuery } from '../../api/query.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './handouts.module.css';

const words = text.handouts.clinicNotes;

/** What the clinic prints of its own at the end of home-care sheets, with the reason for each word that may not stand there. */
export function ClinicNotesPanel(): ReactNode {
  const stored = useDeskQuery('handouts.clinicNotes', {});
  const [draft, setDraft] = useState<ClinicNotes | null>(null);
  const save = useDeskMutation('handouts.saveClinicNotes', {
    invalidates: ['handouts.clinicNotes', 'handouts.preview'],
    onSuccess: () => setDraft(null),
  });
  const notes = draft ?? stored.data;
  const failure = stored.error ?? save.error;
  if (notes === undefined)
    return <Panel title={words.title}>{failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}</Panel>;
  const refusals = clinicNotesRefusals(notes);
  const set = (change: Partial<ClinicNotes>): void => setDraft({ ...notes, ...change });
  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <div className={classes['side']}>
        <TextField
          fieldPath="text"
          label={words.text}
          hint={words.hint}
          lines
          maxLength={CLINIC_NOTES_MAX}
          value={notes.text}
          onChange={(value) => set({ text: value })}
        />
        <TextField fieldPath="brands" label={words.brands} value={notes.brands} onChange={(brands) => set({ brands })} />
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
        {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
        <div className={classes['actions']}>
          <Button
            disabled={draft === null || refusals.length > 0 || notes.text.length > CLINIC_NOTES_MAX}
            loading={save.isPending}
            onClick={() => save.mutate(notes)}
          >
            {words.save}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
