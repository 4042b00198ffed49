import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { SLR_FELT_IN, SLR_STOPS, SLR_SYMPTOMS, type SlrLeg } from '../../../../shared/schemas/slr.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundNumber, BoundText } from '../fields/bound-fields.tsx';
import { FormRow, FormRows } from '../fields/rows.tsx';
import type { SlrPoint } from '../figures/use-leg-drag.ts';
import { useFieldProblem, useRecord, useVisit } from '../state/visit-session.tsx';
import { AngleField } from './angle-field.tsx';
import { PlainSelect } from '../fields/plain-select.tsx';
import classes from './slr.module.css';
import { withLegFinding } from './slr-leg.ts';
import { SlrMovements } from './slr-movements.tsx';

const words = text.visit.exam;
const STOPS = SLR_STOPS.map((value) => ({ value, label: words.stops[value] }));
const SYMPTOMS = SLR_SYMPTOMS.map((value) => ({ value, label: words.symptoms[value] }));
const FELT_IN = SLR_FELT_IN.map((value) => ({ value, label: words.feltIns[value] }));
const LEVELS = words.levels.map((label, level) => ({ value: String(level), label, name: text.visit.talk.levelNames[level] ?? label }));
const SETTLED = (['yes', 'no', 'nt'] as const).map((value) => ({ value, label: words.yesNo[value] }));
const TESTED = [
  { value: 'yes', label: words.tested },
  { value: 'nt', label: words.notTested, look: 'pale' },
  { value: 'declined', label: words.declined, look: 'hatched' },
] as const;

type SlrLegFormProps = { side: Side; onPoint: (point: SlrPoint | null) => void };

/** Everything recorded of one raised leg (spec 2.1). */
export function SlrLegForm({ side, onPoint }: SlrLegFormProps): ReactElement {
  const { store } = useVisit();
  const leg = useRecord((record) => record.slr[side]);
  const sideName = text.app.sides[side].toLowerCase();
  const change = (field: keyof SlrLeg, changes: Partial<SlrLeg>): void =>
    store.change(`slr.${side}.${field}`, (record) => withLegFinding(record, side, changes));
  return (
    <div className={classes['legForm']}>
      <FormRows>
        <FormRow label={words.angle}>
          <AngleField
            side={side}
            point="p1"
            label={words.p1(sideName)}
            prefix="P1"
            placeholder={words.noAngle}
            onFocus={onPoint}
            onBlur={() => onPoint(null)}
          />
          <AngleField
            side={side}
            point="p2"
            label={words.p2(sideName)}
            prefix="P2"
            placeholder={words.p2None}
            onFocus={onPoint}
            onBlur={() => onPoint(null)}
          />
          <PlainSelect
            label={`${words.stop}, ${sideName}`}
            emptyLabel={words.stopNone}
            choices={STOPS}
            value={leg.stop}
            onChange={(stop) => change('stop', { stop })}
            fieldPath={`slr.${side}.stop`}
          />
        </FormRow>
        <UntestedAngle side={side} />
        <FormRow label={words.feltDownTo}>
          <Segmented
            choices={LEVELS}
            value={leg.level === null ? null : String(leg.level)}
            onChange={(level) => change('level', { level: level === null ? null : Number(level) })}
            fieldPath={`slr.${side}.level`}
            label={`${words.feltDownTo}, ${sideName}`}
            clearable
            dense
          />
        </FormRow>
        <FormRow label={words.feltIn}>
          <Segmented
            choices={FELT_IN}
            value={leg.feltIn}
            onChange={(feltIn) => change('feltIn', { feltIn })}
            fieldPath={`slr.${side}.feltIn`}
            label={`${words.feltIn}, ${sideName}`}
            clearable
            dense
          />
        </FormRow>
        <FormRow label={words.painAtP1}>
          <BoundNumber
            path={`slr.${side}.nprsP1`}
            label={`${words.painAtP1}, ${sideName}`}
            hideLabel
            min={0}
            max={10}
            whole
            step={1}
            widthPx={52}
            unit={words.outOf10}
          />
          <PlainSelect
            label={`${words.symptom}, ${sideName}`}
            emptyLabel={words.symptomNone}
            choices={SYMPTOMS}
            value={leg.symptom}
            onChange={(symptom) => change('symptom', { symptom })}
            fieldPath={`slr.${side}.symptom`}
          />
        </FormRow>
      </FormRows>
      <SlrMovements side={side} />
      <FormRows>
        <FormRow label={words.atRest}>
          <PlainSelect
            label={`${words.atRestLevel}, ${sideName}`}
            emptyLabel={words.atRestNone}
            choices={LEVELS}
            value={leg.restingLevel === null ? null : String(leg.restingLevel)}
            onChange={(level) => change('restingLevel', { restingLevel: level === null ? null : Number(level) })}
            fieldPath={`slr.${side}.restingLevel`}
          />
          <BoundNumber
            path={`slr.${side}.restingNprs`}
            label={`${words.atRestPain}, ${sideName}`}
            hideLabel
            min={0}
            max={10}
            whole
            step={1}
            widthPx={52}
            unit={words.outOf10}
          />
        </FormRow>
        <FormRow label={words.settled}>
          <BoundChoice<SlrLeg['settledWithinOneMinute']>
            path={`slr.${side}.settledWithinOneMinute`}
            label={`${words.settledName}, ${sideName}`}
            choices={SETTLED}
            empty="nt"
            dense
          />
        </FormRow>
        <FormRow label={words.raise}>
          <Segmented
            choices={TESTED}
            value={leg.tested}
            onChange={(tested) => tested !== null && change('tested', tested === 'yes' ? { tested, reason: '' } : { tested })}
            fieldPath={`slr.${side}.tested`}
            label={`${words.slr}, ${sideName}`}
            dense
          />
          {leg.tested !== 'yes' && (
            <BoundText path={`slr.${side}.reason`} label={`${words.reasonNotTested}, ${sideName}`} hideLabel placeholder={words.reason} />
          )}
        </FormRow>
      </FormRows>
    </div>
  );
}

/** An angle on a leg that is marked as not tested: both are kept until the person says which holds. */
function UntestedAngle({ side }: { side: Side }): ReactElement | null {
  const { store } = useVisit();
  const problem = useFieldProblem(`slr.${side}.p1AngleDeg`);
  if (problem !== 'angle-on-untested-leg') return null;
  const field = `slr.${side}.tested`;
  return (
    <FormRow label="">
      <Button
        size="xs"
        variant="default"
        onClick={() => store.change(field, (record) => withLegFinding(record, side, { tested: 'yes', reason: '' }))}
      >
        {words.markTested}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          store.change(field, (record) =>
            withLegFinding(record, side, { tested: record.slr[side].tested, p1AngleDeg: null, p2AngleDeg: null }),
          )
        }
      >
        {words.clearAngles}
      </Button>
    </FormRow>
  );
}
