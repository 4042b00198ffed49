import { join } from 'node:path';
import { findLoss, LAST_STORED, openLastStored, readStored, type LastStored, type Loss } from './db/last-stored.ts';
import { createStore, type Store } from './db/store.ts';
import { uuidv7 } from './ids.ts';
import type { Clock, DeskContext, DeskHost } from './use-cases/context.ts';
import type { OpenSalvage } from './use-cases/salvage/salvage.ts';
import { forgetKeys, type DeskKeys } from './vault/derived-keys.ts';
import { createVault } from './vault/vault.ts';

/** Incidents kept for the diagnostics. */
const INCIDENTS_KEPT = 20;

export type HostOptions = { folder: string; isDemo: boolean; clock: Clock };

/** The desk process's one state: locked, or open with a store. `report` adds an incident to those the diagnostics show. */
export function createHost({ folder, isDemo, clock }: HostOptions): DeskHost & { report(line: string): void } {
  const vault = createVault(folder);
  const incidents: string[] = [];
  let open: { store: Store; context: DeskContext; keys: DeskKeys; lastStored: LastStored; loss: Loss | null } | null = null;
  let salvaged: OpenSalvage | null = null;
  const endSalvage = (): void => {
    const ended = salvaged;
    salvaged = null;
    ended?.close();
  };
  let jobs: Promise<unknown> = Promise.resolve();
  return {
    folder,
    isDemo,
    clock,
    vault,
    loss: () => open?.loss ?? null,
    current: () => open?.context ?? null,
    salvage: { current: () => salvaged, begin: (begun) => void (salvaged = begun), end: endSalvage },
    file: () => open && { copy: open.store.copy.bind(open.store), keys: open.keys },
    alone: (job) => {
      const done = jobs.then(job);
      jobs = done.catch(() => undefined);
      return done;
    },
    begin: (database, deskId, user, keys) => {
      if (open) throw new Error('a desk is open already');
      const lastStored = openLastStored(join(folder, LAST_STORED), keys.seen);
      const store = createStore(database, deskId, (stored) => lastStored.note(stored));
      const now = readStored(store.read);
      const loss = lastStored.before && findLoss(lastStored.before, now);
      // A loss is noted away by the entry that reports it, and not before.
      if (loss === null) lastStored.note(now);
      const context: DeskContext = {
        deskId,
        isDemo,
        user,
        clock,
        newId: uuidv7,
        read: store.read,
        write: (work) => store.write({ userId: user.userId, at: clock.nowInstant() }, work),
        checkPassphrase: (passphrase) => vault.checkPassphrase(user.userId, passphrase),
        checkpoint: () => store.checkpoint(),
      };
      open = { store, context, keys, lastStored, loss };
      return context;
    },
    end: () => {
      endSalvage();
      const ended = open;
      open = null;
      if (!ended) return;
      forgetKeys(ended.keys);
      ended.store.close();
      ended.lastStored.close();
    },
    incidents: () => incidents,
    report: (line) => {
      incidents.push(line);
      if (incidents.length > INCIDENTS_KEPT) incidents.shift();
    },
  };
}
