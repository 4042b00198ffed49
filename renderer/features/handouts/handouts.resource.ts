import { useRef, useState } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import type { HandoutOptions, HandoutPreview, HandoutSummary } from '../../../shared/schemas/handout.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { text } from '../../text.ts';

const words = text.handouts;

export type GivenBy = 'print' | 'save';
type Outcome = { kind: 'info' | 'problem'; sentence: string };
export type Giving = {
  isBusy: boolean;
  /** What became of the last print or save, in a sentence. */
  outcome: Outcome | null;
  /** The sheet as it is kept, once it left the desk. */
  kept: HandoutSummary | null;
  give: (by: GivenBy, preview: HandoutPreview, suggestedName: string) => Promise<void>;
};

const problem = (sentence: string): Outcome => ({ kind: 'problem', sentence });

/**
 * Prints or saves the previewed bytes, then keeps them in the record. Before that the desk makes the sheet from the record as it is
 * now: when other bytes come out, or none, nothing leaves the desk and `onChanged` shows the new sheet with its reasons. Nothing is kept
 * when the person changes their mind. One at a time: a second click while one is under way does nothing.
 */
export function useGiving(visitId: Id, options: HandoutOptions, onChanged: () => void): Giving {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kept, setKept] = useState<HandoutSummary | null>(null);
  const isUnderWay = useRef(false);

  const send = async (by: GivenBy, preview: HandoutPreview, suggestedName: string): Promise<Outcome> => {
    try {
      const now = await call('handouts.preview', { visitId, options });
      if (now.sha256 !== preview.sha256) {
        onChanged();
        return problem(now.problems.some(({ hard }) => hard) ? words.changedRefused : words.changed);
      }
      if (by === 'print') await call('shell.printPdf', { pdf: preview.pdf });
      else await call('shell.savePdf', { pdf: preview.pdf, suggestedName });
    } catch (thrown) {
      const wasCancelled = asDeskFailure(thrown).code === 'cancelled';
      return wasCancelled ? { kind: 'info', sentence: words.cancelled } : problem(failureMessage(thrown));
    }
    try {
      setKept(await call('handouts.keep', { handoutId: newId(), visitId, options, sha256: preview.sha256, givenBy: by }));
      await invalidate('patients.chart', 'visits.get');
      return { kind: 'info', sentence: by === 'print' ? words.kept : words.keptSaved };
    } catch (thrown) {
      const wasChanged = asDeskFailure(thrown).code === 'conflict';
      if (wasChanged) onChanged();
      return problem(wasChanged ? words.changed : words.notKept);
    }
  };

  const give: Giving['give'] = async (by, preview, suggestedName) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome(await send(by, preview, suggestedName));
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { isBusy, outcome, kept, give };
}
