import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fail, ok } from '../../shared/contract/result.ts';
import { openDatabase } from '../../electron/db/open.ts';
import { query } from '../../electron/db/query.ts';
import { findDamagedPagesOf, PAGE_BYTES } from '../../electron/db/pages.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { createStore } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { expired, backupName, backupsAmong } from '../../electron/exchange/backup-names.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { backupHostHandlers, backUpIfDue } from '../../electron/use-cases/backup/index.ts';
import { close } from '../../electron/use-cases/desk/close.ts';
import { BEFORE_UPDATE } from '../../electron/use-cases/desk/prepare-to-open.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { deriveKeys } from '../../electron/vault/derived-keys.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { temporaryFolder, valueOf, type Cleanup } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';
import { PATIENT } from './visits.ts';

const {
  'backup.configure': configure,
  'backup.make': make,
  'backup.status': status,
  'backup.verify': verify,
  'backup.inspect': inspect,
  'backup.restore': restore,
} = backupHostHandlers;

const EVERY_DAY = { everyHours: 24 as const };
const undo: (() => void)[] = [];
const afterSuite: Cleanup = (work) => void undo.push(work);
afterAll(() => undo.forEach((work) => work()));

function addPatients(desk: DeskContext, count: number, note = ''): void {
  for (let index = 0; index < count; index += 1) {
    desk.write((db) => insertPatient(db, uuidv7(), { ...PATIENT, familyName: `Quillfeather${index}`, note }, null));
  }
}

/** A desk with some patients and one backup, made once; each test works on a copy. */
let made: { root: string; userId: string };
beforeAll(async () => {
  const root = temporaryFolder(afterSuite);
  const host = openHost(join(root, 'desk'), afterSuite);
  const desk = await createTestDesk(host);
  addPatients(desk, 40, 'n'.repeat(3000));
  mkdirSync(join(root, 'backups'));
  valueOf(await configure(host, { folder: join(root, 'backups'), ...EVERY_DAY }));
  await close(host);
  made = { root, userId: desk.user.userId };
});

type Place = { host: TestHost; root: string; desk: string; backups: string; file: string; userId: string };

function copyOfDesk(): Place {
  const root = temporaryFolder();
  cpSync(made.root, root, { recursive: true });
  const [name = ''] = readdirSync(join(root, 'backups')).filter((each) => each.endsWith('.lasegue-backup'));
  const desk = join(root, 'desk');
  return { host: openHost(desk), root, desk, backups: join(root, 'backups'), file: join(root, 'backups', name), userId: made.userId };
}

async function opened(place: Place): Promise<DeskContext> {
  const desk = valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
  valueOf(await configure(place.host, { folder: place.backups, ...EVERY_DAY }));
  return desk;
}

/** The delay after a wrong passphrase counts by the computer's clock, which a busy computer must not let run on. */
function stopComputerClock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([(bytes[at] ?? 0) ^ 0x5a]), 0, 1, at);
  closeSync(file);
}

