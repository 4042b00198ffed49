import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Paper } from '../../../shared/schemas/clinic.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { useSession } from '../../app/desk-state.ts';
import { text } from '../../text.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { useSending } from './papers.resource.ts';

const words = text.papers;

type Made = { paper: Paper; preview: Output<'papers.recovery'> | null; failure: string | null };

/** The recovery key on paper, to be printed while it is on show. Not saved as a file, and not kept among the answers of the desk. */
export function RecoveryKeyDialog({ groups, onClose }: { groups: readonly string[]; onClose: () => void }): ReactNode {
  const { clinic } = useSession();
  const [paper, setPaper] = useState<Paper>(clinic.paper);
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    let isLatest = true;
    call('papers.recovery', { groups: [...groups], paper })
      .then((preview): Made => ({ paper, preview, failure: null }))
      .catch((thrown: unknown): Made => ({ paper, preview: null, failure: failureMessage(thrown) }))
      .then((result) => isLatest && setMade(result))
      .catch(() => undefined);
    return () => {
      isLatest = false;
    };
  }, [groups, paper]);
  const current = made?.paper === paper ? made : null;
  const pdf = current?.preview?.pdf;
  const sending = useSending({ after: () => Promise.resolve(words.recoveryPrinted) });
  return (
    <PaperDialog
      title={words.names.recovery}
      pdf={pdf}
      isMaking={current === null}
      failure={current?.failure ?? null}
      problems={current?.preview?.problems ?? []}
      paper={{ chosen: paper, onChoose: setPaper }}
      remark={words.recoveryRemark}
      printLabel={words.printRecovery}
      sending={sending}
      onPrint={() => pdf !== undefined && void sending.send('print', pdf, '')}
      onSave={null}
      onClose={onClose}
    />
  );
}
