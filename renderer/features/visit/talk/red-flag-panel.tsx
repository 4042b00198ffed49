import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { MODIFIERS, type Fact, type RedFlagAnswers } from '../../../../shared/schemas/red-flag-answers.ts';
import { FACTS_INTRODUCTION } from '../../../../shared/text/en/red-flags.ts';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundText } from '../fields/bound-fields.tsx';
import rowClasses from '../fields/rows.module.css';
import { More, QuestionRow, RowDetail, RowHeading } from '../fields/rows.tsx';
import { useAssessment, useField, useRecord } from '../state/visit-session.tsx';
import { CONDITIONAL_FACTS, groupsFor, type FactGroup } from './red-flag-groups.ts';
import { RedFlagRow } from './red-flag-row.tsx';

const words = text.visit.talk;
const INTERPRETERS = (['none_needed', 'professional', 'relative', 'none_available'] as const).map((value) => ({
  value,
  label: words.interpreters[value],
}));

/** The red-flag questions: the required ones in the flow, one row a fact, the others behind "more" (spec 5.2). */
export function RedFlagPanel(): ReactElement {
  const contact = useRecord((record) => record.contact);
  const { flow, more } = groupsFor(contact);
  const asked = useAssessment((assessment) => assessment.redFlags.askedCount);
  const required = useAssessment((assessment) => assessment.redFlags.required.length);
  const answers = useRecord((record) => record.redFlags.answers);
  const moreIsRecorded = more.some((fact) => (answers[fact] ?? 'unasked') !== 'unasked');
  return (
    <Panel id="visit-red-flags" title={words.redFlags} remark={words.redFlagsRemark} aside={<b>{words.askedOf(asked, required)}</b>} flush>
      <InterpreterRow />
      {flow.map((group) => (
        <FlowGroup key={group.heading} group={group} />
      ))}
      <RowHeading>{words.groups.background}</RowHeading>
      <ModifierRow />
      <QuestionRow path="redFlags.smoked" question={words.smoked} />
      <More more={words.moreQuestions} less={words.lessQuestions} initiallyOpen={moreIsRecorded}>
        <RowHeading>{words.groups.more}</RowHeading>
        {more.map((fact) => (
          <RedFlagRow key={fact} fact={fact} />
        ))}
      </More>
    </Panel>
  );
}

function FlowGroup({ group }: { group: FactGroup }): ReactElement {
  const required = useAssessment((assessment) => assessment.redFlags.required);
  const answers = useRecord((record) => record.redFlags.answers);
  // The phone contact has a fixed list; at a visit an answer opens further questions.
  const isPhone = useRecord((record) => record.contact === 'phone');
  const isShown = (fact: Fact): boolean =>
    isPhone || !CONDITIONAL_FACTS.has(fact) || required.includes(fact) || (answers[fact] ?? 'unasked') !== 'unasked';
  return (
    <>
      <RowHeading>
        {words.groups[group.heading]}
        {group.heading === 'bladder' && ` · ${FACTS_INTRODUCTION}…`}
      </RowHeading>
      {group.facts.filter(isShown).map((fact) => (
        <RedFlagRow key={fact} fact={fact} />
      ))}
    </>
  );
}

function InterpreterRow(): ReactElement {
  const interpreter = useRecord((record) => record.redFlags.interpreter);
  return (
    <div className={rowClasses['row']}>
      <div className={rowClasses['hint']}>{words.interpreter}</div>
      <BoundChoice<NonNullable<RedFlagAnswers['interpreter']>>
        path="redFlags.interpreter"
        label={words.interpreter}
        choices={INTERPRETERS}
        empty={null}
        dense
      />
      {interpreter !== null && interpreter !== 'none_needed' && (
        <RowDetail>
          <BoundText path="redFlags.interpreterLanguage" label={words.interpreterLanguage} />
        </RowDetail>
      )}
    </div>
  );
}

/** Ticks that modify rules and raise nothing alone (spec 5.1 rule 4). */
function ModifierRow(): ReactElement {
  const { value, set } = useField('redFlags.modifiers');
  const ticked = value ?? [];
  return (
    <fieldset className={rowClasses['ticks']}>
      <legend className={rowClasses['hint']}>{words.modifiersLabel}</legend>
      {MODIFIERS.map((modifier) => (
        <Checkbox
          key={modifier}
          size="sm"
          label={words.modifiers[modifier]}
          checked={ticked.includes(modifier)}
          data-field={`redFlags.modifiers.${modifier}`}
          onChange={(event) =>
            set(event.currentTarget.checked ? [...ticked, modifier] : ticked.filter((candidate) => candidate !== modifier))
          }
        />
      ))}
    </fieldset>
  );
}
