import type { ReactNode } from 'react';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { CUE_ITEMS } from '../../../shared/text/en/cues.ts';
import { examRecords, movementRecords, sensitiveRecords } from '../../../shared/text/en/exam-records.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';
import { RecordedList } from './recorded-list.tsx';

const words = text.history.signed;
/** Tests beside the grid that were done or declined (E01, E03, E04, E08 to E10, E12a, E14 to E24). Tests not done are in the assessment. */
export function SignedOtherExam({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { otherExam } = record;
  const items = examRecords(record);
  const sensitive = sensitiveRecords(record);
  const moved = movementRecords(record);
  const sentences = SIDES.flatMap((side) => assessment.tensionTests[side]);
  return (
    <>
      {(items.length > 0 || otherExam.note.trim() !== '' || otherExam.cueTicks.length > 0) && (
        <Panel title={words.otherExam}>
          {sentences.length > 0 && (
            <div className={classes['group']}>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
          <RecordedList items={items} />
          {otherExam.cueTicks.length > 0 && (
            <p>
              <b>{words.ticks}:</b> {otherExam.cueTicks.map((tick) => CUE_ITEMS[tick]).join('; ')}.
            </p>
          )}
          {otherExam.note.trim() !== '' && (
            <p className={classes['note']} dir="auto">
              {otherExam.note}
            </p>
          )}
        </Panel>
      )}
      {moved.length > 0 && (
        <Panel title={words.repeated}>
          {assessment.movementTests.results.map((result) => (
            <p key={`${result.movement}.${result.side}`}>{result.text}</p>
          ))}
          <RecordedList items={moved} />
        </Panel>
      )}
      {sensitive.length > 0 && (
        <Panel title={words.sensitive}>
          <RecordedList items={sensitive} />
        </Panel>
      )}
    </>
  );
}
