import type { ReactElement } from 'react';
import { text } from '../../../text.ts';
import { BoundAnswer, BoundDate } from '../fields/bound-fields.tsx';
import classes from '../fields/rows.module.css';

const words = text.visit.talk;

/** When the second leg began and how it behaves (I05), asked once both legs are affected. */
export function SecondSideFields(): ReactElement {
  return (
    <>
      <BoundDate path="intake.secondSideStartedOn" label={words.secondSideStarted} />
      <div>
        <div className={classes['hint']}>{words.secondSideWorse}</div>
        <BoundAnswer path="intake.secondSideWorse" label={words.secondSideWorse} dense />
      </div>
      <div>
        <div className={classes['hint']}>{words.walkRelated}</div>
        <BoundAnswer path="intake.walkRelated" label={words.walkRelated} dense />
      </div>
    </>
  );
}
