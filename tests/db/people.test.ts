import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { query } from '../../electron/db/query.ts';
import { getUser, insertUser, updateUser } from '../../electron/db/repositories/user.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { backupHostHandlers } from '../../electron/use-cases/backup/index.ts';
import { deskHandlers, deskHostHandlers } from '../../electron/use-cases/desk/index.ts';
import { openDesk } from '../../electron/use-cases/desk/unlock.ts';
import { formHandlers } from '../../electron/use-cases/forms/index.ts';
import { peopleHandlers, peopleHostHandlers as people } from '../../electron/use-cases/people/index.ts';
import { todayHandlers } from '../../electron/use-cases/today/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import type { Role } from '../../shared/schemas/user.ts';
import { makeV1Folder } from './desk-v1.ts';
import { temporaryFolder, valueOf, type Cleanup } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';
import { addPatient, askedRecord, openVisit } from './visits.ts';

const ANA = 'four grey herons by the lock';
const BEN = 'eleven brass kettles singing';
const NEXT = 'nine paper boats in march';
const TODAY = '2025-03-10';
const undo: (() => void)[] = [];
const afterSuite: Cleanup = (work) => void undo.push(work);
afterAll(() => undo.forEach((work) => work()));

let made: { folder: string; owner: string; ana: string; ben: string };

beforeAll(async () => {
  const folder = temporaryFolder(afterSuite);
  const host = openHost(folder, afterSuite);
  const owner = (await createTestDesk(host)).user.userId;
  const add = async (displayName: string, role: Role, next: string): Promise<string> => {
    const userId = uuidv7();
    valueOf(await people['people.add'](host, { userId, displayName, role, next, passphrase: PASSPHRASE }));
    return userId;
  };
  made = { folder, owner, ana: await add('Ana Heron', 'clinician', ANA), ben: await add('Ben Kettle', 'assistant', BEN) };
  host.end();
});

/** A copy of the desk of three, locked. */
function locked(): TestHost {
  const folder = temporaryFolder();
  cpSync(made.folder, folder, { recursive: true });
  return openHost(folder);
}

/** The same folder once the delay after a wrong passphrase is over. */
function unblocked(host: TestHost): TestHost {
  host.end();
  rmSync(join(host.folder, 'desk-attempts.json'), { force: true });
  return openHost(host.folder);
}

async function openAs(host: TestHost, userId: string, passphrase: string): Promise<DeskContext> {
  host.end();
  return valueOf(await openDesk(host, userId, passphrase));
}

const headerText = (folder: string): string => readFileSync(join(folder, 'desk.json'), 'utf8');

