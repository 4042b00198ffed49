import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dictionary } from '@zxcvbn-ts/language-common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '../../electron/host.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { deskHandlers, deskHostHandlers } from '../../electron/use-cases/desk/index.ts';
import { clinicHostHandlers } from '../../electron/use-cases/clinic/index.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { findPassphraseProblem, PASSPHRASE_MIN } from '../../electron/vault/passphrase.ts';
import { temporaryFolder, testClock, valueOf } from './database.ts';
import { CLINIC, createTestDesk, openHost, PASSPHRASE, type TestHost } from './host.ts';

const {
  'desk.status': getStatus,
  'desk.unlock': unlock,
  'desk.create': create,
  'desk.changePassphrase': changePassphrase,
} = deskHostHandlers;

let template: { folder: string; userId: string };

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lasegue-test-'));
  const host = createHost({ folder, isDemo: false, clock: testClock() });
  const { user } = await createTestDesk(host);
  host.end();
  template = { folder, userId: user.userId };
});
afterAll(() => rmSync(template.folder, { recursive: true }));

/** A desk that was made and locked again, in a folder of its own, and a fresh process's view of it. */
function lockedDesk(): { folder: string; userId: string; host: TestHost } {
  const folder = temporaryFolder();
  cpSync(template.folder, folder, { recursive: true });
  return { folder, userId: template.userId, host: openHost(folder) };
}

describe('first run', () => {
  test('makes a folder of the owner alone, with an encrypted database and no passphrase or key in sight', async () => {
    const folder = join(temporaryFolder(), 'new', 'desk');
    const host = openHost(folder);
    expect(valueOf(await getStatus(host))).toMatchObject({ state: 'missing', problem: null });
    const session = valueOf(await create(host, { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
    expect(session).toMatchObject({
      user: { displayName: 'Dr Test Person' },
      clinic: { ...CLINIC, revision: 1 },
      isDemo: false,
      today: '2025-03-10',
    });
    expect(valueOf(await getStatus(host))).toMatchObject({ state: 'open', clinicName: CLINIC.name });
    host.end();
    expect(readdirSync(folder).toSorted()).toEqual(['desk-copy.json', 'desk-seen', 'desk.db', 'desk.json']);
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, 'desk.json')).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(folder, 'desk.json'), 'utf8')).not.toContain(PASSPHRASE);
    const again = openHost(folder);
    expect(valueOf(await getStatus(again))).toMatchObject({ state: 'locked', problem: null, clinicName: CLINIC.name });
    expect(await create(again, { displayName: 'x', passphrase: PASSPHRASE, clinic: CLINIC })).toEqual(fail('desk-exists'));
  });

  test.each([
    ['', 'required'],
    ['short', 'passphrase-too-short'],
    ['elevenchars', 'passphrase-too-short'],
    ['aaaaaaaaaaaaaa', 'passphrase-too-common'],
    ['abcabcabcabcabc', 'passphrase-too-common'],
    ['passwordpassword', 'passphrase-too-common'],
    ['Password123456!', 'passphrase-too-common'],
    ['P@ssw0rd2024!!', 'passphrase-too-common'],
    ['123456789012', 'passphrase-too-common'],
    ['qwertyuiopasdf', 'passphrase-too-common'],
    ['poiuytrewqpoiu', 'passphrase-too-common'],
    ['Dr Test Person', 'passphrase-too-common'],
    ['harbour street physiotherapy 1', 'passphrase-too-common'],
  ])('refuses the passphrase "%s" beside its field', async (passphrase, code) => {
    const host = openHost();
    const refused = await create(host, { displayName: 'Dr Test Person', passphrase, clinic: CLINIC });
    expect(refused).toEqual(fail('invalid-input', { fields: { passphrase: code } as never }));
    expect(valueOf(await getStatus(host)).state).toBe('missing');
    expect(readdirSync(host.folder)).toEqual([]);
  });
  test.each([
    'seven quiet lamps',
    'śnieg na dachu stodoły',
    '十二文字以上の長い合い言葉です',
    '🦉🌲🪵🌧️🛶🏔️🦊🌙🔥🎻🍂🧭',
    'passwordless gardens',
  ])('takes "%s"', (passphrase) => {
    expect(findPassphraseProblem(passphrase)).toBeNull();
  });

  test('refuses each of the most common passwords that are long enough, and the others with a year and signs after them', () => {
    const listed = dictionary['passwords-common'];
    expect(listed.length).toBeGreaterThan(3000);
    const common = listed.slice(0, 3000);
    const long = listed.filter((password) => [...password].length >= PASSPHRASE_MIN);
    expect(long.length).toBeGreaterThan(300);
    expect(long.filter((password) => findPassphraseProblem(password) !== 'passphrase-too-common')).toEqual([]);
    // Digits alone, or with a letter or two, are no word: as they stand they are too short.
    const words = common.filter((password) => password.replace(/[^a-z]/gi, '').length >= 4);
    expect(words.length).toBeGreaterThan(2500);
    const dressed = words.flatMap((word) => [`${word}-2026-!!`, `${word.toUpperCase()}!!!!!!!!`]);
    expect(dressed.filter((passphrase) => findPassphraseProblem(passphrase) !== 'passphrase-too-common')).toEqual([]);
    expect(common.filter((password) => [...password].length < PASSPHRASE_MIN && findPassphraseProblem(password) === null)).toEqual([]);
  });

  test('a file in place of the folder is a folder that cannot be written', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'x');
    for (const folder of [path, join(path, 'below')]) {
      const host = openHost(folder);
      expect(valueOf(await getStatus(host))).toMatchObject({ problem: 'folder-not-writable' });
      expect(await create(host, { displayName: 'x', passphrase: PASSPHRASE, clinic: CLINIC })).toEqual(fail('folder-not-writable'));
    }
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  test('a creation cut off before the header leaves no desk; one cut off between the two renames is completed', async () => {
    const { folder, userId } = lockedDesk();
    // As after the rename of the database and before that of the header.
    renameSync(join(folder, 'desk.json'), join(folder, 'desk.json.creating'));
    rmSync(join(folder, 'desk-copy.json'));
    const completed = openHost(folder);
    valueOf(await unlock(completed, { userId, passphrase: PASSPHRASE }));
    expect(readdirSync(folder).toSorted()).toEqual(
      ['desk-copy.json', 'desk-seen', 'desk.db', 'desk.db-wal', 'desk.json'].filter((name) => existsSync(join(folder, name))),
    );

    const early = temporaryFolder();
    writeFileSync(join(early, 'desk.db.creating'), 'half a database');
    writeFileSync(join(early, 'desk.json.creating'), '{');
    const host = openHost(early);
    expect(valueOf(await getStatus(host))).toMatchObject({ state: 'missing', problem: null });
    await createTestDesk(host);
  });
});

