import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './settings.module.css';

const words = text.settings.log;

/** Checks the chain of the change log on request. */
export function LogPanel(): ReactNode {
  const [result, setResult] = useState<Output<'desk.verifyLog'> | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const verify = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    setResult(null);
    try {
      setResult(await call('desk.verifyLog', {}));
    } catch (thrown) {
      setProblem(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <Button variant="default" loading={busy} onClick={() => void verify()}>
        {words.verify}
      </Button>
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      {result !== null && (
        <div className={classes['note']}>
          <Notice kind={result.intact ? 'info' : 'problem'}>
            {result.intact ? words.intact(result.entries) : words.broken(result.entries, result.firstBrokenSeq ?? 0)}
            <br />
            {words.anchor} {result.headHash.slice(0, 16)}
          </Notice>
        </div>
      )}
    </Panel>
  );
}
