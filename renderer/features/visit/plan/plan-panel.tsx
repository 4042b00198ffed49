import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { unavailableDeciders } from '../../../../shared/clinical/follow-up-measures.ts';
import { PHASE_SOURCES } from '../../../../shared/text/en/home-care-sources.ts';
import { MEASURE_NAMES } from '../../../../shared/text/en/follow-up.ts';
import { PHASES, type Phase } from '../../../../shared/schemas/plan.ts';
import { formatDate } from '../../../components/dates.ts';
import { useDateSettings } from '../../../components/date-settings.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { Sourced } from '../assessment/rule-note.tsx';
import { BoundChoice, BoundDate, BoundTick } from '../fields/bound-fields.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { useAssessment, useField, useRecord, useVisit } from '../state/visit-session.tsx';
import { suggestReviews } from './suggest-review.ts';

const words = text.visit.plan;
const PHASE_CHOICES = PHASES.map((value) => ({ value, label: words.phases[value] }));

/** Phase and next review. The phase follows the answers until the clinician sets it (spec 7.1). */
export function PlanPanel(): ReactElement {
  const plan = useAssessment((assessment) => assessment.plan);
  const tick = useRecord((record) => record.plan.phaseTick);
  return (
    <Panel id="visit-plan" title={words.title}>
      <FormRows>
        <FormRow label={words.phase}>
          <Sourced statement={words.phases[plan.phase]} rule={words.phaseRule[plan.phaseFrom]} sources={PHASE_SOURCES[plan.phaseFrom]}>
            <p>
              <b>{words.phases[plan.phase]}</b>{' '}
              <span className={classes['hint']}>
                {plan.phaseFrom === 'tick' ? words.phaseSet(plan.phaseBecause) : words.phaseByRule(plan.phaseBecause)}
              </span>
            </p>
          </Sourced>
        </FormRow>
        <FormRow label={words.setPhase}>
          <BoundChoice<Phase> path="plan.phaseTick" label={words.setPhase} choices={PHASE_CHOICES} empty={null} dense />
          {tick !== null && <FollowRule />}
        </FormRow>
        <FormRow label="">
          <BoundTick path="plan.irritable" label={words.irritable} />
        </FormRow>
        <FormRow label={words.nextReview}>
          <BoundDate path="plan.nextReviewOn" label={words.nextReview} direction="future" hideLabel inline />
          <Suggestions />
        </FormRow>
        <MissingBaseline />
      </FormRows>
    </Panel>
  );
}

/** At the end of visit 1: the measures that the next visit cannot compare because today has none (spec 8.1). */
function MissingBaseline(): ReactElement | null {
  const names = useRecord((record) =>
    record.contact === 'first'
      ? unavailableDeciders(record)
          .map((measure) => MEASURE_NAMES[measure])
          .join(', ')
      : '',
  );
  if (names === '') return null;
  return (
    <FormRow label={words.missingBaseline}>
      <span>{names}</span>
      <span className={classes['hint']}>{words.missingBaselineRemark}</span>
    </FormRow>
  );
}

function FollowRule(): ReactElement {
  const { set } = useField('plan.phaseTick');
  return (
    <Button size="xs" variant="subtle" onClick={() => set(null)}>
      {words.followRule}
    </Button>
  );
}

function Suggestions(): ReactElement {
  const { assess, store } = useVisit();
  const { format } = useDateSettings();
  const record = useRecord((whole) => whole);
  return (
    <>
      {suggestReviews(record, assess(record)).map(({ on, reason }) => (
        <Button key={reason} size="xs" variant="default" onClick={() => store.set('plan.nextReviewOn', on)}>
          {words.suggestReview(formatDate(on, format), words.suggestions[reason])}
        </Button>
      ))}
    </>
  );
}
