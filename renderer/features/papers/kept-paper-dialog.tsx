import type { ReactNode } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { text } from '../../text.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { useSending } from './papers.resource.ts';

const words = text.papers;

/** A letter or a summary as it was given: its kept bytes; a reprint says in the margin that it is one. */
export function KeptPaperDialog({ paperId, onClose }: { paperId: Id; onClose: () => void }): ReactNode {
  const { format } = useDateSettings();
  const kept = useDeskQuery('papers.get', { paperId });
  const found = kept.data;
  const sending = useSending({ after: (by) => Promise.resolve(by === 'print' ? words.printed : words.saved) });
  const name = found === undefined ? '' : words.names[found.summary.kind];
  return (
    <PaperDialog
      title={found === undefined ? words.making : words.openFromHistory(name, formatDate(found.summary.madeOn, format))}
      pdf={found?.pdf}
      isMaking={kept.isFetching}
      failure={kept.error === null ? null : failureMessage(kept.error)}
      problems={[]}
      paper={null}
      remark={words.exactCopy}
      printLabel={text.handouts.printFor(found?.patientName ?? '')}
      sending={sending}
      onPrint={() => found !== undefined && void sending.send('print', found.copy, '')}
      onSave={() => found !== undefined && void sending.send('save', found.pdf, text.handouts.fileName(name, found.summary.madeOn))}
      onClose={onClose}
    />
  );
}