describe('a backup', () => {
  test('is one file for its owner alone, with nothing of a patient to be read in it', () => {
    const { file, backups } = copyOfDesk();
    expect(readdirSync(backups)).toHaveLength(1);
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(statSync(join(made.root, 'desk', 'desk.db')).size / 2);
    for (const secret of ['Quillfeather', PASSPHRASE, 'nnnnnnnn', 'SQLite format']) expect(bytes.includes(secret), secret).toBe(false);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is made while the desk goes on writing, and holds what was stored when it began', async () => {
    const place = copyOfDesk();
    const desk = await opened(place);
    place.host.clock.set('2025-03-11T09:00:00.000Z');
    const before = valueOf(status(place.host));
    const making = make(place.host);
    for (let round = 0; round < 20; round += 1) {
      addPatients(desk, 1);
      desk.checkpoint();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const after = valueOf(await making);
    expect(after).toMatchObject({ problem: null, kept: before.kept + 1 });
    const { verified } = valueOf(await verify(place.host, { passphrase: PASSPHRASE }));
    expect(verified).toMatchObject({ madeAt: '2025-03-11T09:00:00.000Z', entries: after.last?.seq });
    expect(verified?.patients).toBeLessThan(60);
    desk.checkpoint();
    place.host.end();
    expect(valueOf(await openDesk(openHost(place.desk), place.userId, PASSPHRASE)).deskId).toBe(desk.deskId);
  });

  test('leaves the file locked against a second process', async () => {
    const place = copyOfDesk();
    await opened(place);
    valueOf(await make(place.host));
    const script = `
      import { createHost } from ${JSON.stringify(new URL('../../electron/host.ts', import.meta.url).href)};
      import { createClock } from ${JSON.stringify(new URL('../../electron/clock.ts', import.meta.url).href)};
      import { openDesk } from ${JSON.stringify(new URL('../../electron/use-cases/desk/unlock.ts', import.meta.url).href)};
      const host = createHost({ folder: ${JSON.stringify(place.desk)}, isDemo: false, clock: createClock() });
      const answer = await openDesk(host, '${place.userId}', '${PASSPHRASE}');
      console.log(answer.ok ? 'opened' : answer.error.code);`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(child.stdout.toString().trim()).toBe('desk-in-use');
  });

  test('a folder within the desk folder, away, or not given whole is refused and changes nothing', async () => {
    const place = copyOfDesk();
    await opened(place);
    const before = valueOf(status(place.host)).plan;
    mkdirSync(join(place.desk, 'inside'));
    symlinkSync(join(place.desk, 'inside'), join(place.root, 'link'));
    for (const [folder, code] of [
      [place.desk, 'backup-folder-inside'],
      [join(place.desk, 'inside'), 'backup-folder-inside'],
      [join(place.root, 'link'), 'backup-folder-inside'],
      [join(place.root, 'nowhere'), 'backup-folder-missing'],
      [place.file, 'backup-folder-missing'],
      ['backups', 'backup-folder-missing'],
    ] as const) {
      expect(await configure(place.host, { folder, ...EVERY_DAY }), folder).toEqual(fail(code));
    }
    expect(valueOf(status(place.host)).plan).toEqual(before);
  });

  test('a folder that has gone is said until a backup succeeds again', async () => {
    const place = copyOfDesk();
    await opened(place);
    renameSync(place.backups, `${place.backups}-away`);
    expect(await make(place.host)).toEqual(fail('backup-folder-missing'));
    expect(valueOf(status(place.host))).toMatchObject({
      folderProblem: 'backup-folder-missing',
      problem: { code: 'backup-folder-missing' },
      kept: 0,
    });
    renameSync(`${place.backups}-away`, place.backups);
    expect(valueOf(await make(place.host))).toMatchObject({ folderProblem: null, problem: null });
  });

  test('is made at closing when something was written, and only then; a folder that has gone does not hold up closing', async () => {
    const place = copyOfDesk();
    const desk = await opened(place);
    const count = (): number => readdirSync(place.backups).length;
    const start = count();
    place.host.clock.set('2025-03-12T09:00:00.000Z');
    expect(await close(place.host)).toEqual(ok({}));
    expect(place.host.current()).toBeNull();
    expect(count()).toBe(start);

    valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
    addPatients(place.host.current() ?? desk, 1);
    await close(place.host);
    expect(count()).toBe(start + 1);

    const again = valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
    addPatients(again, 1);
    renameSync(place.backups, `${place.backups}-away`);
    expect(await close(place.host)).toEqual(ok({}));
    valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
    expect(valueOf(status(place.host)).problem).toMatchObject({ code: 'backup-folder-missing' });
  });

  test('that takes too long at closing is given up, and said when the desk is next open', async () => {
    const place = copyOfDesk();
    addPatients(await opened(place), 1);
    const before = readdirSync(place.backups);
    const stuck = {
      ...place.host,
      file: () => ({ keys: deriveKeys(Buffer.alloc(32), '00'.repeat(16)), copy: () => new Promise<never>(() => undefined) }),
    };
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const closing = close(stuck);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await closing).toEqual(ok({}));
    } finally {
      vi.useRealTimers();
    }
    expect(place.host.current()).toBeNull();
    valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
    expect(valueOf(status(place.host)).problem).toMatchObject({ code: 'backup-slow' });
    expect(readdirSync(place.backups).filter((name) => !name.endsWith('.part'))).toEqual(before);
  });

  test('while the desk is open one is made when its hours are over, also after the clock was set back', async () => {
    const place = copyOfDesk();
    const desk = await opened(place);
    const lastAt = (): string => valueOf(status(place.host)).last?.at ?? '';
    const first = lastAt();
    addPatients(desk, 1);
    place.host.clock.set('2025-03-11T08:59:00.000Z');
    await backUpIfDue(place.host, false);
    expect(lastAt()).toBe(first);
    place.host.clock.set('2025-03-11T09:00:00.000Z');
    await backUpIfDue(place.host, false);
    expect(lastAt()).toBe('2025-03-11T09:00:00.000Z');
    place.host.clock.set('2025-03-13T09:00:00.000Z');
    await backUpIfDue(place.host, false);
    expect(lastAt()).toBe('2025-03-11T09:00:00.000Z');
    addPatients(desk, 1);
    place.host.clock.set('2024-01-01T09:00:00.000Z');
    await backUpIfDue(place.host, false);
    expect(lastAt()).toBe('2024-01-01T09:00:00.000Z');
  });

  test('an unfinished one of this desk is removed by the next, and other files stay', async () => {
    const place = copyOfDesk();
    await opened(place);
    writeFileSync(`${place.file.replace(/\d{6}Z/, '000000Z')}.part`, 'cut off');
    writeFileSync(join(place.backups, 'letter.part'), 'mine');
    valueOf(await make(place.host));
    expect(readdirSync(place.backups).filter((name) => name.endsWith('.part'))).toEqual(['letter.part']);
  });

  test('is made of a database before a newer version changes it', async () => {
    const place = copyOfDesk();
    const { key } = valueOf(await createVault(place.desk).unlock(place.userId, PASSPHRASE));
    const database = valueOf(openDatabase(join(place.desk, 'desk.db'), key));
    database.pragma('user_version = 0');
    database.close();
    // The step that follows fails on tables that are there already: the desk stays as it was, with its backup.
    await openDesk(place.host, place.userId, PASSPHRASE).catch(() => undefined);
    const [name = ''] = readdirSync(join(place.desk, BEFORE_UPDATE));
    const other = openHost(join(place.root, 'other'));
    expect(valueOf(await inspect(other, { path: join(place.desk, BEFORE_UPDATE, name) }))).toMatchObject({ desk: 'none' });
  });
});

