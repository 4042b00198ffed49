import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3';
import type { Compilable, CompiledQuery, Insertable, Kysely, Updateable } from 'kysely';
import { createCopier, type Copier } from './copy.ts';
import { readStored, type Stored } from './last-stored.ts';
import { storageErrorCode } from './open.ts';
import { query } from './query.ts';
import { appendAccess, appendChange, readHead, type Prepare } from './change-log.ts';
import type { AccessKind, LoggedTables, Revisioned, RevisionedTables, Tables } from './tables.ts';

/** Who writes and when; stamped on the rows and in the log. */
export type Author = { userId: string; at: string };

type Query<O> = Compilable<O> | CompiledQuery<O>;

/** Runs what `query` builds. Every call is synchronous, so several in a row see one state of the store. */
export type Reader = {
  all<O>(built: Query<O>): O[];
  first<O>(built: Query<O>): O | undefined;
};

type Stamp = keyof Revisioned | 'created_by' | 'updated_by';
/** A row as a repository gives it: of editable tables without the columns the writer stamps (who, when, revision). */
export type NewRow<T extends keyof LoggedTables> = T extends keyof RevisionedTables
  ? Omit<Insertable<LoggedTables[T]>, Stamp>
  : Insertable<LoggedTables[T]>;
export type RowChanges<T extends keyof RevisionedTables> = Omit<Updateable<RevisionedTables[T]>, Stamp>;

/** The only way to write. Lives inside one `Store.write` transaction; every row written leaves its line in the change log. */
export type Writer = Reader & {
  /** Throws (SQLITE_CONSTRAINT_PRIMARYKEY or _UNIQUE) when the id is taken: ask first where a retry is possible. */
  insert<T extends keyof LoggedTables>(table: T, row: NewRow<T>): void;
  /** Changes one row if it still has this revision, and raises the revision. `false` = it was changed meanwhile, or is not there. */
  update<T extends keyof RevisionedTables>(table: T, rowId: string, revision: number, changes: RowChanges<T>): boolean;
  /** Writes to `draft` or `form_draft`, which are not logged (design D8). Returns how many rows were touched. */
  draft(build: (drafts: Kysely<Pick<Tables, 'draft' | 'form_draft'>>) => Compilable): number;
  /** One line in the access log: this author opened this patient's chart, visit or kept sheet. */
  access(patientId: string, what: AccessKind): void;
  /** Deletes what a change entry kept of its row. Throws unless an `erasure` of it was inserted first. */
  eraseBody(seq: number): void;
};

/** The open store of one desk. One connection, owned by this process alone. */
export type Store = {
  deskId: string;
  read: Reader;
  /**
   * Runs `work` in one transaction, written durably before this returns. Everything in it is rolled back when it throws, and when
   * it returns a failed `Result`. `work` must not be async: nothing else may run on the connection before the commit.
   */
  write<T>(author: Author, work: (db: Writer) => T extends PromiseLike<unknown> ? never : T): T;
  /** Moves the write-ahead log into the file and empties it; while the file is being copied, nothing happens. */
  checkpoint(): void;
  copy: Copier['copy'];
  /** Checkpoints and closes. */
  close(): void;
};

/** Column that names a row in the log. */
export const ROW_ID = {
  user: 'user_id',
  clinic: 'clinic_id',
  setting: 'setting_id',
  patient: 'patient_id',
  visit: 'visit_id',
  addendum: 'addendum_id',
  flag_action: 'action_id',
  handout: 'handout_id',
  erasure: 'erasure_id',
  handout_giving: 'giving_id',
  paper: 'paper_id',
  clinic_logo: 'logo_id',
} as const satisfies { [T in keyof LoggedTables]: keyof LoggedTables[T] };

const EDITABLE: readonly string[] = ['user', 'clinic', 'setting', 'patient', 'visit'] satisfies (keyof RevisionedTables)[];
const AUTHORED: readonly string[] = ['patient', 'visit'] satisfies (keyof RevisionedTables)[];

/** Different SQL texts kept prepared; far more than the repositories have. */
const STATEMENTS_KEPT = 400;

