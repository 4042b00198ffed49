import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../electron/db/open.ts';
import { query } from '../../electron/db/query.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { updatePatient } from '../../electron/db/repositories/patient.ts';
import { createReader, createStore } from '../../electron/db/store.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { checkAnchors } from '../../electron/exchange/anchors.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import { createAuditHandlers } from '../../electron/use-cases/audit/index.ts';
import type { ReportTable } from '../../electron/pdf/draw-report.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { startOfDay } from '../../electron/use-cases/audit/report.ts';
import { backupHostHandlers as backup } from '../../electron/use-cases/backup/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { AUDIT_TABLES, auditReportSchema, type AuditFilter, type AuditRow } from '../../shared/schemas/audit.ts';
import { auditText } from '../../shared/text/en/screens-audit.ts';
import { ROW_ID } from '../../electron/db/store.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createPaperHandlers } from '../../electron/use-cases/papers/index.ts';
import { CLINIC, createTestDesk, openDeskHost, openHost, PASSPHRASE } from './host.ts';
import { openTestDesk, temporaryFolder, valueOf } from './database.ts';
import { openRaw } from './desk-v1.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, PATIENT, rawQuery, signedVisit } from './visits.ts';

const audit = createAuditHandlers(openRenderer());
const MARCH: AuditFilter = { from: '2025-03-01', to: '2025-03-31', patientId: null, show: 'all' };
const SORT = { by: 'at', descending: false } as const;

