import { useState } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import type { HandoutOptions, HandoutPreview } from '../../../shared/schemas/handout.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { text } from '../../text.ts';

const words = text.handouts;

export type GivenBy = 'print' | 'save';
export type Giving = {
  isBusy: boolean;
  /** What became of the last print or save, in a sentence. */
  outcome: { kind: 'info' | 'problem'; sentence: string } | null;
  give: (by: GivenBy, preview: HandoutPreview, suggestedName: string) => Promise<void>;
};

/**
 * Prints or saves the previewed bytes, then keeps them in the record as given. Nothing is kept when the person changes their mind;
 * when the visit changed since the preview the desk refuses, and `onChanged` shows the new sheet.
 */
export function useGiving(visitId: Id, options: HandoutOptions, onChanged: () => void): Giving {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Giving['outcome']>(null);

  const give = async (by: GivenBy, preview: HandoutPreview, suggestedName: string): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      if (by === 'print') await call('shell.printPdf', { pdf: preview.pdf });
      else await call('shell.savePdf', { pdf: preview.pdf, suggestedName });
    } catch (thrown) {
      const wasCancelled = asDeskFailure(thrown).code === 'cancelled';
      setOutcome(wasCancelled ? { kind: 'info', sentence: words.cancelled } : { kind: 'problem', sentence: failureMessage(thrown) });
      setBusy(false);
      return;
    }
    try {
      await call('handouts.keep', { handoutId: newId(), visitId, options, sha256: preview.sha256, givenBy: by });
      setOutcome({ kind: 'info', sentence: by === 'print' ? words.kept : words.keptSaved });
      await invalidate('patients.chart', 'visits.get');
    } catch (thrown) {
      const wasChanged = asDeskFailure(thrown).code === 'conflict';
      setOutcome({ kind: 'problem', sentence: wasChanged ? words.changed : words.notKept });
      if (wasChanged) onChanged();
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, outcome, give };
}
