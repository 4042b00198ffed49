import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { closesDiscussion, missingForOutcome } from '../../../shared/clinical/open-flags.ts';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { LINE_MAX, NOTE_MAX } from '../../../shared/schemas/common.ts';
import { E_OUTCOMES, type DiscussionOutcome, type EmergencyAction } from '../../../shared/schemas/red-flag-answers.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { useDeskMutation } from '../../api/query.ts';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

type SignedVisit = Output<'visits.get'>;
type FormProps<T> = { visit: SignedVisit; start: T; onDone: () => void };

const words = text.history.signed;

/** What became of an emergency; only an outcome closes the flag (spec 5.6). */
export function EmergencyOutcomeForm({ visit, start, onDone }: FormProps<EmergencyAction>): ReactNode {
  const [action, setAction] = useState<EmergencyAction>(start);
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
    <ActionForm visit={visit} action={{ urgency: 'E', action }} missing={missing} canSave={action.outcome !== null} onDone={onDone}>
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
export function DiscussionOutcomeForm({ visit, start, onDone }: FormProps<DiscussionOutcome>): ReactNode {
  const [discussion, setDiscussion] = useState<DiscussionOutcome>(start);
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
  onDone: () => void;
  children: ReactNode;
};

function ActionForm({ visit, action, missing, canSave, onDone, children }: ActionFormProps): ReactNode {
  // Made once for the form: pressing the button twice records one action.
  const [actionId] = useState(() => newId());
  const record = useDeskMutation('visits.recordFlagAction', {
    invalidates: ['visits.get', 'patients.chart', 'patients.search', 'today.get'],
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate({ actionId, visitId: visit.visitId, action });
  };
  return (
    <form className={classes['stack']} onSubmit={submit}>
      {children}
      {missing !== null && <p className={classes['quiet']}>{missing}</p>}
      {record.error !== null && <Notice kind="problem">{failureMessage(record.error)}</Notice>}
      <div className={classes['actionsRow']}>
        <Button variant="filled" type="submit" loading={record.isPending} disabled={!canSave || missing !== null}>
          {words.recordFor(fullName(visit.patient))}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text.patients.form.cancel}
        </Button>
      </div>
    </form>
  );
}
