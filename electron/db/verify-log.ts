import { sql } from 'kysely';
import { accessHash, bodyHash, changeHash, firstHash, rowBytes } from './change-log.ts';
import { query } from './query.ts';
import { ROW_ID, type Reader } from './store.ts';
import type { ChangeLogTable, LoggedTables } from './tables.ts';

/** The first thing found that does not fit. */
export type Break = {
  /** An entry of a chain; a row that is not as its newest entry says; a row no entry knows; an entry whose row is gone. */
  kind: 'change' | 'access' | 'row-changed' | 'row-unlogged' | 'row-missing';
  /** Number of the entry in its log; null where no entry is concerned. */
  seq: number | null;
  /** What the entry is about and when it was written, as far as it can be read. */
  table: string | null;
  at: string | null;
};

/**
 * `firstBrokenSeq` is the first change entry that does not fit, or null; 0 when only the access log is broken, -1 for a row that was never
 * logged. `erased` entries had their body erased with a reason.
 */
export type LogReport = {
  entries: number;
  intact: boolean;
  firstBrokenSeq: number | null;
  headHash: string;
  broken: Break | null;
  erased: number;
};

const BATCH = 500;

/**
 * Recomputes both chains, compares every body with its hash, and every logged row as it stands now with its newest body, so an
 * edit past the log is found too. It cannot see a chain that was rebuilt or shortened as a whole: for that, compare `headHash`
 * with one that was kept elsewhere.
 */
export function verifyLog(read: Reader, deskId: string): LogReport {
  const steps = verifyInSteps(read, deskId);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `verifyLog`, letting other work go on between two batches of entries. */
export async function verifyLogInTurns(read: Reader, deskId: string): Promise<LogReport> {
  const steps = verifyInSteps(read, deskId);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Stops after each batch. */
type Steps<T> = Generator<undefined, T>;

function* verifyInSteps(read: Reader, deskId: string): Steps<LogReport> {
  const changes = yield* verifyChanges(read, deskId);
  const strayRow = changes.broken === null ? yield* findStrayRow(read) : null;
  const access = yield* verifyAccess(read, deskId);
  const broken = changes.broken ?? strayRow ?? access;
  return { ...changes, broken, intact: broken === null, firstBrokenSeq: broken && seqOf(broken) };
}

function seqOf({ kind, seq }: Break): number {
  return kind === 'access' ? 0 : (seq ?? -1);
}

function* verifyChanges(read: Reader, deskId: string): Steps<Pick<LogReport, 'entries' | 'headHash' | 'broken' | 'erased'>> {
  const erasures = erasedEntries(read);
  let expected = firstHash('change', deskId);
  let seq = 0;
  for (;;) {
    const batch = read.all(
      query
        .selectFrom('change_log')
        .leftJoin('change_body', 'change_body.seq', 'change_log.seq')
        .selectAll('change_log')
        .select(['change_body.salt', 'change_body.body'])
        .where('change_log.seq', '>', seq)
        .orderBy('change_log.seq')
        .limit(BATCH),
    );
    for (const { salt, body, hash, ...entry } of batch) {
      const fits =
        entry.seq === seq + 1 &&
        entry.desk_id === deskId &&
        entry.previous_hash === expected &&
        changeHash(entry) === hash &&
        (salt === null || body === null ? erasures.has(entry.seq) : bodyHash(salt, body) === entry.body_hash);
      if (!fits) return { entries: seq, broken: breakAt(entry), headHash: expected, erased: erasures.size };
      expected = hash;
      seq = entry.seq;
    }
    if (batch.length < BATCH) return { entries: seq, broken: null, headHash: expected, erased: erasures.size };
    yield;
  }
}

function breakAt(entry: Pick<ChangeLogTable, 'seq' | 'table_name' | 'at'>): Break {
  return { kind: 'change', seq: entry.seq, table: entry.table_name, at: entry.at };
}

/** Entries whose body was erased with a reason. None in a desk older than erasures. */
function erasedEntries(read: Reader): Set<number> {
  if (!hasTable(read, 'erasure')) return new Set();
  return new Set(read.all(query.selectFrom('erasure').select('seq')).map(({ seq }) => seq));
}

/** A desk that is only looked at may be older than a table. */
function hasTable(read: Reader, table: string): boolean {
  return read.first(sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${table}`.compile(query)) !== undefined;
}

/** The first row that is not as its newest entry says, or that no entry knows, or that is gone. */
function* findStrayRow(read: Reader): Steps<Break | null> {
  for (const table of Object.keys(ROW_ID) as (keyof LoggedTables)[]) {
    if (!hasTable(read, table)) continue;
    const stray = yield* findStrayRowOf(read, table);
    if (stray !== null) return stray;
  }
  return null;
}

function* findStrayRowOf(read: Reader, table: keyof LoggedTables): Steps<Break | null> {
  const id = sql.ref(`current.${ROW_ID[table]}`);
  let after = '';
  for (;;) {
    const batch = read.all(
      sql<Record<string, unknown> & { logged_seq: number | null; logged_body: Buffer | null }>`
        SELECT current.*, change_body.seq AS logged_seq, change_body.body AS logged_body
        FROM ${sql.table(table)} AS current
        LEFT JOIN change_body ON change_body.seq = (
          SELECT max(seq) FROM change_log WHERE table_name = ${table} AND row_id = ${id}
        )
        WHERE ${id} > ${after} ORDER BY ${id} LIMIT ${BATCH}`.compile(query),
    );
    for (const { logged_seq: seq, logged_body: body, ...row } of batch) {
      if (seq === null || body === null) return { kind: 'row-unlogged', seq: null, table, at: null };
      if (!isAsLogged(row, body)) return { kind: 'row-changed', seq, table, at: null };
      after = String(row[ROW_ID[table]]);
    }
    if (batch.length < BATCH) return findMissingRowOf(read, table);
    yield;
  }
}

function findMissingRowOf(read: Reader, table: keyof LoggedTables): Break | null {
  const missing = read.first(
    sql<{ seq: number }>`
      SELECT min(seq) AS seq FROM change_log
      WHERE table_name = ${table} AND operation = 'insert'
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS current WHERE ${sql.ref(`current.${ROW_ID[table]}`)} = change_log.row_id)
      HAVING seq IS NOT NULL`.compile(query),
  );
  return missing === undefined ? null : { kind: 'row-missing', seq: missing.seq, table, at: null };
}

/** Only the columns there were when the row was logged: a later migration may have added others. */
function isAsLogged(row: Record<string, unknown>, body: Buffer): boolean {
  const logged = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  const now = Object.fromEntries(Object.keys(logged).map((column) => [column, row[column]]));
  return rowBytes(now).equals(body);
}

function* verifyAccess(read: Reader, deskId: string): Steps<Break | null> {
  let expected = firstHash('access', deskId);
  let seq = 0;
  for (;;) {
    const batch = read.all(query.selectFrom('access_log').selectAll().where('seq', '>', seq).orderBy('seq').limit(BATCH));
    for (const { hash, ...entry } of batch) {
      if (entry.seq !== seq + 1 || entry.desk_id !== deskId || entry.previous_hash !== expected || accessHash(entry) !== hash) {
        return { kind: 'access', seq: entry.seq, table: null, at: entry.at };
      }
      expected = hash;
      seq = entry.seq;
    }
    if (batch.length < BATCH) return null;
    yield;
  }
}
