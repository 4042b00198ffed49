import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { changeDesk, deskState, opened } from '../../app/desk-state.ts';
import { FieldError } from '../../components/field.tsx';
import { text } from '../../text.ts';
import { CreateDeskForm } from './create-desk-form.tsx';
import { RestoreLink } from '../backup/index.ts';
import screen from './desk-screen.module.css';
import { Card, OtherDeskLink } from './desk-card.tsx';
import classes from './first-run.module.css';

const words = text.desk.firstRun;

/** No desk in the folder yet: make one, or open the demo desk. */
export function FirstRun({ isDemo }: { isDemo: boolean }): ReactNode {
  const [settingUp, setSettingUp] = useState(false);
  if (settingUp) return <CreateDeskForm onBack={() => setSettingUp(false)} />;
  return (
    <Card>
      <h1>{words.title}</h1>
      <p className={screen['lead']}>{words.lead}</p>
      <div className={classes['choices']}>
        {!isDemo && (
          <section>
            <Button fullWidth size="xl" onClick={() => setSettingUp(true)}>
              {words.setUp}
            </Button>
            <p>{words.setUpBody}</p>
          </section>
        )}
        <DemoChoice isDemo={isDemo} />
      </div>
      <div className={screen['links']}>
        {isDemo && <OtherDeskLink isDemo />}
        <RestoreLink />
      </div>
    </Card>
  );
}

function DemoChoice({ isDemo }: { isDemo: boolean }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const open = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      if (!isDemo) await changeDesk('demo');
      const now = deskState();
      // A demo desk made earlier is only locked: its unlock screen is on show by now.
      if (now.phase === 'closed' && now.status.state === 'missing') opened(await call('desk.createDemo', {}));
    } catch (thrown) {
      setProblem(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section>
      <Button fullWidth size="xl" variant={isDemo ? 'filled' : 'default'} loading={busy} onClick={() => void open()}>
        {words.demo}
      </Button>
      {busy ? (
        <p role="status">{words.makingDemo}</p>
      ) : (
        <p>
          {words.demoBody} <span className={screen['code']}>{DEMO_PASSPHRASE}</span>
        </p>
      )}
      {problem !== '' && <FieldError>{problem}</FieldError>}
    </section>
  );
}
