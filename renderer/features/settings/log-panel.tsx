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
const check = text.audit.verify;
type Anchors = Output<'backup.checkAnchors'>;

function anchorSentence({ checked, unread, misfit }: Anchors): string {
  const known = misfit !== null ? check.misfit(misfit.fileName, misfit.seq) : checked === 0 ? check.noAnchors : check.anchors(checked);
  return unread === 0 ? known : `${known} ${check.unread(unread)}`;
}

/** Checks the chain of the change log on request. */
export function LogPanel(): ReactNode {
  const [result, setResult] = useState<Output<'desk.verifyLog'> | null>(null);
  const [anchors, setAnchors] = useState<Anchors | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const verify = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    setResult(null);
    try {
      setAnchors(await call('backup.checkAnchors', {}));
      setResult(await call('desk.verifyLog', {}));
    } catch (thrown) {
      setProblem(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  };

  const isWhole = result?.intact === true && (anchors?.misfit ?? null) === null;
  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <Button variant="default" loading={busy} onClick={() => void verify()}>
        {words.verify}
      </Button>
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      {result !== null && (
        <div className={classes['note']}>
          <Notice kind={isWhole ? 'info' : 'problem'}>
            {result.broken === null ? check.intact(result.entries) : check.broken(result.broken)}
            {result.erased > 0 && ` ${check.erased(result.erased)}`}
            {anchors !== null && <p>{anchorSentence(anchors)}</p>}
            <p>
              {words.anchor} {result.headHash.slice(0, 16)}
            </p>
            {!isWhole && <p>{words.keep}</p>}
          </Notice>
        </div>
      )}
    </Panel>
  );
}
