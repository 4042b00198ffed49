import { Button } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { CalendarDate, Id } from '../../../shared/schemas/common.ts';
import { TEACH_BACKS, type Giving, type HandoutSummary, type TeachBack } from '../../../shared/schemas/handout.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { restored, useFormDraft, useFormStart, type FormStart } from '../../app/form-draft.ts';
import { DateField } from '../../components/date-field.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './handouts.module.css';

const words = text.handouts.giving;
const NOTE_MAX = 200;

type Typed = { givenOn: CalendarDate | null; teachBack: TeachBack | null; note: string };

type GivingFormProps = { handout: HandoutSummary; patientName: string; onRecorded: (handout: HandoutSummary) => void };

/** Records that the sheet was handed over and whether the patient could say it back in their own words (teach-back). */
export function GivingForm(props: GivingFormProps): ReactNode {
  const start = useFormStart('giving', props.handout.handoutId);
  return start === undefined ? null : <KeptGivingForm {...props} start={start} />;
}

function KeptGivingForm({ handout, patientName, onRecorded, start }: GivingFormProps & { start: FormStart }): ReactNode {
  const { today } = useDateSettings();
  const { handoutId, giving } = handout;
  const recorded = giving === null ? freshly(today) : asTyped(giving);
  const [typed, setTyped] = useState<Typed | null>(() =>
    start.content === null && giving !== null ? null : restored(recorded, start.content),
  );
  const [resumedAt, setResumedAt] = useState(start.savedAt);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const teachBackId = useId();
  // The same id for each try of the same words, so that a retry or a double click never records twice.
  const givingId = useRef<Id | null>(null);

  const kept = useFormDraft({
    form: 'giving',
    subjectId: handoutId,
    start,
    content: typed ?? recorded,
    isChanged: typed !== null && !isSame(typed, recorded),
    label: '',
    title: words.title,
    patientName,
    route: { page: 'today' },
  });

  const record = async (given: Typed & { givenOn: CalendarDate }): Promise<void> => {
    if (isBusy) return;
    givingId.current ??= newId();
    setBusy(true);
    setFailure(null);
    try {
      const id = givingId.current;
      const summary = await kept.submit(() => call('handouts.recordGiving', { givingId: id, handoutId, ...given }));
      givingId.current = null;
      setResumedAt(null);
      setTyped(null);
      onRecorded(summary);
      await invalidate('patients.chart', 'visits.get', 'handouts.get');
    } catch (thrown) {
      setFailure(asDeskFailure(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (typed === null) {
    return (
      <div className={classes['giving']}>
        <h3>{words.title}</h3>
        {giving !== null && <GivingWords giving={giving} />}
        <div>
          <Button size="xs" variant="default" onClick={() => setTyped(recorded)}>
            {words.correct}
          </Button>
        </div>
      </div>
    );
  }
  const set = (change: Partial<Typed>): void => {
    givingId.current = null;
    setTyped({ ...typed, ...change });
  };
  const { givenOn } = typed;
  return (
    <form
      className={classes['giving']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (givenOn !== null) void record({ ...typed, givenOn });
      }}
    >
      <h3>{words.title}</h3>
      {resumedAt !== null && <KeptNotice savedAt={resumedAt} />}
      <DateField
        fieldPath="giving.givenOn"
        label={words.on}
        value={givenOn}
        onChange={(date) => set({ givenOn: date })}
        error={fieldMessage(failure?.fields['givenOn'])}
        showDistance={false}
      />
      <div className={classes['asked']}>
        <span id={teachBackId}>{words.teachBack}</span>
        <Segmented
          fieldPath="giving.teachBack"
          labelledBy={teachBackId}
          clearable
          value={typed.teachBack}
          choices={TEACH_BACKS.map((value) => ({ value, label: words.teachBacks[value] }))}
          onChange={(teachBack) => set({ teachBack })}
        />
      </div>
      <TextField
        fieldPath="giving.note"
        label={words.note}
        maxLength={NOTE_MAX}
        value={typed.note}
        onChange={(note) => set({ note })}
        error={fieldMessage(failure?.fields['note'])}
      />
      {failure !== null && Object.keys(failure.fields).length === 0 && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      <Button type="submit" variant="default" loading={isBusy} disabled={givenOn === null || typed.note.length > NOTE_MAX}>
        {words.record(patientName)}
      </Button>
      {resumedAt !== null && (
        <Button
          variant="subtle"
          onClick={() => {
            kept.discard();
            setResumedAt(null);
            setTyped(giving === null ? freshly(today) : null);
          }}
        >
          {words.throwAway}
        </Button>
      )}
    </form>
  );
}

function asTyped({ givenOn, teachBack, note }: Giving): Typed {
  return { givenOn, teachBack, note };
}

function isSame(a: Typed, b: Typed): boolean {
  return a.givenOn === b.givenOn && a.teachBack === b.teachBack && a.note === b.note;
}

function freshly(today: CalendarDate): Typed {
  return { givenOn: today, teachBack: null, note: '' };
}

/** When it was given, how well it was understood, and who recorded it. */
function GivingWords({ giving }: { giving: Giving }): ReactNode {
  const { format } = useDateSettings();
  return (
    <p role="status">
      {words.given(formatDate(giving.givenOn, format), giving.recordedBy)} {words.understood[giving.teachBack ?? 'notRecorded']}
      {giving.note !== '' && ` “${giving.note}”`}
    </p>
  );
}
