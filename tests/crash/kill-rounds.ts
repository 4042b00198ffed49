import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { findLoss, LAST_STORED, openLastStored, readStored } from '../../electron/db/last-stored.ts';
import { checkIntegrity, createDatabase, openDatabase } from '../../electron/db/open.ts';
import { query } from '../../electron/db/query.ts';
import { getDraft, insertDraft } from '../../electron/db/repositories/draft.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { insertUser } from '../../electron/db/repositories/user.ts';
import { insertOpenVisit } from '../../electron/db/repositories/visit.ts';
import { createStore, type Store } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { deriveKeys } from '../../electron/vault/derived-keys.ts';
import type { Result } from '../../shared/contract/result.ts';
import { emptyVisitRecord } from '../../shared/schemas/visit.ts';
import { PATIENT } from '../db/visits.ts';

/** Patients written in one transaction: all of them are there afterwards, or none. */
export const ROWS_PER_WRITE = 3;
/** These databases have no header; only the key of the note is derived. */
export const NO_SALT = '00'.repeat(16);
const FOLDER_ROUNDS = 20;
const PAUSE_MS = 25;
const LONGEST_LIFE_MS = 150;
const MOST_LINES_BEFORE_MEETING = 24;
/** Numbers of the writes of one round; no round reaches so many. */
const NUMBERS_PER_ROUND = 9999;

export type ChildStart = {
  folder: string;
  deskId: string;
  userId: string;
  visitId: string;
  keyHex: string;
  firstNumber: number;
  pauseMs: number;
};

/**
 * `kill`: the process is ended. `unsynced`: and what it wrote after its last acknowledgement never reached the disk. `control`: half of
 * what it had flushed is taken away as well, which must be found.
 */
export type RoundKind = 'kill' | 'unsynced' | 'control';

export type KillReport = {
  rounds: number;
  /** Rounds in which the kill met an open transaction. */
  insideTransaction: number;
  acknowledged: number;
  lost: number;
  duplicated: number;
  /** Transactions of which only a part is there, databases that do not check, and losses told though nothing was lost. */
  damaged: number;
  chainsIntact: number;
};

type Desk = Omit<ChildStart, 'firstNumber' | 'pauseMs'> & { key: Buffer; acknowledged: number[]; rounds: number };

/** When the draft of write `number` says it was saved. */
export function draftSavedAt(number: number): string {
  return new Date(Date.parse('2025-03-10T09:00:00.000Z') + number).toISOString();
}

/**
 * So many times: a process writes records and a draft, is killed (SIGKILL) at a random moment, and the desk is opened again and
 * compared with what had been acknowledged. `random` gives numbers from 0 to 1.
 */
export async function runKillRounds(rounds: number, kind: RoundKind, random: () => number): Promise<KillReport> {
  const report: KillReport = { rounds: 0, insideTransaction: 0, acknowledged: 0, lost: 0, duplicated: 0, damaged: 0, chainsIntact: 0 };
  let desk: Desk | null = null;
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (desk !== null && round % FOLDER_ROUNDS === 0) {
        remove(desk);
        desk = null;
      }
      desk ??= makeDesk();
      const { acknowledged, walBytes, isInside } = await writeUntilKilled(desk, random);
      desk.acknowledged.push(...acknowledged);
      if (kind !== 'kill') cutLog(desk, kind === 'unsynced' ? walBytes : walBytes && walBytes / 2);
      report.rounds += 1;
      report.insideTransaction += isInside ? 1 : 0;
      report.acknowledged += acknowledged.length;
      compare(desk, report);
    }
  } finally {
    if (desk !== null) remove(desk);
  }
  return report;
}

function makeDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'lasegue-crash-'));
  const key = randomBytes(32);
  const [deskId, userId, visitId, patientId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const at = draftSavedAt(0);
  const store = createStore(valueOf(createDatabase(join(folder, 'desk.db'), key, { deskId, isDemo: false, createdAt: at })), deskId);
  store.write({ userId, at }, (db) => {
    insertUser(db, userId, 'Dr Test Person');
    insertPatient(db, patientId, PATIENT);
    insertOpenVisit(db, { visitId, patientId, contact: 'first', visitOn: '2025-03-10', timeZone: 'UTC' });
    const record = emptyVisitRecord('first', '2025-03-10', 'UTC');
    insertDraft(db, { visitId, userId, sequence: 0, record, pendingText: {}, focusField: '', savedAt: at });
  });
  store.close();
  return { folder, deskId, userId, visitId, key, keyHex: key.toString('hex'), acknowledged: [], rounds: 0 };
}