/** Wraps an opened, migrated database. `acknowledge` is told after each commit what the store now holds, before the caller is. */
export function createStore(database: EncryptedDatabase, deskId: string, acknowledge?: (stored: Stored) => void): Store {
  const prepare = createStatementCache(database);
  const read = createReader(prepare);
  const copier = createCopier(database);
  return {
    deskId,
    read,
    write: (author, work) => {
      const value = writeInTransaction(database, () => createWriter(prepare, read, deskId, author), work);
      if (acknowledge && !isFailure(value)) acknowledge(readStored(read));
      return value;
    },
    checkpoint: () => {
      if (!copier.isCopying()) moveWriteAheadLog(database);
    },
    copy: (describe, sink) => copier.copy(describe, sink),
    close: () => {
      if (!database.open) return;
      moveWriteAheadLog(database);
      database.close();
      copier.release();
    },
  };
}

/** What cannot be moved into the file, on a full disk, stays in the write-ahead log: flushed there, and found again at the next opening. */
function moveWriteAheadLog(database: EncryptedDatabase): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
  }
}

/** Prepares each SQL text once. */
function createStatementCache(database: EncryptedDatabase): Prepare {
  const statements = new Map<string, Statement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= STATEMENTS_KEPT) statements.clear();
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
}

/** Runs reads on a connection of which only statements are at hand. */
export function createReader(prepare: Prepare): Reader {
  return {
    all: <O>(built: Query<O>): O[] => {
      const { sql, parameters } = compiled(built);
      return prepare(sql).all(...parameters) as O[];
    },
    first: <O>(built: Query<O>): O | undefined => {
      const { sql, parameters } = compiled(built);
      return prepare(sql).get(...parameters) as O | undefined;
    },
  };
}

function compiled<O>(built: Query<O>): CompiledQuery<O> {
  return 'compile' in built ? built.compile() : built;
}

function writeInTransaction<T>(
  database: EncryptedDatabase,
  startWriter: () => Writer,
  work: (db: Writer) => T extends PromiseLike<unknown> ? never : T,
): T {
  if (database.inTransaction) throw new Error('a write inside a write');
  database.exec('BEGIN IMMEDIATE');
  try {
    const value: T = work(startWriter());
    if (value instanceof Promise) throw new Error('work of a write must not be async');
    database.exec(isFailure(value) ? 'ROLLBACK' : 'COMMIT');
    return value;
  } finally {
    // A full disk may already have rolled back by itself.
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function isFailure(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

function createWriter(prepare: Prepare, read: Reader, deskId: string, author: Author): Writer {
  const head = readHead(prepare, deskId);
  const log = (operation: 'insert' | 'update', table: keyof LoggedTables, rowId: string): void =>
    appendChange(prepare, head, { deskId, author, operation, table, rowIdColumn: ROW_ID[table], rowId });
  return {
    ...read,
    insert: (table, row) => {
      const stamped = EDITABLE.includes(table)
        ? {
            ...row,
            created_at: author.at,
            updated_at: author.at,
            revision: 1,
            ...(AUTHORED.includes(table) ? { created_by: author.userId, updated_by: author.userId } : {}),
          }
        : { ...row };
      const columns = Object.keys(stamped);
      prepare(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
        ...Object.values(stamped),
      );
      log('insert', table, (row as Record<string, unknown>)[ROW_ID[table]] as string);
    },
    update: (table, rowId, revision, changes) => {
      const stamped: Record<string, unknown> = {
        ...changes,
        updated_at: author.at,
        ...(AUTHORED.includes(table) ? { updated_by: author.userId } : {}),
      };
      const set = Object.keys(stamped).map((column) => `${quoted(column)} = ?`);
      const { changes: touched } = prepare(
        `UPDATE ${quoted(table)} SET ${set.join(', ')}, revision = revision + 1 WHERE ${quoted(ROW_ID[table])} = ? AND revision = ?`,
      ).run(...Object.values(stamped), rowId, revision);
      if (touched === 0) return false;
      log('update', table, rowId);
      return true;
    },
    draft: (build) => {
      const { sql, parameters } = build(query).compile();
      return prepare(sql).run(...parameters).changes;
    },
    access: (patientId, what) => appendAccess(prepare, deskId, author, patientId, what),
    eraseBody: (seq) => void prepare('DELETE FROM change_body WHERE seq = ?').run(seq),
  };
}

/** Names come from the code's own types; quoting keeps `user` and the like from being read as keywords. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
