import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { LINE_MAX, NOTE_MAX } from '../../../shared/schemas/common.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { useDeskMutation } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { fullName } from '../../components/person-name.ts';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

const words = text.history.signed;

/** What was added to a signed visit later, and the form to add more. The original stays as it was. */
export function Addenda({ visit }: { visit: Output<'visits.get'> }): ReactNode {
  const { format, timeZone } = useDateSettings();
  const [draft, setDraft] = useState<{ addendumId: string; text: string; reason: string } | null>(null);
  const add = useDeskMutation('visits.addAddendum', { invalidates: ['visits.get'], onSuccess: () => setDraft(null) });
  return (
    <Panel
      title={words.addenda}
      aside={
        draft === null && (
          <Button size="xs" variant="default" onClick={() => setDraft({ addendumId: newId(), text: '', reason: '' })}>
            {words.addAddendum}
          </Button>
        )
      }
    >
      {visit.addenda.map((addendum) => (
        <div key={addendum.addendumId} className={classes['group']}>
          <h3>
            {words.addendumBy(
              addendum.createdBy,
              `${formatDate(dateOfInstant(addendum.createdAt, timeZone), format)}, ${formatTime(addendum.createdAt, timeZone)}`,
            )}
          </h3>
          <p className={classes['note']} dir="auto">
            {addendum.text}
          </p>
          <p className={classes['quiet']}>
            {words.addendumReason}: {addendum.reason}
          </p>
        </div>
      ))}
      {draft !== null && (
        <form
          className={classes['stack']}
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ ...draft, visitId: visit.visitId });
          }}
        >
          <TextField
            fieldPath="addendum.text"
            label={words.addendumText}
            lines
            autoFocus
            value={draft.text}
            maxLength={NOTE_MAX}
            onChange={(typed) => setDraft({ ...draft, text: typed })}
          />
          <TextField
            fieldPath="addendum.reason"
            label={words.addendumReason}
            value={draft.reason}
            maxLength={LINE_MAX}
            onChange={(reason) => setDraft({ ...draft, reason })}
          />
          {add.error !== null && <Notice kind="problem">{failureMessage(add.error)}</Notice>}
          <div className={classes['actionsRow']}>
            <Button
              variant="filled"
              type="submit"
              loading={add.isPending}
              disabled={draft.text.trim() === '' || draft.reason.trim() === ''}
            >
              {words.addendumSave(fullName(visit.patient))}
            </Button>
            <Button variant="default" onClick={() => setDraft(null)} disabled={draft.text.trim() !== ''}>
              {text.patients.form.cancel}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
