import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { text } from '../../text.ts';
import type { Found } from './salvage-dialog.tsx';
import { SalvagedPatients } from './salvaged-patients.tsx';
import classes from './salvage.module.css';

const words = text.salvage;
type Written = Output<'salvage.export'>;

/** What was read, what is known to be missing, and a way to write it to files. Nothing here can be changed. */
export function SalvageView({ found, onClose }: { found: Found; onClose: () => void }): ReactNode {
  const { lost } = found;
  return (
    <div className={classes['form']}>
      <Notice title={words.found(found.patients, found.visits, found.sheets)}>
        <p>
          {words.pages(found.damagedPages, found.pages)} {words.lost(lost.patients, lost.visits, lost.addenda, lost.sheets)}
          {lost.drafts && ` ${words.draftsLost}`}
          {found.mayBeMore && ` ${words.mayBeMore}`}
        </p>
      </Notice>
      <SalvagedPatients />
      <WriteToFiles />
      <div className={classes['actions']}>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}

function WriteToFiles(): ReactNode {
  const [written, setWritten] = useState<Written | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const write = async (): Promise<void> => {
    setProblem('');
    try {
      const { path } = await call('shell.chooseSalvageFolder', {});
      setBusy(true);
      setWritten(await call('salvage.export', { folder: path }));
    } catch (thrown) {
      if (asDeskFailure(thrown).code !== 'cancelled') setProblem(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={classes['write']} aria-label={words.export}>
      <p>{words.exportLead}</p>
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void write()}>
          {words.export}
        </Button>
        {busy && <span role="status">{words.exporting}</span>}
      </div>
      {problem !== '' && <Notice kind="problem">{problem}</Notice>}
      {written !== null && (
        <Notice title={words.exported(written.folderName, written.patients, written.visits, written.sheets)}>
          {written.sheetsUnreadable > 0 && words.exportedWithout(written.sheetsUnreadable)}
        </Notice>
      )}
    </section>
  );
}
