import { createHash, randomBytes } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import { uuidv7 } from '../ids.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import type { AccessKind, AccessLogTable, ChangeLogTable } from './tables.ts';

// The two chains (design D11). A chain without a key shows accidents and partial edits; someone who can write the file can
// rebuild or shorten a whole chain, which only a head hash printed or kept elsewhere shows.

/** Gives the prepared statement of a SQL text. */
export type Prepare = (sql: string) => Statement;

/** Where a chain stands: number and hash of its newest entry, and the transaction the next entries belong to. */
export type ChainHead = { seq: number; hash: string; txId: string };

type Change = {
  deskId: string;
  author: { userId: string; at: string };
  operation: ChangeLogTable['operation'];
  table: string;
  rowIdColumn: string;
  rowId: string;
};

/** The newest entry of the change log, read once a transaction. */
export function readHead(prepare: Prepare, deskId: string): ChainHead {
  const last = prepare('SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string } | undefined;
  return { seq: last?.seq ?? 0, hash: last?.hash ?? firstHash('change', deskId), txId: uuidv7() };
}

/** Logs the row as it stands now, whole, and moves `head` on. Call right after the row was written, in the same transaction. */
export function appendChange(prepare: Prepare, head: ChainHead, change: Change): void {
  const { table, rowIdColumn, rowId } = change;
  const row = prepare(`SELECT * FROM "${table}" WHERE "${rowIdColumn}" = ?`).get(rowId);
  if (row === undefined) throw new Error(`no row to log in ${table}`);
  const body = rowBytes(row as Record<string, unknown>);
  const salt = randomBytes(16);
  const entry: Omit<ChangeLogTable, 'hash'> = {
    seq: head.seq + 1,
    desk_id: change.deskId,
    tx_id: head.txId,
    user_id: change.author.userId,
    at: change.author.at,
    operation: change.operation,
    table_name: table,
    row_id: rowId,
    schema_version: SCHEMA_VERSION,
    previous_hash: head.hash,
    body_hash: bodyHash(salt, body),
  };
  const hash = changeHash(entry);
  prepare(
    `INSERT INTO change_log (seq, desk_id, tx_id, user_id, at, operation, table_name, row_id, schema_version, previous_hash, body_hash, hash)
       VALUES (@seq, @desk_id, @tx_id, @user_id, @at, @operation, @table_name, @row_id, @schema_version, @previous_hash, @body_hash, @hash)`,
  ).run({ ...entry, hash });
  prepare('INSERT INTO change_body (seq, salt, body) VALUES (?, ?, ?)').run(entry.seq, salt, body);
  head.seq = entry.seq;
  head.hash = hash;
}

/** Logs that a chart, visit or kept sheet of this patient was opened. */
export function appendAccess(
  prepare: Prepare,
  deskId: string,
  author: { userId: string; at: string },
  patientId: string,
  what: AccessKind,
): void {
  const last = prepare('SELECT seq, hash FROM access_log ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string } | undefined;
  const entry: Omit<AccessLogTable, 'hash'> = {
    seq: (last?.seq ?? 0) + 1,
    desk_id: deskId,
    user_id: author.userId,
    at: author.at,
    patient_id: patientId,
    what,
    previous_hash: last?.hash ?? firstHash('access', deskId),
  };
  prepare(
    `INSERT INTO access_log (seq, desk_id, user_id, at, patient_id, what, previous_hash, hash)
       VALUES (@seq, @desk_id, @user_id, @at, @patient_id, @what, @previous_hash, @hash)`,
  ).run({ ...entry, hash: accessHash(entry) });
}

/** What the first entry of a chain names as the one before it: bound to the desk, so that entries of another desk do not fit. */
export function firstHash(chain: 'change' | 'access', deskId: string): string {
  return sha256(`lasegue ${chain} log of desk ${deskId}`);
}

/** Hash of a change entry. The order of the parts is part of the format. */
export function changeHash(entry: Omit<ChangeLogTable, 'hash'>): string {
  return sha256(
    JSON.stringify([
      entry.desk_id,
      entry.seq,
      entry.tx_id,
      entry.user_id,
      entry.at,
      entry.operation,
      entry.table_name,
      entry.row_id,
      entry.schema_version,
      entry.previous_hash,
      entry.body_hash,
    ]),
  );
}

/** Hash of an access entry. The order of the parts is part of the format. */
export function accessHash(entry: Omit<AccessLogTable, 'hash'>): string {
  return sha256(JSON.stringify([entry.desk_id, entry.seq, entry.user_id, entry.at, entry.patient_id, entry.what, entry.previous_hash]));
}

/** The salt keeps a short or guessable body from being found by trying, once the body itself has been erased. */
export function bodyHash(salt: Buffer, body: Buffer): string {
  return createHash('sha256').update(salt).update(body).digest('hex');
}

/** A row as the log keeps it: JSON with sorted columns; bytes (a PDF) only as their SHA-256. */
export function rowBytes(row: Record<string, unknown>): Buffer {
  const columns = Object.entries(row)
    .map(([column, value]): [string, unknown] => [column, value instanceof Uint8Array ? { sha256: sha256(value) } : value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(Object.fromEntries(columns)), 'utf8');
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
