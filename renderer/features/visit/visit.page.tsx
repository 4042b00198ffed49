import { Loader } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import { failureMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { text } from '../../text.ts';
import { VisitSessionProvider } from './state/visit-session.tsx';
import { VisitScreen } from './visit-screen.tsx';
import { useOpenVisit } from './visit.resource.ts';
import classes from './visit.module.css';

/** An open visit. `focusField` is a field path to put the cursor in; empty = the one the draft remembers. */
export function VisitPage({ visitId, focusField }: { visitId: Id; focusField: string }): ReactElement {
  const { session, failure } = useOpenVisit(visitId);
  if (failure !== null) {
    return (
      <div className={classes['earlier']}>
        <Notice kind="problem" title={text.visit.notOpened}>
          {failureMessage(failure)}
        </Notice>
      </div>
    );
  }
  if (session === null) {
    return (
      <div className={classes['opening']}>
        <Loader size="sm" aria-label={text.visit.opening} />
      </div>
    );
  }
  return (
    <VisitSessionProvider value={session}>
      <VisitScreen focusAtStart={focusField} />
    </VisitSessionProvider>
  );
}
