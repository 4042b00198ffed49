import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ok, type Result } from '../../shared/contract/result.ts';
import { createDatabase } from '../../electron/db/open.ts';
import { createStore, type Store } from '../../electron/db/store.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { Clock, DeskContext, DeskUser } from '../../electron/use-cases/context.ts';

/** Takes what must be undone when the test, or the suite, is over. */
export type Cleanup = (undo: () => void) => void;

/** A folder of its own, removed after the test (or by the given clean-up of a suite). */
export function temporaryFolder(cleanup: Cleanup = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'lasegue-test-'));
  cleanup(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a `Result` that must have succeeded. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A clock a test sets by hand. */
export type TestClock = Clock & { set(instant: string): void };

export function testClock(instant = '2025-03-10T09:00:00.000Z', timeZone = 'UTC'): TestClock {
  let now = instant;
  return {
    nowInstant: () => now,
    today: () => now.slice(0, 10),
    timeZone,
    set: (next) => {
      now = next;
    },
  };
}

export type TestDesk = { context: DeskContext; store: Store; clock: TestClock; folder: string; path: string; key: Buffer };

/** A real encrypted desk database in a folder of its own, with one user, open. Closed and removed after the test. */
export function openTestDesk(): TestDesk {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  const key = randomBytes(32);
  const deskId = uuidv7();
  const database = valueOf(createDatabase(path, key, { deskId, isDemo: false, createdAt: '2025-01-01T00:00:00.000Z' }));
  const store = createStore(database, deskId);
  onTestFinished(() => store.close());
  const clock = testClock();
  const user: DeskUser = { userId: uuidv7(), displayName: 'Dr Test Person', role: 'admin' };
  const author = (): { userId: string; at: string } => ({ userId: user.userId, at: clock.nowInstant() });
  store.write(author(), (db) => db.insert('user', { user_id: user.userId, display_name: user.displayName, role: 'admin' }));
  const context: DeskContext = {
    deskId,
    isDemo: false,
    user,
    clock,
    newId: uuidv7,
    read: store.read,
    write: (work) => store.write(author(), work),
    checkPassphrase: () => Promise.resolve(ok(null)),
    checkpoint: () => store.checkpoint(),
  };
  return { context, store, clock, folder, path, key };
}