describe('a report', () => {
  test('of a period holds every change and opening in it, newest first, and is itself in the access log', async () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    clock.set('2025-03-12T10:00:00.000Z');
    await signedVisit(context, patientId, askedRecord('first', '2025-03-12'));
    clock.set('2025-04-01T00:00:00.000Z');
    addPatient(context, { ownNumber: 'T-9' });
    const { rows, total } = valueOf(await audit['audit.report'](context, MARCH));
    expect(total).toBe(rows.length);
    expect(rows.map(({ log, what, operation, detail }) => [log, what, operation, detail])).toEqual([
      ['change', 'visit', 'update', '2025-03-12'],
      ['change', 'visit', 'insert', '2025-03-12'],
      ['access', 'visit', null, ''],
      ['change', 'patient', 'insert', ''],
      ['change', 'user', 'insert', 'Dr Test Person'],
    ]);
    expect(rows[0]).toMatchObject({ userName: 'Dr Test Person', patientName: 'Testa Examplewoman' });
    const reports = context.read.all(query.selectFrom('access_log').select(['what', 'patient_id']).where('what', '=', 'report'));
    expect(reports).toEqual([{ what: 'report', patient_id: '' }]);
    expect(await audit['audit.report'](context, { ...MARCH, to: '2025-02-01' })).toMatchObject({ error: { code: 'invalid-input' } });
  });

  test('of one patient holds nothing of another, and finds the entries by their index', async () => {
    const { context } = openTestDesk();
    const [one, two] = [addPatient(context), addPatient(context, { givenNames: 'Other', ownNumber: 'T-2' })];
    await signedVisit(context, one, askedRecord('first', '2025-03-10'));
    await signedVisit(context, two, askedRecord('first', '2025-03-10'));
    valueOf(await visits['patients.chart'](context, { patientId: two }));
    const { rows } = valueOf(await audit['audit.report'](context, { ...MARCH, patientId: one }));
    expect(rows.map(({ what }) => what).toSorted()).toEqual(['patient', 'visit', 'visit', 'visit']);
    expect(new Set(rows.map(({ patientName }) => patientName))).toEqual(new Set(['Testa Examplewoman']));
    const only = valueOf(await audit['audit.report'](context, { ...MARCH, patientId: two, show: 'accesses' }));
    expect(only.rows.map(({ what }) => what).toSorted()).toEqual(['chart', 'visit']);
  });

  test('names every table whose writes are logged', () => {
    expect([...AUDIT_TABLES].toSorted()).toEqual(Object.keys(ROW_ID).toSorted());
  });

  test('of a patient tells of the letter that was kept, whose it is and of which visit', async () => {
    const { context } = openDeskHost();
    const papers = createPaperHandlers(openRenderer());
    const patientId = addPatient(context);
    const { visitId } = await signedVisit(context, patientId, askedRecord('first', '2025-03-10'));
    const asked = { visitId, kind: 'letter', paper: 'A4' } as const;
    const { sha256 } = valueOf(await papers['papers.preview'](context, asked));
    valueOf(await papers['papers.keep'](context, { ...asked, paperId: uuidv7(), sha256, givenBy: 'print' }));
    for (const about of [patientId, null]) {
      const report = auditReportSchema.parse(
        valueOf(await audit['audit.report'](context, { ...MARCH, patientId: about, show: 'changes' })),
      );
      const line = report.rows.find(({ what }) => what === 'paper');
      expect(line).toMatchObject({ operation: 'insert', patientName: 'Testa Examplewoman', detail: '2025-03-10' });
      expect(line && auditText.whatIn(line)).toBe('Letter or summary given: added');
    }
  });

  test('as CSV lets no cell begin like a formula, and as PDF names what it shows', async () => {
    const { context } = openDeskHost();
    addPatient(context, { givenNames: '=HYPERLINK("http://x")', familyName: '@SUM(A1)' });
    addPatient(context, { givenNames: 'Zoë', familyName: 'Ćwikła', ownNumber: 'T-2' });
    const csv = valueOf(await audit['audit.export'](context, { filter: MARCH, sort: SORT, format: 'csv' }));
    const text = Buffer.from(csv.bytes).toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain('Zoë Ćwikła');
    for (const line of text.slice(1).trimEnd().split('\r\n')) {
      for (const cell of line.match(/("([^"]|"")*"|[^,]*)/g) ?? []) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t-]/);
    }
    const pdf = valueOf(await audit['audit.export'](context, { filter: MARCH, sort: SORT, format: 'pdf' }));
    expect(Buffer.from(pdf.bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
    const again = valueOf(await audit['audit.export'](context, { filter: MARCH, sort: SORT, format: 'pdf' }));
    expect(again.bytes.length).toBeGreaterThan(pdf.bytes.length / 2);
  });

  test.each([
    ['Europe/London', '2025-03-30', '2025-03-30T00:00:00.000Z'],
    ['Europe/London', '2025-03-31', '2025-03-30T23:00:00.000Z'],
    ['America/New_York', '2025-03-09', '2025-03-09T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2025-03-10', '2025-03-09T10:00:00.000Z'],
    // The clocks skip midnight: the day begins at one.
    ['America/Santiago', '2024-09-08', '2024-09-08T04:00:00.000Z'],
    ['America/Santiago', '2024-09-09', '2024-09-09T03:00:00.000Z'],
    ['Asia/Beirut', '2025-03-30', '2025-03-29T22:00:00.000Z'],
    // The hour before midnight comes twice.
    ['America/Santiago', '2024-04-07', '2024-04-07T04:00:00.000Z'],
  ])('a day in %s, %s, begins at %s', (timeZone, date, instant) => {
    expect(startOfDay(date, timeZone)).toBe(instant);
  });
});

describe('the erasure of a logged text', () => {
  test('leaves the chain whole, says who and why, and never takes the newest state of a row', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context, { note: 'A sentence about somebody else.' });
    context.write((db) => updatePatient(db, patientId, 1, PATIENT));
    const seqs = context.read
      .all(query.selectFrom('change_log').select('seq').where('row_id', '=', patientId).orderBy('seq'))
      .map(({ seq }) => seq);
    const [first, newest] = [seqs[0] ?? 0, seqs[1] ?? 0];
    const erase = (seq: number, reason = 'Asked for by law'): ReturnType<(typeof audit)['audit.erase']> =>
      audit['audit.erase'](context, { seq, reason, passphrase: 'x' });
    expect(await erase(newest)).toMatchObject({ error: { fields: { seq: 'invalid' } } });
    expect(await erase(first, ' ')).toMatchObject({ error: { fields: { reason: 'required' } } });
    expect(await erase(9999)).toMatchObject({ error: { code: 'not-found' } });
    valueOf(await erase(first));
    valueOf(await erase(first));
    const bodies = context.read.all<{ body: Buffer }>(rawQuery('SELECT body FROM change_body')).map(({ body }) => body.toString('utf8'));
    expect(bodies.join('')).not.toContain('somebody else');
    expect(await erase(first, 'Another reason')).toEqual(fail('duplicate'));
    expect(verifyLog(context.read, context.deskId)).toMatchObject({ intact: true, erased: 1 });
    expect(context.read.all(query.selectFrom('erasure').select(['seq', 'reason', 'erased_by_name']))).toEqual([
      { seq: first, reason: 'Asked for by law', erased_by_name: 'Dr Test Person' },
    ]);
  });

  test('is offered by the report only for an earlier state that is still there, and told once it is done, on paper and in the file too', async () => {
    const { context, clock, path } = openTestDesk();
    context.write((db) => insertClinic(db, uuidv7(), CLINIC));
    const patientId = addPatient(context, { note: 'A sentence about somebody else.' });
    context.write((db) => updatePatient(db, patientId, 1, { ...PATIENT, phone: '01 234' }));
    context.write((db) => updatePatient(db, patientId, 2, PATIENT));
    valueOf(await visits['patients.chart'](context, { patientId }));
    const report = async (): Promise<AuditRow[]> => auditReportSchema.parse(valueOf(await audit['audit.report'](context, MARCH))).rows;
    const rows = await report();
    const ofPatient = rows.filter(({ what }) => what === 'patient').toSorted((a, b) => a.seq - b.seq);
    expect(ofPatient.map(({ hasEarlierText }) => hasEarlierText)).toEqual([true, true, false]);
    expect(rows.filter(({ what }) => what !== 'patient').map(({ hasEarlierText }) => hasEarlierText)).not.toContain(true);
    expect(rows.every(({ removal }) => removal === null)).toBe(true);

    const seq = ofPatient[0]?.seq ?? 0;
    clock.set('2025-03-12T10:00:00.000Z');
    const reason = 'Asked for by the person';
    const removal = { at: '2025-03-12T10:00:00.000Z', by: 'Dr Test Person', reason };
    expect(await audit['audit.erase'](context, { seq, reason, passphrase: 'x' })).toEqual(ok(removal));
    expect(statSync(`${path}-wal`).size).toBe(0);
    const after = await report();
    expect(after.find((row) => row.log === 'change' && row.seq === seq)).toMatchObject({ hasEarlierText: false, removal });
    expect(after.filter((row) => row.removal !== null)).toHaveLength(1);
    expect(after.filter(({ hasEarlierText }) => hasEarlierText).map((row) => row.seq)).toEqual([ofPatient[1]?.seq]);
    expect(after.find(({ what }) => what === 'erasure')).toMatchObject({ detail: `Entry C${seq}`, hasEarlierText: false });
    const { bytes } = valueOf(await audit['audit.export'](context, { filter: MARCH, sort: SORT, format: 'csv' }));
    const sentence = 'Earlier text removed on 2025-03-12 10:00:00 by Dr Test Person: Asked for by the person';
    expect(Buffer.from(bytes).toString('utf8')).toContain(`${sentence},C${seq}\r\n`);
    const drawn: ReportTable[] = [];
    const onPaper = createAuditHandlers({
      renderReport: (table) => {
        drawn.push(table);
        return Promise.resolve(new Uint8Array());
      },
    });
    valueOf(await onPaper['audit.export'](context, { filter: MARCH, sort: SORT, format: 'pdf' }));
    expect(drawn[0]?.rows.flat()).toContain(sentence);
  });

  test('never gives a reason to a body that was deleted past the desk', async () => {
    const { context, path, key, store } = openTestDesk();
    const patientId = addPatient(context);
    context.write((db) => updatePatient(db, patientId, 1, PATIENT));
    store.close();
    const database = openRaw(path, key);
    database.exec('DROP TRIGGER change_body_no_silent_delete; DELETE FROM change_body WHERE seq = 2');
    database.close();
    const opened = createStore(valueOf(openDatabase(path, key)), context.deskId);
    onTestFinished(() => opened.close());
    const desk: DeskContext = {
      ...context,
      read: opened.read,
      write: (work) => opened.write({ userId: context.user.userId, at: context.clock.nowInstant() }, work),
    };
    const { rows } = valueOf(await audit['audit.report'](desk, { ...MARCH, show: 'changes' }));
    expect(rows.find(({ seq }) => seq === 2)).toMatchObject({ hasEarlierText: false, removal: null });
    expect(await audit['audit.erase'](desk, { seq: 2, reason: 'Asked for by law', passphrase: 'x' })).toEqual(fail('not-found'));
    expect(verifyLog(desk.read, desk.deskId)).toMatchObject({ intact: false, firstBrokenSeq: 2, erased: 0 });
  });

  test('a body deleted past the desk without a reason is named', () => {
    const desk = openTestDesk();
    addPatient(desk.context);
    desk.store.close();
    const database = openRaw(desk.path, desk.key);
    database.exec('DROP TRIGGER change_body_no_silent_delete; DELETE FROM change_body WHERE seq = 2');
    database.close();
    const opened = valueOf(openDatabase(desk.path, desk.key));
    const report = verifyLog(
      createReader((text) => opened.prepare(text)),
      desk.context.deskId,
    );
    opened.close();
    expect(report).toMatchObject({ intact: false, firstBrokenSeq: 2, broken: { kind: 'change', seq: 2, table: 'patient' } });
  });
});

