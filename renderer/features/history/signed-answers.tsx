import type { ReactNode } from 'react';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { FACTS } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { FACT_QUESTIONS, interpreterLine } from '../../../shared/text/en/red-flags.ts';
import { cx } from '../../components/cx.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

const words = text.history.signed;

/** Every question that was required or answered, with its answer; one not asked says so. */
export function SignedAnswers({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { answers } = record.redFlags;
  const interpreter = interpreterLine(record.redFlags);
  const shown = FACTS.filter((fact) => assessment.redFlags.required.includes(fact) || (answers[fact] ?? 'unasked') !== 'unasked');
  return (
    <>
      <Panel title={words.answers}>
        {interpreter !== null && <p className={classes['finding']}>{interpreter}</p>}
        <dl className={cx(classes['records'], classes['two'])}>
          {shown.map((fact) => (
            <div key={fact} className={classes['record']}>
              <dt>{FACT_QUESTIONS[fact]}</dt>
              <dd>{text.app.answers[answers[fact] ?? 'unasked']}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {(record.note.trim() !== '' || record.intake.note.trim() !== '') && (
        <Panel title={words.notes}>
          {[record.intake.note, record.note]
            .filter((note) => note.trim() !== '')
            .map((note) => (
              <p key={note} className={classes['note']} dir="auto">
                {note}
              </p>
            ))}
        </Panel>
      )}
    </>
  );
}
