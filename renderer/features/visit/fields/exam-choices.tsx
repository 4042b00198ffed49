import type { ReactElement } from 'react';
import type { Finding, Side } from '../../../../shared/schemas/common.ts';
import type { FunctionalResult, NeuroSide } from '../../../../shared/schemas/neuro-exam.ts';
import { text } from '../../../text.ts';
import type { PathTo } from '../state/record-path.ts';
import { BoundChoice } from './bound-fields.tsx';
import { LastChoice } from './last-choice.tsx';
import { SidedRow } from './sided-rows.tsx';

const words = text.visit.exam;
/** Y is done, C cannot; N and D are the keys of the neurological grid. */
const FUNCTIONAL_LETTERS = { ok: 'y', fail: 'c', nt: 'n', declined: 'd' } as const;
const FUNCTIONAL = (['ok', 'fail', 'nt', 'declined'] as const).map((value) => ({
  value,
  label: words.functional[value],
  letter: FUNCTIONAL_LETTERS[value],
}));
const FINDINGS = (['yes', 'no', 'nt', 'declined'] as const).map((value) => ({ value, label: words.findings[value] }));
const PULSES = (['present', 'absent', 'nt', 'declined'] as const).map((value) => ({ value, label: words.pulses[value] }));

const labelOf = (name: string, side: Side): string => `${name}, ${text.app.sides[side].toLowerCase()}`;

type FunctionalTest = 'heelWalk' | 'toeWalk' | 'sitToStand' | 'trendelenburg';

/** A functional test, done or not, on each side. */
export function FunctionalRow({ test, name }: { test: FunctionalTest; name: string }): ReactElement {
  const control = (side: Side): ReactElement => (
    <>
      <BoundChoice<FunctionalResult> path={`neuro.${side}.${test}`} label={labelOf(name, side)} choices={FUNCTIONAL} empty="nt" dense />
      <LastChoice path={`neuro.${side}.${test}`} names={words.functional} />
    </>
  );
  return <SidedRow name={name} left={control('left')} right={control('right')} />;
}

/** Foot pulses on each side (E20). */
export function PulseRow(): ReactElement {
  const control = (side: Side): ReactElement => (
    <>
      <BoundChoice<NeuroSide['footPulse']>
        path={`neuro.${side}.footPulse`}
        label={labelOf(words.footPulse, side)}
        choices={PULSES}
        empty="nt"
        dense
      />
      <LastChoice path={`neuro.${side}.footPulse`} names={words.pulses} />
    </>
  );
  return <SidedRow name={words.footPulse} left={control('left')} right={control('right')} />;
}

/** A sign that is there or not. */
export function FindingChoice({ path, label }: { path: PathTo<Finding>; label: string }): ReactElement {
  return (
    <>
      <BoundChoice<Finding> path={path} label={label} choices={FINDINGS} empty="nt" dense />
      <LastChoice path={path} names={words.findings} />
    </>
  );
}

/** A sign that is there or not, on each side. */
export function SidedFindingRow({ path, name }: { path: (side: Side) => PathTo<Finding>; name: string }): ReactElement {
  const control = (side: Side): ReactElement => <FindingChoice path={path(side)} label={labelOf(name, side)} />;
  return <SidedRow name={name} left={control('left')} right={control('right')} />;
}
