import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fail } from '../../shared/contract/result.ts';
import { readRecoveryKey } from '../../shared/recovery-key.ts';
import { deskHandlers, deskHostHandlers } from '../../electron/use-cases/desk/index.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { createPaperHandlers } from '../../electron/use-cases/papers/index.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import { temporaryFolder, valueOf, type Cleanup } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';
import { openRenderer } from './sheet-renderer.ts';
import { rawQuery } from './visits.ts';

const { 'desk.makeRecoveryKey': makeKey, 'desk.recover': recover, 'desk.notices': notices } = deskHostHandlers;
const papers = createPaperHandlers(openRenderer());
const NEXT = 'nine paper boats in march';
const undo: (() => void)[] = [];
const afterSuite: Cleanup = (work) => void undo.push(work);
afterAll(() => undo.forEach((work) => work()));

let made: { folder: string; userId: string; groups: string[] };
beforeAll(async () => {
  const folder = temporaryFolder(afterSuite);
  const host = openHost(folder, afterSuite);
  const desk = await createTestDesk(host);
  const { groups } = valueOf(await makeKey(host, { passphrase: PASSPHRASE }));
  host.end();
  made = { folder, userId: desk.user.userId, groups };
});

function lockedCopy(): TestHost {
  const folder = temporaryFolder();
  cpSync(made.folder, folder, { recursive: true });
  return openHost(folder);
}

/** Every row of every table, and every file of the folder with its size. */
function everythingIn(host: TestHost, { read }: DeskContext): { rows: string; files: string[] } {
  const tables = read.all<{ name: string }>(rawQuery("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
  return {
    rows: tables.map(({ name }) => JSON.stringify(read.all(rawQuery(`SELECT * FROM "${name}"`)))).join('\n'),
    files: readdirSync(host.folder).map((name) => `${name} ${statSync(join(host.folder, name)).size}`),
  };
}

describe('the recovery key', () => {
  test('opens the desk, sets a new passphrase, and is told to everyone until somebody has read it', async () => {
    const host = lockedCopy();
    const typed = made.groups.join('-').toLowerCase();
    const session = valueOf(await recover(host, { userId: made.userId, recoveryKey: typed, next: NEXT }));
    expect(session.user.userId).toBe(made.userId);
    expect(valueOf(notices(host))).toMatchObject({
      recoveryUsed: { userName: 'Dr Test Person', at: '2025-03-10T09:00:00.000Z' },
      recoveryKeyMadeAt: '2025-03-10T09:00:00.000Z',
    });
    host.end();
    const again = openHost(host.folder);
    expect(await openDesk(again, made.userId, PASSPHRASE)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    rmSync(join(host.folder, 'desk-attempts.json'));
    const last = openHost(host.folder);
    const desk = valueOf(await openDesk(last, made.userId, NEXT));
    expect(valueOf(notices(last)).recoveryUsed).not.toBeNull();
    last.clock.set('2025-03-12T09:00:00.000Z');
    valueOf(deskHandlers['desk.markNoticesRead'](desk));
    expect(valueOf(notices(last)).recoveryUsed).toBeNull();
    expect(valueOf(deskHandlers['desk.verifyLog'](desk)).intact).toBe(true);
  });

  test('lies nowhere in the folder', () => {
    const read = readRecoveryKey(made.groups.join(''));
    const key = read.ok ? read.key : '';
    expect(key).toHaveLength(32);
    for (const name of ['desk.json', 'desk-copy.json', 'desk.db']) {
      const bytes = readFileSync(join(made.folder, name));
      for (const secret of [key, ...made.groups]) expect(bytes.includes(secret), name).toBe(false);
    }
  });

  test('is drawn on paper in memory: the database, the log and the folder are as before', async () => {
    const host = openHost(temporaryFolder());
    const desk = await createTestDesk(host);
    const { groups } = valueOf(await makeKey(host, { passphrase: PASSPHRASE }));
    const before = everythingIn(host, desk);
    const drawn = valueOf(await papers['papers.recovery'](desk, { groups, paper: 'A4' }));
    expect(drawn).toMatchObject({ pageCount: 1, problems: [] });
    expect(everythingIn(host, desk)).toEqual(before);
    for (const form of [groups.join(''), groups.join(' '), groups.join('-')]) expect(before.rows.includes(form)).toBe(false);
    const wrong = await papers['papers.recovery'](desk, { groups: groups.with(0, 'UUUUU'), paper: 'A4' });
    expect(wrong).toEqual(fail('invalid-input', { fields: { groups: 'invalid' } }));
  });

  test('with a typing error names the group before anything is tried', async () => {
    const host = lockedCopy();
    const groups = made.groups.with(2, `${made.groups[2]?.slice(0, 4) ?? ''}${made.groups[2]?.at(4) === 'Z' ? 'Y' : 'Z'}`);
    expect(await recover(host, { userId: made.userId, recoveryKey: groups.join(' '), next: NEXT })).toEqual(
      fail('invalid-input', { fields: { 'recoveryKey.3': 'invalid' } }),
    );
    expect(await recover(host, { userId: made.userId, recoveryKey: 'lost it', next: NEXT })).toEqual(
      fail('invalid-input', { fields: { recoveryKey: 'invalid' } }),
    );
    expect(await recover(host, { userId: made.userId, recoveryKey: made.groups.join(' '), next: 'short' })).toEqual(
      fail('invalid-input', { fields: { next: 'passphrase-too-short' } }),
    );
    expect(host.vault.status().retryAfterSeconds).toBe(0);
  });

  test('of before opens no more once another was made, with a growing delay; the passphrase stays', async () => {
    const host = lockedCopy();
    valueOf(await openDesk(host, made.userId, PASSPHRASE));
    expect(await makeKey(host, { passphrase: 'not it' })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    rmSync(join(host.folder, 'desk-attempts.json'));
    host.end();
    const second = openHost(host.folder);
    valueOf(await openDesk(second, made.userId, PASSPHRASE));
    const { groups } = valueOf(await makeKey(second, { passphrase: PASSPHRASE }));
    expect(groups).not.toEqual(made.groups);
    second.end();
    // The delay counts by the computer's clock, which a busy computer must not let run on.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(await recover(second, { userId: made.userId, recoveryKey: made.groups.join(' '), next: NEXT })).toEqual(
      fail('recovery-key-wrong', { retryAfterSeconds: 1 }),
    );
    expect(await recover(second, { userId: made.userId, recoveryKey: groups.join(' '), next: NEXT })).toEqual(
      fail('wait', { retryAfterSeconds: 1 }),
    );
    rmSync(join(host.folder, 'desk-attempts.json'));
    valueOf(await openDesk(openHost(host.folder), made.userId, PASSPHRASE));
  });

  test('is refused where none was made, for nobody, and while the desk is open', async () => {
    const folder = temporaryFolder();
    const host = openHost(folder);
    const desk = await createTestDesk(host);
    const input = { userId: desk.user.userId, recoveryKey: made.groups.join(' '), next: NEXT };
    expect(valueOf(notices(host)).recoveryKeyMadeAt).toBeNull();
    expect(await recover(host, input)).toEqual(fail('desk-exists'));
    host.end();
    expect(await recover(host, input)).toEqual(fail('recovery-key-none'));
    expect(await recover(lockedCopy(), { ...input, userId: desk.user.userId })).toEqual(fail('not-found'));
  });
});
