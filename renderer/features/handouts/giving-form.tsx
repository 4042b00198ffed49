import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { CalendarDate, Id } from '../../../shared/schemas/common.ts';
import { TEACH_BACKS, type Giving, type HandoutSummary, type TeachBack } from '../../../shared/schemas/handout.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage, fieldMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { useSession } from '../../app/desk-state.ts';
import { DateField } from '../../components/date-field.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './handouts.module.css';

const words = text.handouts.giving;
const NOTE_MAX = 200;

type Typed = { givenOn: CalendarDate | null; teachBack: TeachBack | null; note: string };

/**
 * What was typed and not recorded when the dialog was closed, by person and sheet; it is there again when that person opens the sheet. The
 * window lives on when the desk is locked: nobody sees, or records as their own, what somebody else typed.
 */
const unsaved = new Map<string, Typed>();

type GivingFormProps = { handout: HandoutSummary; patientName: string; onRecorded: (handout: HandoutSummary) => void };

/** Records that the sheet was handed over and whether the patient could say it back in their own words (teach-back). */
export function GivingForm({ handout, patientName, onRecorded }: GivingFormProps): ReactNode {
  const { today } = useDateSettings();
  const { userId } = useSession().user;
  const { handoutId, giving } = handout;
  const unsavedKey = `${userId} ${handoutId}`;
  const [typed, setTyped] = useState<Typed | null>(unsaved.get(unsavedKey) ?? (giving === null ? freshly(today) : null));
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const teachBackId = useId();
  // The same id for each try of the same words, so that a retry or a double click never records twice.
  const givingId = useRef<Id | null>(null);

  useEffect(() => {
    // A form that was only looked at is not kept: opened again tomorrow it would still say today's date.
    if (typed === null || isSame(typed, giving === null ? freshly(today) : asTyped(giving))) unsaved.delete(unsavedKey);
    else unsaved.set(unsavedKey, typed);
  }, [unsavedKey, typed, giving, today]);

  const record = async (given: Typed & { givenOn: CalendarDate }): Promise<void> => {
    if (isBusy) return;
    givingId.current ??= newId();
    setBusy(true);
    setFailure(null);
    try {
      const recorded = await call('handouts.recordGiving', { givingId: givingId.current, handoutId, ...given });
      givingId.current = null;
      unsaved.delete(unsavedKey);
      setTyped(null);
      onRecorded(recorded);
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
          <Button size="xs" variant="default" onClick={() => setTyped(giving === null ? freshly(today) : asTyped(giving))}>
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
