import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../electron/db/open.ts';
import { getDraft } from '../../electron/db/repositories/draft.ts';
import { createStore } from '../../electron/db/store.ts';
import { temporaryFolder, valueOf } from './database.ts';

type Saved = { visitId: string; userId: string; deskId: string; sequence: number };

it('keeps every acknowledged draft when the desk is killed in the middle of saving', async () => {
  const path = join(temporaryFolder(), 'desk.db');
  const key = randomBytes(32);
  const child = fork(join(import.meta.dirname, 'save-draft-child.ts'), [path, key.toString('hex')], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const acknowledged = await new Promise<Saved>((resolve) => {
    child.on('message', (message) => {
      const saved = message as Saved;
      if (saved.sequence === 25) child.kill('SIGKILL');
      if (saved.sequence >= 25) resolve(saved);
    });
  });
  expect(await ended).toBe('SIGKILL');
  const store = createStore(valueOf(openDatabase(path, key)), acknowledged.deskId);
  try {
    const draft = getDraft(store.read, acknowledged.visitId);
    expect(draft?.sequence).toBeGreaterThanOrEqual(25);
    expect(draft?.record.note).toBe(`typed ${draft?.sequence}`);
    expect(draft).toMatchObject({ focusField: 'slr.right.p1AngleDeg', pendingText: { 'slr.right.p1AngleDeg': '4' } });
  } finally {
    store.close();
  }
});
