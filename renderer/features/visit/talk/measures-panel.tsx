import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Measures } from '../../../../shared/schemas/visit.ts';
import { LINE_MAX } from '../../../../shared/schemas/common.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { text } from '../../../text.ts';
import { BoundNumber } from '../fields/bound-fields.tsx';
import { LastValue } from '../fields/last-value.tsx';
import rowClasses from '../fields/rows.module.css';
import { FormRow, FormRows, QuestionRow } from '../fields/rows.tsx';
import { useField, useVisit } from '../state/visit-session.tsx';
import classes from './talk.module.css';

const words = text.visit.talk;
const MOST_ACTIVITIES = 5;

/** Scores of the outcome measures (spec 6), and at a review whether symptoms that moved down settled (spec 12.2). */
export function MeasuresPanel({ isReview }: { isReview: boolean }): ReactElement {
  return (
    <Panel id="visit-measures" title={words.measures} flush>
      {isReview && <QuestionRow path="measures.peripheralizationSettled" question={words.settled} />}
      <div className={rowClasses['ruled']}>
        <FormRows>
          {isReview && (
            <FormRow label={words.grc}>
              <BoundNumber path="measures.grc" label={words.grc} hideLabel min={-5} max={5} whole step={1} widthPx={56} />
            </FormRow>
          )}
          <FormRow label={words.rmdq}>
            <BoundNumber path="measures.rmdq" label={words.rmdq} hideLabel min={0} max={24} whole step={1} widthPx={56} />
            <LastValue path="measures.rmdq" show={String} />
          </FormRow>
          <FormRow label={words.psfs}>
            <PsfsEditor />
          </FormRow>
        </FormRows>
      </div>
    </Panel>
  );
}

type Activity = Measures['psfs'][number];

/** The patient's own activities. At a review the wording is carried and the earlier score stays hidden until the new one is there. */
function PsfsEditor(): ReactElement {
  const { earlier } = useVisit();
  const { value, set } = useField('measures.psfs');
  const baseline = earlier.find((visit) => visit.record.measures.psfs.length > 0)?.record.measures.psfs ?? [];
  const carried = baseline.map((entry): Activity => ({ activity: entry.activity, score: null }));
  const activities = value !== undefined && value.length > 0 ? value : carried;
  const put = (index: number, changes: Partial<Activity>): void =>
    set(
      activities.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)),
      { continuous: true },
    );
  return (
    <div className={classes['psfs']}>
      {activities.map((entry, index) => (
        <div key={index} className={classes['psfsRow']}>
          <TextField
            fieldPath={`measures.psfs.${index}.activity`}
            label={words.psfsActivity(index + 1)}
            value={entry.activity}
            maxLength={LINE_MAX}
            onChange={(activity) => put(index, { activity: activity.slice(0, LINE_MAX) })}
          />
          <NumberField
            fieldPath={`measures.psfs.${index}.score`}
            label={words.psfsScore(entry.activity)}
            hideLabel
            value={entry.score}
            min={0}
            max={10}
            whole
            widthPx={52}
            unit={text.visit.exam.outOf10}
            onChange={(score) => put(index, { score })}
            hint={entry.score !== null && baseline[index]?.score !== undefined ? words.last(baseline[index].score ?? '–') : undefined}
          />
          {value !== undefined && value.length > 0 && (
            <Button variant="subtle" size="xs" onClick={() => set(activities.filter((_, at) => at !== index))}>
              {words.psfsRemove(entry.activity === '' ? words.psfsActivity(index + 1).toLowerCase() : entry.activity)}
            </Button>
          )}
        </div>
      ))}
      {activities.length < MOST_ACTIVITIES && (
        <div>
          <Button variant="default" size="xs" onClick={() => set([...activities, { activity: '', score: null }])}>
            {words.psfsAdd}
          </Button>
        </div>
      )}
    </div>
  );
}
