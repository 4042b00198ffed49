import { useState, type ReactElement } from 'react';
import { lineSchema } from '../../../../shared/schemas/common.ts';
import { text } from '../../../text.ts';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import { PlainSelect } from '../fields/plain-select.tsx';
import classes from './slr.module.css';
import { withSharedSetting } from './slr-leg.ts';

const words = text.visit.exam;
const OTHER = '\u0000other';

/** Who raised the legs: the person at the desk, whoever did it last time, or another name. Nobody is preset. */
export function ExaminerPicker(): ReactElement {
  const { store, userName, earlier } = useVisit();
  const left = useRecord((record) => record.slr.left.examiner);
  const right = useRecord((record) => record.slr.right.examiner);
  const [isTyping, setTyping] = useState(false);
  const examiner = left === right ? right : '';
  const lastExaminer = earlier.at(-1)?.record.slr.right.examiner ?? '';
  const names = [...new Set([userName, lastExaminer, examiner])].filter((name) => name !== '');
  const set = (name: string): void =>
    store.change('slr.right.examiner', (record) => withSharedSetting(record, { examiner: name }), { continuous: isTyping });

  if (isTyping) {
    return (
      <input
        className={classes['examinerInput']}
        aria-label={words.examiner}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={examiner}
        data-field="slr.right.examiner"
        onChange={(event) => lineSchema.safeParse(event.currentTarget.value).success && set(event.currentTarget.value)}
        onBlur={() => setTyping(false)}
      />
    );
  }
  return (
    <PlainSelect
      label={words.examiner}
      emptyLabel={left === right ? words.examinerNone : words.differs}
      choices={[...names.map((name) => ({ value: name, label: name })), { value: OTHER, label: words.examinerOther }]}
      value={examiner === '' ? null : examiner}
      onChange={(next) => (next === OTHER ? setTyping(true) : set(next ?? ''))}
      fieldPath="slr.right.examiner"
    />
  );
}