describe('several people at one desk', () => {
  test('each opens the same records with a passphrase of their own, and with no other', async () => {
    const host = locked();
    for (const [userId, passphrase, role] of [
      [made.owner, PASSPHRASE, 'admin'],
      [made.ana, ANA, 'clinician'],
      [made.ben, BEN, 'assistant'],
    ] as const) {
      const desk = await openAs(host, userId, passphrase);
      expect(desk.user).toMatchObject({ userId, role });
      expect(valueOf(deskHandlers['desk.session'](desk)).user.role).toBe(role);
      host.end();
    }
    expect(await openDesk(openHost(host.folder), made.ana, BEN)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  });

  test('adding asks for the administrator, keeps the rules of passphrases and names, and is not done twice', async () => {
    const host = locked();
    await openAs(host, made.owner, PASSPHRASE);
    const cleo = { userId: uuidv7(), displayName: 'Cleo Marsh', role: 'clinician', next: NEXT, passphrase: PASSPHRASE } as const;
    const add = people['people.add'];
    expect(await add(host, { ...cleo, next: 'short' })).toMatchObject({ error: { fields: { next: 'passphrase-too-short' } } });
    expect(await add(host, { ...cleo, next: 'password1234' })).toMatchObject({ error: { fields: { next: 'passphrase-too-common' } } });
    expect(await add(host, { ...cleo, displayName: 'ANA heron' })).toMatchObject({ error: { fields: { displayName: 'name-taken' } } });
    expect(await add(host, { ...cleo, displayName: '  ' })).toMatchObject({ error: { fields: { displayName: 'required' } } });
    expect(await add(host, { ...cleo, passphrase: ANA })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(valueOf(people['people.list'](host)).people).toHaveLength(3);
    const again = unblocked(host);
    await openAs(again, made.owner, PASSPHRASE);
    valueOf(await add(again, cleo));
    const { people: all } = valueOf(await add(again, cleo));
    expect(all.map(({ displayName }) => displayName)).toEqual(['Dr Test Person', 'Ana Heron', 'Ben Kettle', 'Cleo Marsh']);
    expect(all.at(-1)).toMatchObject({ canUnlock: true, passphraseSetBy: 'Dr Test Person', role: 'clinician', state: 'active' });
    expect((await openAs(again, cleo.userId, NEXT)).user.displayName).toBe('Cleo Marsh');
  });

  test('a new passphrase set for somebody opens, the one before does not, not even with the keys of an old copy of the folder', async () => {
    const host = locked();
    const before = headerText(host.folder);
    await openAs(host, made.owner, PASSPHRASE);
    valueOf(await people['people.resetPassphrase'](host, { userId: made.ana, next: NEXT, passphrase: PASSPHRASE }));
    host.end();
    expect(await openDesk(openHost(host.folder), made.ana, ANA)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    await openAs(host, made.ana, NEXT);
    host.end();
    expect(headerText(host.folder)).not.toBe(before);
  });

  test('an administrator whose adding was cut off before their key was written is no other administrator', async () => {
    const host = locked();
    const desk = await openAs(host, made.owner, PASSPHRASE);
    const keyless = uuidv7();
    desk.write((db) => insertUser(db, keyless, 'Cut Off', 'admin'));
    const setRole = people['people.setRole'];
    expect(setRole(host, { userId: made.owner, role: 'clinician' })).toMatchObject({ error: { code: 'last-admin' } });
    // The one without a key may go, and counts once they have one.
    valueOf(setRole(host, { userId: keyless, role: 'clinician' }));
    valueOf(setRole(host, { userId: keyless, role: 'admin' }));
    valueOf(await people['people.resetPassphrase'](host, { userId: keyless, next: NEXT, passphrase: PASSPHRASE }));
    valueOf(setRole(host, { userId: made.owner, role: 'clinician' }));
  });

  test('somebody removed whose key was still there when a backup was made cannot restore it', async () => {
    const host = locked();
    const desk = await openAs(host, made.owner, PASSPHRASE);
    desk.write((db) => updateUser(db, getUser(db, made.ana) ?? { userId: '', revision: 0 }, { state: 'removed' }));
    const folder = temporaryFolder();
    valueOf(await backupHostHandlers['backup.configure'](host, { folder, everyHours: 4 }));
    const [name = ''] = readdirSync(folder);
    const elsewhere = openHost(join(temporaryFolder(), 'desk'));
    const restore = backupHostHandlers['backup.restore'];
    expect(await restore(elsewhere, { path: join(folder, name), userId: made.ana, passphrase: ANA })).toMatchObject({
      error: { code: 'user-removed' },
    });
    valueOf(await restore(elsewhere, { path: join(folder, name), userId: made.owner, passphrase: PASSPHRASE }));
  });

  test('a role changes at once, and the last administrator stays one', async () => {
    const host = locked();
    const desk = await openAs(host, made.owner, PASSPHRASE);
    const setRole = people['people.setRole'];
    expect(setRole(host, { userId: made.owner, role: 'clinician' })).toMatchObject({ error: { code: 'last-admin' } });
    expect(await people['people.remove'](host, { userId: made.owner, draftsTo: null, passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'last-admin' },
    });
    valueOf(setRole(host, { userId: made.ana, role: 'admin' }));
    valueOf(setRole(host, { userId: made.owner, role: 'clinician' }));
    expect(desk.user.role).toBe('clinician');
    expect(valueOf(deskHandlers['desk.verifyLog'](desk)).intact).toBe(true);
  });
});

describe('removing somebody', () => {
  test('encrypts the records again: neither the passphrase nor an old copy of the keys opens them, and the others notice nothing', async () => {
    const host = locked();
    const before = headerText(host.folder);
    const oldDatabase = readFileSync(join(host.folder, 'desk.db'));
    const desk = await openAs(host, made.owner, PASSPHRASE);
    const patientId = addPatient(desk);
    const {
      people: left,
      rekeyOwedSince,
      rekeyedAt,
    } = valueOf(await people['people.remove'](host, { userId: made.ana, draftsTo: null, passphrase: PASSPHRASE }));
    expect(left.find(({ userId }) => userId === made.ana)).toMatchObject({ state: 'removed', canUnlock: false });
    expect({ rekeyOwedSince, rekeyedAt }).toEqual({ rekeyOwedSince: null, rekeyedAt: '2025-03-10T09:00:00.000Z' });
    // The desk stays open for whoever removed her, on the new file.
    const now = host.current();
    expect(now?.read.all(query.selectFrom('patient').select('patient_id'))).toEqual([{ patient_id: patientId }]);
    host.end();
    expect(readFileSync(join(host.folder, 'desk.db')).subarray(0, 16)).not.toEqual(oldDatabase.subarray(0, 16));
    expect(headerText(host.folder)).not.toContain(made.ana);

    const stolen = temporaryFolder();
    cpSync(host.folder, stolen, { recursive: true });
    writeFileSync(join(stolen, 'desk.json'), before);
    writeFileSync(join(stolen, 'desk-copy.json'), before);
    expect(await openDesk(openHost(stolen), made.ana, ANA)).toMatchObject({ error: { code: 'not-a-desk' } });
    // Even with the salt put right, the key in the old header is not the key of the file.
    const salt = readFileSync(join(stolen, 'desk.db')).subarray(0, 16).toString('hex');
    for (const name of ['desk.json', 'desk-copy.json']) {
      writeFileSync(join(stolen, name), before.replace(/"databaseSalt": "[0-9a-f]+"/, `"databaseSalt": "${salt}"`));
    }
    expect(await openDesk(openHost(stolen), made.ana, ANA)).toMatchObject({ error: { code: 'not-a-desk' } });

    const ben = await openAs(host, made.ben, BEN);
    expect(ben.read.all(query.selectFrom('patient').select('patient_id'))).toHaveLength(1);
    host.end();
    const owner = await openAs(host, made.owner, PASSPHRASE);
    expect(valueOf(deskHandlers['desk.verifyLog'](owner)).intact).toBe(true);
  });

  test('hands unsigned visits and half-typed forms to a chosen clinician, and is refused until one is chosen', async () => {
    const host = locked();
    const ana = await openAs(host, made.ana, ANA);
    const visitId = await openVisit(ana, addPatient(ana), askedRecord('first', TODAY));
    const formDraftId = uuidv7();
    const form = { formDraftId, form: 'patient-new', subjectId: null, label: 'Zoë', sequence: 1, content: '{}', focusField: '' } as const;
    valueOf(await formHandlers['forms.save'](ana, form));
    await openAs(host, made.owner, PASSPHRASE);
    const listed = valueOf(people['people.list'](host)).people.find(({ userId }) => userId === made.ana);
    expect(listed).toMatchObject({ drafts: [{ visitId, patientName: 'Testa Examplewoman', visitOn: TODAY }], formDrafts: 1 });
    const remove = (draftsTo: string | null): ReturnType<(typeof people)['people.remove']> =>
      people['people.remove'](host, { userId: made.ana, draftsTo, passphrase: PASSPHRASE });
    for (const draftsTo of [null, made.ana, made.ben, uuidv7()]) {
      expect(await remove(draftsTo)).toMatchObject({ error: { code: 'drafts-left' } });
    }
    valueOf(await remove(made.owner));
    const owner = host.current();
    if (owner === null) throw new Error('the desk is open');
    expect(valueOf(await visits['visits.open'](owner, { visitId })).record.intake.side).toBe('right');
    expect(valueOf(await formHandlers['forms.get'](owner, { formDraftId })).draft).toMatchObject({ label: 'Zoë' });
    expect(owner.read.all(query.selectFrom('access_log').select('what').where('what', '=', 'handover'))).toHaveLength(1);
  });

  test('a recovery key goes on opening the desk after the records were encrypted again', async () => {
    const host = locked();
    await openAs(host, made.owner, PASSPHRASE);
    const { groups } = valueOf(await deskHostHandlers['desk.makeRecoveryKey'](host, { passphrase: PASSPHRASE }));
    valueOf(await people['people.rekey'](host, { passphrase: PASSPHRASE }));
    host.end();
    const session = await deskHostHandlers['desk.recover'](host, { userId: made.owner, recoveryKey: groups.join(' '), next: NEXT });
    expect(valueOf(session).user.userId).toBe(made.owner);
  });

  test('on a full disk removes the person all the same, says what is owed, and can be asked again', async () => {
    const host = locked();
    await openAs(host, made.owner, PASSPHRASE);
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const rekey = vi.spyOn(host.vault, 'rekey').mockImplementation(() => {
      throw full;
    });
    expect(await people['people.remove'](host, { userId: made.ana, draftsTo: null, passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'rekey-failed' },
    });
    rekey.mockRestore();
    const owed = valueOf(people['people.list'](host));
    expect(owed.rekeyOwedSince).toBe('2025-03-10T09:00:00.000Z');
    expect(valueOf(deskHostHandlers['desk.notices'](host)).rekeyOwedSince).toBe('2025-03-10T09:00:00.000Z');
    host.end();
    const again = openHost(host.folder);
    await openAs(again, made.ben, BEN);
    expect(valueOf(deskHostHandlers['desk.notices'](again)).rekeyOwedSince).toBeNull();
    again.end();
    await openAs(host, made.owner, PASSPHRASE);
    expect(owed.people.find(({ userId }) => userId === made.ana)).toMatchObject({ state: 'removed', canUnlock: false });
    expect(headerText(host.folder)).not.toContain(made.ana);
    const salt = readFileSync(join(host.folder, 'desk.json'), 'utf8');
    expect(valueOf(await people['people.rekey'](host, { passphrase: PASSPHRASE })).rekeyOwedSince).toBeNull();
    expect(valueOf(deskHostHandlers['desk.notices'](host)).rekeyOwedSince).toBeNull();
    expect(headerText(host.folder)).not.toBe(salt);
  });

  test.each([
    ['before the new file is in place', false],
    ['between the new file and its keys', true],
  ])('a power cut %s leaves a desk that opens', async (_when, isInPlace) => {
    const host = locked();
    const before = headerText(host.folder);
    const oldDatabase = readFileSync(join(host.folder, 'desk.db'));
    await openAs(host, made.owner, PASSPHRASE);
    valueOf(await people['people.rekey'](host, { passphrase: PASSPHRASE }));
    host.end();
    const after = headerText(host.folder);
    const newDatabase = readFileSync(join(host.folder, 'desk.db'));
    // The folder as the crash left it: the old header still in place, the new one pending.
    for (const name of ['desk.json', 'desk-copy.json']) writeFileSync(join(host.folder, name), before);
    writeFileSync(join(host.folder, 'desk.json.rekeying'), after);
    writeFileSync(join(host.folder, 'desk.db'), isInPlace ? newDatabase : oldDatabase);
    if (!isInPlace) writeFileSync(join(host.folder, 'desk.db.rekeying'), newDatabase);
    rmSync(join(host.folder, 'desk-seen'), { force: true });
    const again = openHost(host.folder);
    const desk = await openAs(again, made.owner, PASSPHRASE);
    expect(valueOf(deskHandlers['desk.verifyLog'](desk)).intact).toBe(true);
    expect(existsSync(join(host.folder, 'desk.json.rekeying'))).toBe(false);
    expect(existsSync(join(host.folder, 'desk.db.rekeying'))).toBe(false);
  });

  test('a wrapped key that a crash left behind opens nothing, and goes at the next unlocking', async () => {
    const host = locked();
    const before = JSON.parse(headerText(host.folder)) as { users: { userId: string }[] };
    await openAs(host, made.owner, PASSPHRASE);
    vi.spyOn(host.vault, 'rekey').mockReturnValue({ ok: false, error: { code: 'disk-full' } });
    await people['people.remove'](host, { userId: made.ana, draftsTo: null, passphrase: PASSPHRASE });
    host.end();
    for (const name of ['desk.json', 'desk-copy.json']) writeFileSync(join(host.folder, name), JSON.stringify(before));
    expect(await openDesk(openHost(host.folder), made.ana, ANA)).toMatchObject({ error: { code: 'user-removed' } });
    const again = openHost(host.folder);
    await openAs(again, made.owner, PASSPHRASE);
    expect(headerText(host.folder)).not.toContain(made.ana);
  });
});

describe('a desk of the first version', () => {
  test('opens; its user gets a private key, so that others can be added and the records encrypted again', async () => {
    const { folder, userId } = await makeV1Folder(PASSPHRASE);
    const host = openHost(folder);
    const desk = await openAs(host, userId, PASSPHRASE);
    expect(desk.user).toEqual({ userId, displayName: 'Dr Test Person', role: 'admin' });
    expect(readdirSync(join(folder, 'before-update'))).toHaveLength(1);
    const header = JSON.parse(headerText(folder)) as { version: number; users: { sealed: unknown }[] };
    expect(header).toMatchObject({ version: 2, users: [{ sealed: { publicKey: expect.any(String) as string } }] });
    const ana = { userId: uuidv7(), displayName: 'Ana Heron', role: 'clinician', next: ANA, passphrase: PASSPHRASE } as const;
    valueOf(await people['people.add'](host, ana));
    valueOf(await people['people.rekey'](host, { passphrase: PASSPHRASE }));
    expect((await openAs(host, ana.userId, ANA)).read.all(query.selectFrom('patient').select('patient_id'))).toHaveLength(3);
  });
});

describe('drafts and colleagues', () => {
  test('a colleague’s draft stays private, but not that it holds an emergency or an open same-day flag', async () => {
    const host = locked();
    const ana = await openAs(host, made.ana, ANA);
    const urgent = await openVisit(ana, addPatient(ana), askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    const sameDay = await openVisit(ana, addPatient(ana, { ownNumber: 'T-2' }), askedRecord('first', TODAY, { 'RF-08c': 'yes' }));
    await openVisit(ana, addPatient(ana, { ownNumber: 'T-3' }), askedRecord('first', TODAY));
    expect(valueOf(await todayHandlers['today.get'](ana, {})).colleagueFlags).toEqual([]);
    const owner = await openAs(host, made.owner, PASSPHRASE);
    const today = valueOf(await todayHandlers['today.get'](owner, {}));
    expect(today.colleagueFlags).toMatchObject([
      { visitId: urgent, urgency: 'E', userName: 'Ana Heron' },
      { visitId: sameDay, urgency: 'D', userName: 'Ana Heron' },
    ]);
    expect(today.drafts).toEqual([]);
    expect(await visits['visits.open'](owner, { visitId: urgent })).toMatchObject({ error: { code: 'forbidden' } });
  });

  test('an assistant takes the talk, nothing else, and hands it to a clinician', async () => {
    const host = locked();
    const ben = await openAs(host, made.ben, BEN);
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(ben, addPatient(ben), record);
    const save = (changes: Partial<typeof record>): ReturnType<(typeof visits)['visits.saveDraft']> =>
      visits['visits.saveDraft'](ben, { visitId, sequence: 9, record: { ...record, ...changes }, pendingText: {}, focusField: '' });
    const slr = { ...record.slr, right: { ...record.slr.right, tested: 'yes' as const, p1AngleDeg: 40 } };
    expect(await save({ slr })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await save({ plan: { ...record.plan, nextReviewOn: '2025-03-20' } })).toMatchObject({ error: { code: 'forbidden' } });
    const discussion = { service: 'Spine service', name: 'Dr Cormorant', time: '10:40', outcome: 'Home care agreed' };
    expect(await save({ discussion })).toMatchObject({ error: { code: 'forbidden' } });
    valueOf(await save({ note: 'Came with her sister' }));
    expect(valueOf(peopleHandlers['people.colleagues'](ben)).map(({ displayName }) => displayName)).toEqual([
      'Dr Test Person',
      'Ana Heron',
    ]);
    valueOf(await visits['visits.handOver'](ben, { visitId, userId: made.ana }));
    expect(await visits['visits.open'](ben, { visitId })).toMatchObject({ error: { code: 'forbidden' } });
    const ana = await openAs(host, made.ana, ANA);
    expect(valueOf(await visits['visits.open'](ana, { visitId })).record.note).toBe('Came with her sister');
    expect(valueOf(await todayHandlers['today.get'](ana, {})).drafts).toHaveLength(1);
  });

  test('only its owner and an administrator give a visit away', async () => {
    const host = locked();
    const owner = await openAs(host, made.owner, PASSPHRASE);
    const visitId = await openVisit(owner, addPatient(owner), askedRecord('first', TODAY));
    const ana = await openAs(host, made.ana, ANA);
    expect(await visits['visits.handOver'](ana, { visitId, userId: made.ana })).toMatchObject({ error: { code: 'forbidden' } });
    const other = await openVisit(ana, addPatient(ana, { ownNumber: 'T-2' }), askedRecord('first', TODAY));
    const admin = await openAs(host, made.owner, PASSPHRASE);
    valueOf(await visits['visits.handOver'](admin, { visitId: other, userId: made.owner }));
    expect(valueOf(await visits['visits.open'](admin, { visitId: other })).visitId).toBe(other);
  });
});

describe('signing again with the passphrase', () => {
  test('is asked for where the clinic wants it; a wrong one leaves the visit as it is and makes the next try wait', async () => {
    const host = locked();
    const owner = await openAs(host, made.owner, PASSPHRASE);
    deskHandlers['desk.setSignWithPassphrase'](owner, { on: true });
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(owner, addPatient(owner), record);
    const sign = (passphrase?: string, desk = owner): ReturnType<(typeof visits)['visits.sign']> =>
      visits['visits.sign'](desk, { visitId, sequence: 2, record, ...(passphrase === undefined ? {} : { passphrase }) });
    expect(await sign()).toMatchObject({ error: { code: 'passphrase-needed' } });
    expect(await sign(ANA)).toMatchObject({ error: { code: 'wrong-passphrase', retryAfterSeconds: 1 } });
    expect(await sign(PASSPHRASE)).toMatchObject({ error: { code: 'wait' } });
    expect(valueOf(await visits['visits.open'](owner, { visitId })).record).toEqual(record);
    const later = await openAs(unblocked(host), made.owner, PASSPHRASE);
    expect(valueOf(await sign(PASSPHRASE, later)).status).toBe('signed');
  });
});

describe('a restore', () => {
  test('is not for an assistant, nor for somebody removed from the desk that is here', async () => {
    const host = locked();
    const folder = temporaryFolder();
    await openAs(host, made.owner, PASSPHRASE);
    valueOf(await backupHostHandlers['backup.configure'](host, { folder, everyHours: 4 }));
    const status = valueOf(await backupHostHandlers['backup.make'](host));
    const path = join(folder, status.last?.fileName ?? '');
    host.end();
    const restore = backupHostHandlers['backup.restore'];
    expect(await restore(host, { path, userId: made.ben, passphrase: BEN })).toMatchObject({ error: { code: 'forbidden' } });
    await openAs(host, made.owner, PASSPHRASE);
    valueOf(await people['people.remove'](host, { userId: made.ana, draftsTo: null, passphrase: PASSPHRASE }));
    host.end();
    expect(await restore(host, { path, userId: made.ana, passphrase: ANA })).toMatchObject({ error: { code: 'user-removed' } });
    valueOf(await restore(host, { path, userId: made.owner, passphrase: PASSPHRASE }));
    expect((await openAs(host, made.owner, PASSPHRASE)).user.role).toBe('admin');
  });
});
