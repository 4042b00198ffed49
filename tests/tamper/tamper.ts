import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskHostHandlers } from '../../electron/use-cases/desk/index.ts';
import { prepareToOpen } from '../../electron/use-cases/desk/prepare-to-open.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { openDatabase } from '../../electron/db/open.ts';
import { PAGE_BYTES } from '../../electron/db/pages.ts';
import { insertPatient, updatePatient } from '../../electron/db/repositories/patient.ts';
import { createStore } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { backupHostHandlers } from '../../electron/use-cases/backup/index.ts';
import { close } from '../../electron/use-cases/desk/close.ts';
import { deriveKeys, forgetKeys } from '../../electron/vault/derived-keys.ts';
import { createVault } from '../../electron/vault/vault.ts';
import type { Result } from '../../shared/contract/result.ts';
import { valueOf, type Cleanup } from '../db/database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from '../db/host.ts';
import { PATIENT } from '../db/visits.ts';

// What somebody could change in the files of a desk, and whether the desk notices. Three groups, counted apart.

/** `missed` names what was not noticed; `onlyAnchor` what nothing but a head hash kept elsewhere shows. */
export type TamperReport = { tried: number; detected: number; missed: string[]; onlyAnchor: string[] };

type Template = { root: string; userId: string; key: Buffer; anchor: string; undo: (() => void)[] };

const ROWS_IN_LOG = 50;
const PATIENTS = 60;

/** A closed desk with records, free pages, two backups and its key, made once. Call `removeTemplate` afterwards. */
export async function makeTemplate(): Promise<Template> {
  const undo: (() => void)[] = [];
  const root = mkdtempSync(join(tmpdir(), 'lasegue-tamper-'));
  undo.push(() => rmSync(root, { recursive: true, force: true }));
  const host = openHost(join(root, 'desk'), (work) => void undo.unshift(work));
  const desk = await createTestDesk(host);
  mkdirSync(join(root, 'backups'));
  valueOf(await backupHostHandlers['backup.configure'](host, { folder: join(root, 'backups'), everyHours: 24 }));
  const first = uuidv7();
  addPatient(desk, first);
  desk.write((db) => updatePatient(db, first, 1, { ...PATIENT, phone: '01' }));
  desk.write((db) => db.access(first, 'chart'));
  desk.write((db) => db.access(first, 'visit'));
  for (let index = 0; index < PATIENTS; index += 1) addPatient(desk, uuidv7(), 'n'.repeat(6000));
  host.clock.set('2025-03-11T09:00:00.000Z');
  await close(host);
  const { key } = valueOf(await createVault(host.folder).unlock(desk.user.userId, PASSPHRASE));
  makeFreePages(join(host.folder, 'desk.db'), key);
  const database = valueOf(openDatabase(join(host.folder, 'desk.db'), key));
  const store = createStore(database, desk.deskId);
  const anchor = verifyLog(store.read, desk.deskId).headHash;
  store.close();
  return { root, userId: desk.user.userId, key, anchor, undo };
}

export function removeTemplate({ undo }: Template): void {
  for (const work of undo) work();
}

/** A byte changed in each of so many pages of the closed file, one at a time; free pages are among them. */
export async function tamperWithFile(template: Template, pages: number): Promise<TamperReport & { freePages: number }> {
  const report = { ...emptyReport(), freePages: 0 };
  await withCopy(template, async (host) => {
    const path = join(host.folder, 'desk.db');
    const whole = readFileSync(path);
    const free = freePagesOf(path, template.key);
    const count = whole.length / PAGE_BYTES;
    const rest = spread(
      Array.from({ length: count }, (_, index) => index + 1).filter((page) => !free.includes(page)),
      pages - Math.min(free.length, pages),
    );
    const chosen = [...free.slice(0, pages), ...rest];
    if (chosen.length < pages) throw new Error(`the desk has only ${count} pages`);
    report.freePages = Math.min(free.length, pages);
    const header = valueOf(host.vault.header());
    for (const [index, page] of chosen.entries()) {
      // Another place in each page: in what is encrypted, in the random block, in the authentication itself.
      const at = (page - 1) * PAGE_BYTES + ((index * 997 + 16) % PAGE_BYTES);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (index % 8));
      writeFileSync(path, changed);
      const keys = deriveKeys(template.key, header.databaseSalt);
      const prepared = await prepareToOpen(host, header, Buffer.from(template.key), keys);
      forgetKeys(keys);
      judge(report, !prepared.ok, `page ${page}${free.includes(page) ? ', free' : ''}, byte ${at % PAGE_BYTES}`);
    }
  });
  return report;
}

