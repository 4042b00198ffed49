import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { URGENCIES, type Assessment, type Urgency } from '../../../../shared/schemas/assessment.ts';
import { ONSET_ITEMS, type Fact, type OnsetItem, type RedFlagAnswers } from '../../../../shared/schemas/red-flag-answers.ts';
import { FACT_HINTS, FACT_QUESTIONS } from '../../../../shared/text/en/red-flags.ts';
import { focusField } from '../../../components/focus-field.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { text } from '../../../text.ts';
import { BoundAnswer, BoundChoice, BoundDate, BoundTick } from '../fields/bound-fields.tsx';
import rowClasses from '../fields/rows.module.css';
import { QuestionRow, RowDetail } from '../fields/rows.tsx';
import { useAssessment, useField, useRecord, useVisitState } from '../state/visit-session.tsx';
import { answerToConfirm } from '../state/stale-draft.ts';
import { SecondSideFields } from './second-side.tsx';

const words = text.visit.talk;
const BOTH_SIDES = (['left', 'right', 'both'] as const).map((value) => ({ value, label: words.bothSides[value] }));

/** The highest urgency of the rows this fact made true: `RF-01b.1` and `RF-11.1` belong to `RF-01b` and to every `RF-11` answered yes. */
export function urgencyOfFact({ redFlags }: Assessment, fact: Fact): Urgency | null {
  const rows = redFlags.rows.filter((row) => row.row === fact || row.row.startsWith(`${fact}.`) || belongsToNumber(row.row, fact));
  return URGENCIES.find((urgency) => rows.some((row) => row.urgency === urgency)) ?? null;
}

/** Rows named by a number alone, such as RF-11.1, were made true by several facts of that number. */
function belongsToNumber(row: string, fact: Fact): boolean {
  const [name] = row.split('.');
  return name !== undefined && /\d$/.test(name) && fact.startsWith(name);
}

/** One red-flag question with what belongs to its answer. */
export function RedFlagRow({ fact }: { fact: Fact }): ReactElement {
  const path = `redFlags.answers.${fact}` as const;
  const answer = useRecord((record) => record.redFlags.answers[fact]) ?? 'unasked';
  const urgency = useAssessment((assessment) => urgencyOfFact(assessment, fact));
  const counts = answer === 'yes' || answer === 'unsure' || answer === 'declined';
  return (
    <QuestionRow path={path} question={FACT_QUESTIONS[fact]} hint={FACT_HINTS[fact]} mark={counts ? urgency : null}>
      <ConfirmAnswer fact={fact} />
      {answer === 'yes' && isOnsetItem(fact) && <OnsetDetail item={fact} />}
      <FactDetail fact={fact} isYes={answer === 'yes'} />
      {answer === 'yes' && (fact === 'RF-22a' || fact === 'RF-22b') && <ProcedureContradiction />}
    </QuestionRow>
  );
}

function isOnsetItem(fact: Fact): fact is Fact & OnsetItem {
  return ONSET_ITEMS.some((item) => item === fact);
}

/** The answer of an older draft: it counts again once it is confirmed. */
function ConfirmAnswer({ fact }: { fact: Fact }): ReactElement | null {
  const path = `redFlags.answers.${fact}` as const;
  const { set } = useField(path);
  const earlier = useVisitState((state) => answerToConfirm(state.pendingText, path));
  if (earlier === null) return null;
  return (
    <div className={rowClasses['confirm']}>
      <span>{words.confirm(text.app.answers[earlier])}</span>
      <Button variant="default" size="xs" onClick={() => set(earlier)}>
        {words.confirmButton}
      </Button>
    </div>
  );
}

/** A procedure of the last 42 days is one of the last 90 as well: one of the two answers is not right. */
function ProcedureContradiction(): ReactElement | null {
  const saidNo = useRecord((record) => record.redFlags.answers['RF-12e'] === 'no');
  if (!saidNo) return null;
  return (
    <RowDetail>
      <Notice>{words.procedureContradiction(FACT_QUESTIONS['RF-12e'])}</Notice>
      <LinkButton onClick={() => focusField('redFlags.answers.RF-12e')}>{words.goToQuestion}</LinkButton>
    </RowDetail>
  );
}

/** When a cauda equina item began, whether it grows, and whether its cause is known (spec 5.2 `on.X`). */
export function OnsetDetail({ item }: { item: OnsetItem }): ReactElement {
  return (
    <RowDetail>
      <BoundDate path={`redFlags.onsets.${item}.startedOn`} label={words.startedOn} />
      <div>
        <div className={rowClasses['hint']}>{words.worse14}</div>
        <BoundAnswer path={`redFlags.onsets.${item}.worse`} label={words.worse14} dense />
      </div>
      <BoundTick path={`redFlags.onsets.${item}.causeKnown`} label={words.causeKnown} />
    </RowDetail>
  );
}

/** Dates, sides and ticks that the rules read with this answer. Each stands at the first answer that asks for it. */
function FactDetail({ fact, isYes }: { fact: Fact; isYes: boolean }): ReactElement | null {
  const answers = useRecord((record) => record.redFlags.answers);
  const side = useRecord((record) => record.intake.side);
  const isFirstYes = (...facts: readonly Fact[]): boolean => facts.find((candidate) => answers[candidate] === 'yes') === fact;
  const has = shownDetails(fact, isYes, isFirstYes);
  if (has === null) return null;
  return (
    <RowDetail>
      {has === 'second-side' && side !== 'both' && <SecondSideFields />}
      {has === 'weakness' && <BoundDate path="redFlags.weakStartedOn" label={words.weakStarted} />}
      {has === 'weakness' && answers['RF-07b'] === 'yes' && <BoundTick path="redFlags.weakCauseKnown" label={words.weakCauseKnown} />}
      {has === 'drop' && <BoundDate path="redFlags.dropStartedOn" label={words.dropStarted} />}
      {has === 'fracture' && <BoundTick path="redFlags.fractureCleared" label={words.fractureCleared} description={words.fractureHint} />}
      {has === 'cold' && (
        <>
          <BoundDate path="redFlags.coldStartedOn" label={words.coldStarted} />
          <BoundChoice<NonNullable<RedFlagAnswers['coldSide']>>
            path="redFlags.coldSide"
            label={words.coldSide}
            choices={BOTH_SIDES}
            empty={null}
          />
        </>
      )}
      {has === 'calf' && (
        <BoundChoice<NonNullable<RedFlagAnswers['calfSide']>>
          path="redFlags.calfSide"
          label={words.calfSide}
          choices={BOTH_SIDES}
          empty={null}
        />
      )}
    </RowDetail>
  );
}

type Detail = 'second-side' | 'weakness' | 'drop' | 'fracture' | 'cold' | 'calf';

function shownDetails(fact: Fact, isYes: boolean, isFirstYes: (...facts: readonly Fact[]) => boolean): Detail | null {
  if (!isYes) return null;
  if (fact === 'RF-06a') return 'second-side';
  if (fact === 'RF-09c') return 'drop';
  if (isFirstYes('RF-07b', 'RF-10a', 'RF-10g')) return 'weakness';
  if (isFirstYes('RF-13a', 'RF-13b', 'RF-13h')) return 'fracture';
  if (isFirstYes('RF-16a', 'RF-16b')) return 'cold';
  if (isFirstYes('RF-18a', 'RF-18b', 'RF-18c')) return 'calf';
  return null;
}
