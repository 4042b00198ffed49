import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { updateSession, useMay, useSession } from '../../app/desk-state.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import classes from './people.module.css';

const words = text.people.sign;
const CHOICES = [
  { value: 'on', label: words.on },
  { value: 'off', label: words.off },
] as const;

/** Whether signing asks for the passphrase. */
export function SigningPanel(): ReactNode {
  const { signWithPassphrase } = useSession();
  const mayChange = useMay('desk.setSignWithPassphrase');
  const [problem, setProblem] = useState('');

  const save = async (on: boolean): Promise<void> => {
    setProblem('');
    try {
      await call('desk.setSignWithPassphrase', { on });
      updateSession({ signWithPassphrase: on });
    } catch (thrown) {
      setProblem(failureMessage(thrown));
    }
  };

  return (
    <Panel title={words.title}>
      <div className={classes['row']}>
        <span id="sign-with-passphrase">{words.ask}</span>
        <Segmented
          choices={CHOICES}
          value={signWithPassphrase ? 'on' : 'off'}
          disabled={!mayChange}
          labelledBy="sign-with-passphrase"
          onChange={(choice) => choice !== null && void save(choice === 'on')}
        />
      </div>
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      <p className={classes['note']}>
        {words.note} {!mayChange && text.app.adminOnly}
      </p>
    </Panel>
  );
}
