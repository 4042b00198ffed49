import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fail } from '../../shared/contract/result.ts';
import { emptyEmergencyAction } from '../../shared/schemas/red-flag-answers.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { openDatabase } from '../../electron/db/open.ts';
import { PAGE_BYTES } from '../../electron/db/pages.ts';
import { insertHandout, type KeptHandout } from '../../electron/db/repositories/handout.ts';
import { insertPaper } from '../../electron/db/repositories/paper.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { getUser, updateUser } from '../../electron/db/repositories/user.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { close } from '../../electron/use-cases/desk/close.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import { addPerson } from '../../electron/use-cases/people/add.ts';
import { salvageHostHandlers } from '../../electron/use-cases/salvage/index.ts';
import { visitHandlers } from '../../electron/use-cases/visits/index.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { temporaryFolder, valueOf, type Cleanup } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';
import { askedRecord, openVisit, PATIENT, signedVisit } from './visits.ts';

const { 'salvage.open': open, 'salvage.patients': patients, 'salvage.patient': patient, 'salvage.export': exportAll } = salvageHostHandlers;
const PEOPLE = 120;
const undo: (() => void)[] = [];
const afterSuite: Cleanup = (work) => void undo.push(work);
afterAll(() => undo.forEach((work) => work()));

/** A whole desk, made once, and where its tables lie in the file. */
let made: {
  folder: string;
  userId: string;
  assistantId: string;
  removedId: string;
  ids: string[];
  pagesOf: (table: string, kind?: string) => number[];
};
beforeAll(async () => {
  const folder = join(temporaryFolder(afterSuite), 'desk');
  const host = openHost(folder, afterSuite);
  const desk = await createTestDesk(host);
  const assistantId = uuidv7();
  const assistant = { userId: assistantId, displayName: 'An Assistant', role: 'assistant', next: 'nine paper boats in march' } as const;
  valueOf(await addPerson(host, { ...assistant, passphrase: PASSPHRASE }));
  // Cut off in the middle of a removal: the key of a removed person is still there.
  const removedId = uuidv7();
  const removed = { userId: removedId, displayName: 'Removed Clinician', role: 'clinician', next: 'six tin whistles at noon' } as const;
  valueOf(await addPerson(host, { ...removed, passphrase: PASSPHRASE }));
  desk.write((db) => updateUser(db, getUser(db, removedId) ?? { userId: '', revision: 0 }, { state: 'removed' }));
  const ids = Array.from({ length: PEOPLE }, () => uuidv7());
  for (const [index, patientId] of ids.entries()) {
    desk.write((db) =>
      insertPatient(db, patientId, { ...PATIENT, familyName: `Salvageable${index}`, note: `=1+1 note ${index} `.repeat(40) }),
    );
  }
  for (const patientId of ids.slice(0, 6)) {
    const { visitId } = await signedVisit(desk, patientId, { ...askedRecord('first', '2025-03-10'), note: 'Signed words' });
    valueOf(
      await visitHandlers['visits.addAddendum'](desk, { addendumId: uuidv7(), visitId, text: 'Heard later', reason: 'the letter came' }),
    );
    const pdf = Buffer.from(`%PDF-1.7 sheet of ${patientId}`);
    const kept: KeptHandout = {
      summary: {
        handoutId: uuidv7(),
        visitId,
        sheet: 'homecare',
        language: 'en',
        paper: 'A4',
        largePrint: false,
        modules: [],
        madeOn: '2025-03-10',
        keptAt: '2025-03-10T09:00:00.000Z',
        keptBy: desk.user.displayName,
        givenBy: 'save',
        giving: null,
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
      patientId,
      patientName: 'Testa Salvageable',
      options: { kind: 'plan', paper: 'A4', largePrint: false },
      documentJson: '{}',
      pageCount: 1,
      pdf,
    };
    desk.write((db) => insertHandout(db, kept, desk.user.userId));
  }
  // One with an emergency, its outcome recorded later, and the letter that went with the patient.
  const flagged = await signedVisit(desk, ids[8] ?? '', askedRecord('first', '2025-03-10', { 'RF-02a': 'yes' }));
  valueOf(
    await visitHandlers['visits.recordFlagAction'](desk, {
      actionId: uuidv7(),
      visitId: flagged.visitId,
      action: { urgency: 'E', action: { ...emptyEmergencyAction(), told: 'Dr Imogen Castellane', outcome: 'admitted' } },
    }),
  );
  const letter = Buffer.from('%PDF-1.7 letter');
  desk.write((db) =>
    insertPaper(
      db,
      {
        summary: {
          paperId: uuidv7(),
          visitId: flagged.visitId,
          kind: 'letter',
          paper: 'A4',
          madeOn: '2025-03-10',
          keptAt: '2025-03-10T09:00:00.000Z',
          keptBy: desk.user.displayName,
          givenBy: 'print',
          sha256: createHash('sha256').update(letter).digest('hex'),
        },
        patientId: ids[8] ?? '',
        patientName: 'Testa Salvageable8',
        documentJson: '{}',
        pageCount: 1,
        pdf: letter,
      },
      desk.user.userId,
    ),
  );
  await openVisit(desk, ids[7] ?? '', { ...askedRecord('first', '2025-03-10'), note: 'Unsigned words' });
  await close(host);
  const { key } = valueOf(await createVault(folder).unlock(desk.user.userId, PASSPHRASE));
  const database = valueOf(openDatabase(join(folder, 'desk.db'), key));
  const stat = database.prepare('SELECT name, pageno, pagetype FROM dbstat').all() as { name: string; pageno: number; pagetype: string }[];
  database.close();
  made = {
    folder,
    userId: desk.user.userId,
    assistantId,
    removedId,
    ids,
    pagesOf: (table, kind = 'leaf') => stat.filter(({ name, pagetype }) => name === table && pagetype === kind).map(({ pageno }) => pageno),
  };
});

type Place = { folder: string; host: TestHost; hashes: () => string };

/** A copy of the desk with a byte changed in each of these pages. */
function damaged(pages: readonly number[]): Place {
  const folder = join(temporaryFolder(), 'desk');
  cpSync(made.folder, folder, { recursive: true });
  const path = join(folder, 'desk.db');
  const bytes = readFileSync(path);
  for (const page of pages) {
    const at = (page - 1) * PAGE_BYTES + 700;
    bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  }
  writeFileSync(path, bytes);
  return placeOf(folder);
}

function placeOf(folder: string): Place {
  const hashes = (): string =>
    readdirSync(folder)
      .filter((name) => name !== 'desk-attempts.json')
      .toSorted()
      .map(
        (name) =>
          `${name} ${createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')}`,
      )
      .join('\n');
  return { folder, host: openHost(folder), hashes };
}

async function salvaged({ host }: Place): Promise<Output<'salvage.open'>> {
  return valueOf(await open(host, { userId: made.userId, passphrase: PASSPHRASE }));
}

async function everyone({ host }: Place): Promise<Output<'salvage.patients'>> {
  return valueOf(await patients(host, { query: '', offset: 0 }));
}

describe('what can still be read', () => {
  test('of a desk with a damaged page of patients is all of them, the second time from the log, and the desk is left as it was', async () => {
    const place = damaged(made.pagesOf('patient').slice(3, 5));
    const before = place.hashes();
    expect(await openDesk(place.host, made.userId, PASSPHRASE)).toEqual(fail('desk-damaged'));
    const found = await salvaged(place);
    expect(found).toMatchObject({ damagedPages: 2, patients: PEOPLE, visits: 8, sheets: 7, mayBeMore: false });
    expect(found.lost).toEqual({ patients: 0, visits: 0, addenda: 0, sheets: 0, drafts: false });
    expect((await everyone(place)).total).toBe(PEOPLE);
    expect(valueOf(await patients(place.host, { query: 'salvageable77', offset: 0 })).rows).toMatchObject([
      { name: 'Testa Salvageable77' },
    ]);
    expect(place.hashes()).toBe(before);
    await close(place.host);
    expect(existsSync(`${place.folder}.salvage`)).toBe(false);
    expect(place.hashes()).toBe(before);
  });

  test('is shown whole: signed answers, addenda, kept sheets, and the words of an unsigned visit', async () => {
    const place = damaged(made.pagesOf('visit').slice(0, 1));
    await salvaged(place);
    const signed = valueOf(await patient(place.host, { patientId: made.ids[0] ?? '' }));
    expect(signed.visits).toMatchObject([
      { on: '2025-03-10', status: 'signed', signedBy: 'Dr Test Person', addenda: [{ text: 'Heard later', createdBy: 'Dr Test Person' }] },
    ]);
    expect(signed.visits[0]?.answers).toContainEqual({ field: 'note', value: 'Signed words' });
    expect(signed.visits[0]?.answers.some(({ value }) => value === 'unasked' || value === 'nt')).toBe(false);
    expect(signed.sheets).toEqual([{ on: '2025-03-10', sheet: 'homecare', isReadable: true }]);
    const flagged = valueOf(await patient(place.host, { patientId: made.ids[8] ?? '' }));
    expect(flagged.visits[0]?.addenda).toEqual([
      {
        text: 'E, told: Dr Imogen Castellane, outcome: admitted',
        reason: 'What was done about a red flag',
        createdAt: expect.any(String),
        createdBy: 'Dr Test Person',
      },
    ]);
    expect(flagged.sheets).toEqual([{ on: '2025-03-10', sheet: 'letter', isReadable: true }]);
    const unsigned = valueOf(await patient(place.host, { patientId: made.ids[7] ?? '' }));
    expect(unsigned.visits[0]?.answers).toContainEqual({ field: 'note', value: 'Unsigned words' });
    expect(await patient(place.host, { patientId: uuidv7() })).toEqual(fail('not-found'));
  });

  test('is counted: a patient damaged in the table and in the log is named as missing, and a damaged log as perhaps hiding more', async () => {
    const both = damaged([...made.pagesOf('patient'), ...made.pagesOf('change_body')]);
    const found = await salvaged(both);
    expect(found.patients).toBe(0);
    expect(found.lost.patients).toBe(PEOPLE);
    expect(found.mayBeMore).toBe(true);
    // Their sheets still bear a name.
    expect((await everyone(both)).rows).toContainEqual(expect.objectContaining({ name: 'Testa Salvageable', sheets: 1 }));

    const log = await salvaged(damaged(made.pagesOf('change_log')));
    expect(log).toMatchObject({ patients: PEOPLE, mayBeMore: true });
  });

  test.each([1, 2, 3, 4])('with every page %i of four damaged is never anything but what was stored', async (which) => {
    const pages = Math.floor(readFileSync(join(made.folder, 'desk.db')).length / PAGE_BYTES);
    const some = Array.from({ length: pages }, (_, index) => index + 1).filter(
      // Where the tables are listed: without them there is nothing to read by.
      (page) => page % 4 === which - 1 && page !== 1 && !made.pagesOf('sqlite_schema').includes(page),
    );
    const place = damaged(some);
    const found = await salvaged(place);
    expect(found.damagedPages).toBe(some.length);
    expect(found.patients + found.lost.patients).toBeLessThanOrEqual(PEOPLE);
    const rows = (await everyone(place)).rows.filter(({ birthDate }) => birthDate !== '');
    for (const row of rows)
      expect(row).toMatchObject({ name: expect.stringMatching(/^Testa Salvageable\d+$/), birthDate: PATIENT.birthDate });
  });

  test('of a desk cut short is what lies before the cut', async () => {
    const folder = join(temporaryFolder(), 'desk');
    cpSync(made.folder, folder, { recursive: true });
    const path = join(folder, 'desk.db');
    truncateSync(path, Math.floor(readFileSync(path).length / PAGE_BYTES / 2) * PAGE_BYTES);
    const place = placeOf(folder);
    const found = await salvaged(place);
    expect(found.patients).toBeGreaterThan(0);
    expect(found.damagedPages).toBeGreaterThan(found.pages / 3);
    expect(found.mayBeMore || found.lost.patients > 0).toBe(true);
  });
});

describe('nothing is read', () => {
  test('without a first page, with a wrong passphrase, by an assistant or somebody removed, of a whole or an open desk, and before it was asked for', async () => {
    const headless = damaged([1]);
    expect(await patients(headless.host, { query: '', offset: 0 })).toEqual(fail('locked'));
    expect(await open(headless.host, { userId: made.userId, passphrase: PASSPHRASE })).toEqual(fail('salvage-nothing'));
    expect(existsSync(`${headless.folder}.salvage`)).toBe(false);
    const place = damaged(made.pagesOf('patient').slice(0, 1));
    expect(await open(place.host, { userId: made.userId, passphrase: 'not this one' })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    const byAssistant = { userId: made.assistantId, passphrase: 'nine paper boats in march' };
    expect(await open(damaged(made.pagesOf('patient').slice(0, 1)).host, byAssistant)).toEqual(fail('forbidden'));
    const byRemoved = { userId: made.removedId, passphrase: 'six tin whistles at noon' };
    expect(await open(damaged(made.pagesOf('patient').slice(0, 1)).host, byRemoved)).toEqual(fail('forbidden'));
    const whole = damaged([]);
    expect(await open(whole.host, { userId: made.userId, passphrase: PASSPHRASE })).toEqual(fail('salvage-needless'));
    expect(await patients(whole.host, { query: '', offset: 0 })).toEqual(fail('locked'));
    valueOf(await openDesk(whole.host, made.userId, PASSPHRASE));
    expect(await open(whole.host, { userId: made.userId, passphrase: PASSPHRASE })).toEqual(fail('desk-exists'));
  });
});

describe('what is written for the clinician', () => {
  test('is a list of patients, one of visits, and every sheet byte for byte; formulas stay text', async () => {
    const place = damaged(made.pagesOf('patient').slice(0, 1));
    await salvaged(place);
    const target = temporaryFolder();
    const written = valueOf(await exportAll(place.host, { folder: target }));
    expect(written).toMatchObject({ patients: PEOPLE, visits: 8, sheets: 7, sheetsUnreadable: 0 });
    const folder = join(target, written.folderName);
    expect(readdirSync(folder).toSorted()).toEqual(['READ ME FIRST.txt', 'patients.csv', 'sheets', 'visits.csv']);
    const list = readFileSync(join(folder, 'patients.csv'), 'utf8');
    expect(list.split('\r\n')).toHaveLength(PEOPLE + 2);
    expect(list).toContain("'=1+1 note");
    expect(readFileSync(join(folder, 'visits.csv'), 'utf8')).toContain('note: Unsigned words');
    expect(readFileSync(join(folder, 'visits.csv'), 'utf8')).toContain('outcome: admitted');
    const sheets = readdirSync(join(folder, 'sheets'));
    expect(sheets).toHaveLength(7);
    const [letter] = sheets.filter((name) => name.includes('letter'));
    expect(readFileSync(join(folder, 'sheets', letter ?? ''), 'utf8')).toBe('%PDF-1.7 letter');
    expect(readFileSync(join(folder, 'sheets', sheets[0] ?? ''), 'utf8')).toMatch(/^%PDF-1\.7 sheet of [0-9a-f-]{36}$/);
  });

  test('never goes into the desk folder, nor over what was written before', async () => {
    const place = damaged(made.pagesOf('patient').slice(0, 1));
    await salvaged(place);
    mkdirSync(join(place.folder, 'inside'));
    expect(await exportAll(place.host, { folder: join(place.folder, 'inside') })).toEqual(fail('backup-folder-inside'));
    expect(await exportAll(place.host, { folder: join(place.folder, 'nowhere') })).toEqual(fail('backup-folder-missing'));
    const target = temporaryFolder();
    valueOf(await exportAll(place.host, { folder: target }));
    expect(await exportAll(place.host, { folder: target })).toMatchObject({ ok: false });
    expect(readdirSync(target)).toHaveLength(1);
  });
});
