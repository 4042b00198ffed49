import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../shared/contract/result.ts';
import { findLoss, LAST_STORED, openLastStored, type Stored } from '../../electron/db/last-stored.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { deskHandlers, deskHostHandlers } from '../../electron/use-cases/desk/index.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import { saveDraft } from '../../electron/use-cases/visits/save-draft.ts';
import { startVisit } from '../../electron/use-cases/visits/start-visit.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { temporaryFolder, valueOf, type Cleanup } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';
import { PATIENT } from './visits.ts';

const { 'desk.notices': notices } = deskHostHandlers;
const { 'desk.markNoticesRead': markRead, 'desk.verifyLog': verify } = deskHandlers;
const undo: (() => void)[] = [];
const afterSuite: Cleanup = (work) => void undo.push(work);
afterAll(() => undo.forEach((work) => work()));

let made: { folder: string; userId: string };
beforeAll(async () => {
  const folder = temporaryFolder(afterSuite);
  const host = openHost(folder, afterSuite);
  const desk = await createTestDesk(host);
  host.end();
  made = { folder, userId: desk.user.userId };
});

async function openedCopy(): Promise<{ folder: string; host: TestHost; desk: DeskContext }> {
  const folder = temporaryFolder();
  cpSync(made.folder, folder, { recursive: true });
  const host = openHost(folder);
  return { folder, host, desk: valueOf(await openDesk(host, made.userId, PASSPHRASE)) };
}

