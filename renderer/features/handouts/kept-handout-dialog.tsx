import { Button, Loader, Modal } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { HandoutSummary } from '../../../shared/schemas/handout.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { PdfPages } from '../../components/pdf-pages.tsx';
import { text } from '../../text.ts';
import { GivingForm } from './giving-form.tsx';
import classes from './handouts.module.css';

const words = text.handouts;
const PAGE_PX = 540;

/** A sheet as it was given: its kept bytes, shown and saved without being made again; a reprint says in the margin that it is one. */
export function KeptHandoutDialog({ handoutId, onClose }: { handoutId: Id; onClose: () => void }): ReactNode {
  const { format } = useDateSettings();
  const kept = useDeskQuery('handouts.get', { handoutId });
  const [outcome, setOutcome] = useState<string | null>(null);
  const [recorded, setRecorded] = useState<HandoutSummary | null>(null);
  const sheet = kept.data;
  const title =
    sheet === undefined ? '' : words.openFromHistory(words.sheets[sheet.summary.sheet], formatDate(sheet.summary.madeOn, format));

  const send = async (how: 'print' | 'save', from: Output<'handouts.get'>): Promise<void> => {
    setOutcome(null);
    try {
      const suggestedName = words.fileName(words.sheets[from.summary.sheet], from.summary.madeOn);
      if (how === 'print') await call('shell.printPdf', { pdf: from.copy });
      else await call('shell.savePdf', { pdf: from.pdf, suggestedName });
    } catch (thrown) {
      setOutcome(asDeskFailure(thrown).code === 'cancelled' ? words.cancelled : failureMessage(thrown));
    }
  };

  return (
    <Modal opened onClose={onClose} size={920} title={title}>
      {sheet === undefined ? (
        kept.error === null ? (
          <Loader size="sm" aria-label={words.making} />
        ) : (
          <Notice kind="problem">{failureMessage(kept.error)}</Notice>
        )
      ) : (
        <div className={classes['layout']}>
          {sheet.openFlag !== null && (
            <div className={classes['openFlag']} data-open-flag={sheet.openFlag.urgency}>
              <Notice kind="problem" title={words.openFlag[sheet.openFlag.urgency](formatDate(sheet.openFlag.visitOn, format))}>
                {sheet.openFlag.text === '' ? words.openFlag.unsigned : sheet.openFlag.text} {words.openFlag.sheet}
              </Notice>
            </div>
          )}
          <div className={classes['pages']} tabIndex={0} role="region" aria-label={words.sheetRegion}>
            <PdfPages pdf={sheet.pdf} widthPx={PAGE_PX} pageLabel={words.page} textLabel={words.pageText} />
          </div>
          <div className={classes['side']}>
            <p>{words.exactCopy}</p>
            {outcome !== null && <Notice>{outcome}</Notice>}
            <div className={classes['actions']}>
              <Button
                variant="filled"
                size="lg"
                // What waits of this patient is asked for anew each time.
                disabled={kept.isFetching}
                leftSection={<IconPrinter size={18} aria-hidden="true" />}
                onClick={() => void send('print', sheet)}
              >
                {words.printFor(sheet.patientName)}
              </Button>
              <Button
                variant="default"
                leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
                onClick={() => void send('save', sheet)}
              >
                {words.save}
              </Button>
              <Button variant="subtle" onClick={onClose}>
                {words.close}
              </Button>
            </div>
            <GivingForm handout={recorded ?? sheet.summary} patientName={sheet.patientName} onRecorded={setRecorded} />
          </div>
        </div>
      )}
    </Modal>
  );
}