describe('retention', () => {
  test('keeps the newest eight, one a day for 14 days and one a month for 12 months', () => {
    const deskId = uuidv7();
    const hours = Array.from({ length: 24 * 800 }, (_, hour) => new Date(Date.UTC(2024, 0, 1, hour)).toISOString());
    const names = hours.map((at) => backupName(deskId, at));
    const all = backupsAmong([...names, backupName(uuidv7(), hours[0] ?? ''), 'notes.txt'], deskId);
    expect(all).toHaveLength(names.length);
    const gone = new Set(expired(all).map(({ name }) => name));
    const kept = all.filter(({ name }) => !gone.has(name));
    expect(kept.length).toBe(7 + 14 + 10);
    expect(kept.slice(0, 8)).toEqual(all.slice(0, 8));
    expect(new Set(kept.map(({ madeAt }) => madeAt.slice(0, 7))).size).toBe(12);
    expect(expired(kept)).toEqual([]);
    expect(expired(all.slice(0, 8))).toEqual([]);
  });
});

describe('the restore drill', () => {
  test('says when a backup was last opened whole, and leaves nothing behind', async () => {
    const place = copyOfDesk();
    await opened(place);
    const { verified } = valueOf(await verify(place.host, { passphrase: PASSPHRASE }));
    expect(verified).toMatchObject({ at: '2025-03-10T09:00:00.000Z', patients: 40, visits: 0 });
    expect(readdirSync(place.root).toSorted()).toEqual(['backups', 'desk']);
    expect(valueOf(status(place.host)).verified).toEqual(verified);
  });

  test('refuses a wrong passphrase with a growing delay', async () => {
    const place = copyOfDesk();
    await opened(place);
    stopComputerClock();
    expect(await verify(place.host, { passphrase: 'not this one' })).toEqual(fail('wrong-passphrase', { retryAfterSeconds: 1 }));
    expect(await verify(place.host, { passphrase: PASSPHRASE })).toEqual(fail('wait', { retryAfterSeconds: 1 }));
    expect(valueOf(status(place.host)).verified).toBeNull();
  });

  test('finds a byte changed anywhere and a file cut anywhere', async () => {
    const place = copyOfDesk();
    const size = statSync(place.file).size;
    const intact = readFileSync(place.file);
    const refused: string[] = [];
    const tryIt = async (): Promise<void> => {
      // A new process each time, without the delay of the last wrong passphrase.
      rmSync(join(place.root, 'other'), { recursive: true, force: true });
      const other = openHost(join(place.root, 'other'));
      const answer = await restore(other, { path: place.file, userId: place.userId, passphrase: PASSPHRASE });
      refused.push(answer.ok ? 'restored' : answer.error.code);
      writeFileSync(place.file, intact);
    };
    for (const at of [0, 17, 21, 400, 900, Math.floor(size / 2), size - 3000, size - 40, size - 1]) {
      flipByte(place.file, at);
      await tryIt();
    }
    for (const length of [3, 18, 300, 4096, Math.floor(size / 2), size - 1]) {
      truncateSync(place.file, length);
      await tryIt();
    }
    expect(refused).toHaveLength(15);
    expect(refused[0]).toBe('not-a-backup');
    expect(refused.slice(5, 9)).toEqual(Array(4).fill('backup-damaged'));
    expect(refused.slice(10)).toEqual(Array(5).fill('backup-damaged'));
    // A byte of the front may make the wrapped key not fit.
    expect(refused.slice(1).filter((code) => !['backup-damaged', 'not-a-backup', 'wrong-passphrase'].includes(code))).toEqual([]);
    expect(existsSync(join(place.root, 'other', 'desk.db'))).toBe(false);
  });
});