/** The folder as it lies on the disk now: as after the power failed. */
function crashed(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function reopened(folder: string): Promise<{ host: TestHost; desk: DeskContext }> {
  const host = openHost(folder);
  host.clock.set('2025-03-11T09:00:00.000Z');
  return { host, desk: valueOf(await openDesk(host, made.userId, PASSPHRASE)) };
}

function addPatient(desk: DeskContext): string {
  const patientId = uuidv7();
  desk.write((db) => insertPatient(db, patientId, PATIENT));
  return patientId;
}

describe('a write-ahead log that was damaged', () => {
  test.each([0.05, 0.3, 0.6, 0.95])('at %f of its length: what was acknowledged and is gone is told at opening', async (place) => {
    const { folder, desk } = await openedCopy();
    for (let round = 0; round < 50; round += 1) addPatient(desk);
    const damaged = crashed(folder);
    const path = join(damaged, 'desk.db-wal');
    const wal = readFileSync(path);
    const at = Math.floor(wal.length * place);
    wal[at] = (wal[at] ?? 0) ^ 0x11;
    writeFileSync(path, wal);

    const { host, desk: again } = await reopened(damaged);
    const { loss } = valueOf(notices(host));
    const left = valueOf(await verify(again)).entries;
    // The entry that tells of the loss is one of those that are left.
    expect(loss).toMatchObject({ changes: 52 - (left - 1), draftText: false });
    expect(loss?.changes).toBeGreaterThan(0);
    expect(readdirSync(damaged).filter((name) => name.startsWith('lost-'))).toHaveLength(1);
    expect(readFileSync(join(damaged, readdirSync(damaged).find((name) => name.startsWith('lost-')) ?? '')).equals(wal)).toBe(true);
  });

  test('is told once, until somebody has read it, and stays in the log', async () => {
    const { folder, desk } = await openedCopy();
    addPatient(desk);
    const damaged = crashed(folder);
    rmSync(join(damaged, 'desk.db-wal'));
    const first = await reopened(damaged);
    expect(valueOf(notices(first.host)).loss).toMatchObject({ changes: 1 });
    first.host.end();
    const second = await reopened(damaged);
    expect(second.host.loss()).toBeNull();
    expect(valueOf(notices(second.host)).loss).toMatchObject({ changes: 1 });
    second.host.clock.set('2025-03-11T10:00:00.000Z');
    expect(await markRead(second.desk)).toEqual(ok({}));
    expect(valueOf(notices(second.host)).loss).toBeNull();
    expect(valueOf(await verify(second.desk)).intact).toBe(true);
  });

  test('with only the text of a draft in it is told too', async () => {
    const { folder, host, desk } = await openedCopy();
    const patientId = addPatient(desk);
    const visitId = uuidv7();
    const { record } = valueOf(await startVisit(desk, { visitId, patientId, contact: 'first' }));
    desk.checkpoint();
    host.clock.set('2025-03-10T09:05:00.000Z');
    const draft = { visitId, sequence: 1, record: { ...record, note: 'typed' }, pendingText: {}, focusField: '' };
    valueOf(await saveDraft(desk, draft));
    const damaged = crashed(folder);
    rmSync(join(damaged, 'desk.db-wal'));
    const again = await reopened(damaged);
    expect(valueOf(notices(again.host)).loss).toMatchObject({ changes: 0, draftText: true });
  });
});

describe('no loss is told', () => {
  test('after a crash that lost nothing, after closing, and when the note itself is behind, gone or not readable', async () => {
    const { folder, host, desk } = await openedCopy();
    addPatient(desk);
    const noteBefore = join(temporaryFolder(), 'note');
    copyFileSync(join(folder, LAST_STORED), noteBefore);
    addPatient(desk);
    const whole = crashed(folder);
    expect((await reopened(whole)).host.loss()).toBeNull();
    const behind = crashed(folder);
    copyFileSync(noteBefore, join(behind, LAST_STORED));
    expect((await reopened(behind)).host.loss()).toBeNull();
    const gone = crashed(folder);
    rmSync(join(gone, LAST_STORED));
    expect((await reopened(gone)).host.loss()).toBeNull();
    expect(existsSync(join(gone, LAST_STORED))).toBe(true);
    const broken = crashed(folder);
    writeFileSync(join(broken, LAST_STORED), 'x'.repeat(600));
    expect((await reopened(broken)).host.loss()).toBeNull();
    host.end();
    expect((await reopened(folder)).host.loss()).toBeNull();
  });
});

test('an older copy put in place of the desk file is told', async () => {
  const { folder, host, desk } = await openedCopy();
  addPatient(desk);
  addPatient(desk);
  host.end();
  copyFileSync(join(made.folder, 'desk.db'), join(folder, 'desk.db'));
  expect((await reopened(folder)).host.loss()).toEqual({ changes: 2, draftText: false });
});

describe('the note', () => {
  const stored = (seq: number): Stored => ({ seq, accessSeq: 1, draftAt: '2025-03-10T09:00:00.000Z' });

  test('survives a write cut off, and is read under its own key only', () => {
    const path = join(temporaryFolder(), 'note');
    const key = randomBytes(32);
    const note = openLastStored(path, key);
    expect(note.before).toBeNull();
    for (let seq = 1; seq <= 7; seq += 1) note.note(stored(seq));
    note.close();
    expect(statSync(path).size).toBe(512);
    const newest = openLastStored(path, key);
    expect(newest.before).toEqual(stored(7));
    newest.close();
    const whole = readFileSync(path);
    const survivors = Array.from({ length: 512 }, (_, at) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      const opened = openLastStored(path, key);
      opened.close();
      return opened.before?.seq;
    });
    expect(new Set(survivors)).toEqual(new Set([6, 7]));
    const other = openLastStored(path, randomBytes(32));
    expect(other.before).toBeNull();
    other.close();
  });

  test.each<[Stored, Stored, ReturnType<typeof findLoss>]>([
    [stored(5), stored(5), null],
    [stored(5), stored(9), null],
    [stored(5), stored(3), { changes: 2, draftText: false }],
    [stored(5), { ...stored(5), draftAt: '' }, { changes: 0, draftText: true }],
    [stored(5), { ...stored(6), draftAt: '' }, null],
    [stored(5), { ...stored(5), accessSeq: 0 }, { changes: 0, draftText: false }],
  ])('%j then %j: %j', (before, now, loss) => {
    expect(findLoss(before, now)).toEqual(loss);
  });
});
