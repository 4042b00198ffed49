import type { Result } from '../../shared/contract/result.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Instant } from '../../shared/schemas/common.ts';

/** Time from the first unsent change to its sending. Together with the writing itself it stays below the promised 500 ms. */
export const SAVE_DELAY_MS = 250;
/** Waits before a failed save is tried again; the last one repeats. */
export const RETRY_DELAYS_MS = [500, 1000, 2000, 5000] as const;

export type SaveStatus = {
  /** `unsaved`: typed but not written yet. `failed`: the last try failed and another follows. `refused`: no further try would help. */
  state: 'saved' | 'unsaved' | 'failed' | 'refused';
  /** When the desk last wrote this draft. */
  savedAt: Instant | null;
  error: ErrorCode | null;
};

export type SaveAnswer = Result<{ sequence: number; savedAt: Instant }>;

export type Autosave = {
  /** Something changed. The draft is sent at most SAVE_DELAY_MS later, whatever is typed meanwhile. */
  touch: () => void;
  /** Writes everything now. Resolves to true when nothing is left unwritten. */
  flush: () => Promise<boolean>;
  /** Number for a request that must come after every save, such as signing. */
  nextSequence: () => number;
  getStatus: () => SaveStatus;
  subscribe: (listener: () => void) => () => void;
  /** Stops the clock. What is unwritten stays unwritten: flush first. */
  stop: () => void;
};

/**
 * Answers after which this window cannot succeed by trying again. When the desk is locked or gone, what is unwritten is kept by the window's
 * frame and offered to the same user after the next unlock.
 */
const FINAL: ReadonlySet<ErrorCode> = new Set(['visit-signed', 'not-found', 'forbidden', 'locked', 'desk-gone']);

/**
 * Writes a draft as it is typed: one request at a time, the newest content each time, sequence numbers that only rise, and further
 * tries while the desk does not answer. `send` takes the content at the moment it is called.
 */
export function createAutosave(options: {
  send: (sequence: number) => Promise<SaveAnswer>;
  sequence: number;
  savedAt: Instant | null;
}): Autosave {
  let sequence = options.sequence;
  let status: SaveStatus = { state: 'saved', savedAt: options.savedAt, error: null };
  let version = 0;
  let writtenVersion = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<boolean> | null = null;
  let stopped = false;
  const listeners = new Set<() => void>();

  function publish(next: SaveStatus): void {
    status = next;
    for (const listener of listeners) listener();
  }

  function clearTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function schedule(delayMs: number): void {
    if (stopped || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void run();
    }, delayMs);
  }

  /** Sends once. True when the content at the time of the call was written. */
  async function sendOnce(): Promise<boolean> {
    const sending = version;
    sequence += 1;
    const own = sequence;
    const answer = await options.send(own);
    if (!answer.ok) {
      failures += 1;
      publish({ ...status, state: FINAL.has(answer.error.code) ? 'refused' : 'failed', error: answer.error.code });
      return false;
    }
    failures = 0;
    if (answer.value.sequence > own) {
      // The desk holds a later draft than this window knew of: take its number and send again.
      sequence = answer.value.sequence;
      return sendOnce();
    }
    writtenVersion = sending;
    publish({ state: version === sending ? 'saved' : 'unsaved', savedAt: answer.value.savedAt, error: null });
    return true;
  }

  function run(): Promise<boolean> {
    if (running !== null) return running;
    clearTimer();
    running = (async (): Promise<boolean> => {
      const written = await sendOnce();
      running = null;
      if (stopped || status.state === 'refused') return written;
      if (!written) schedule(RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length) - 1] ?? RETRY_DELAYS_MS[0]);
      else if (version !== writtenVersion) schedule(SAVE_DELAY_MS);
      return written;
    })();
    return running;
  }

  return {
    touch: () => {
      version += 1;
      if (status.state === 'saved') publish({ ...status, state: 'unsaved' });
      if (running === null && status.state !== 'refused') schedule(SAVE_DELAY_MS);
    },
    flush: async () => {
      while (version !== writtenVersion) {
        if (status.state === 'refused') return false;
        const written = await run();
        if (!written) return false;
      }
      return true;
    },
    nextSequence: () => {
      sequence += 1;
      return sequence;
    },
    getStatus: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
      clearTimer();
    },
  };
}
