import { useRef, useState } from 'react';
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

export type SendingSteps = {
  /** Whether the record would still give these very bytes. Asked first: what it would not, does not leave the desk. */
  isCurrent?: () => Promise<boolean>;
  /** What belongs to it once it was printed or saved; answers with what to say, or throws. */
  after: (by: GivenBy) => Promise<string>;
  /** The record gives other bytes by now. */
  onChanged?: () => void;
};

/**
 * Prints or saves bytes, then does what belongs to it, such as keeping them in the record. Nothing follows when the person changes their
 * mind. One at a time: a second click while one is under way does nothing.
 */
export function useSending({ isCurrent, after, onChanged }: SendingSteps): Sending {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const isUnderWay = useRef(false);

  const sendOnce = async (by: GivenBy, pdf: Uint8Array<ArrayBuffer>, suggestedName: string): Promise<Outcome> => {
    try {
      if (isCurrent !== undefined && !(await isCurrent())) {
        onChanged?.();
        return { kind: 'problem', sentence: words.changed };
      }
      if (by === 'print') await call('shell.printPdf', { pdf });
      else await call('shell.savePdf', { pdf, suggestedName });
    } catch (thrown) {
      const wasCancelled = asDeskFailure(thrown).code === 'cancelled';
      return wasCancelled ? { kind: 'info', sentence: text.handouts.cancelled } : { kind: 'problem', sentence: failureMessage(thrown) };
    }
    try {
      return { kind: 'info', sentence: await after(by) };
    } catch (thrown) {
      if (asDeskFailure(thrown).code === 'conflict') onChanged?.();
      return { kind: 'problem', sentence: words.notKept };
    }
  };

  const send: Sending['send'] = async (by, pdf, suggestedName) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome(await sendOnce(by, pdf, suggestedName));
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { isBusy, outcome, send };
}
