import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { isDiscussionOpen, isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import { useMay } from '../../app/desk-state.ts';
import { freshForm, useFormStart, type FormStart } from '../../app/form-draft.ts';
import { Panel } from '../../components/panel.tsx';
import { cx } from '../../components/cx.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { text } from '../../text.ts';
import { DiscussionOutcomeForm, EmergencyOutcomeForm, keptFor } from './flag-outcome-forms.tsx';
import classes from './history.module.css';

type SignedVisit = Output<'visits.get'>;
type Line = [label: string, value: string];

const words = text.history.signed;

/** What was done about the emergency or the same-day flag of a signed visit, and what is still missing. */
export function FlagRecords({ visit }: { visit: SignedVisit }): ReactNode {
  const urgencies = new Set(visit.assessment.redFlags.rows.map((row) => row.urgency));
  return (
    <>
      {urgencies.has('E') && <EmergencyRecords visit={visit} />}
      {urgencies.has('D') && <DiscussionRecords visit={visit} />}
    </>
  );
}

function EmergencyRecords({ visit }: { visit: SignedVisit }): ReactNode {
  const actions = visit.actions.filter((action) => action.urgency === 'E');
  const latest = actions.at(-1)?.action ?? visit.record.emergency;
  const { start, mayRecord, open, close } = useOutcomeForm(visit, 'E');
  const isOpen = isEmergencyOpen(visit);
  const lines = (action: SignedVisit['record']['emergency']): Line[] => [
    [words.fields.told, action.told],
    [words.fields.toldTime, action.toldTime],
    [words.fields.transport, action.transport === null ? '' : words.transports[action.transport]],
    [words.fields.companion, action.companion],
    [
      words.fields.edTold,
      action.edTold === null
        ? ''
        : [words.yesNo[action.edTold], action.edToldName, action.edToldTime].filter((part) => part !== '').join(', '),
    ],
    [words.fields.outcome, action.outcome === null ? '' : words.outcomes[action.outcome]],
    ...(action.outcome === 'excluded' ? [[words.fields.excludedBy, action.excludedBy] satisfies Line] : []),
    ...(action.outcome === 'refused'
      ? [
          [words.fields.refusedReason, action.refusedReason] satisfies Line,
          [words.fields.refusedExplained, action.refusedExplained] satisfies Line,
          [words.fields.callBackTime, action.callBackTime] satisfies Line,
        ]
      : []),
  ];
  return (
    <Panel title={words.emergency}>
      {isOpen && <p className={classes['missing']}>{words.stillOpen}</p>}
      <RecordLines lines={lines(visit.record.emergency)} />
      {actions.map((entry) => (
        <Later key={entry.recordedAt} by={entry.recordedBy} at={entry.recordedAt} lines={lines(entry.action)} />
      ))}
      {isOpen &&
        mayRecord &&
        (start !== null ? (
          <EmergencyOutcomeForm key={start.formDraftId} visit={visit} latest={latest} start={start} onDone={close} />
        ) : (
          <Button variant="filled" onClick={open}>
            {words.recordOutcome}
          </Button>
        ))}
    </Panel>
  );
}

function DiscussionRecords({ visit }: { visit: SignedVisit }): ReactNode {
  const actions = visit.actions.filter((action) => action.urgency === 'D');
  const latest = actions.at(-1)?.action ?? visit.record.discussion;
  const { start, mayRecord, open, close } = useOutcomeForm(visit, 'D');
  const isOpen = isDiscussionOpen(visit);
  const lines = (discussion: SignedVisit['record']['discussion']): Line[] => [
    [words.fields.service, discussion.service],
    [words.fields.name, discussion.name],
    [words.fields.time, discussion.time],
    [words.fields.discussion, discussion.outcome],
  ];
  return (
    <Panel title={words.discussion}>
      {isOpen && <p className={classes['missing']}>{words.stillOpen}</p>}
      <RecordLines lines={lines(visit.record.discussion)} />
      {actions.map((entry) => (
        <Later key={entry.recordedAt} by={entry.recordedBy} at={entry.recordedAt} lines={lines(entry.action)} />
      ))}
      {isOpen &&
        mayRecord &&
        (start !== null ? (
          <DiscussionOutcomeForm key={start.formDraftId} visit={visit} latest={latest} start={start} onDone={close} />
        ) : (
          <Button variant="filled" onClick={open}>
            {words.recordOutcome}
          </Button>
        ))}
    </Panel>
  );
}

/** The form for an outcome: open again by itself where something was typed and never stored. */
function useOutcomeForm(
  visit: SignedVisit,
  urgency: 'E' | 'D',
): { start: FormStart | null; mayRecord: boolean; open: () => void; close: () => void } {
  const kept = useFormStart('flag-outcome', visit.visitId);
  const [opened, setOpened] = useState<FormStart | null>(null);
  const [isClosed, setClosed] = useState(false);
  const mayRecord = useMay('visits.recordFlagAction') && visit.voided === null;
  const isKept = !isClosed && kept !== undefined && keptFor(urgency, kept) !== null;
  return {
    start: opened ?? (isKept ? kept : null),
    mayRecord,
    open: () => setOpened(freshForm()),
    close: () => {
      setOpened(null);
      setClosed(true);
    },
  };
}

/** Label and value; an empty value says "not recorded", in red (spec 5.6). */
function RecordLines({ lines }: { lines: readonly Line[] }): ReactNode {
  return (
    <dl className={cx(classes['records'], classes['two'])}>
      {lines.map(([label, value]) => (
        <div key={label} className={classes['record']}>
          <dt>{label}</dt>
          <dd className={cx(value.trim() === '' && classes['missing'])}>{value.trim() === '' ? words.notRecorded : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Later({ by, at, lines }: { by: string; at: string; lines: readonly Line[] }): ReactNode {
  const { format, timeZone } = useDateSettings();
  return (
    <div className={classes['group']}>
      <h3>{words.recordedBy(by, `${formatDate(dateOfInstant(at, timeZone), format)}, ${formatTime(at, timeZone)}`)}</h3>
      <RecordLines lines={lines} />
    </div>
  );
}
