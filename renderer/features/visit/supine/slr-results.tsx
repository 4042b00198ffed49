import { useState, type ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { useAssessment } from '../state/visit-session.tsx';
import classes from './slr.module.css';

const words = text.visit.exam;
const LEFT_FIRST: readonly Side[] = ['left', 'right'];

/** The result class and sentences of each tested leg, with the row of the table that fired on request. */
export function SlrResults(): ReactElement | null {
  const results = useAssessment((assessment) => assessment.slr);
  const tested = LEFT_FIRST.filter((side) => results[side].class !== 'SLR-NT');
  if (tested.length === 0) return null;
  return (
    <div className={classes['results']} aria-live="polite">
      {tested.map((side) => (
        <SlrResult key={side} side={side} />
      ))}
    </div>
  );
}

function SlrResult({ side }: { side: Side }): ReactElement {
  const result = useAssessment((assessment) => assessment.slr[side]);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes['result']} data-slr-class={result.class}>
      <div>
        <SideTag side={side} />
        <div className={classes['resultClass']}>{words.slrClasses[result.class]}</div>
      </div>
      <div>
        {result.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isOpen && (
          <p className={classes['quiet']}>
            {words.slrRule(result.row)} ({result.class}). {words.angleAlone}
          </p>
        )}
      </div>
      <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.hideWhy : words.whyResult}
      </LinkButton>
    </div>
  );
}
