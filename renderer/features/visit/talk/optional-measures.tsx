import type { ReactElement, ReactNode } from 'react';
import { odiPercentOf, startBackRisk } from '../../../../shared/clinical/outcome-scores.ts';
import { sbiSum } from '../../../../shared/clinical/follow-up-measures.ts';
import { OPTIONAL_MEASURES, type OptionalMeasure } from '../../../../shared/schemas/clinic.ts';
import { SBI_TOPICS, type Measures } from '../../../../shared/schemas/visit.ts';
import { focusField } from '../../../components/focus-field.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { text } from '../../../text.ts';
import { BoundNumber } from '../fields/bound-fields.tsx';
import { LastValue } from '../fields/last-value.tsx';
import rowClasses from '../fields/rows.module.css';
import { FormRow } from '../fields/rows.tsx';
import { useField, useRecord, useVisit } from '../state/visit-session.tsx';
import classes from './talk.module.css';

const words = text.visit.talk;

/** Whether a score of this measure is recorded: it is shown then, whatever the clinic's setting is now. */
function holds(measures: Measures, measure: OptionalMeasure): boolean {
  switch (measure) {
    case 'odi':
      return measures.odiPercent !== null || measures.odiTotal !== null || measures.odiSections !== null;
    case 'lefs':
      return measures.lefs !== null;
    case 'sbi':
      return Object.values(measures.sbi).some((rating) => rating !== null);
    case 'start_back':
      return measures.startBackTotal !== null || measures.startBackPsychosocial !== null;
  }
}

const ROWS: Readonly<Record<OptionalMeasure, { label: string; content: ReactNode }>> = {
  odi: { label: words.odi, content: <Odi /> },
  lefs: { label: words.lefs, content: <Lefs /> },
  sbi: { label: words.sbi, content: <Sbi /> },
  start_back: { label: words.startBack, content: <StartBack /> },
};

/** The measures this clinic switched on (spec 6.1): score entry alone. */
export function OptionalMeasures(): ReactElement {
  const { clinic } = useVisit();
  const measures = useRecord((record) => record.measures);
  const shown = OPTIONAL_MEASURES.filter((measure) => clinic.outcomeMeasures.includes(measure) || holds(measures, measure));
  return (
    <>
      {shown.map((measure) => (
        <FormRow key={measure} label={ROWS[measure].label}>
          {ROWS[measure].content}
        </FormRow>
      ))}
    </>
  );
}

/** The percentage; total and sections are optional and check it (spec 6.7). */
function Odi(): ReactElement {
  const { odiPercent, odiTotal, odiSections } = useRecord((record) => record.measures);
  const { set } = useField('measures.odiPercent');
  const computed = odiTotal === null || odiSections === null ? null : odiPercentOf(odiTotal, odiSections);
  return (
    <div className={classes['scores']}>
      <BoundNumber
        path="measures.odiPercent"
        label={words.odi}
        hideLabel
        min={0}
        max={100}
        whole
        widthPx={56}
        unit="%"
        beside={<LastValue path="measures.odiPercent" show={String} />}
      />
      <BoundNumber path="measures.odiTotal" label={words.odiTotal} min={0} max={50} whole inline widthPx={56} />
      <BoundNumber path="measures.odiSections" label={words.odiSections} min={9} max={10} whole inline widthPx={56} />
      {computed !== null && computed !== odiPercent && (
        <span className={rowClasses['hint']}>
          {words.odiComputed(computed)} <LinkButton onClick={() => set(computed)}>{words.odiTake}</LinkButton>
        </span>
      )}
    </div>
  );
}

function Lefs(): ReactElement {
  return (
    <div className={classes['scores']}>
      <BoundNumber
        path="measures.lefs"
        label={words.lefs}
        hideLabel
        min={0}
        max={80}
        whole
        widthPx={56}
        beside={<LastValue path="measures.lefs" show={String} />}
      />
    </div>
  );
}

/** Four ratings. The one that includes the groin leads to the saddle question while that is not asked (spec 6.8). */
function Sbi(): ReactElement {
  const measures = useRecord((record) => record.measures);
  const isSaddleAsked = useRecord((record) => (record.redFlags.answers['RF-04a'] ?? 'unasked') !== 'unasked');
  const sum = sbiSum(measures);
  return (
    <div className={classes['psfs']}>
      {SBI_TOPICS.map((topic) => (
        <div key={topic} className={classes['topic']}>
          <BoundNumber
            path={`measures.sbi.${topic}`}
            label={words.sbiTopics[topic]}
            min={0}
            max={6}
            whole
            step={1}
            inline
            widthPx={52}
            beside={<LastValue path={`measures.sbi.${topic}`} show={String} />}
          />
        </div>
      ))}
      {sum !== null && <b>{words.sbiSum(sum)}</b>}
      {(measures.sbi.numbness ?? 0) > 0 && !isSaddleAsked && (
        <Notice actions={<LinkButton onClick={() => focusField('redFlags.answers.RF-04a')}>{words.noteGo}</LinkButton>}>
          {words.sbiSaddle}
        </Notice>
      )}
    </div>
  );
}

function StartBack(): ReactElement {
  const measures = useRecord((record) => record.measures);
  const risk = startBackRisk(measures);
  return (
    <div className={classes['scores']}>
      <BoundNumber path="measures.startBackTotal" label={words.startBack} hideLabel min={0} max={9} whole widthPx={52} />
      <BoundNumber path="measures.startBackPsychosocial" label={words.startBackPsychosocial} min={0} max={5} whole inline widthPx={52} />
      {risk !== null && <b>{words.startBackRisk(words.startBackRisks[risk])}</b>}
      <p className={rowClasses['hint']}>{words.startBackCopyright}</p>
    </div>
  );
}
