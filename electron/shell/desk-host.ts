import type { DeskChannel } from '../../shared/contract/contract.ts';
import type { DeskKind } from '../../shared/contract/desk-messages.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { startDeskProcess, type DeskProcess } from './desk-process.ts';
import { deskFolder } from './paths.ts';

/** A desk that ends sooner than this after its start is not started again by itself, but at the next request, milliseconds. */
const SETTLED_AFTER_MS = 2000;

export type DeskHost = {
  request: (channel: DeskChannel, input: unknown) => Promise<Result<unknown>>;
  /** Ends the process that may hold the key and starts a locked one. The value says whether the database closed in good order. */
  lock: () => Promise<Result<unknown>>;
  /** As `lock`, on the other folder. */
  use: (desk: DeskKind) => Promise<Result<unknown>>;
  /** Ends the process for good, before the app quits. */
  end: () => Promise<Result<unknown>>;
  readonly current: () => DeskKind;
  /** A desk process ended by itself since `forgetCrash` was last called. */
  readonly crashed: () => boolean;
  readonly forgetCrash: () => void;
};

/** Keeps exactly one desk process: at most one ever holds a folder, and the next is started only when the last is gone. */
export function createDeskHost(onCrash: () => void): DeskHost {
  let kind: DeskKind = 'own';
  let hasCrashed = false;
  let desk: DeskProcess | null = null;
  /** Settles when a change of process under way is over. Requests wait for it, so none lands on a desk about to end. */
  let change: Promise<unknown> = Promise.resolve();

  const running = (): DeskProcess => (desk ??= start());

  function start(): DeskProcess {
    const started: DeskProcess = startDeskProcess({ folder: deskFolder(kind), desk: kind }, () => {
      if (desk === started) desk = null;
      hasCrashed = true;
      if (Date.now() - started.startedAt >= SETTLED_AFTER_MS) running();
      onCrash();
    });
    return started;
  }

  function replace(next: DeskKind | null): Promise<Result<unknown>> {
    const replaced = change.then(async () => {
      const closed = desk === null ? ok({}) : await desk.end();
      desk = null;
      if (next !== null) {
        kind = next;
        running();
      }
      return closed;
    });
    change = replaced;
    return replaced;
  }

  running();
  return {
    request: async (channel, input) => {
      await change;
      return running().request(channel, input);
    },
    lock: () => replace(kind),
    use: (next) => replace(next),
    end: () => replace(null),
    current: () => kind,
    crashed: () => hasCrashed,
    forgetCrash: () => (hasCrashed = false),
  };
}
