import { useState, type ReactNode } from 'react';
import { failureMessage } from '../../api/messages.ts';
import { changeDesk } from '../../app/desk-state.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { text } from '../../text.ts';
import classes from './desk-screen.module.css';
import { RaisedLegs } from './raised-legs.tsx';

/** The card below the figure. */
export function Card({ children, footer }: { children: ReactNode; footer?: ReactNode }): ReactNode {
  return (
    <main className={classes['stage']}>
      <RaisedLegs />
      <div className={classes['card']}>{children}</div>
      {footer}
    </main>
  );
}

/** Leads to the demo desk, or back to the clinic's own. */
export function OtherDeskLink({ isDemo }: { isDemo: boolean }): ReactNode {
  const [problem, setProblem] = useState('');
  const change = (): void => {
    changeDesk(isDemo ? 'own' : 'demo').catch((thrown: unknown) => setProblem(failureMessage(thrown)));
  };
  return (
    <>
      <LinkButton onClick={change}>{isDemo ? text.desk.unlock.toOwn : text.desk.unlock.toDemo}</LinkButton>
      {problem !== '' && <span role="alert">{problem}</span>}
    </>
  );
}