describe('the anchors in the backups', () => {
  test('show a log whose tail was removed, which the chain alone cannot', async () => {
    const host = openHost();
    const desk = await createTestDesk(host);
    const folder = temporaryFolder();
    addPatient(desk);
    valueOf(await backup['backup.configure'](host, { folder, everyHours: 4 }));
    expect(valueOf(await backup['backup.checkAnchors'](host))).toMatchObject({ checked: 1, unread: 0, misfit: null });
    addPatient(desk, { ownNumber: 'T-2' });
    expect(valueOf(await backup['backup.checkAnchors'](host)).misfit).toBeNull();
    host.end();
    const { key } = valueOf(await openHost(host.folder).vault.unlock(desk.user.userId, PASSPHRASE));
    const database = openRaw(join(host.folder, 'desk.db'), key);
    database.exec(`DROP TRIGGER change_log_no_delete; DROP TRIGGER change_body_no_silent_delete; PRAGMA foreign_keys = OFF;
      DELETE FROM change_body WHERE seq > 2; DELETE FROM change_log WHERE seq > 2; DELETE FROM setting; DELETE FROM patient_list; DELETE FROM patient;`);
    database.close();
    const again = openHost(host.folder);
    const shortened = valueOf(await openDesk(again, desk.user.userId, PASSPHRASE));
    const seal = again.file()?.keys.seal ?? Buffer.alloc(32);
    expect(await checkAnchors(shortened.read, folder, shortened.deskId, seal)).toMatchObject({ checked: 1, misfit: { seq: 4 } });
  });
});

