import { describe, expect, onTestFinished, test } from 'vitest';
import { userVersion } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { checkIntegrity, openDatabase, readIdentity } from '../../electron/db/open.ts';
import { listOpenFlags } from '../../electron/db/repositories/flag.ts';
import { createStore, type Store } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { makeV1Database, openRaw } from './desk-v1.ts';
import { valueOf } from './database.ts';

// Every step: the log is checked over the tables there are now.
const STEPS = migrations;

function migrated(): { store: Store; database: ReturnType<typeof openRaw>; deskId: string } {
  const { path, key } = makeV1Database();
  const database = valueOf(openDatabase(path, key, STEPS));
  const deskId = readIdentity(database)?.deskId ?? '';
  const store = createStore(database, deskId);
  onTestFinished(() => store.close());
  return { store, database, deskId };
}

describe('a desk of version 1 brought to the newest version', () => {
  test('keeps every row, every hash and every reference', () => {
    const { path, key } = makeV1Database();
    const tables = ['desk', 'user', 'clinic', 'setting', 'patient', 'visit', 'addendum', 'flag_action', 'handout', 'draft', 'patient_list'];
    const logs = ['change_log', 'change_body', 'access_log'];
    const rowsOf = (database: ReturnType<typeof openRaw>): Record<string, Record<string, unknown>[]> =>
      Object.fromEntries(
        [...tables, ...logs].map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]]),
      );
    const raw = openRaw(path, key);
    const before = rowsOf(raw);
    raw.close();
    for (const table of tables) expect(before[table], table).not.toEqual([]);

    const database = valueOf(openDatabase(path, key, STEPS));
    expect(userVersion(database)).toBe(STEPS.length);
    const after = rowsOf(database);
    for (const [table, rows] of Object.entries(before)) {
      const columns = Object.keys(rows[0] ?? {});
      const kept = after[table]?.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
      expect(kept, table).toEqual(rows);
    }
    expect(after['user']).toMatchObject([{ role: 'admin', state: 'active', passphrase_set_at: null }]);
    expect(after['visit']?.map((row) => row['void_reason'])).toEqual([null, null, null, null]);
    expect(checkIntegrity(database)).toBe(true);
    const store = createStore(database, String(before['desk']?.[0]?.['desk_id']));
    expect(verifyLog(store.read, store.deskId)).toMatchObject({ intact: true, entries: 16 });
    store.close();
  });

  test('still shows the emergency without an outcome, in the list of flags and in the patient list', () => {
    const { store, database } = migrated();
    expect(listOpenFlags(store.read, null)).toMatchObject([{ openFlag: 'E' }]);
    expect(database.prepare("SELECT count(*) AS n FROM patient_list_now WHERE open_flag = 'E'").get()).toEqual({ n: 1 });
  });

  test('refuses to lose its last administrator, an unknown role, and a void without a reason', () => {
    const { database } = migrated();
    const run = (sql: string): unknown => database.prepare(sql).run();
    expect(() => run("UPDATE user SET role = 'clinician'")).toThrow('a desk keeps an administrator');
    expect(() => run("UPDATE user SET state = 'removed'")).toThrow('a desk keeps an administrator');
    const columns = 'user_id, display_name, role, created_at, updated_at, revision';
    expect(() => run(`INSERT INTO user (${columns}) VALUES ('x', 'X', 'owner', '', '', 1)`)).toThrow('CHECK');
    expect(() => run('DELETE FROM user')).toThrow('a user is never deleted');
    expect(() => run("UPDATE visit SET status = 'voided' WHERE status = 'signed' AND open_flag IS NULL")).toThrow('names who and why');
    const reason =
      "status = 'voided', void_reason = 'wrong chart', voided_at = '2025-03-12T09:00:00.000Z', voided_by = signed_by, voided_by_name = 'x'";
    expect(() => run(`UPDATE visit SET ${reason} WHERE open_flag = 'E'`)).toThrow('an open flag is not voided');
    expect(() => run(`UPDATE visit SET ${reason}, open_flag = NULL WHERE open_flag = 'E'`)).toThrow('an open flag is not voided');
    run(`UPDATE visit SET ${reason} WHERE status = 'signed' AND open_flag IS NULL`);
    expect(() => run("UPDATE visit SET void_reason = 'another' WHERE status = 'voided' AND signed_at IS NOT NULL")).toThrow('final');
    expect(() => run("UPDATE visit SET headline = 'another' WHERE status = 'voided' AND signed_at IS NOT NULL")).toThrow('final');
    expect(() => run("UPDATE visit SET void_reason = 'early' WHERE status = 'signed'")).toThrow('final');
    expect(() => run('DELETE FROM change_body WHERE seq = 1')).toThrow('only with a reason');
  });

  test('finds the entries of a period and the forms of a user by their indexes', () => {
    const { database } = migrated();
    const plan = (sql: string): string =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ');
    expect(plan("SELECT * FROM change_log WHERE at >= '2025-03-10' AND at < '2025-03-11'")).toContain('change_log_by_time');
    expect(plan("SELECT * FROM access_log WHERE at >= '2025-03-10' AND at < '2025-03-11'")).toContain('access_log_by_time');
    expect(plan("SELECT * FROM form_draft WHERE user_id = 'x' AND form = 'clinic'")).toContain('form_draft_by_user');
  });
});
