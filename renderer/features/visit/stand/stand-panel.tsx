import { Checkbox } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import type { Gait, HeelRaise } from '../../../../shared/schemas/neuro-exam.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { text } from '../../../text.ts';
import { BoundChoice } from '../fields/bound-fields.tsx';
import { FunctionalRow } from '../fields/exam-choices.tsx';
import { LastChoice } from '../fields/last-choice.tsx';
import { LastValue } from '../fields/last-value.tsx';
import { ReasonField } from '../fields/reason-field.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { SidedRow, SidedRows } from '../fields/sided-rows.tsx';
import { useField, useRecord, useVisit } from '../state/visit-session.tsx';

const words = text.visit.exam;
const further = text.visit.further;
const GAIT_CHOICES = (['normal', 'limp', 'high_stepping', 'unsteady', 'other', 'nt', 'declined'] as const).map((value) => ({
  value,
  label: further.gaits[value],
}));
const MOST_RISES = 10;

/** Standing: heel walk, toe walk and counted heel raises (E01, E02). */
export function StandPanel(): ReactElement {
  const hasMore = useRecord(
    ({ neuro }) =>
      [neuro.left, neuro.right].some(
        (side) => side.sitToStand !== 'nt' || side.trendelenburg !== 'nt' || side.heelWalk === 'fail' || side.toeWalk === 'fail',
      ) || neuro.gait !== 'nt',
  );
  const [isOpen, setOpen] = useState(hasMore);
  const isWide = isOpen || hasMore;
  return (
    <Panel id="visit-stand" title={words.stand}>
      <div className={classes['stack']}>
        <SidedRows>
          <FunctionalRow test="heelWalk" name={words.heelWalk} />
          <FunctionalRow test="toeWalk" name={words.toeWalk} />
          <SidedRow name={words.heelRaise} left={<HeelRaiseFields side="left" />} right={<HeelRaiseFields side="right" />} />
          {isWide && (
            <>
              <FunctionalRow test="trendelenburg" name={words.trendelenburg} />
              <FunctionalRow test="sitToStand" name={words.sitToStand} />
            </>
          )}
        </SidedRows>
        {isWide && (
          <FormRows>
            <FormRow label={further.gait}>
              <BoundChoice<Gait> path="neuro.gait" label={further.gait} choices={GAIT_CHOICES} empty="nt" dense />
              <LastChoice path="neuro.gait" names={further.gaits} />
            </FormRow>
          </FormRows>
        )}
        {isWide && <ReasonField item="E01" />}
        {!hasMore && (
          <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.lessStand : words.moreStand}
          </LinkButton>
        )}
      </div>
    </Panel>
  );
}

/** Full single-leg heel rises counted to ten. A count makes it tested; nothing else does. */
function HeelRaiseFields({ side }: { side: Side }): ReactElement {
  const { store } = useVisit();
  const path = `neuro.${side}.heelRaise` as const;
  const countPath = `${path}.count` as const;
  const { value, pending } = useField(countPath);
  const raise = useRecord((record) => record.neuro[side].heelRaise);
  const sideName = text.app.sides[side].toLowerCase();
  const change = (field: string, changes: Partial<HeelRaise>): void =>
    store.change(
      field,
      (record) => ({
        ...record,
        neuro: { ...record.neuro, [side]: { ...record.neuro[side], heelRaise: { ...record.neuro[side].heelRaise, ...changes } } },
      }),
      { continuous: field === countPath },
    );
  return (
    <>
      <NumberField
        fieldPath={countPath}
        label={words.heelRaiseCount(sideName)}
        hideLabel
        value={value ?? null}
        min={0}
        max={MOST_RISES}
        whole
        step={1}
        widthPx={52}
        disabled={raise.state === 'declined'}
        onChange={(count) => change(countPath, { count, state: count === null ? 'nt' : 'tested' })}
        pendingText={pending}
        onPendingText={(_, typed) => {
          if (typed !== null) store.setPending(countPath, typed, null);
        }}
      />
      <LastValue path={countPath} show={String} />
      <Checkbox
        size="sm"
        label={words.painLimited}
        checked={raise.painLimited}
        disabled={raise.state !== 'tested'}
        data-field={`${path}.painLimited`}
        onChange={(event) => change(`${path}.painLimited`, { painLimited: event.currentTarget.checked })}
      />
      <Checkbox
        size="sm"
        label={words.declined}
        checked={raise.state === 'declined'}
        data-field={`${path}.state`}
        onChange={(event) =>
          change(`${path}.state`, event.currentTarget.checked ? { state: 'declined', count: null, painLimited: false } : { state: 'nt' })
        }
      />
    </>
  );
}
