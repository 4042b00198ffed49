import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION, userVersion } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { createDatabase, openDatabase } from '../../electron/db/open.ts';
import { query } from '../../electron/db/query.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { createStore } from '../../electron/db/store.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { scanFolders } from '../helpers/scan-folders.ts';
import { openTestDesk, temporaryFolder, valueOf, type TestDesk } from './database.ts';
import { addPatient, PATIENT } from './visits.ts';

const SURNAME = 'Wolkenstein-Überkreuz';

/** A closed desk that holds one patient. */
function closedDesk(): TestDesk {
  const desk = openTestDesk();
  addPatient(desk.context, { familyName: SURNAME });
  desk.store.close();
  return desk;
}

function errorOf(path: string, key: Buffer): string {
  const opened = openDatabase(path, key);
  if (opened.ok) opened.value.close();
  return opened.ok ? 'opened' : opened.error.code;
}

describe('settings of an open desk', () => {
  test('are those that keep a save through a power cut and keep everything encrypted', () => {
    const desk = closedDesk();
    const database = valueOf(openDatabase(desk.path, desk.key));
    const pragma = (name: string): unknown => database.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      tempStore: pragma('temp_store'),
      cache: pragma('cache_size'),
      foreignKeys: pragma('foreign_keys'),
      locking: pragma('locking_mode'),
      secureDelete: pragma('secure_delete'),
      recursiveTriggers: pragma('recursive_triggers'),
      cipher: pragma('cipher'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      tempStore: 2,
      cache: -65536,
      foreignKeys: 1,
      locking: 'exclusive',
      secureDelete: 1,
      recursiveTriggers: 1,
      cipher: 'sqlcipher',
    });
    database.close();
  });
});

describe('no plain text on disk', () => {
  test('in the database, its log, or beside them, open or closed; a planted file is found by the same scan', () => {
    const desk = openTestDesk();
    addPatient(desk.context, { familyName: SURNAME, note: SURNAME.repeat(50) });
    desk.context.write((db) => db.access(uuidv7(), 'chart'));
    expect(readdirSync(desk.folder).toSorted()).toEqual(['desk.db', 'desk.db-wal']);
    expect(statSync(`${desk.path}-wal`).size).toBeGreaterThan(4096);
    const needles = [SURNAME, 'wolkenstein', PATIENT.givenNames + PATIENT.givenNames, 'CREATE TABLE'];
    expect(scanFolders([desk.folder], needles)).toMatchObject({ hits: [], unreadable: [] });
    desk.store.close();
    expect(readdirSync(desk.folder)).toEqual(['desk.db']);
    expect(scanFolders([desk.folder], needles).hits).toEqual([]);
    writeFileSync(join(desk.folder, 'planted'), Buffer.from(`x${SURNAME}`, 'utf16le'));
    expect(scanFolders([desk.folder], needles).hits).toContainEqual(expect.objectContaining({ encoding: 'utf16le' }));
  });
});

describe('a file that is not this desk', () => {
  test('another key', () => {
    const desk = closedDesk();
    expect(errorOf(desk.path, randomBytes(32))).toBe('not-a-desk');
    expect(errorOf(desk.path, desk.key)).toBe('opened');
  });
  test('a text, a plain SQLite database, an empty file, no file', () => {
    const folder = temporaryFolder();
    const key = randomBytes(32);
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database '.repeat(2000));
    expect(errorOf(text, key)).toBe('not-a-desk');
    expect(readFileSync(text, 'utf8')).toBe('not a database '.repeat(2000));

    const plain = join(folder, 'plain.db');
    const database = new Database(plain);
    database.exec('CREATE TABLE something (a)');
    database.close();
    expect(errorOf(plain, key)).toBe('not-a-desk');

    const empty = join(folder, 'empty.db');
    writeFileSync(empty, '');
    expect(errorOf(empty, key)).toBe('desk-damaged');
    expect(statSync(empty).size).toBe(0);

    expect(errorOf(join(folder, 'none.db'), key)).toBe('desk-damaged');
    expect(readdirSync(folder).toSorted()).toEqual(['empty.db', 'plain.db', 'text.db']);
  });
  test('a truncated one', () => {
    const desk = closedDesk();
    const { size } = statSync(desk.path);
    truncateSync(desk.path, size - 3 * 4096);
    expect(errorOf(desk.path, desk.key)).toBe('desk-damaged');
    truncateSync(desk.path, 4096);
    expect(errorOf(desk.path, desk.key)).toBe('desk-damaged');
  });
  test('a damaged page is refused when it is read, never returned as data', () => {
    const desk = closedDesk();
    const bytes = readFileSync(desk.path);
    for (let page = 1; page < bytes.length / 4096; page += 1) bytes.writeUInt8(bytes.readUInt8(page * 4096 + 100) ^ 1, page * 4096 + 100);
    writeFileSync(desk.path, bytes);
    const opened = openDatabase(desk.path, desk.key);
    if (!opened.ok) return expect(opened.error.code).toBe('desk-damaged');
    expect(() => createStore(opened.value, desk.context.deskId).read.all(query.selectFrom('patient').selectAll())).toThrow(
      expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
    );
    opened.value.close();
  });
});

