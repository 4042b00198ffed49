import type { ReactElement } from 'react';
import { RMDQ_FORMS, RMDQ_VARIANTS, type Measures } from '../../../../shared/schemas/visit.ts';
import { useDateSettings } from '../../../components/date-settings.tsx';
import { formatDate } from '../../../components/dates.ts';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundNumber } from '../fields/bound-fields.tsx';
import { LastValue } from '../fields/last-value.tsx';
import rowClasses from '../fields/rows.module.css';
import { FormRow, FormRows, QuestionRow } from '../fields/rows.tsx';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import { OptionalMeasures } from './optional-measures.tsx';
import { PsfsEditor } from './psfs-editor.tsx';
import classes from './talk.module.css';

const words = text.visit.talk;
const VARIANTS = RMDQ_VARIANTS.map((value) => ({ value, label: words.rmdqVariants[value] }));
const FORMS = RMDQ_FORMS.map((value) => ({ value, label: words.rmdqForms[value] }));

/** Scores of the outcome measures (spec 6), and at a review whether symptoms that moved down settled (spec 12.2). */
export function MeasuresPanel({ isReview }: { isReview: boolean }): ReactElement {
  return (
    <Panel id="visit-measures" title={words.measures} flush>
      {isReview && <QuestionRow path="measures.peripheralizationSettled" question={words.settled} />}
      <div className={rowClasses['ruled']}>
        <FormRows>
          {isReview && <GlobalRating />}
          <FormRow label={words.rmdq}>
            <Rmdq />
          </FormRow>
          <FormRow label={words.psfs}>
            <p className={rowClasses['hint']}>{words.psfsHint}</p>
            <PsfsEditor />
          </FormRow>
          <OptionalMeasures />
        </FormRows>
      </div>
    </Panel>
  );
}

/** The question names the first visit, so that it is not answered against the last one (spec 6.5). */
function GlobalRating(): ReactElement {
  const { earlier } = useVisit();
  const { format } = useDateSettings();
  const first = earlier.findLast((visit) => visit.record.contact === 'first') ?? earlier[0];
  return (
    <FormRow label={words.grc}>
      <p>{words.grcQuestion(first === undefined ? null : formatDate(first.record.visitOn, format))}</p>
      <BoundNumber
        path="measures.grc"
        label={words.grc}
        hideLabel
        min={-5}
        max={5}
        whole
        step={1}
        widthPx={56}
        beside={<LastValue path="measures.grc" show={String} />}
        hint={words.grcAnchors}
      />
    </FormRow>
  );
}

/** The Roland-Morris score with the wording of its form, and whether the form was filled in (spec 6.3). */
function Rmdq(): ReactElement {
  const score = useRecord((record) => record.measures.rmdq);
  return (
    <div className={classes['scores']}>
      <BoundNumber
        path="measures.rmdq"
        label={words.rmdq}
        hideLabel
        min={0}
        max={24}
        whole
        step={1}
        widthPx={56}
        beside={<LastValue path="measures.rmdq" show={String} />}
        hint={words.rmdqHint}
      />
      {score !== null && (
        <>
          <div className={classes['form']}>
            <span className={rowClasses['hint']}>{words.rmdqForm}</span>
            <BoundChoice<NonNullable<Measures['rmdqForm']>>
              path="measures.rmdqForm"
              label={words.rmdqForm}
              choices={FORMS}
              empty={null}
              dense
            />
          </div>
          <div className={classes['form']}>
            <span className={rowClasses['hint']}>{words.rmdqVariant}</span>
            <BoundChoice<NonNullable<Measures['rmdqVariant']>>
              path="measures.rmdqVariant"
              label={words.rmdqVariant}
              choices={VARIANTS}
              empty={null}
              dense
            />
          </div>
        </>
      )}
    </div>
  );
}
