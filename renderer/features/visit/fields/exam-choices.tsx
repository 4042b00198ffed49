import type { ReactElement } from 'react';
import type { Finding, Side } from '../../../../shared/schemas/common.ts';
import type { FunctionalResult, NeuroSide } from '../../../../shared/schemas/neuro-exam.ts';
import type { TensionResult } from '../../../../shared/schemas/tension-tests.ts';
import { text } from '../../../text.ts';
import { tensionTestSentences } from '../../../../shared/clinical/tension-tests.ts';
import { useRecord } from '../state/visit-session.tsx';
import rowClasses from './rows.module.css';
import type { PathTo } from '../state/record-path.ts';
import { BoundChoice } from './bound-fields.tsx';
import { SidedRow } from './sided-rows.tsx';

const words = text.visit.exam;
/** Y is done, C cannot; N and D are the keys of the neurological grid. */
const FUNCTIONAL_LETTERS = { ok: 'y', fail: 'c', nt: 'n', declined: 'd' } as const;
const FUNCTIONAL = (['ok', 'fail', 'nt', 'declined'] as const).map((value) => ({
  value,
  label: words.functional[value],
  letter: FUNCTIONAL_LETTERS[value],
}));
const TENSION = (['pos', 'neg', 'nt', 'declined'] as const).map((value) => ({ value, label: words.tension[value] }));
const FINDINGS = (['yes', 'no', 'nt', 'declined'] as const).map((value) => ({ value, label: words.findings[value] }));
const PULSES = (['present', 'absent', 'nt', 'declined'] as const).map((value) => ({ value, label: words.pulses[value] }));

const LEFT_FIRST: readonly Side[] = ['left', 'right'];
const labelOf = (name: string, side: Side): string => `${name}, ${text.app.sides[side].toLowerCase()}`;

type FunctionalTest = 'heelWalk' | 'toeWalk' | 'sitToStand' | 'trendelenburg';

/** A functional test, done or not, on each side. */
export function FunctionalRow({ test, name }: { test: FunctionalTest; name: string }): ReactElement {
  const control = (side: Side): ReactElement => (
    <BoundChoice<FunctionalResult> path={`neuro.${side}.${test}`} label={labelOf(name, side)} choices={FUNCTIONAL} empty="nt" dense />
  );
  return <SidedRow name={name} left={control('left')} right={control('right')} />;
}

/** A tension test as its result on each side. */
export function TensionRow({ test, name }: { test: 'slump' | 'femoralStretch'; name: string }): ReactElement {
  const control = (side: Side): ReactElement => (
    <BoundChoice<TensionResult> path={`neuro.${side}.${test}`} label={labelOf(name, side)} choices={TENSION} empty="nt" dense />
  );
  return <SidedRow name={name} left={control('left')} right={control('right')} />;
}

/** What a slump test or a femoral stretch that was done says, in a sentence for each leg (spec 2.4). */
export function TensionSentences({ test }: { test: 'slump' | 'femoralStretch' }): ReactElement | null {
  const sentences = useRecord(({ neuro }) => LEFT_FIRST.flatMap((side) => tensionTestSentences(neuro, side, test)).join('\n'));
  if (sentences === '') return null;
  return (
    <div className={rowClasses['stack']} aria-live="polite">
      {sentences.split('\n').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** Foot pulses on each side (E20). */
export function PulseRow(): ReactElement {
  const control = (side: Side): ReactElement => (
    <BoundChoice<NeuroSide['footPulse']>
      path={`neuro.${side}.footPulse`}
      label={labelOf(words.footPulse, side)}
      choices={PULSES}
      empty="nt"
      dense
    />
  );
  return <SidedRow name={words.footPulse} left={control('left')} right={control('right')} />;
}

/** A sign that is there or not. */
export function FindingChoice({ path, label }: { path: PathTo<Finding>; label: string }): ReactElement {
  return <BoundChoice<Finding> path={path} label={label} choices={FINDINGS} empty="nt" dense />;
}
