import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { emptyMovementTest, MOVEMENTS, type Movement, type MovementTest } from '../../../../shared/schemas/movement-tests.ts';
import { MOVEMENT_CLASS_NAMES, MOVEMENT_NAMES, movementWords } from '../../../../shared/text/en/movement-tests.ts';
import { focusField } from '../../../components/focus-field.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundNumber, BoundText } from '../fields/bound-fields.tsx';
import { LevelSelect } from '../fields/bound-select.tsx';
import { FieldProblem } from '../fields/field-problem.tsx';
import rowClasses from '../fields/rows.module.css';
import { useAssessment, useFieldProblem, useRecord, useVisit } from '../state/visit-session.tsx';
import classes from './movement-tests.module.css';

const words = text.visit.further;
const DONE = (['yes', 'nt', 'declined'] as const).map((value) => ({ value, label: words.movementDone[value] }));
const LEFT_FIRST: readonly Side[] = ['left', 'right'];
const MOST_REPETITIONS = 100;
const MOST_SECONDS = 3600;

/** What is kept on show: done, declined, or with something recorded in it. */
function isShown({ done, reason, repetitions, seconds, right, left, backStartNprs, backAfterNprs }: MovementTest): boolean {
  const values = [repetitions, seconds, backStartNprs, backAfterNprs, ...Object.values(right), ...Object.values(left)];
  return done !== 'nt' || reason !== '' || values.some((value) => value !== null);
}

