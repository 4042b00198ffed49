import { IconInfoCircle } from '@tabler/icons-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { referencesOf } from '../../../../shared/text/en/references.ts';
import { text } from '../../../text.ts';
import classes from './rule-note.module.css';

const words = text.visit.assessment;

type SourcedProps = {
  /** The statement in plain words, to name the button. */
  statement: string;
  /** The rule that made it, by its number in the rules, for instance `3.4 step 4: CONSISTENT`. */
  rule: string;
  /** Numbers of its sources, or sources in words. */
  sources?: readonly (number | string)[];
  children: ReactNode;
};

/** A statement of the assessment; one click shows the rule behind it and its source. */
export function Sourced({ statement, rule, sources = [], children }: SourcedProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const named = sources.flatMap((source) => (typeof source === 'number' ? referencesOf([source]) : [source]));
  return (
    <div className={classes['sourced']}>
      <div className={classes['statement']}>{children}</div>
      <button
        type="button"
        className={classes['why']}
        aria-label={words.ruleOf(statement)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-rule={rule}
        onClick={() => setOpen(!isOpen)}
      >
        <IconInfoCircle size={16} stroke={2} aria-hidden />
      </button>
      {isOpen && (
        <div id={id} className={classes['note']}>
          {words.rule(rule)}
          {named.length > 0 && (
            <>
              <br />
              {words.sources(named.join('; '))}
            </>
          )}
        </div>
      )}
    </div>
  );
}
