import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { EarlierVisit } from '../../../../shared/contract/contract.ts';
import { LINE_MAX } from '../../../../shared/schemas/common.ts';
import type { Measures } from '../../../../shared/schemas/visit.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { text } from '../../../text.ts';
import rowClasses from '../fields/rows.module.css';
import { useField, useVisit } from '../state/visit-session.tsx';
import classes from './talk.module.css';

const words = text.visit.talk;
const MOST_ACTIVITIES = 5;

type Activity = Measures['psfs'][number];

/** The score this activity had at the latest earlier visit that scored it, or null. Activities are told apart by their words. */
export function lastPsfsScore(earlier: readonly Pick<EarlierVisit, 'record'>[], activity: string): number | null {
  const wanted = activity.trim().normalize('NFC').toLowerCase();
  const scores = earlier.map(
    ({ record }) => record.measures.psfs.find((each) => each.activity.trim().normalize('NFC').toLowerCase() === wanted)?.score ?? null,
  );
  return wanted === '' ? null : (scores.findLast((score) => score !== null) ?? null);
}

/** The patient's own activities (spec 6.4). At a review the wording is carried, and the last score stays hidden until the new one is there. */
export function PsfsEditor(): ReactElement {
  const { earlier } = useVisit();
  const { value, set } = useField('measures.psfs');
  const carried = earlier.findLast((visit) => visit.record.measures.psfs.length > 0)?.record.measures.psfs ?? [];
  const activities =
    value !== undefined && value.length > 0 ? value : carried.map((entry): Activity => ({ activity: entry.activity, score: null }));
  const put = (index: number, changes: Partial<Activity>): void =>
    set(
      activities.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)),
      { continuous: true },
    );
  return (
    <div className={classes['psfs']}>
      {activities.map((entry, index) => {
        const last = entry.score === null ? null : lastPsfsScore(earlier, entry.activity);
        return (
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
              beside={last !== null && <span className={rowClasses['last']}>{words.last(last)}</span>}
            />
            {value !== undefined && value.length > 0 && (
              <Button
                variant="subtle"
                size="xs"
                aria-label={words.psfsRemoveName(entry.activity === '' ? words.psfsActivity(index + 1).toLowerCase() : entry.activity)}
                onClick={() => set(activities.filter((_, at) => at !== index))}
              >
                {words.psfsRemove}
              </Button>
            )}
          </div>
        );
      })}
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
