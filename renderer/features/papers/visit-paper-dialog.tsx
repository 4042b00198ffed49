import { useState, type ReactNode } from 'react';
import type { Paper } from '../../../shared/schemas/clinic.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { VisitPaper } from '../../../shared/schemas/paper.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { text } from '../../text.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { useSending } from './papers.resource.ts';

const words = text.papers;

type VisitPaperDialogProps = { visitId: Id; patientName: string; kind: VisitPaper; onClose: () => void };

/** The referral letter or the summary of a visit: previewed, then printed or saved and kept in the record as given. */
export function VisitPaperDialog({ visitId, patientName, kind, onClose }: VisitPaperDialogProps): ReactNode {
  const { today } = useDateSettings();
  const clinic = useDeskQuery('clinic.get', {});
  const [chosen, setChosen] = useState<Paper | null>(null);
  const paper = chosen ?? clinic.data?.paper ?? null;
  const asked = { visitId, kind, paper: paper ?? 'A4' };
  const preview = useDeskQuery('papers.preview', asked, { enabled: paper !== null });
  const made = preview.data;
  const sending = useSending({
    // The preview may be older than the last answer of the visit: a letter must not leave out what was found since.
    isCurrent: async () => (await call('papers.preview', asked)).sha256 === made?.sha256,
    after: async (by) => {
      await call('papers.keep', { ...asked, paperId: newId(), sha256: made?.sha256 ?? '', givenBy: by });
      await invalidate('patients.chart');
      return by === 'print' ? text.handouts.kept : text.handouts.keptSaved;
    },
    onChanged: () => void invalidate('papers.preview'),
  });
  return (
    <PaperDialog
      title={words.title(words.names[kind], patientName)}
      pdf={made?.pdf}
      isMaking={preview.isFetching}
      failure={preview.error === null ? null : failureMessage(preview.error)}
      problems={made?.problems ?? []}
      paper={{ chosen: paper, onChoose: setChosen }}
      remark={kind === 'letter' ? words.letterRemark : ''}
      printLabel={text.handouts.printFor(made?.patientName ?? patientName)}
      sending={sending}
      onPrint={() => made !== undefined && void sending.send('print', made.pdf, '')}
      onSave={() => made !== undefined && void sending.send('save', made.pdf, text.handouts.fileName(words.names[kind], today))}
      onClose={onClose}
    />
  );
}
