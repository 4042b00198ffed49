import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { closesDiscussion, missingForOutcome } from '../../../shared/clinical/open-flags.ts';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { LINE_MAX, NOTE_MAX } from '../../../shared/schemas/common.ts';
import { E_OUTCOMES, type DiscussionOutcome, type EmergencyAction } from '../../../shared/schemas/red-flag-answers.ts';
import { failureMessage } from '../../api/messages.ts';
import { call } from '../../api/call.ts';
import { invalidate } from '../../api/query.ts';
import { restored, useFormDraft, type FormStart } from '../../app/form-draft.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

type SignedVisit = Output<'visits.get'>;
type FormProps<T> = { visit: SignedVisit; latest: T; start: FormStart; onDone: () => void };

const words = text.history.signed;

/** What became of an emergency; only an outcome closes the flag (spec 5.6). */
export function EmergencyOutcomeForm({ visit, latest, start, onDone }: FormProps<EmergencyAction>): ReactNode {
  const [action, setAction] = useState<EmergencyAction>(() => restored(latest, keptFor('E', start)));
  const line = (field: 'told' | 'toldTime' | 'excludedBy' | 'callBackTime'): ReactNode => (
    <TextField
      fieldPath={`action.${field}`}
      label={words.fields[field]}
      value={action[field]}
      maxLength={LINE_MAX}
      onChange={(typed) => setAction({ ...action, [field]: typed })}
    />
  );
  const note = (field: 'refusedReason' | 'refusedExplained'): ReactNode => (
    <TextField
      fieldPath={`action.${field}`}
      label={words.fields[field]}
      lines
      value={action[field]}
      maxLength={NOTE_MAX}
      onChange={(typed) => setAction({ ...action, [field]: typed })}
    />
  );
  const missing = neededInWords(action);
  return (
    <ActionForm
      visit={visit}
      action={{ urgency: 'E', action }}
      missing={missing}
      canSave={action.outcome !== null}
      start={start}
      isChanged={JSON.stringify(action) !== JSON.stringify(latest)}
      onDone={onDone}
    >
      <SelectField
        fieldPath="action.outcome"
        label={words.fields.outcome}
        value={action.outcome}
        emptyLabel={words.notRecorded}
        choices={E_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        onChange={(outcome) => setAction({ ...action, outcome })}
      />
      {action.outcome === 'excluded' && line('excludedBy')}
      {action.outcome === 'refused' && (
        <>
          {note('refusedReason')}
          {note('refusedExplained')}
          {line('callBackTime')}
        </>
      )}
      {line('told')}
      {line('toldTime')}
    </ActionForm>
  );
}

/** What an outcome needs before it closes the flag, in a sentence; null when nothing is missing. */
function neededInWords(action: EmergencyAction): string | null {
  if (missingForOutcome(action).length === 0) return null;
  return action.outcome === 'excluded' ? words.outcomeNeeds.excluded : words.outcomeNeeds.refused;
}

/** The discussion of a same-day flag; all four fields close it (spec 5.6). */
export function DiscussionOutcomeForm({ visit, latest, start, onDone }: FormProps<DiscussionOutcome>): ReactNode {
  const [discussion, setDiscussion] = useState<DiscussionOutcome>(() => restored(latest, keptFor('D', start)));
  const isWhole = closesDiscussion(discussion);
  const line = (field: 'service' | 'name' | 'time'): ReactNode => (
    <TextField
      fieldPath={`action.${field}`}
      label={words.fields[field]}
      value={discussion[field]}
      maxLength={LINE_MAX}
      onChange={(typed) => setDiscussion({ ...discussion, [field]: typed })}
    />
  );
  return (
    <ActionForm
      visit={visit}
      action={{ urgency: 'D', action: discussion }}
      missing={isWhole ? null : words.outcomeNeeds.discussion}
      canSave={isWhole}
      start={start}
      isChanged={JSON.stringify(discussion) !== JSON.stringify(latest)}
      onDone={onDone}
    >
      {line('service')}
      {line('name')}
      {line('time')}
      <TextField
        fieldPath="action.outcome"
        label={words.fields.discussion}
        lines
        value={discussion.outcome}
        maxLength={NOTE_MAX}
        onChange={(outcome) => setDiscussion({ ...discussion, outcome })}
      />
    </ActionForm>
  );
}

type ActionFormProps = {
  visit: SignedVisit;
  action: Input<'visits.recordFlagAction'>['action'];
  /** Why it does not close the flag yet, in a sentence. */
  missing: string | null;
  canSave: boolean;
  start: FormStart;
  isChanged: boolean;
  onDone: () => void;
  children: ReactNode;
};

/** The kept text of a form about this urgency; null when it was about the other one. */
export function keptFor(urgency: 'E' | 'D', { content }: FormStart): object | null {
  if (content === null || !('urgency' in content) || content.urgency !== urgency) return null;
  return 'action' in content && typeof content.action === 'object' ? content.action : null;
}

function ActionForm({ visit, action, missing, canSave, start, isChanged, onDone, children }: ActionFormProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const kept = useFormDraft({
    form: 'flag-outcome',
    subjectId: visit.visitId,
    start,
    content: action,
    isChanged,
    label: '',
    title: words.recordOutcome,
    patientName: fullName(visit.patient),
    route: { page: 'signed-visit', visitId: visit.visitId },
  });
  const record = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      // The id of the form is the id of the action: pressing the button twice records one.
      await kept.submit(() => call('visits.recordFlagAction', { actionId: start.formDraftId, visitId: visit.visitId, action }));
      await invalidate('visits.get', 'patients.chart', 'patients.search', 'today.get');
      onDone();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <form className={classes['stack']} onSubmit={(event) => void record(event)}>
      {start.savedAt !== null && <KeptNotice savedAt={start.savedAt} />}
      {children}
      {missing !== null && <p className={classes['quiet']}>{missing}</p>}
      {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      <div className={classes['actionsRow']}>
        <Button variant="filled" type="submit" loading={busy} disabled={!canSave || missing !== null}>
          {words.recordFor(fullName(visit.patient))}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            kept.discard();
            onDone();
          }}
        >
          {isChanged ? words.throwAway : text.patients.form.cancel}
        </Button>
      </div>
    </form>
  );
}