type Killed = { acknowledged: number[]; walBytes: number | null; isInside: boolean };

/** Half of the kills wait for a transaction that stands open; the others come at a random moment. */
function writeUntilKilled(desk: Desk, random: () => number): Promise<Killed> {
  const { folder, deskId, userId, visitId, keyHex } = desk;
  desk.rounds += 1;
  const firstNumber = desk.rounds * NUMBERS_PER_ROUND + 1;
  const start: ChildStart = { folder, deskId, userId, visitId, keyHex, firstNumber, pauseMs: PAUSE_MS };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-child.ts'), JSON.stringify(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const meetOpen = random() < 0.5;
  const lifeMs = random() * LONGEST_LIFE_MS;
  const linesFirst = random() * MOST_LINES_BEFORE_MEETING;
  let heard = '';
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString('latin1');
    const isOpen = linesOf(heard).at(-1)?.startsWith('B') === true;
    timer ??= setTimeout(() => !meetOpen && child.kill('SIGKILL'), lifeMs);
    if (meetOpen && isOpen && linesOf(heard).length > linesFirst) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (signal !== 'SIGKILL') return reject(new Error('the writing process ended by itself'));
      const lines = linesOf(heard).map((line) => line.split(' '));
      const done = lines.filter(([kind]) => kind === 'C');
      return resolve({
        acknowledged: done.map(([, number]) => Number(number)),
        walBytes: done.length === 0 ? null : Number(done.at(-1)?.[2]),
        isInside: lines.at(-1)?.[0] === 'B',
      });
    });
  });
}

function linesOf(heard: string): string[] {
  return heard
    .slice(0, heard.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
}

/**
 * Cuts the write-ahead log. What was written after the last acknowledgement was not flushed, and a power cut may drop it; a log is so
 * short in these rounds that it is never begun again from its start.
 */
function cutLog(desk: Desk, walBytes: number | null): void {
  const path = join(desk.folder, 'desk.db-wal');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (walBytes !== null && size > walBytes) truncateSync(path, walBytes);
}

function compare(desk: Desk, report: KillReport): void {
  const opened = openDatabase(join(desk.folder, 'desk.db'), desk.key);
  if (!opened.ok) {
    report.damaged += 1;
    return;
  }
  const store = createStore(opened.value, desk.deskId);
  const lastStored = openLastStored(join(desk.folder, LAST_STORED), deriveKeys(desk.key, NO_SALT).seen);
  try {
    const found = countRows(store);
    for (const number of desk.acknowledged) {
      const rows = found.get(number) ?? 0;
      if (rows < ROWS_PER_WRITE) report.lost += 1;
      if (rows > ROWS_PER_WRITE) report.duplicated += 1;
    }
    for (const rows of found.values()) if (rows % ROWS_PER_WRITE !== 0) report.damaged += 1;
    if ((getDraft(store.read, desk.visitId)?.sequence ?? -1) < (desk.acknowledged.at(-1) ?? 0)) report.lost += 1;
    if (lastStored.before !== null && findLoss(lastStored.before, readStored(store.read)) !== null) report.damaged += 1;
    if (!checkIntegrity(opened.value)) report.damaged += 1;
    if (verifyLog(store.read, desk.deskId).intact) report.chainsIntact += 1;
  } finally {
    lastStored.close();
    store.close();
  }
}

/** Rows of each write, by its number. */
function countRows(store: Store): Map<number, number> {
  const rows = store.read.all(
    sql<{
      name: string;
      rows: number;
    }>`SELECT family_name AS name, count(*) AS rows FROM patient WHERE family_name LIKE 'Write%' GROUP BY family_name`.compile(query),
  );
  return new Map(rows.map(({ name, rows: count }) => [Number(name.slice('Write'.length)), count]));
}

function remove(desk: Desk): void {
  rmSync(desk.folder, { recursive: true, force: true });
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
