import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync, truncateSync } from 'node:fs';
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
import { makePlace, type Place } from './small-disk.ts';

/** Patients written in one transaction: all of them are there afterwards, or none. */
const ROWS_PER_WRITE = 3;
/** Each so many writes, one stores the draft alone, as most saves of a desk do. */
const DRAFT_ONLY_EVERY = 4;
/** These databases have no header; only the key of the note is derived. */
export const NO_SALT = '00'.repeat(16);
const FOLDER_ROUNDS = 20;
const PAUSE_MS = 25;
const LONGEST_LIFE_MS = 150;
const MOST_LINES_BEFORE_MEETING = 24;
/** Numbers of the writes of one round; no round reaches so many. */
const NUMBERS_PER_ROUND = 9999;

/** How often the child may be refused on a full disk before it is killed. */
const REFUSALS_BEFORE_KILL = 4;

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
 * what it had flushed is taken away as well, which must be found. `full-disk`: the disk runs full, writes are refused, and the process is ended then;
 * room is made before the desk is opened again.
 */
export type RoundKind = 'kill' | 'unsynced' | 'control' | 'full-disk';

export type KillReport = {
  rounds: number;
  /** Rounds in which the kill met an open transaction. */
  insideTransaction: number;
  acknowledged: number;
  /** Writes that were refused, because the disk was full. */
  refused: number;
  lost: number;
  /** Written twice, or there although it was refused: whoever tries again would have it twice. */
  duplicated: number;
  /** Transactions of which only a part is there, databases that do not check, and losses told though nothing was lost. */
  damaged: number;
  chainsIntact: number;
};

type Desk = Omit<ChildStart, 'firstNumber' | 'pauseMs'> & {
  place: Place;
  key: Buffer;
  acknowledged: number[];
  refused: number[];
  rounds: number;
};

/** Patients in write `number`. */
export function rowsOf(number: number): number {
  return number % DRAFT_ONLY_EVERY === 0 ? 0 : ROWS_PER_WRITE;
}

/** What is typed in the draft of write `number`. */
export function noteOfDraft(number: number): string {
  return `typed ${number}`;
}

/** When the draft of write `number` says it was saved. */
export function draftSavedAt(number: number): string {
  return new Date(Date.parse('2025-03-10T09:00:00.000Z') + number).toISOString();
}

/**
 * So many times: a process writes records and a draft, is killed (SIGKILL) at a random moment, and the desk is opened again and
 * compared with what had been acknowledged. `random` gives numbers from 0 to 1.
 */
export async function runKillRounds(rounds: number, kind: RoundKind, random: () => number): Promise<KillReport> {
  const report: KillReport = {
    rounds: 0,
    insideTransaction: 0,
    acknowledged: 0,
    refused: 0,
    lost: 0,
    duplicated: 0,
    damaged: 0,
    chainsIntact: 0,
  };
  let desk: Desk | null = null;
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (desk !== null && round % FOLDER_ROUNDS === 0) {
        remove(desk);
        desk = null;
      }
      desk ??= makeDesk(kind === 'full-disk');
      if (kind === 'full-disk') desk.place.fill(random());
      const { acknowledged, refused, walBytes, isInside } = await writeUntilKilled(desk, kind === 'full-disk', random);
      desk.acknowledged.push(...acknowledged);
      desk.refused.push(...refused);
      desk.place.makeRoom();
      if (kind === 'unsynced' || kind === 'control') cutLog(desk, kind === 'unsynced' ? walBytes : walBytes && walBytes / 2);
      report.rounds += 1;
      report.insideTransaction += isInside ? 1 : 0;
      report.acknowledged += acknowledged.length;
      report.refused += refused.length;
      compare(desk, report);
    }
  } finally {
    if (desk !== null) remove(desk);
  }
  return report;
}

function makeDesk(onSmallDisk: boolean): Desk {
  const place = makePlace(onSmallDisk);
  const { folder } = place;
  const key = randomBytes(32);
  const [deskId, userId, visitId, patientId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const at = draftSavedAt(0);
  const store = createStore(valueOf(createDatabase(join(folder, 'desk.db'), key, { deskId, isDemo: false, createdAt: at })), deskId);
  store.write({ userId, at }, (db) => {
    insertUser(db, userId, 'Dr Test Person', 'admin');
    insertPatient(db, patientId, PATIENT);
    insertOpenVisit(db, { visitId, patientId, contact: 'first', visitOn: '2025-03-10', timeZone: 'UTC' });
    const record = { ...emptyVisitRecord('first', '2025-03-10', 'UTC'), note: noteOfDraft(0) };
    insertDraft(db, { visitId, userId, sequence: 0, record, pendingText: {}, focusField: '', savedAt: at });
  });
  store.close();
  return { place, folder, deskId, userId, visitId, key, keyHex: key.toString('hex'), acknowledged: [], refused: [], rounds: 0 };
}

type Killed = { acknowledged: number[]; refused: number[]; walBytes: number | null; isInside: boolean };

/** Half of the kills wait for a transaction that stands open; the others come at a random moment. On a full disk they come once it was said. */
function writeUntilKilled(desk: Desk, onFullDisk: boolean, random: () => number): Promise<Killed> {
  const { folder, deskId, userId, visitId, keyHex } = desk;
  desk.rounds += 1;
  const firstNumber = desk.rounds * NUMBERS_PER_ROUND + 1;
  const start: ChildStart = { folder, deskId, userId, visitId, keyHex, firstNumber, pauseMs: onFullDisk ? 0 : PAUSE_MS };
  const [command, ...rest] = desk.place.command([process.execPath, join(import.meta.dirname, 'write-child.ts'), JSON.stringify(start)]) as [
    string,
    ...string[],
  ];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const meetOpen = random() < 0.5;
  const lifeMs = random() * LONGEST_LIFE_MS;
  const linesFirst = random() * MOST_LINES_BEFORE_MEETING;
  const refusalsFirst = 1 + random() * (REFUSALS_BEFORE_KILL - 1);
  let heard = '';
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString('latin1');
    const lines = linesOf(heard);
    if (onFullDisk) {
      if (lines.filter((line) => line.startsWith('F')).length >= refusalsFirst) child.kill('SIGKILL');
      return;
    }
    const isOpen = lines.at(-1)?.startsWith('B') === true;
    timer ??= setTimeout(() => !meetOpen && child.kill('SIGKILL'), lifeMs);
    if (meetOpen && isOpen && lines.length > linesFirst) child.kill('SIGKILL');
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
        refused: lines.filter(([kind]) => kind === 'F').map(([, number]) => Number(number)),
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
      if (rows < rowsOf(number)) report.lost += 1;
      if (rows > rowsOf(number)) report.duplicated += 1;
    }
    for (const number of desk.refused) if (found.has(number)) report.duplicated += 1;
    for (const rows of found.values()) if (rows % ROWS_PER_WRITE !== 0) report.damaged += 1;
    const draft = getDraft(store.read, desk.visitId);
    if (draft === null || draft.sequence < (desk.acknowledged.at(-1) ?? 0)) report.lost += 1;
    else if (draft.record.note !== noteOfDraft(draft.sequence) || desk.refused.includes(draft.sequence)) report.damaged += 1;
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
  desk.place.remove();
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
