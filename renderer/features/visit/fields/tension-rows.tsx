import type { ReactElement } from 'react';
import { tensionTestSentences } from '../../../../shared/clinical/tension-tests.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import { TENSION_FELT, type TensionResult, type TensionTest } from '../../../../shared/schemas/tension-tests.ts';
import { text } from '../../../text.ts';
import { useField, useRecord } from '../state/visit-session.tsx';
import { BoundChoice, BoundNumber, BoundText } from './bound-fields.tsx';
import { BoundSelect, LevelSelect } from './bound-select.tsx';
import { FieldProblem } from './field-problem.tsx';
import { LastChoice } from './last-choice.tsx';
import rowClasses from './rows.module.css';
import { SidedRow, SidedRows } from './sided-rows.tsx';
import { PlainSelect } from './plain-select.tsx';

const exam = text.visit.exam;
const words = text.visit.further;
const RESULTS = (['pos', 'neg', 'nt', 'declined'] as const).map((value) => ({ value, label: exam.tension[value] }));
const FELT = TENSION_FELT.map((value) => ({ value, label: words.felt[value] }));
const EASED = [
  { value: 'yes', label: words.easedYes },
  { value: 'no', label: words.easedNo },
] as const;
const LEFT_FIRST: readonly Side[] = ['left', 'right'];
const MOST_KNEE_DEG = 160;

/** Tests in which letting go tells more, and those whose knee angle is recorded (spec 2.3). */
const HAS_RELEASE: ReadonlySet<TensionTest> = new Set<TensionTest>(['slump', 'femoralStretch', 'bragard']);
const HAS_KNEE: ReadonlySet<TensionTest> = new Set<TensionTest>(['slump', 'femoralStretch', 'crossedFemoralStretch']);

/** Tension tests on both legs: the result, and once there is one, what was felt. Their sentences stand below (spec 2.3, 2.4). */
export function TensionRows({ tests }: { tests: readonly TensionTest[] }): ReactElement {
  return (
    <>
      <SidedRows>
        {tests.map((test) => (
          <SidedRow
            key={test}
            name={words.tensionTests[test]}
            left={<TensionCell test={test} side="left" />}
            right={<TensionCell test={test} side="right" />}
          />
        ))}
      </SidedRows>
      <TensionSentences tests={tests} />
    </>
  );
}

function TensionCell({ test, side }: { test: TensionTest; side: Side }): ReactElement {
  const path = `neuro.${side}.${test}` as const;
  const result = useRecord((record) => record.neuro[side][test]);
  return (
    <>
      <BoundChoice<TensionResult>
        path={path}
        label={`${words.tensionTests[test]}, ${text.app.sides[side].toLowerCase()}`}
        choices={RESULTS}
        empty="nt"
        dense
      />
      <LastChoice path={path} names={exam.tension} />
      <FieldProblem path={path} />
      {(result === 'pos' || result === 'neg') && <TensionDetailFields test={test} side={side} />}
      {result === 'declined' && (
        <BoundText
          path={`neuro.${side}.tensionDetail.${test}.reason`}
          label={`${exam.reason}, ${words.tensionTests[test]}, ${text.app.sides[side].toLowerCase()}`}
          hideLabel
          placeholder={exam.reason}
        />
      )}
    </>
  );
}

/** What was felt, how far down, whether it eased, and the knee angle. Optional: the result alone enters the rules. */
function TensionDetailFields({ test, side }: { test: TensionTest; side: Side }): ReactElement {
  const path = `neuro.${side}.tensionDetail.${test}` as const;
  const named = (name: string): string => `${name}, ${words.tensionTests[test]}, ${text.app.sides[side].toLowerCase()}`;
  return (
    <>
      <BoundSelect<(typeof TENSION_FELT)[number]>
        path={`${path}.felt`}
        label={named(words.feltName)}
        emptyLabel={words.feltNone}
        choices={FELT}
      />
      <LevelSelect path={`${path}.level`} label={named(words.level)} emptyLabel={words.levelNone} />
      {HAS_RELEASE.has(test) && <EasedSelect path={`${path}.eased`} label={named(words.eased)} />}
      {HAS_KNEE.has(test) && (
        <BoundNumber
          path={`${path}.kneeDeg`}
          label={named(words.kneeAngle)}
          hideLabel
          min={0}
          max={MOST_KNEE_DEG}
          whole
          widthPx={56}
          unit={words.kneeUnit}
        />
      )}
    </>
  );
}

type EasedPath = `neuro.${Side}.tensionDetail.${TensionTest}.eased`;

function EasedSelect({ path, label }: { path: EasedPath; label: string }): ReactElement {
  const { value, set } = useField(path);
  return (
    <PlainSelect
      label={label}
      emptyLabel={words.easedNone}
      choices={EASED}
      value={value === 'yes' || value === 'no' ? value : null}
      onChange={(next) => set(next ?? 'nt')}
      fieldPath={path}
    />
  );
}

/** What the tests that were done say, in a sentence for each leg (spec 2.4). */
function TensionSentences({ tests }: { tests: readonly TensionTest[] }): ReactElement | null {
  const sentences = useRecord(({ neuro }) =>
    LEFT_FIRST.flatMap((side) => tests.flatMap((test) => tensionTestSentences(neuro, side, test))).join('\n'),
  );
  if (sentences === '') return null;
  return (
    <div className={rowClasses['stack']} aria-live="polite">
      {sentences.split('\n').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
