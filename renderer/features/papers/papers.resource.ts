import { useState } from 'react';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { text } from '../../text.ts';

const words = text.papers;

export type GivenBy = 'print' | 'save';
type Outcome = { kind: 'info' | 'problem'; sentence: string };
export type Sending = {
  isBusy: boolean;
  /** What became of the last print or save, in a sentence. */
  outcome: Outcome | null;
  send: (by: GivenBy, pdf: Uint8Array<ArrayBuffer>, suggestedName: string) => Promise<void>;
};

/**
 * Prints or saves bytes, then does what belongs to it, such as keeping them in the record. Nothing follows when the person changes their
 * mind. `after` answers with what to say, or throws.
 */
export function useSending(after: (by: GivenBy) => Promise<string>, onChanged: () => void): Sending {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const send: Sending['send'] = async (by, pdf, suggestedName) => {
    setBusy(true);
    setOutcome(null);
    try {
      if (by === 'print') await call('shell.printPdf', { pdf });
      else await call('shell.savePdf', { pdf, suggestedName });
    } catch (thrown) {
      const wasCancelled = asDeskFailure(thrown).code === 'cancelled';
      setOutcome(
        wasCancelled ? { kind: 'info', sentence: text.handouts.cancelled } : { kind: 'problem', sentence: failureMessage(thrown) },
      );
      setBusy(false);
      return;
    }
    try {
      setOutcome({ kind: 'info', sentence: await after(by) });
    } catch (thrown) {
      const wasChanged = asDeskFailure(thrown).code === 'conflict';
      setOutcome({ kind: 'problem', sentence: wasChanged ? words.changed : words.notKept });
      if (wasChanged) onChanged();
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, outcome, send };
}
