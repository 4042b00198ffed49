import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { LINE_MAX, NOTE_MAX, type Id } from '../../../shared/schemas/common.ts';
import { failureMessage } from '../../api/messages.ts';
import { call } from '../../api/call.ts';
import { invalidate } from '../../api/query.ts';
import { useMay } from '../../app/desk-state.ts';
import { freshForm, restored, useFormDraft, useFormStart, type FormStart } from '../../app/form-draft.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
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
  const kept = useFormStart('addendum', visit.visitId);
  const [opened, setOpened] = useState<FormStart | null>(null);
  const [isClosed, setClosed] = useState(false);
  const mayAdd = useMay('visits.addAddendum') && visit.voided === null;
  // What was typed and never stored is open again by itself.
  const start = opened ?? (!isClosed && kept !== undefined && kept.content !== null ? kept : null);
  return (
    <Panel
      title={words.addenda}
      aside={
        start === null &&
        mayAdd && (
          <Button size="xs" variant="default" onClick={() => setOpened(freshForm())}>
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
      {visit.voided !== null && <LeftAddendum visitId={visit.visitId} />}
      {start !== null && mayAdd && (
        <AddendumForm
          key={start.formDraftId}
          visit={visit}
          start={start}
          onDone={() => {
            setOpened(null);
            setClosed(true);
          }}
        />
      )}
    </Panel>
  );
}

/** What was typed before the visit was set aside: it can be read and copied, and no longer added. */
function LeftAddendum({ visitId }: { visitId: Id }): ReactNode {
  const left = useFormStart('addendum', visitId);
  const [isThrownAway, setThrownAway] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (left === undefined || left.content === null || isThrownAway) return null;
  const typed = restored({ text: '', reason: '' }, left.content);
  const throwAway = async (): Promise<void> => {
    setFailure(null);
    try {
      await call('forms.discard', { formDraftId: left.formDraftId });
      await invalidate('today.get');
      setThrownAway(true);
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <div className={classes['stack']}>
      <Notice>{words.leftAddendum}</Notice>
      <p className={classes['note']} dir="auto">
        {typed.text}
      </p>
      {typed.reason !== '' && (
        <p className={classes['quiet']}>
          {words.addendumReason}: {typed.reason}
        </p>
      )}
      {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      <div>
        <Button size="xs" variant="default" onClick={() => void throwAway()}>
          {words.throwAway}
        </Button>
      </div>
    </div>
  );
}

function AddendumForm({ visit, start, onDone }: { visit: Output<'visits.get'>; start: FormStart; onDone: () => void }): ReactNode {
  const [draft, setDraft] = useState(() => restored({ text: '', reason: '' }, start.content));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const kept = useFormDraft({
    form: 'addendum',
    subjectId: visit.visitId,
    start,
    content: draft,
    isChanged: draft.text !== '' || draft.reason !== '',
    label: '',
    title: words.addAddendum,
    patientName: fullName(visit.patient),
    route: { page: 'signed-visit', visitId: visit.visitId },
  });
  const add = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      // The id of the form is the id of the addendum: it is stored once, however often it is sent.
      await kept.submit(() => call('visits.addAddendum', { ...draft, addendumId: start.formDraftId, visitId: visit.visitId }));
      await invalidate('visits.get');
      onDone();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <form
      className={classes['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {start.savedAt !== null && <KeptNotice savedAt={start.savedAt} />}
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
      {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      <div className={classes['actionsRow']}>
        <Button variant="filled" type="submit" loading={busy} disabled={draft.text.trim() === '' || draft.reason.trim() === ''}>
          {words.addendumSave(fullName(visit.patient))}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            kept.discard();
            onDone();
          }}
        >
          {draft.text.trim() === '' ? text.patients.form.cancel : words.throwAway}
        </Button>
      </div>
    </form>
  );
}
