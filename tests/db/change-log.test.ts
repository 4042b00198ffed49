import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/db/open.ts';
import { query } from '../../electron/db/query.ts';
import { updatePatient } from '../../electron/db/repositories/patient.ts';
import { createStore, type Store } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { addPatient, PATIENT } from './visits.ts';

/** A desk with four logged changes (user, two patients, an edit) and two chart openings. */
function filledDesk(): TestDesk & { patientId: string } {
  const desk = openTestDesk();
  const patientId = addPatient(desk.context);
  addPatient(desk.context, { givenNames: 'Another' });
  desk.context.write((db) => updatePatient(db, patientId, 1, { ...PATIENT, phone: '01' }));
  desk.context.write((db) => db.access(patientId, 'chart'));
  desk.context.write((db) => db.access(patientId, 'visit'));
  return { ...desk, patientId };
}

/** Changes the closed database past every guard of the application, as someone with the key and another program could. */
function tamper(desk: TestDesk, statements: string): Store {
  desk.store.close();
  const database = valueOf(openDatabase(desk.path, desk.key));
  const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'").all() as {
    name: string;
  }[];
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
  database.exec('DROP TRIGGER visit_is_kept; DROP TRIGGER visit_signed_is_final; PRAGMA foreign_keys = OFF;');
  database.exec(statements);
  return createStore(database, desk.context.deskId);
}

function verdict(desk: TestDesk, statements: string): { intact: boolean; firstBrokenSeq: number | null } {
  const store = tamper(desk, statements);
  const { intact, firstBrokenSeq } = verifyLog(store.read, desk.context.deskId);
  store.close();
  return { intact, firstBrokenSeq };
}

describe('the chain', () => {
  test('holds from the first row, one entry a change, one transaction id a write', () => {
    const desk = filledDesk();
    const report = verifyLog(desk.context.read, desk.context.deskId);
    expect(report).toMatchObject({ entries: 4, intact: true, firstBrokenSeq: null });
    const entries = desk.context.read.all(query.selectFrom('change_log').selectAll().orderBy('seq'));
    expect(entries.map(({ operation, table_name }) => `${operation} ${table_name}`)).toEqual([
      'insert user',
      'insert patient',
      'insert patient',
      'update patient',
    ]);
    expect(entries.at(-1)?.hash).toBe(report.headHash);
    expect(new Set(entries.map((entry) => entry.tx_id)).size).toBe(4);
    expect(verdict(desk, '')).toEqual({ intact: true, firstBrokenSeq: null });
  });

  test.each([
    ['an entry edited', "UPDATE change_log SET at = '2001-01-01T00:00:00.000Z' WHERE seq = 2", 2],
    ['an entry removed', 'DELETE FROM change_body WHERE seq = 2; DELETE FROM change_log WHERE seq = 2', 3],
    ['a body edited', "UPDATE change_body SET body = CAST(replace(body, 'Testa', 'Other') AS BLOB) WHERE seq = 2", 2],
    ['a body removed', 'DELETE FROM change_body WHERE seq = 3', 3],
    ['a patient edited past the log', "UPDATE patient SET note = 'x' WHERE search_rowid = 1", 4],
    ['a patient removed past the log', 'DELETE FROM patient WHERE search_rowid = 2', 3],
    ['an access edited', "UPDATE access_log SET user_id = 'x' WHERE seq = 1", 0],
    ['an access removed', 'DELETE FROM access_log WHERE seq = 1', 0],
  ])('shows %s', (_, statements, firstBrokenSeq) => {
    expect(verdict(filledDesk(), statements)).toEqual({ intact: false, firstBrokenSeq });
  });

  test('does not take the log of another desk for its own', () => {
    const desk = filledDesk();
    expect(verifyLog(desk.context.read, 'another desk')).toMatchObject({ intact: false, firstBrokenSeq: 1 });
  });

  test('cannot see a shortened chain by itself: the head hash kept elsewhere can', () => {
    const desk = filledDesk();
    const { headHash } = verifyLog(desk.context.read, desk.context.deskId);
    const last = desk.context.read.first(query.selectFrom('patient').select('patient_id').orderBy('search_rowid', 'desc'))?.patient_id;
    const store = tamper(
      desk,
      `DELETE FROM change_body WHERE seq > 2; DELETE FROM change_log WHERE seq > 2; DELETE FROM patient_list WHERE patient_id = '${last}';
       DELETE FROM patient WHERE patient_id = '${last}'; UPDATE patient SET phone = '', revision = 1`,
    );
    const shortened = verifyLog(store.read, desk.context.deskId);
    expect(shortened.intact).toBe(true);
    expect(shortened.headHash).not.toBe(headHash);
    store.close();
  });
});

describe('one transaction', () => {
  test('a failed result and a throw leave neither row nor entry', () => {
    const desk = filledDesk();
    const before = verifyLog(desk.context.read, desk.context.deskId);
    expect(
      desk.context.write((db) => {
        updatePatient(db, desk.patientId, 2, { ...PATIENT, phone: '02' });
        return fail('conflict');
      }),
    ).toEqual(fail('conflict'));
    expect(() =>
      desk.context.write((db) => {
        updatePatient(db, desk.patientId, 2, { ...PATIENT, phone: '02' });
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(verifyLog(desk.context.read, desk.context.deskId)).toEqual(before);
    expect(desk.context.write((db) => (updatePatient(db, desk.patientId, 2, PATIENT) ? ok(1) : fail('conflict')))).toEqual(ok(1));
  });
  test('a stale revision changes nothing', () => {
    const desk = filledDesk();
    expect(desk.context.write((db) => updatePatient(db, desk.patientId, 1, PATIENT))).toBe(false);
    expect(verifyLog(desk.context.read, desk.context.deskId).entries).toBe(4);
  });
});

describe('the database itself', () => {
  const refused = [
    'UPDATE change_log SET at = 1',
    'DELETE FROM change_log',
    'UPDATE change_body SET salt = zeroblob(16)',
    'UPDATE access_log SET at = 1',
    'DELETE FROM access_log',
  ];
  test.each(refused)('refuses %s', (statement) => {
    const desk = filledDesk();
    desk.store.close();
    const database = valueOf(openDatabase(desk.path, desk.key));
    expect(() => database.exec(statement)).toThrow(/append-only/);
    expect(() => database.exec('INSERT OR REPLACE INTO access_log SELECT * FROM access_log')).toThrow(/append-only/);
    database.close();
  });
  test('the search index agrees with the table after edits', () => {
    const desk = filledDesk();
    desk.context.write((db) => updatePatient(db, desk.patientId, 2, { ...PATIENT, familyName: 'Renamed' }));
    desk.context.write((db) =>
      db.all(sql`INSERT INTO patient_search (patient_search, rank) VALUES ('integrity-check', 1) RETURNING 1`.compile(query)),
    );
  });
});