describe('npm run verify-log', () => {
  const script = fileURLToPath(new URL('../../electron/verify-log.ts', import.meta.url));
  const run = (folder: string, typed: string): { status: number | null; out: string } => {
    const done = spawnSync(process.execPath, [script, folder], { input: typed, encoding: 'utf8' });
    return { status: done.status, out: done.stdout + done.stderr };
  };

  test('asks for the passphrase on standard input, and says that all is whole or names the first broken entry', async () => {
    const host = openHost();
    const desk = await createTestDesk(host);
    addPatient(desk);
    host.end();
    expect(run(host.folder, `${PASSPHRASE}\n`)).toMatchObject({
      status: 0,
      out: expect.stringContaining('3 entries, unbroken.') as string,
    });
    expect(run(host.folder, 'not the passphrase\n')).toMatchObject({
      status: 2,
      out: expect.stringContaining('wrong-passphrase') as string,
    });
    rmSync(join(host.folder, 'desk-attempts.json'), { force: true });
    const { key } = valueOf(await openHost(host.folder).vault.unlock(desk.user.userId, PASSPHRASE));
    const database = openRaw(join(host.folder, 'desk.db'), key);
    database.exec("DROP TRIGGER change_log_no_update; UPDATE change_log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3");
    database.close();
    expect(run(host.folder, `${PASSPHRASE}\n`)).toMatchObject({
      status: 1,
      out: expect.stringContaining('The change log breaks at entry 3') as string,
    });
    const empty = join(temporaryFolder(), 'nothing');
    mkdirSync(empty);
    expect(run(empty, '').status).toBe(2);
  });
});
