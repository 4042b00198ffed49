import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { bodyHash } from './change-log.ts';
import { storageErrorCode } from './open.ts';

// Reads what is left in a damaged database. Only pages whose authentication holds are read, so what comes out is as it was written; a row on
// a damaged page may still lie whole in the change log, which keeps every row a second time (design D11).

/** Tables whose rows a clinician asks for, and the column that names a row. */
const TABLES = {
  user: 'user_id',
  patient: 'patient_id',
  visit: 'visit_id',
  addendum: 'addendum_id',
  flag_action: 'action_id',
  handout: 'handout_id',
  paper: 'paper_id',
} as const;
type SalvagedTable = keyof typeof TABLES;

/** Rows tried past the last one read when the end of a table cannot be known. */
const BLIND_TRIES = 10_000;

type Row = Record<string, unknown>;
/** Rows by their id, and the ids of those that are known to have been there and could not be read. */
type Found = { rows: Map<string, Row>; lost: Set<string> };

export type Salvaged = {
  users: Row[];
  patients: Row[];
  visits: Row[];
  addenda: Row[];
  /** What was done about a red flag after its visit was signed. */
  flagActions: Row[];
  /** Sheets, and letters and summaries (`sheet` is their kind). Without the PDFs: those are read one at a time by `pdfOf`. */
  handouts: Row[];
  /** What was typed in visits that were not signed, by visit. */
  drafts: Map<string, Row>;
  /** Rows of the log that could not be read, in the tables and in the log; `addenda` with what was done about flags. */
  lost: { patients: number; visits: number; addenda: number; handouts: number; drafts: boolean };
  /** The log itself could not be read whole, so more may be missing than is counted. */
  isLogDamaged: boolean;
};

/** Reads all of a database that was opened at the version it has. Throws what is no damage. */
export function salvage(database: EncryptedDatabase): Salvaged {
  const log = readLog(database);
  const found = (table: SalvagedTable): Found => readTable(database, table, log);
  const [user, patient, visit, addendum] = [found('user'), found('patient'), found('visit'), found('addendum')];
  const [flagAction, handout, paper] = [found('flag_action'), found('handout'), found('paper')];
  const drafts = readRows(database, 'draft', '*');
  return {
    users: [...user.rows.values()],
    patients: [...patient.rows.values()],
    visits: [...visit.rows.values()],
    addenda: [...addendum.rows.values()],
    flagActions: [...flagAction.rows.values()],
    handouts: [...handout.rows.values(), ...[...paper.rows.values()].map((row): Row => ({ ...row, sheet: row['kind'] }))],
    drafts: new Map(drafts.rows.map((row) => [String(row['visit_id']), row])),
    lost: {
      patients: patient.lost.size,
      visits: visit.lost.size,
      addenda: addendum.lost.size + flagAction.lost.size,
      handouts: handout.lost.size + paper.lost.size,
      drafts: drafts.isDamaged,
    },
    isLogDamaged: log.isDamaged,
  };
}

/** The bytes of a kept sheet, or null when they cannot be read. */
export function pdfOf(database: EncryptedDatabase, handout: Row): Buffer | null {
  const rowid = handout['salvage_rowid'];
  if (typeof rowid !== 'number') return null;
  const table = 'paper_id' in handout ? 'paper' : 'handout';
  const row = tryRead(() => database.prepare(`SELECT pdf FROM ${table} WHERE rowid = ?`).get(rowid) as { pdf: Buffer } | undefined);
  return row === DAMAGED ? null : (row?.pdf ?? null);
}

/** Newest body of each row in the log, and every id the log names, by table. */
type Log = { bodies: Map<string, Row>; named: Map<string, Set<string>>; isDamaged: boolean };

function readLog(database: EncryptedDatabase): Log {
  const entries = readRows(database, 'change_log', 'seq, table_name, row_id, body_hash');
  const bodies = readRows(database, 'change_body', '*');
  const bySeq = new Map(bodies.rows.map((row) => [row['seq'], row]));
  const log: Log = { bodies: new Map(), named: new Map(), isDamaged: entries.isDamaged || bodies.isDamaged };
  for (const entry of entries.rows) {
    const [table, id] = [String(entry['table_name']), String(entry['row_id'])];
    const named = log.named.get(table) ?? new Set();
    log.named.set(table, named.add(id));
    const kept = bySeq.get(entry['seq']);
    const [salt, body] = [kept?.['salt'], kept?.['body']];
    if (!(salt instanceof Buffer) || !(body instanceof Buffer) || bodyHash(salt, body) !== entry['body_hash']) {
      // The newest body is what counts: an older one would bring back what was changed since.
      log.bodies.delete(`${table} ${id}`);
      continue;
    }
    log.bodies.set(`${table} ${id}`, JSON.parse(body.toString('utf8')) as Row);
  }
  return log;
}

/** The row of a kept sheet reaches over many pages; its words are read without its bytes. */
const COLUMNS: Readonly<Partial<Record<SalvagedTable, string>>> = {
  handout: 'rowid AS salvage_rowid, handout_id, visit_id, patient_id, sheet, language, patient_name, made_on, sha256',
  paper: 'rowid AS salvage_rowid, paper_id, visit_id, patient_id, kind, patient_name, made_on, sha256',
};

/** A damaged desk is opened at the version it has, which may be older than a table. */
function hasTable(database: EncryptedDatabase, table: SalvagedTable): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}

function readTable(database: EncryptedDatabase, table: SalvagedTable, log: Log): Found {
  const id = TABLES[table];
  const read = hasTable(database, table) ? readRows(database, table, COLUMNS[table] ?? '*').rows : [];
  const rows = new Map(read.map((row) => [String(row[id]), row]));
  const lost = new Set<string>();
  for (const named of log.named.get(table) ?? []) {
    if (rows.has(named)) continue;
    const body = log.bodies.get(`${table} ${named}`);
    if (body === undefined) lost.add(named);
    else rows.set(named, body);
  }
  return { rows, lost };
}

/** Every row that can be read, in the order of the table. A row that cannot be read is passed over, one at a time. */
function readRows(database: EncryptedDatabase, table: string, columns: string): { rows: Row[]; isDamaged: boolean } {
  const next = database.prepare(`SELECT rowid AS salvage_at, ${columns} FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT 1`);
  const end = tryRead(() => database.prepare(`SELECT max(rowid) AS last FROM "${table}"`).get() as { last: number | null });
  const last = end === DAMAGED ? null : (end.last ?? 0);
  const rows: Row[] = [];
  let isDamaged = end === DAMAGED;
  let after = 0;
  for (let misses = 0; last === null ? misses < BLIND_TRIES : after < last;) {
    const at = after;
    const row = tryRead(() => next.get(at) as Row | undefined);
    if (row === undefined) break;
    if (row === DAMAGED) {
      isDamaged = true;
      misses += 1;
      after += 1;
      continue;
    }
    misses = 0;
    const { salvage_at: rowid, ...columnsOfRow } = row;
    after = Number(rowid);
    rows.push(columnsOfRow);
  }
  return { rows, isDamaged };
}

const DAMAGED = Symbol('damaged');

function tryRead<T>(read: () => T): T | typeof DAMAGED {
  try {
    return read();
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === 'desk-damaged' || code === 'not-a-desk') return DAMAGED;
    throw error;
  }
}