/** Repeated movements and sustained positions (E17): each is recorded at the start, during and one minute after, and read as it stands. */
export function MovementTests(): ReactElement {
  const { store } = useVisit();
  const tests = useRecord(({ otherExam }) => otherExam.movementTests);
  const shown = MOVEMENTS.filter((movement) => isShown(tests[movement]));
  const add = (movement: Movement): void => {
    store.set(`otherExam.movementTests.${movement}`, { ...emptyMovementTest(), done: 'yes' });
    // Once the fields are drawn.
    setTimeout(() => focusField(`otherExam.movementTests.${movement}.left.startLevel`), 0);
  };
  return (
    <>
      <span className={rowClasses['hint']}>
        {words.movementsHint} {movementWords.choose}
      </span>
      {shown.map((movement) => (
        <MovementCard key={movement} movement={movement} />
      ))}
      {shown.length < MOVEMENTS.length && (
        <div className={classes['add']} role="group" aria-label={words.addMovement}>
          <span className={rowClasses['formLabel']}>{words.addMovement}</span>
          {MOVEMENTS.filter((movement) => !shown.includes(movement)).map((movement) => (
            <Button key={movement} size="xs" variant="default" onClick={() => add(movement)}>
              {MOVEMENT_NAMES[movement]}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function MovementCard({ movement }: { movement: Movement }): ReactElement {
  const path = `otherExam.movementTests.${movement}` as const;
  const done = useRecord(({ otherExam }) => otherExam.movementTests[movement].done);
  const name = MOVEMENT_NAMES[movement];
  return (
    <section className={classes['card']} aria-label={name} data-movement={movement}>
      <div className={classes['head']}>
        <h3 className={classes['name']}>{name}</h3>
        <BoundChoice<MovementTest['done']> path={`${path}.done`} label={name} choices={DONE} empty="nt" dense />
        {done === 'yes' && (
          <>
            <BoundNumber
              path={`${path}.repetitions`}
              label={`${words.repetitionsName}, ${name}`}
              hideLabel
              min={1}
              max={MOST_REPETITIONS}
              whole
              widthPx={52}
              unit={words.repetitions}
            />
            <BoundNumber
              path={`${path}.seconds`}
              label={`${words.secondsName}, ${name}`}
              hideLabel
              min={1}
              max={MOST_SECONDS}
              whole
              widthPx={60}
              unit={words.seconds}
            />
          </>
        )}
        {done === 'declined' && (
          <div className={classes['reason']}>
            <BoundText
              path={`${path}.reason`}
              label={`${text.visit.exam.reason}, ${name}`}
              hideLabel
              placeholder={text.visit.exam.reason}
            />
          </div>
        )}
      </div>
      <ValuesOfUndone movement={movement} />
      {done === 'yes' && (
        <div className={classes['table']}>
          <span />
          <span className={classes['column']}>{words.start}</span>
          <span className={classes['column']}>{words.during}</span>
          <span className={classes['column']}>{words.after}</span>
          {LEFT_FIRST.map((side) => (
            <LegRow key={side} movement={movement} side={side} />
          ))}
          <span className={rowClasses['formLabel']}>{words.backPain}</span>
          <Pain path={`${path}.backStartNprs`} label={`${words.backPain}, ${words.start}, ${name}`} />
          <span />
          <Pain path={`${path}.backAfterNprs`} label={`${words.backPain}, ${words.after}, ${name}`} />
        </div>
      )}
      <MovementResults movement={movement} />
    </section>
  );
}

/** Values of a test that is marked as not done: kept until the person says which holds. */
function ValuesOfUndone({ movement }: { movement: Movement }): ReactElement | null {
  const { store } = useVisit();
  const path = `otherExam.movementTests.${movement}` as const;
  const problem = useFieldProblem(`${path}.done`);
  const done = useRecord(({ otherExam }) => otherExam.movementTests[movement].done);
  if (problem === undefined) return null;
  return (
    <div className={classes['head']}>
      <FieldProblem path={`${path}.done`} />
      <Button size="xs" variant="default" onClick={() => store.set(`${path}.done`, 'yes')}>
        {words.markDone}
      </Button>
      <Button size="xs" variant="default" onClick={() => store.set(path, { ...emptyMovementTest(), done })}>
        {words.clearValues}
      </Button>
    </div>
  );
}

function LegRow({ movement, side }: { movement: Movement; side: Side }): ReactElement {
  const path = `otherExam.movementTests.${movement}.${side}` as const;
  const named = (what: string, when: string): string =>
    `${what}, ${when}, ${text.app.sides[side].toLowerCase()}, ${MOVEMENT_NAMES[movement]}`;
  return (
    <>
      <SideTag side={side} />
      <span className={classes['pair']}>
        <LevelSelect path={`${path}.startLevel`} label={named(words.furthest, words.start)} emptyLabel={words.levelNone} />
        <Pain path={`${path}.startNprs`} label={named(words.legPain, words.start)} />
      </span>
      <span className={classes['pair']}>
        <LevelSelect path={`${path}.duringLevel`} label={named(words.furthest, words.during)} emptyLabel={words.levelNone} />
        <Pain path={`${path}.duringNprs`} label={named(words.legPain, words.during)} />
      </span>
      <span className={classes['pair']}>
        <LevelSelect path={`${path}.afterLevel`} label={named(words.furthest, words.after)} emptyLabel={words.levelNone} />
        <Pain path={`${path}.afterNprs`} label={named(words.legPain, words.after)} />
      </span>
    </>
  );
}

type PainPath =
  | `otherExam.movementTests.${Movement}.${Side}.${'startNprs' | 'duringNprs' | 'afterNprs'}`
  | `otherExam.movementTests.${Movement}.${'backStartNprs' | 'backAfterNprs'}`;

function Pain({ path, label }: { path: PainPath; label: string }): ReactElement {
  return <BoundNumber path={path} label={label} hideLabel min={0} max={10} whole step={1} widthPx={46} unit={words.outOf10} />;
}

/** The class and sentence of each leg, with the rule on request. */
function MovementResults({ movement }: { movement: Movement }): ReactElement | null {
  const results = useAssessment((assessment) => assessment.movementTests.results);
  const [isOpen, setOpen] = useState(false);
  const own = results.filter((result) => result.movement === movement);
  if (own.length === 0) return null;
  return (
    <div className={classes['results']} aria-live="polite">
      {own.map((result) => (
        <div key={result.side} data-movement-class={result.class}>
          {result.text}
          {isOpen && <p className={rowClasses['hint']}>{words.movementRule(MOVEMENT_CLASS_NAMES[result.class].toLowerCase())}</p>}
        </div>
      ))}
      <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? text.visit.exam.hideWhy : text.visit.exam.whyResult}
      </LinkButton>
    </div>
  );
}
