import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DeskFailure } from '../api/desk-failure.ts';
import { failureMessage } from '../api/messages.ts';
import { Notice } from '../components/notice.tsx';
import { text } from '../text.ts';
import { Cover } from './cover.tsx';
import classes from './cover.module.css';
import { leave, leaveWithoutStoring, mayStay, stay, type Leaving } from './desk-state.ts';

/** Covers the window while drafts are stored before locking or closing; says so when they could not be stored, and loses nothing unasked. */
export function LeavingCover({ to, failure }: { to: Leaving; failure: DeskFailure | null }): ReactNode {
  const [sure, setSure] = useState(false);
  const words = text.desk.leaving;
  if (failure === null) {
    return (
      <Cover label={words.storing}>
        <p role="status">{words.storing}</p>
      </Cover>
    );
  }
  const losing = to === 'close';
  return (
    <Cover label={words.notStored}>
      <h1>{words.notStored}</h1>
      <Notice kind="problem">{failureMessage(failure)}</Notice>
      <div className={classes['actions']}>
        <Button onClick={() => void leave(to)}>{words.tryAgain}</Button>
        {mayStay(to) && (
          <Button variant="default" onClick={stay}>
            {words.stay}
          </Button>
        )}
        {losing && !sure && (
          <Button variant="default" onClick={() => setSure(true)}>
            {words.closeAnyway}
          </Button>
        )}
        {losing && sure && (
          <Button variant="default" onClick={() => void leaveWithoutStoring()}>
            {words.closeSure}
          </Button>
        )}
        {!losing && (
          <Button variant="default" onClick={() => void leaveWithoutStoring()}>
            {words.keepInWindow}
          </Button>
        )}
      </div>
    </Cover>
  );
}
