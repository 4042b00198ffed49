import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../../electron/db/query.ts';
import { readStoreFacts, type StoreFacts } from '../../electron/db/repositories/backup.ts';
import { insertHandout } from '../../electron/db/repositories/handout.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { backupHostHandlers } from '../../electron/use-cases/backup/index.ts';
import { close } from '../../electron/use-cases/desk/close.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { valueOf, type Cleanup } from '../db/database.ts';
import { createTestDesk, openHost, PASSPHRASE } from '../db/host.ts';
import { askedRecord, openVisit, PATIENT, signedVisit } from '../db/visits.ts';

// The restore drill on a desk of some size: built, backed up, drilled, restored into an empty folder, and compared.

const { 'backup.configure': configure, 'backup.verify': verify, 'backup.restore': restore } = backupHostHandlers;

/** What a desk holds, whether its whole log fits, and the hash of the last entry that is in the backup. */
export type Held = { counts: StoreFacts['counts']; isIntact: boolean; hash: string };

export type DrillReport = {
  before: Held;
  after: Held;
  /** Entries, patients and visits as the drill itself counted them. */
  drilled: { patients: number; visits: number; entries: number };
  databaseBytes: number;
  backupBytes: number;
  /** Milliseconds. */
  times: { build: number; backup: number; drill: number; restore: number; open: number };
};

/** One visit each; of so many, one has an unsigned visit instead, and one a kept sheet. */
const UNSIGNED_EVERY = 50;
const SHEET_EVERY = 5;
const PATIENTS_AT_ONCE = 500;

/** `sheetBytes`: size of each kept sheet; noise, so that nothing of it can be made smaller. */
export async function runDrill(root: string, patients: number, sheetBytes: number, cleanup: Cleanup): Promise<DrillReport> {
  const times = { build: 0, backup: 0, drill: 0, restore: 0, open: 0 };
  const timed = async <T>(what: keyof typeof times, work: () => Promise<T>): Promise<T> => {
    const since = performance.now();
    const value = await work();
    times[what] = Math.round(performance.now() - since);
    return value;
  };
  const host = openHost(join(root, 'desk'), cleanup);
  const desk = await createTestDesk(host);
  await timed('build', () => fill(desk, patients, sheetBytes));
  desk.checkpoint();
  const backups = join(root, 'backups');
  mkdirSync(backups);
  await timed('backup', async () => valueOf(await configure(host, { folder: backups, everyHours: 24 })));
  const { verified } = await timed('drill', async () => valueOf(await verify(host, { passphrase: PASSPHRASE })));
  if (verified === null) throw new Error('the drill left no word');
  const [name = ''] = readdirSync(backups);
  const backupBytes = statSync(join(backups, name)).size;
  const databaseBytes = statSync(join(host.folder, 'desk.db')).size;
  const { userId } = desk.user;
  // What the backup holds: the notes of the backup and of the drill came after it.
  const entries = verified.entries;
  const before = heldUpTo(desk, entries);
  await close(host);

  const other = openHost(join(root, 'other'), cleanup);
  await timed('restore', async () => valueOf(await restore(other, { path: join(backups, name), userId, passphrase: PASSPHRASE })));
  const again = await timed('open', async () => valueOf(await openDesk(other, userId, PASSPHRASE)));
  const after = heldUpTo(again, entries);
  await close(other);
  return { before, after, drilled: { patients: verified.patients, visits: verified.visits, entries }, databaseBytes, backupBytes, times };
}

function heldUpTo(desk: DeskContext, entries: number): Held {
  const { counts } = readStoreFacts(desk.read);
  const { intact } = verifyLog(desk.read, desk.deskId);
  const [entry] = desk.read.all(query.selectFrom('change_log').select('hash').where('seq', '=', entries));
  return { counts, isIntact: intact, hash: entry?.hash ?? '' };
}

async function fill(desk: DeskContext, patients: number, sheetBytes: number): Promise<void> {
  const ids = Array.from({ length: patients }, () => uuidv7());
  for (let from = 0; from < patients; from += PATIENTS_AT_ONCE) {
    desk.write((db) => {
      for (const [index, patientId] of ids.slice(from, from + PATIENTS_AT_ONCE).entries())
        insertPatient(db, patientId, { ...PATIENT, familyName: `Drillwell${from + index}`, ownNumber: `N-${from + index}` });
    });
  }
  const record = askedRecord('first', desk.clock.today());
  for (const [index, patientId] of ids.entries()) {
    if (index % UNSIGNED_EVERY === 0) {
      await openVisit(desk, patientId, record);
      continue;
    }
    const { visitId } = await signedVisit(desk, patientId, record);
    if (index % SHEET_EVERY === 1) keepSheet(desk, patientId, visitId, randomBytes(sheetBytes));
  }
}

function keepSheet(desk: DeskContext, patientId: string, visitId: string, pdf: Buffer): void {
  const at = desk.clock.nowInstant();
  const summary = {
    handoutId: uuidv7(),
    visitId,
    sheet: 'homecare',
    language: 'en',
    paper: 'A4',
    largePrint: false,
    modules: [],
    madeOn: desk.clock.today(),
    keptAt: at,
    keptBy: desk.user.displayName,
    givenBy: 'save',
    giving: null,
    sha256: '0'.repeat(64),
  } as const;
  const kept = {
    patientId,
    patientName: 'Testa Drillwell',
    options: { kind: 'plan', paper: 'A4', largePrint: false },
    documentJson: '{}',
  } as const;
  desk.write((db) => insertHandout(db, { summary: { ...summary, modules: [] }, ...kept, pageCount: 1, pdf }, desk.user.userId));
}
