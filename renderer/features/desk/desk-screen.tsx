import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { failureMessage } from '../../api/messages.ts';
import { Banners, useAbout } from '../../app/banners.tsx';
import {
  answerCloseWarning,
  refreshStatus,
  useCloseWarning,
  type ClosedReason,
  type DeskState,
  type DeskStatus,
} from '../../app/desk-state.ts';
import { useMenuCommands } from '../../app/shortcuts.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { clearToast } from '../../components/toast.tsx';
import { text } from '../../text.ts';
import { copyDiagnostics } from '../../app/diagnostics.ts';
import { RestoreLink } from '../backup/index.ts';
import { SalvageLink } from '../salvage/index.ts';
import { Card, OtherDeskLink } from './desk-card.tsx';
import classes from './desk-screen.module.css';
import { FirstRun } from './first-run.tsx';
import { UnlockForm } from './unlock-form.tsx';

type DeskScreenProps = { state: Exclude<DeskState, { phase: 'open' | 'leaving' }> };

/** Everything shown while no record may be seen: first run, unlocking, and a desk that cannot be opened. */
export function DeskScreen({ state }: DeskScreenProps): ReactNode {
  const isDemo = state.phase === 'closed' && state.status.isDemo;
  const closeWarning = useCloseWarning();
  const words = text.desk.kept;
  useEffect(clearToast, []);
  useMenuCommands({ diagnostics: () => void copyDiagnostics() });
  return (
    <div className={classes['screen']}>
      <Banners isDemo={isDemo} />
      <ScreenBody state={state} />
      <ConfirmDialog
        opened={closeWarning}
        title={words.closeTitle}
        confirmLabel={words.closeConfirm}
        cancelLabel={words.closeCancel}
        onConfirm={() => void answerCloseWarning(true)}
        onCancel={() => void answerCloseWarning(false)}
      >
        {words.closeBody}
      </ConfirmDialog>
    </div>
  );
}

function ScreenBody({ state }: DeskScreenProps): ReactNode {
  switch (state.phase) {
    case 'starting':
      return (
        <main className={classes['quiet']} role="status">
          {text.desk.starting}
        </main>
      );
    case 'unreachable':
      return (
        <Card>
          <ProblemText title={text.desk.unreachable.title} body={`${text.desk.unreachable.body} ${failureMessage(state.failure)}`} />
          <ProblemActions isDemo={false} damagedUsers={[]} />
        </Card>
      );
    case 'closed':
      return <ClosedBody status={state.status} reason={state.reason} />;
  }
}

function ClosedBody({ status, reason }: { status: DeskStatus; reason: ClosedReason }): ReactNode {
  if (status.problem !== null) {
    const problem = text.desk.problems[status.problem];
    return (
      <Card footer={<Footer clinicName={status.clinicName} />}>
        <ProblemText title={problem.title} body={problem.body} />
        <ProblemActions isDemo={status.isDemo} damagedUsers={status.problem === 'desk-damaged' ? status.users : []} />
      </Card>
    );
  }
  if (status.state === 'missing') return <FirstRun isDemo={status.isDemo} />;
  return (
    <Card footer={<Footer clinicName={status.clinicName} />}>
      <UnlockForm key={status.users.map((user) => user.userId).join()} status={status} reason={reason} />
    </Card>
  );
}

function Footer({ clinicName }: { clinicName: string }): ReactNode {
  const version = useAbout()?.version ?? '';
  return <p className={classes['footer']}>{text.desk.footer(clinicName, version)}</p>;
}

function ProblemText({ title, body }: { title: string; body: string }): ReactNode {
  return (
    <div role="alert">
      <h1>{title}</h1>
      <p className={classes['lead']}>{body}</p>
    </div>
  );
}

/** `damagedUsers` may read what is left of a damaged desk. */
function ProblemActions({ isDemo, damagedUsers }: { isDemo: boolean; damagedUsers: DeskStatus['users'] }): ReactNode {
  const [busy, setBusy] = useState(false);
  const tryAgain = async (): Promise<void> => {
    setBusy(true);
    await refreshStatus();
    setBusy(false);
  };
  return (
    <>
      <Button fullWidth size="xl" loading={busy} onClick={() => void tryAgain()}>
        {text.desk.unreachable.tryAgain}
      </Button>
      <div className={classes['links']}>
        <OtherDeskLink isDemo={isDemo} />
        <RestoreLink />
        <SalvageLink users={damagedUsers} />
        <LinkButton onClick={() => void copyDiagnostics()}>{text.desk.unlock.diagnostics}</LinkButton>
      </div>
    </>
  );
}
