import type { ReactElement } from 'react';
import type { ExamItem } from '../../../../shared/schemas/visit.ts';
import { text } from '../../../text.ts';
import { BoundText } from './bound-fields.tsx';
import classes from './further-tests.module.css';

const words = text.visit.further;

/** Why tests of a section were not done or were declined (spec 0.1). A reason is no finding: it never makes anything tested. */
export function ReasonField({ item }: { item: ExamItem }): ReactElement {
  return (
    <div className={classes['reason']}>
      <BoundText
        path={`otherExam.notTestedReasons.${item}`}
        label={`${words.reasonNotDone}, ${words.reasonItems[item]}`}
        hideLabel
        placeholder={words.reasonNotDone}
      />
    </div>
  );
}