/** A byte changed in the write-ahead log a crash left behind, after fifty acknowledged rows: what is gone is told at opening. */
export async function tamperWithWriteAheadLog(template: Template, places: number): Promise<TamperReport> {
  const report = emptyReport();
  await withCopy(template, async (host, cleanup) => {
    const desk = valueOf(await openDesk(host, template.userId, PASSPHRASE));
    for (let row = 0; row < ROWS_IN_LOG; row += 1) addPatient(desk, uuidv7());
    const crashed = join(host.folder, '..', 'crashed');
    cpSync(host.folder, crashed, { recursive: true });
    host.end();
    const wal = readFileSync(join(crashed, 'desk.db-wal'));
    for (let place = 0; place < places; place += 1) {
      const at = Math.floor(((place + 0.5) / places) * wal.length);
      const folder = join(host.folder, '..', `crashed-${place}`);
      cpSync(crashed, folder, { recursive: true });
      const changed = Buffer.from(wal);
      changed[at] = (changed[at] ?? 0) ^ 0x11;
      writeFileSync(join(folder, 'desk.db-wal'), changed);
      const again = openHost(folder, cleanup);
      again.clock.set('2025-03-12T09:00:00.000Z');
      const opened = await openDesk(again, template.userId, PASSPHRASE);
      const told = !opened.ok || valueOf(deskHostHandlers['desk.notices'](again) as Result<{ loss: object | null }>).loss !== null;
      judge(report, told, `byte ${at} of ${wal.length}`);
      again.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return report;
}

/** What somebody with the key and another program could do inside the database. Gives the sentence and the statements. */
const INSIDE: readonly (readonly [name: string, statements: string])[] = [
  ['an entry of the log changed', "UPDATE change_log SET at = '2001-01-01T00:00:00.000Z' WHERE seq = 4"],
  ['an entry deleted', 'DELETE FROM change_body WHERE seq = 4; DELETE FROM change_log WHERE seq = 4'],
  [
    'two entries exchanged',
    'UPDATE change_log SET seq = -1 WHERE seq = 6; UPDATE change_log SET seq = 6 WHERE seq = 7; UPDATE change_log SET seq = 7 WHERE seq = -1',
  ],
  [
    'a kept body changed',
    "UPDATE change_body SET body = CAST(replace(body, 'Testa', 'Other') AS BLOB) WHERE seq = (SELECT max(seq) FROM change_log WHERE table_name = 'patient')",
  ],
  ['a kept body deleted', "DELETE FROM change_body WHERE seq = (SELECT max(seq) FROM change_log WHERE table_name = 'patient')"],
  ['a record changed past the log', "UPDATE patient SET note = 'x' WHERE search_rowid = 1"],
  [
    'a record deleted past the log',
    'DELETE FROM patient_list WHERE patient_id = (SELECT patient_id FROM patient WHERE search_rowid = 2); DELETE FROM patient WHERE search_rowid = 2',
  ],
  [
    'a record added past the log',
    "INSERT INTO user (user_id, display_name, role, state, created_at, updated_at, revision) SELECT '01890000-0000-7000-8000-000000000000', 'Intruder', 'admin', 'active', created_at, updated_at, 1 FROM user LIMIT 1",
  ],
  ['an opening of a chart changed', "UPDATE access_log SET user_id = 'x' WHERE seq = 1"],
  ['an opening of a chart deleted', 'DELETE FROM access_log WHERE seq = 1'],
  ['the tail of the log removed, its records left', 'DELETE FROM change_body WHERE seq > 20; DELETE FROM change_log WHERE seq > 20'],
];

/** The log, the wrapped keys and the backups. */
export async function tamperWithLog(template: Template): Promise<TamperReport> {
  const report = emptyReport();
  for (const [name, statements] of INSIDE) {
    await withCopy(template, async (host) => {
      judge(report, !(await changedInside(template, host, statements)).intact, name);
    });
  }
  await tamperWithKeys(template, report);
  await tamperWithBackups(template, report);
  await withCopy(template, async (host) => {
    // The tail with all that it recorded: a smaller desk that fits itself.
    const left = await changedInside(template, host, TAIL_WITH_RECORDS);
    const isTold = !left.intact || (await isLossTold(template, host));
    judge(report, isTold, 'the tail removed with all that it recorded, the note beside the database left');
    if (!isTold) report.onlyAnchor.push('the tail removed with all that it recorded');
  });
  await withCopy(template, async (host) => {
    const left = await changedInside(template, host, TAIL_WITH_RECORDS);
    rmSync(join(host.folder, 'desk-seen'));
    const isTold = !left.intact || (await isLossTold(template, host));
    if (isTold || left.headHash === template.anchor) report.missed.push('the anchor itself does not show a shortened log');
    else report.onlyAnchor.push('the tail removed with all that it recorded, and the note beside the database deleted');
  });
  return report;
}

/** The newest patients, their lines in the list and everything the log says of them; the settings as they were before. */
const TAIL_WITH_RECORDS = `
  CREATE TEMP TABLE gone AS SELECT row_id FROM change_log WHERE table_name = 'patient' AND operation = 'insert' AND seq > 40;
  CREATE TEMP TABLE tail AS SELECT min(seq) AS seq FROM change_log WHERE row_id IN (SELECT row_id FROM gone);
  DELETE FROM patient_list WHERE patient_id IN (SELECT row_id FROM gone);
  DELETE FROM patient WHERE patient_id IN (SELECT row_id FROM gone);
  DELETE FROM setting WHERE setting_id IN (SELECT row_id FROM change_log WHERE table_name = 'setting' AND operation = 'insert' AND seq >= (SELECT seq FROM tail));
  DELETE FROM change_body WHERE seq >= (SELECT seq FROM tail);
  DELETE FROM change_log WHERE seq >= (SELECT seq FROM tail);
  UPDATE setting SET (value_json, updated_at, revision) = (
    SELECT json_extract(CAST(body AS TEXT), '$.value_json'), json_extract(CAST(body AS TEXT), '$.updated_at'), json_extract(CAST(body AS TEXT), '$.revision')
    FROM change_body WHERE seq = (SELECT max(seq) FROM change_log WHERE table_name = 'setting' AND row_id = setting_id));
  DELETE FROM access_log WHERE seq > 2;`;

async function tamperWithKeys(template: Template, report: TamperReport): Promise<void> {
  type Header = { users: { userId: string; kdf: { passes: number }; wrappedKey: unknown }[]; deskId: string };
  const changes: [name: string, change: (header: Header) => void, userId?: string][] = [
    ['a wrapped key under easier parameters', (header) => header.users.forEach((user) => (user.kdf.passes = 2))],
    ['a wrapped key under another user', (header) => header.users.forEach((user) => (user.userId = OTHER)), OTHER],
    ['a wrapped key under another desk', (header) => (header.deskId = OTHER)],
  ];
  for (const [name, change, userId = template.userId] of changes) {
    await withCopy(template, async (host) => {
      const path = join(host.folder, 'desk.json');
      const header = JSON.parse(readFileSync(path, 'utf8')) as Header;
      change(header);
      writeFileSync(path, JSON.stringify(header));
      judge(report, !(await openDesk(host, userId, PASSPHRASE)).ok, name);
    });
  }
  await withCopy(template, async (host, cleanup) => {
    const other = openHost(join(host.folder, '..', 'other'), cleanup);
    const stranger = await createTestDesk(other);
    await close(other);
    for (const name of ['desk.json', 'desk-copy.json']) cpSync(join(other.folder, name), join(host.folder, name));
    const opened = await openDesk(host, stranger.user.userId, PASSPHRASE);
    judge(report, !opened.ok, 'the wrapped keys of another desk');
  });
}

async function tamperWithBackups(template: Template, report: TamperReport): Promise<void> {
  const { 'backup.restore': restore, 'backup.verify': verify } = backupHostHandlers;
  const backupsIn = (host: TestHost): string[] =>
    readdirSync(join(host.folder, '..', 'backups'))
      .toSorted()
      .map((name) => join(host.folder, '..', 'backups', name));
  await withCopy(template, async (host) => {
    const newest = backupsIn(host).at(-1) ?? '';
    const bytes = readFileSync(newest);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(newest, bytes);
    judge(
      report,
      !(await restore(host, { path: newest, userId: template.userId, passphrase: PASSPHRASE })).ok,
      'a byte of a backup changed',
    );
  });
  await withCopy(template, async (host) => {
    // Its front says that it was made later than it was.
    const [oldest = '', newest = ''] = backupsIn(host);
    const label = readFileSync(oldest).toString('latin1');
    const changed = label.replace('"madeAt":"2025-03-10', '"madeAt":"2025-03-19');
    if (changed === label) throw new Error('the label names no day');
    writeFileSync(newest, Buffer.from(changed, 'latin1'));
    judge(
      report,
      !(await restore(host, { path: newest, userId: template.userId, passphrase: PASSPHRASE })).ok,
      'a backup given another day',
    );
  });
  await withCopy(template, async (host, cleanup) => {
    const other = openHost(join(host.folder, '..', 'other'), cleanup);
    await createTestDesk(other);
    mkdirSync(join(host.folder, '..', 'others'));
    valueOf(await backupHostHandlers['backup.configure'](other, { folder: join(host.folder, '..', 'others'), everyHours: 24 }));
    await close(other);
    const [name = ''] = readdirSync(join(host.folder, '..', 'others'));
    valueOf(await openDesk(host, template.userId, PASSPHRASE));
    host.clock.set('2025-03-13T09:00:00.000Z');
    valueOf(await backupHostHandlers['backup.configure'](host, { folder: join(host.folder, '..', 'backups'), everyHours: 24 }));
    cpSync(join(host.folder, '..', 'others', name), backupsIn(host).at(-1) ?? '');
    judge(report, !(await verify(host, { passphrase: PASSPHRASE })).ok, 'a backup replaced by one of another desk');
  });
  await withCopy(template, async (host) => {
    // An older backup of this desk under a newer name is whole: only its day and its counts tell, and the restore shows both.
    const [oldest = ''] = backupsIn(host);
    const inspected = valueOf(await backupHostHandlers['backup.inspect'](host, { path: oldest }));
    judge(report, inspected.madeAt.startsWith('2025-03-10'), 'an older backup under a newer name (its own day is shown)');
  });
}

const OTHER = '01890000-0000-7000-8000-000000000000';

/** Changes the closed database past every guard of the application, then recomputes the log as "Check the log" does. */
async function changedInside(template: Template, host: TestHost, statements: string): Promise<{ intact: boolean; headHash: string }> {
  const database = valueOf(openDatabase(join(host.folder, 'desk.db'), template.key));
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[];
  const list = triggers.filter(({ name }) => !name.startsWith('patient_search'));
  for (const { name } of list) database.exec(`DROP TRIGGER "${name}"`);
  database.pragma('foreign_keys = OFF');
  database.exec(statements);
  const header = valueOf(host.vault.header());
  const store = createStore(database, header.deskId);
  const { intact, headHash } = verifyLog(store.read, header.deskId);
  store.close();
  return { intact, headHash };
}

async function isLossTold(template: Template, host: TestHost): Promise<boolean> {
  host.clock.set('2025-03-12T09:00:00.000Z');
  const opened = await openDesk(host, template.userId, PASSPHRASE);
  return !opened.ok || host.loss() !== null;
}

async function withCopy(template: Template, work: (host: TestHost, cleanup: Cleanup) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'lasegue-tampered-'));
  const undo: (() => void)[] = [() => rmSync(root, { recursive: true, force: true })];
  const cleanup: Cleanup = (step) => void undo.unshift(step);
  try {
    cpSync(template.root, root, { recursive: true });
    await work(openHost(join(root, 'desk'), cleanup), cleanup);
  } finally {
    for (const step of undo) step();
  }
}

function addPatient(desk: DeskContext, patientId: string, note = ''): void {
  desk.write((db) => insertPatient(db, patientId, { ...PATIENT, note }));
}

/** Free pages, as a draft that was signed leaves them: a large table is made and dropped. */
function makeFreePages(path: string, key: Buffer): void {
  const database = valueOf(openDatabase(path, key));
  database.exec('CREATE TABLE filler (bytes BLOB) STRICT');
  const insert = database.prepare('INSERT INTO filler (bytes) VALUES (?)');
  for (let row = 0; row < 20; row += 1) insert.run(randomBytes(6000));
  database.exec('DROP TABLE filler');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Pages that belong to no table or index. */
function freePagesOf(path: string, key: Buffer): number[] {
  const database = valueOf(openDatabase(path, key));
  const used = new Set((database.prepare('SELECT pageno FROM dbstat').all() as { pageno: number }[]).map(({ pageno }) => pageno));
  const count = database.pragma('page_count', { simple: true }) as number;
  database.close();
  return Array.from({ length: count }, (_, index) => index + 1).filter((page) => !used.has(page));
}

/** So many of them, from the first to the last. */
function spread(pages: readonly number[], count: number): number[] {
  return Array.from({ length: Math.min(count, pages.length) }, (_, index) => pages[Math.floor((index / count) * pages.length)] ?? 1);
}

function emptyReport(): TamperReport {
  return { tried: 0, detected: 0, missed: [], onlyAnchor: [] };
}

function judge(report: TamperReport, isDetected: boolean, name: string): void {
  report.tried += 1;
  if (isDetected) report.detected += 1;
  else report.missed.push(name);
}
