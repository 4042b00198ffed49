import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Id } from '../../shared/schemas/common.ts';
import { failureMessage } from '../api/messages.ts';
import { FieldError } from '../components/field.tsx';
import { text } from '../text.ts';
import classes from './kept-work-dialog.module.css';
import { dropKept, useKeptWork } from './desk-state.ts';
import type { KeptWork } from './flush.ts';
import { navigate } from './routes.ts';

/** After unlocking: offers what was typed but not stored when the desk went away. Only to the user who typed it. */
export function KeptWorkDialog({ userId }: { userId: Id }): ReactNode {
  const own = useKeptWork().filter((work) => work.userId === userId);
  return (
    <Modal opened={own.length > 0} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={text.desk.kept.title}>
      <p>{text.desk.kept.body}</p>
      <ul className={classes['list']}>
        {own.map((work) => (
          <KeptItem key={work.keptId} work={work} />
        ))}
      </ul>
    </Modal>
  );
}

function KeptItem({ work }: { work: KeptWork }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  const store = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work.resend();
      navigate(work.route);
      dropKept(work.keptId);
    } catch (thrown) {
      setProblem(failureMessage(thrown));
      setBusy(false);
    }
  };

  return (
    <li className={classes['item']}>
      <p className={classes['patient']} dir="auto">
        {work.patientName}
      </p>
      <p>{work.title}</p>
      {problem !== null && <FieldError>{problem}</FieldError>}
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void store()}>
          {text.desk.kept.store}
        </Button>
        {asking ? (
          <Button variant="default" onClick={() => dropKept(work.keptId)}>
            {text.desk.kept.discardSure}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {text.desk.kept.discard}
          </Button>
        )}
      </div>
    </li>
  );
}