describe('one desk at a time', () => {
  test('a second opener is refused at once, in this process and in another, and the first goes on writing', () => {
    const desk = openTestDesk();
    expect(errorOf(desk.path, desk.key)).toBe('desk-in-use');
    const child = spawnSync(process.execPath, [
      '--input-type=module',
      '-e',
      `import { openDatabase } from ${JSON.stringify(new URL('../../electron/db/open.ts', import.meta.url).href)};
       const opened = openDatabase(${JSON.stringify(desk.path)}, Buffer.from('${desk.key.toString('hex')}', 'hex'));
       console.log(opened.ok ? 'opened' : opened.error.code);`,
    ]);
    expect(child.stdout.toString().trim()).toBe('desk-in-use');
    expect(addPatient(desk.context)).toBeTruthy();
    desk.store.close();
    expect(errorOf(desk.path, desk.key)).toBe('opened');
  });

  test('what a crash left in the write-ahead log survives an attempt with a wrong key', () => {
    const desk = openTestDesk();
    addPatient(desk.context, { familyName: SURNAME });
    // The files as a killed process leaves them.
    const crashed = temporaryFolder();
    const path = join(crashed, 'desk.db');
    copyFileSync(desk.path, path);
    copyFileSync(`${desk.path}-wal`, `${path}-wal`);
    expect(errorOf(path, randomBytes(32))).toBe('not-a-desk');
    const store = createStore(valueOf(openDatabase(path, desk.key)), desk.context.deskId);
    expect(store.read.first(query.selectFrom('patient').select('family_name'))).toEqual({ family_name: SURNAME });
    store.close();
  });
});

describe('migrations', () => {
  test('leave the newest version and sound, strict tables', () => {
    const desk = closedDesk();
    const database = valueOf(openDatabase(desk.path, desk.key));
    expect(userVersion(database)).toBe(SCHEMA_VERSION);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const loose = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0").all();
    expect(loose).toEqual([{ name: 'sqlite_schema' }]);
    database.close();
  });
  test('a newer desk is refused and stays as it is', () => {
    const desk = closedDesk();
    const newer = [...migrations, { version: migrations.length + 1, purpose: 'later', sql: 'CREATE TABLE later (a TEXT) STRICT' }];
    valueOf(openDatabase(desk.path, desk.key, newer)).close();
    const before = readFileSync(desk.path);
    expect(errorOf(desk.path, desk.key)).toBe('desk-newer');
    expect(readFileSync(desk.path).equals(before)).toBe(true);
  });
  test('a step that fails leaves the version, the tables and the rows before it', () => {
    const desk = closedDesk();
    const broken = [
      ...migrations,
      { version: migrations.length + 1, purpose: 'good', sql: 'CREATE TABLE good (a TEXT) STRICT; DELETE FROM patient_list;' },
      { version: migrations.length + 2, purpose: 'bad', sql: 'CREATE TABLE bad (a NONSENSE) STRICT' },
    ];
    expect(() => openDatabase(desk.path, desk.key, broken)).toThrow();
    const store = createStore(valueOf(openDatabase(desk.path, desk.key)), desk.context.deskId);
    expect(store.read.all(sql`SELECT name FROM sqlite_schema WHERE name IN ('good', 'bad')`.compile(query))).toEqual([]);
    expect(store.read.all(query.selectFrom('patient_list').select('visit_count'))).toEqual([{ visit_count: 0 }]);
    store.close();
  });
  test('must be numbered in order', () => {
    const desk = closedDesk();
    const database = valueOf(openDatabase(desk.path, desk.key));
    expect(() => migrate(database, [{ version: 2, purpose: 'first', sql: '' }])).toThrow('migration 2 stands at place 1');
    database.close();
  });
});

describe('a full disk', () => {
  test('refuses the write, keeps what was there, and takes the next write once there is room', () => {
    const desk = openTestDesk();
    desk.store.close();
    const database = valueOf(openDatabase(desk.path, desk.key));
    const store = createStore(database, desk.context.deskId);
    const author = { userId: desk.context.user.userId, at: desk.clock.nowInstant() };
    const pages = database.pragma('page_count', { simple: true }) as number;
    database.pragma(`max_page_count = ${pages + 2}`);
    const addBig = (): void => store.write(author, (db) => insertPatient(db, uuidv7(), { ...PATIENT, note: 'n'.repeat(10_000) }));
    expect(addBig).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(store.read.all(query.selectFrom('patient').select('patient_id'))).toEqual([]);
    database.pragma('max_page_count = 1000000');
    addBig();
    expect(store.read.all(query.selectFrom('patient').select('patient_id'))).toHaveLength(1);
    store.close();
  });
});

test('a database is never made over an existing file', () => {
  const desk = closedDesk();
  expect(createDatabase(desk.path, desk.key, { deskId: 'x', isDemo: false, createdAt: '' })).toEqual({
    ok: false,
    error: { code: 'desk-exists' },
  });
});
