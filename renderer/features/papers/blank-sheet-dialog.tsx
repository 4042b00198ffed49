import { useState, type ReactNode } from 'react';
import type { Paper } from '../../../shared/schemas/clinic.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { text } from '../../text.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { useSending } from './papers.resource.ts';

const words = text.papers;

/** The examination sheet to fill by hand. Of no patient, so nothing is kept. */
export function BlankSheetDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { today } = useDateSettings();
  const clinic = useDeskQuery('clinic.get', {});
  const [chosen, setChosen] = useState<Paper | null>(null);
  const paper = chosen ?? clinic.data?.paper ?? null;
  const preview = useDeskQuery('papers.blank', { paper: paper ?? 'A4' }, { enabled: paper !== null });
  const made = preview.data;
  const sending = useSending({ after: (by) => Promise.resolve(by === 'print' ? words.printed : words.saved) });
  return (
    <PaperDialog
      title={words.names.blank}
      pdf={made?.pdf}
      isMaking={preview.isFetching}
      failure={preview.error === null ? null : failureMessage(preview.error)}
      problems={made?.problems ?? []}
      paper={{ chosen: paper, onChoose: setChosen }}
      remark={words.blankRemark}
      printLabel={words.printBlank}
      sending={sending}
      onPrint={() => made !== undefined && void sending.send('print', made.pdf, '')}
      onSave={() => made !== undefined && void sending.send('save', made.pdf, text.handouts.fileName(words.names.blank, today))}
      onClose={onClose}
    />
  );
}
