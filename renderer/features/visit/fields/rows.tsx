import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { Urgency } from '../../../../shared/schemas/assessment.ts';
import { cx } from '../../../components/cx.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import type { AnswerPath } from '../state/record-path.ts';
import { BoundAnswer } from './bound-fields.tsx';
import classes from './rows.module.css';

type QuestionRowProps = {
  path: AnswerPath;
  question: string;
  hint?: ReactNode;
  /** Urgency of the rule this answer made true, shown as a bar: the answer itself is never coloured. */
  mark?: Urgency | null | undefined;
  /** Fields that belong to the answer. */
  children?: ReactNode;
};

/** One question, one answer. */
export function QuestionRow({ path, question, hint, mark, children }: QuestionRowProps): ReactElement {
  const id = useId();
  return (
    <div className={cx(classes['row'], mark && classes['mark'], mark && classes[mark])} data-question={path}>
      <div>
        <div id={id} className={classes['question']}>
          {question}
        </div>
        {hint !== undefined && hint !== null && (
          <div id={`${id}-hint`} className={classes['hint']}>
            {hint}
          </div>
        )}
      </div>
      <BoundAnswer path={path} labelledBy={id} describedBy={hint ? `${id}-hint` : undefined} />
      {children}
    </div>
  );
}

/** Fields that belong to the row above. */
export function RowDetail({ children }: { children: ReactNode }): ReactElement {
  return <div className={classes['detail']}>{children}</div>;
}

/** A label and its controls in the shared columns of a panel. */
export function FormRow({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <>
      <span className={classes['formLabel']}>{label}</span>
      <div className={classes['formControls']}>{children}</div>
    </>
  );
}

/** Rows of label and controls. */
export function FormRows({ children }: { children: ReactNode }): ReactElement {
  return <div className={classes['form']}>{children}</div>;
}

/** A quiet heading between rows. */
export function RowHeading({ children }: { children: ReactNode }): ReactElement {
  return <h3 className={classes['heading']}>{children}</h3>;
}

type MoreProps = {
  more: string;
  less: string;
  /** Opens by itself, for instance because something in it is recorded. */
  initiallyOpen?: boolean;
  children: ReactNode;
};

/** What may wait, behind one line. What is recorded in it keeps counting while it is closed. */
export function More({ more, less, initiallyOpen = false, children }: MoreProps): ReactElement {
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <>
      {open && children}
      <div className={classes['opener']}>
        <LinkButton expanded={open} onClick={() => setOpen(!open)}>
          {open ? less : more}
        </LinkButton>
      </div>
    </>
  );
}