describe('restoring', () => {
  test('onto an empty computer', async () => {
    const place = copyOfDesk();
    const host = openHost(join(place.root, 'new', 'desk'));
    expect(valueOf(await inspect(host, { path: place.file }))).toMatchObject({ desk: 'none', users: [{ userId: place.userId }] });
    const answer = await restore(host, { path: place.file, userId: place.userId, passphrase: PASSPHRASE });
    expect(answer).toEqual(ok({ patients: 40, visits: 0, keptAs: null }));
    expect(readdirSync(join(place.root, 'new'))).toEqual(['desk']);
    const desk = valueOf(await openDesk(host, place.userId, PASSPHRASE));
    expect(desk.user.displayName).toBe('Dr Test Person');
  });

  test('keeps the desk that was there, whole, under another name', async () => {
    const place = copyOfDesk();
    const desk = await opened(place);
    addPatients(desk, 3);
    expect(await restore(place.host, { path: place.file, userId: place.userId, passphrase: PASSPHRASE })).toEqual(fail('desk-exists'));
    place.host.end();
    expect(valueOf(await inspect(place.host, { path: place.file })).desk).toBe('this');
    const { keptAs } = valueOf(await restore(place.host, { path: place.file, userId: place.userId, passphrase: PASSPHRASE }));
    expect(keptAs).toBe('desk-kept-2025-03-10T090000');
    const old = openHost(join(place.root, keptAs ?? ''));
    const kept = valueOf(await openDesk(old, place.userId, PASSPHRASE));
    expect(kept.deskId).toBe(desk.deskId);
    valueOf(await openDesk(place.host, place.userId, PASSPHRASE));
  });

  test('refuses a wrong passphrase, a demo backup and a file of another kind, and the old desk stays', async () => {
    const place = copyOfDesk();
    const before = readFileSync(join(place.desk, 'desk.db'));
    expect(await restore(place.host, { path: place.file, userId: place.userId, passphrase: 'wrong' })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    rmSync(join(place.desk, 'desk-attempts.json'));
    const demo = { ...openHost(place.desk), isDemo: true };
    expect(await inspect(demo, { path: place.file })).toEqual(fail('backup-of-demo'));
    const letter = join(place.root, 'letter');
    writeFileSync(letter, 'Dear Sir');
    expect(await inspect(place.host, { path: letter })).toEqual(fail('not-a-backup'));
    expect(await inspect(place.host, { path: join(place.root, 'none') })).toEqual(fail('file-refused'));
    expect(readFileSync(join(place.desk, 'desk.db')).equals(before)).toBe(true);
    expect(readdirSync(place.root).toSorted()).toEqual(['backups', 'desk', 'letter']);
  });

  test('killed at random moments leaves the old desk or the restored one, whole, and never neither', async () => {
    const place = copyOfDesk();
    const desk = await opened(place);
    addPatients(desk, 1);
    await close(place.host);
    const { key } = valueOf(await createVault(place.desk).unlock(place.userId, PASSPHRASE));
    const script = join(import.meta.dirname, 'restore-child.ts');
    const outcomes: string[] = [];
    for (const delayMs of [0, 10, 25, 50, 100]) {
      const root = temporaryFolder();
      cpSync(place.root, root, { recursive: true });
      const folder = join(root, 'desk');
      const file = join(root, 'backups', basename(place.file));
      const child = spawn(process.execPath, [script, file, folder, key.toString('hex'), place.userId], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      setTimeout(() => child.kill('SIGKILL'), delayMs);
      await gone;
      // What the next start does before anything else.
      expect(createVault(folder).status()).toMatchObject({ state: 'locked', problem: null });
      const store = createStore(valueOf(openDatabase(join(folder, 'desk.db'), key)), desk.deskId);
      const count = store.read.all(query.selectFrom('patient').select('patient_id')).length;
      outcomes.push(count === 41 ? 'old' : count === 40 ? 'restored' : `${count} patients`);
      expect(verifyLog(store.read, desk.deskId).intact).toBe(true);
      store.close();
    }
    expect(outcomes.filter((outcome) => outcome !== 'old' && outcome !== 'restored')).toEqual([]);
    expect(outcomes).toContain('old');
  });

  test('cut off at any moment leaves a desk that opens', async () => {
    // Before the first rename: the old desk opens, the rest is removed.
    const early = copyOfDesk();
    mkdirSync(join(early.root, 'desk.restored'));
    writeFileSync(join(early.root, 'desk.restored', 'desk.db'), 'x');
    mkdirSync(join(early.root, 'desk.unpacking'));
    valueOf(await openDesk(early.host, early.userId, PASSPHRASE));
    expect(existsSync(join(early.root, 'desk.restored'))).toBe(false);

    // Between the two renames: the restored desk takes its place.
    const late = copyOfDesk();
    renameSync(late.desk, join(late.root, 'desk.restored'));
    valueOf(await openDesk(openHost(late.desk), late.userId, PASSPHRASE));
    expect(readdirSync(late.root).toSorted()).toEqual(['backups', 'desk']);
  });
});

describe('a byte changed in the desk file', () => {
  test('is found in every page, free ones too: at unlocking and by the next backup', async () => {
    const place = copyOfDesk();
    const path = join(place.desk, 'desk.db');
    const { key, header } = valueOf(await createVault(place.desk).unlock(place.userId, PASSPHRASE));
    const database = valueOf(openDatabase(path, key));
    // Free pages: a table filled and dropped.
    database.exec('CREATE TABLE filler (text TEXT); INSERT INTO filler SELECT hex(randomblob(2000)) FROM patient; DROP TABLE filler;');
    expect(database.pragma('freelist_count', { simple: true })).toBeGreaterThan(5);
    database.close();
    const keys = deriveKeys(key, header.databaseSalt);
    expect(findDamagedPagesOf(path, keys.page)).toEqual([]);
    const pages = statSync(path).size / PAGE_BYTES;
    const intact = readFileSync(path);
    for (let page = 1; page <= pages; page += 1) {
      flipByte(path, (page - 1) * PAGE_BYTES + 100 + (page % 3900));
      expect(findDamagedPagesOf(path, keys.page), `page ${page}`).toEqual([page]);
      writeFileSync(path, intact);
    }
    expect(pages).toBeGreaterThan(60);
    flipByte(path, (pages - 1) * PAGE_BYTES + 7);
    expect(await openDesk(place.host, place.userId, PASSPHRASE)).toEqual(fail('desk-damaged'));
  });

  test('stops the backup, and the older ones stay', async () => {
    const place = copyOfDesk();
    await opened(place);
    const before = readdirSync(place.backups);
    flipByte(join(place.desk, 'desk.db'), Math.floor(statSync(join(place.desk, 'desk.db')).size / 2));
    place.host.clock.set('2025-04-01T09:00:00.000Z');
    expect(await make(place.host)).toEqual(fail('desk-damaged'));
    expect(readdirSync(place.backups)).toEqual(before);
    expect(valueOf(status(place.host)).problem?.code).toBe('desk-damaged');
  });
});
