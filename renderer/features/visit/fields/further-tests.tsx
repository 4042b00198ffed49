import { useState, type ReactElement, type ReactNode } from 'react';
import { LinkButton } from '../../../components/link-button.tsx';
import { text } from '../../../text.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { useHoldsFocus, useRecord } from '../state/visit-session.tsx';
import classes from './further-tests.module.css';

const words = text.visit.further;

export type FurtherSection = {
  name: string;
  /** How many of its fields hold something. */
  recorded: (record: VisitRecord) => number;
  /** An answer or a finding asks for it: it opens by itself and says so. */
  isAsked?: boolean | undefined;
  /** Beginnings of the paths of its fields, so that the field a draft was left at can be found again. */
  paths: readonly string[];
  content: ReactNode;
};

const UNTOUCHED: readonly unknown[] = ['nt', 'unasked', null, false];

/** How many of these values hold something. */
export function countRecorded(...values: readonly unknown[]): number {
  return values.filter((value) => !UNTOUCHED.includes(value)).length;
}

/** Tests that wait behind one line of names: each opens alone, and by itself when it is asked for or holds something. */
export function FurtherTests({ sections }: { sections: readonly FurtherSection[] }): ReactElement {
  return (
    <div className={classes['list']}>
      {sections.map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { section: FurtherSection }): ReactElement {
  const { name, isAsked = false, paths, content } = section;
  const count = useRecord(section.recorded);
  const holdsFocus = useHoldsFocus(paths);
  const [chosen, setChosen] = useState<boolean | null>(holdsFocus || count > 0 ? true : null);
  const isOpen = chosen ?? isAsked;
  return (
    <section className={classes['section']} aria-label={name}>
      <div className={classes['head']}>
        <LinkButton expanded={isOpen} onClick={() => setChosen(!isOpen)}>
          {name}
        </LinkButton>
        {isAsked && count === 0 && <span className={classes['asked']}>{words.asked}</span>}
        {count > 0 && <span className={classes['count']}>{words.recorded(count)}</span>}
      </div>
      {isOpen && <div className={classes['content']}>{content}</div>}
    </section>
  );
}