describe('unlocking', () => {
  test('with the right passphrase, typed in any Unicode form', async () => {
    const host = openHost();
    const passphrase = 'żółta łódź na jeziorze';
    const created = valueOf(await create(host, { displayName: 'x', passphrase, clinic: CLINIC }));
    host.end();
    const again = openHost(host.folder);
    expect(valueOf(await unlock(again, { userId: created.user.userId, passphrase: passphrase.normalize('NFD') })).clinic.name).toBe(
      CLINIC.name,
    );
    expect(valueOf(await deskHandlers['desk.verifyLog'](again.current() as never))).toMatchObject({ entries: 2, intact: true });
  });

  test('a wrong passphrase is slowed more each time, also after a restart, and reveals nothing', async () => {
    const { folder, userId } = lockedDesk();
    let nowMs = 1_000_000;
    const open = (): ReturnType<typeof createVault> => createVault(folder, () => nowMs);
    const vault = open();
    const wrong = await vault.unlock(userId, `${PASSPHRASE}!`);
    expect(wrong).toEqual(fail('wrong-passphrase', { retryAfterSeconds: 1 }));
    expect(await vault.unlock(userId, PASSPHRASE)).toEqual(fail('wait', { retryAfterSeconds: 1 }));
    nowMs += 1000;
    // Somebody who is not a user gets the very same answer.
    expect(await vault.unlock('00000000-0000-7000-8000-000000000000', PASSPHRASE)).toEqual(
      fail('wrong-passphrase', { retryAfterSeconds: 2 }),
    );
    nowMs += 2000;
    expect(await vault.unlock(userId, '')).toEqual(fail('wrong-passphrase', { retryAfterSeconds: 4 }));
    const restarted = open();
    expect(restarted.status().retryAfterSeconds).toBe(4);
    expect(await restarted.unlock(userId, PASSPHRASE)).toEqual(fail('wait', { retryAfterSeconds: 4 }));
    // A clock set back does not lengthen the wait, one set forward ends it.
    nowMs -= 500_000;
    expect(open().status().retryAfterSeconds).toBe(4);
    nowMs += 600_000;
    const { key } = valueOf(await open().unlock(userId, PASSPHRASE));
    expect(key).toHaveLength(32);
    expect(open().status().retryAfterSeconds).toBe(0);
  });

  test('twenty wrong passphrases in a row, across two restarts, wait longer each time, and the right one waits as well', async () => {
    const { folder, userId } = lockedDesk();
    let nowMs = 1_000_000;
    let vault = createVault(folder, () => nowMs);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      if (attempt === 7 || attempt === 14) {
        // A new process, in the middle of the wait: it is kept to the second.
        nowMs -= 300;
        vault = createVault(folder, () => nowMs);
        expect(vault.status().retryAfterSeconds).toBe(1);
        expect(await vault.unlock(userId, PASSPHRASE)).toEqual(fail('wait', { retryAfterSeconds: 1 }));
        nowMs += 300;
      }
      const refused = await vault.unlock(userId, `not this one ${attempt}`);
      expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
      const wait = refused.ok ? 0 : (refused.error.retryAfterSeconds ?? 0);
      waits.push(wait);
      nowMs += wait * 1000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, ...Array.from({ length: 11 }, () => 300)]);
    nowMs -= 1000;
    expect(await vault.unlock(userId, PASSPHRASE)).toEqual(fail('wait', { retryAfterSeconds: 1 }));
    nowMs += 1000;
    expect(await vault.unlock(userId, PASSPHRASE)).toMatchObject({ ok: true });
    expect(createVault(folder, () => nowMs).status().retryAfterSeconds).toBe(0);
  });

  test('the delay ends at five minutes', async () => {
    const { folder, userId } = lockedDesk();
    writeFileSync(join(folder, 'desk-attempts.json'), JSON.stringify({ failures: 40, notBeforeMs: 0 }));
    expect(await createVault(folder, () => 10).unlock(userId, 'wrong')).toEqual(fail('wrong-passphrase', { retryAfterSeconds: 300 }));
  });

  test('a wrapped key moved to another user, or with easier parameters, does not open', async () => {
    const { folder, userId, host } = lockedDesk();
    const path = join(folder, 'desk.json');
    const header = JSON.parse(readFileSync(path, 'utf8'));
    header.users[0].kdf.passes = 2;
    writeFileSync(path, JSON.stringify(header));
    expect(await unlock(host, { userId, passphrase: PASSPHRASE })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    const other = '01890000-0000-7000-8000-000000000000';
    header.users[0].kdf.passes = 3;
    header.users[0].userId = other;
    writeFileSync(path, JSON.stringify(header));
    rmSync(join(folder, 'desk-attempts.json'));
    expect(await unlock(openHost(folder), { userId: other, passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
  });

  test('a desk that is open in another process', async () => {
    const { userId, host, folder } = lockedDesk();
    valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
    const second = openHost(folder);
    // Not asked for its status first: reading the file in this process would give up SQLite's locks (vault.ts, firstBytes).
    const script = `
      import { createHost } from ${JSON.stringify(new URL('../../electron/host.ts', import.meta.url).href)};
      import { createClock } from ${JSON.stringify(new URL('../../electron/clock.ts', import.meta.url).href)};
      import { openDesk } from ${JSON.stringify(new URL('../../electron/use-cases/desk/unlock.ts', import.meta.url).href)};
      const host = createHost({ folder: ${JSON.stringify(folder)}, isDemo: false, clock: createClock() });
      const opened = await openDesk(host, '${userId}', '${PASSPHRASE}');
      console.log(opened.ok ? 'opened' : opened.error.code);`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(child.stdout.toString().trim()).toBe('desk-in-use');
    expect(second.current()).toBeNull();
  });
});

describe('a damaged folder', () => {
  test('a lost or broken header is replaced by its copy, and mended', async () => {
    for (const damage of [
      (path: string) => rmSync(path),
      (path: string) => writeFileSync(path, '{"format":'),
      (path: string) => writeFileSync(path, ''),
    ]) {
      const { folder, userId, host } = lockedDesk();
      const before = readFileSync(join(folder, 'desk.json'), 'utf8');
      damage(join(folder, 'desk.json'));
      expect(valueOf(await getStatus(host))).toMatchObject({ state: 'locked', problem: null });
      valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
      expect(readFileSync(join(folder, 'desk.json'), 'utf8')).toBe(before);
    }
  });
  test.each<[string, (folder: string) => void, string]>([
    ['no header at all', (folder) => ['desk.json', 'desk-copy.json'].forEach((name) => rmSync(join(folder, name))), 'desk-damaged'],
    [
      'a header of something else',
      (folder) => ['desk.json', 'desk-copy.json'].forEach((name) => writeFileSync(join(folder, name), '{"format":"x","version":1}')),
      'not-a-desk',
    ],
    [
      'a header of a newer version',
      (folder) => writeFileSync(join(folder, 'desk.json'), '{"format":"lasegue-desk","version":3}'),
      'desk-newer',
    ],
    ['no database', (folder) => rmSync(join(folder, 'desk.db')), 'desk-damaged'],
    ['a folder in its place', (folder) => (rmSync(join(folder, 'desk.db')), mkdirSync(join(folder, 'desk.db'))), 'not-a-desk'],
    ['another file in its place', (folder) => writeFileSync(join(folder, 'desk.db'), 'holiday pictures '.repeat(999)), 'not-a-desk'],
    ['an empty database', (folder) => truncateSync(join(folder, 'desk.db'), 0), 'desk-damaged'],
    ['a database cut within its first page', (folder) => truncateSync(join(folder, 'desk.db'), 2000), 'desk-damaged'],
  ])('%s is said before any passphrase is asked for, and at unlocking', async (_, damage, problem) => {
    const { folder, userId, host } = lockedDesk();
    damage(folder);
    const before = readdirSync(folder).toSorted();
    expect(valueOf(await getStatus(host))).toMatchObject({ state: 'locked', problem });
    expect(await unlock(host, { userId, passphrase: PASSPHRASE })).toEqual(fail(problem as never));
    expect(await create(host, { displayName: 'x', passphrase: PASSPHRASE, clinic: CLINIC })).toEqual(fail('desk-exists'));
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });
  test('a database cut later is found at unlocking', async () => {
    const { folder, userId, host } = lockedDesk();
    truncateSync(join(folder, 'desk.db'), 5 * 4096);
    expect(await unlock(host, { userId, passphrase: PASSPHRASE })).toEqual(fail('desk-damaged'));
  });
  test('the database of another desk is not taken for this one', async () => {
    const one = lockedDesk();
    const other = openHost();
    await createTestDesk(other);
    other.end();
    copyFileSync(join(other.folder, 'desk.db'), join(one.folder, 'desk.db'));
    expect(await unlock(one.host, { userId: one.userId, passphrase: PASSPHRASE })).toEqual(fail('not-a-desk'));
  });
});

describe('changing the passphrase', () => {
  const NEXT = 'nine paper boats in march';
  test('the new one opens, the old one does not, the records stay', async () => {
    const { folder, userId, host } = lockedDesk();
    valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
    expect(await changePassphrase(host, { current: PASSPHRASE, next: NEXT })).toEqual(ok({}));
    host.end();
    expect(readFileSync(join(folder, 'desk.json'), 'utf8')).toBe(readFileSync(join(folder, 'desk-copy.json'), 'utf8'));
    const again = openHost(folder);
    expect(await unlock(again, { userId, passphrase: PASSPHRASE })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    rmSync(join(folder, 'desk-attempts.json'));
    valueOf(await unlock(openHost(folder), { userId, passphrase: NEXT }));
  });
  test('is refused with a wrong current one, a weak or the same new one, and while locked', async () => {
    const { userId, host } = lockedDesk();
    expect(await changePassphrase(host, { current: PASSPHRASE, next: NEXT })).toEqual(fail('locked'));
    valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
    expect(await changePassphrase(host, { current: PASSPHRASE, next: PASSPHRASE })).toEqual(
      fail('invalid-input', { fields: { next: 'passphrase-same' } }),
    );
    expect(await changePassphrase(host, { current: PASSPHRASE, next: 'short' })).toEqual(
      fail('invalid-input', { fields: { next: 'passphrase-too-short' } }),
    );
    expect(await changePassphrase(host, { current: 'wrong', next: NEXT })).toMatchObject({
      error: { code: 'wrong-passphrase', retryAfterSeconds: 1 },
    });
    host.end();
  });
});

describe('clinic settings', () => {
  test('are saved by revision, and their name stands on the lock screen', async () => {
    const { folder, userId, host } = lockedDesk();
    valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
    const saved = valueOf(await clinicHostHandlers['clinic.save'](host, { ...CLINIC, name: 'Quay Clinic', revision: 1 }));
    expect(saved).toEqual({ ...CLINIC, name: 'Quay Clinic', logo: null, revision: 2 });
    expect(await clinicHostHandlers['clinic.save'](host, { ...CLINIC, revision: 1 })).toEqual(fail('conflict'));
    host.end();
    expect(valueOf(await getStatus(openHost(folder))).clinicName).toBe('Quay Clinic');
  });

  test('keep which further outcome measures are switched on; none are at first', async () => {
    const { folder, userId, host } = lockedDesk();
    valueOf(await unlock(host, { userId, passphrase: PASSPHRASE }));
    const first = valueOf(await clinicHostHandlers['clinic.save'](host, { ...CLINIC, revision: 1 }));
    expect(first.outcomeMeasures).toEqual([]);
    valueOf(await clinicHostHandlers['clinic.save'](host, { ...CLINIC, outcomeMeasures: ['odi', 'sbi'], revision: 2 }));
    host.end();
    const again = openHost(folder);
    expect(valueOf(await unlock(again, { userId, passphrase: PASSPHRASE })).clinic.outcomeMeasures).toEqual(['odi', 'sbi']);
  });
});
