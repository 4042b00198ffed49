import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { readRecoveryKey } from '../../shared/recovery-key.ts';
import { syncFolder, writeFileAtomically } from './atomic-file.ts';
import { createAttemptDelay } from './attempts.ts';
import { HEADER, HEADER_VERSION, mendHeader, readHeader, writeHeader, type Header } from './header.ts';
import { boundTo, DATABASE, firstBytes, RECOVERY } from './desk-files.ts';
import { makeLock, openLock } from './key-lock.ts';
import { findPassphraseProblem } from './passphrase.ts';
import { newRecoveryGroups } from './recovery-key.ts';
import { finishInterruptedRekey, rekeyFolder, type Rewrite } from './rekey.ts';
import { finishInterruptedRestore } from './restored-folder.ts';

const CREATING = 'desk.db.creating';
const CREATING_HEADER = 'desk.json.creating';
/** Smallest database there is: one page. */
const PAGE_BYTES = 4096;

type Problem = Extract<ErrorCode, 'not-a-desk' | 'desk-damaged' | 'desk-newer' | 'folder-not-writable'>;

export type VaultStatus = {
  state: 'missing' | 'locked';
  problem: Problem | null;
  users: { userId: string; displayName: string }[];
  clinicName: string;
  isDemo: boolean | null;
  retryAfterSeconds: number;
};

export type NewDesk = {
  deskId: string;
  userId: string;
  displayName: string;
  passphrase: string;
  clinicName: string;
  isDemo: boolean;
  createdAt: string;
};

/** The desk folder: who may unlock, the wrapped keys, and where the database lies. Holds no key between calls. */
export type Vault = {
  databasePath: string;
  /** Reads the folder, and completes a creation that was cut off. Call only while this process does not have the database open (see `firstBytes`). */
  status(): VaultStatus;
  /**
   * Makes a desk. `makeDatabase` writes and closes the database under the new key at the path it is given; the desk exists from
   * the moment its header is in place. Errors: `desk-exists`, `invalid-input` (passphrase), `folder-not-writable`, `disk-full`,
   * and what `makeDatabase` returns.
   */
  create(desk: NewDesk, makeDatabase: (path: string, key: Buffer) => Result<null>): Promise<Result<null>>;
  /**
   * The database key for the right passphrase; the caller zeroes it. Errors: `wrong-passphrase` and `wait` with
   * `retryAfterSeconds`, `desk-missing`, `desk-damaged`, `desk-newer`, `not-a-desk`. An unknown user is a wrong passphrase.
   */
  unlock(userId: string, passphrase: string): Promise<Result<{ key: Buffer; header: Header }>>;
  /** As `unlock`, for the header in a backup. The same delay counts. */
  unlockCopy(header: Header, userId: string, passphrase: string): Promise<Result<{ key: Buffer; header: Header }>>;
  /** Who may unlock and the wrapped keys, for a backup. Errors: `desk-missing`, `desk-damaged`, `desk-newer`, `not-a-desk`. */
  header(): Result<Header>;
  /** Whether this is the user's passphrase. The same delay counts as for unlocking. Errors: those of `unlock`. */
  checkPassphrase(userId: string, passphrase: string): Promise<Result<null>>;
  /**
   * Gives `user` the passphrase `next`, by the authority of somebody whose passphrase is right; a user who is not there yet is added.
   * `onceAllowed` runs when nothing is wrong with either, before anything is written. Errors: those of `unlock`, `invalid-input`
   * (`next`). Throws the file system's error.
   */
  setPassphrase(by: { userId: string; passphrase: string }, user: Person, next: string, onceAllowed: () => void): Promise<Result<null>>;
  /** Takes away the wrapped keys of everyone else, and keeps these names. Throws the file system's error. */
  retainUsers(people: readonly Person[]): void;
  /** Encrypts the closed database again under a new key (vault/rekey.ts). The caller zeroes both keys. */
  rekey(key: Buffer, rewrite: Rewrite): Result<{ key: Buffer; header: Header }>;
  /** Wraps the same key under a new passphrase. Errors: those of `unlock`, `invalid-input` (`next`), `disk-full`. */
  changePassphrase(userId: string, current: string, next: string): Promise<Result<null>>;
  /** Wraps the key under a new recovery key, in place of an earlier one, and gives its groups. Errors: those of `unlock`. */
  makeRecoveryKey(userId: string, passphrase: string, madeAt: string): Promise<Result<string[]>>;
  /**
   * The database key for the right recovery key, wrapped under a new passphrase of this user from then on; the caller zeroes it.
   * Errors: `recovery-key-none`, `recovery-key-wrong`, `wait`, `not-found` (no such user), `invalid-input` (`next`).
   */
  recover(userId: string, recoveryKey: string, next: string): Promise<Result<{ key: Buffer; header: Header }>>;
  /** Keeps the name shown on the lock screen. Throws the file system's error. */
  rememberClinicName(name: string): void;
};

/** `nowMs` is the computer's own clock: a clock fixed for a test must not stop the delay. */
export function createVault(folder: string, nowMs: () => number = Date.now): Vault {
  const databasePath = join(folder, DATABASE);
  const delay = createAttemptDelay(folder, nowMs);

  const openKey = async (userId: string, passphrase: string): Promise<Result<{ key: Buffer; header: Header }>> => {
    const read = readHeader(folder);
    return read.ok ? openKeyOf(read.value, userId, passphrase) : read;
  };

  const openKeyOf = async (header: Header, userId: string, passphrase: string): Promise<Result<{ key: Buffer; header: Header }>> => {
    const wait = delay.secondsLeft();
    if (wait > 0) return fail('wait', { retryAfterSeconds: wait });
    delay.begin();
    const user = header.users.find((each) => each.userId === userId);
    const known = user ?? header.users[0];
    const key = known && (await openLock(known, passphrase, boundTo(header.deskId, userId)));
    if (!key) return fail('wrong-passphrase', { retryAfterSeconds: delay.secondsLeft() });
    delay.succeeded();
    return ok({ key, header });
  };

  return {
    databasePath,
    status: () => {
      quietly(() => finishInterruptedRestore(folder));
      quietly(() => finishInterruptedRekey(folder));
      finishInterruptedCreate(folder);
      return { ...findStatus(folder), retryAfterSeconds: delay.secondsLeft() };
    },

    create: async (desk, makeDatabase) => {
      const problem = findPassphraseProblem(desk.passphrase, [desk.displayName, desk.clinicName]);
      if (problem) return fail('invalid-input', { fields: { passphrase: problem } });
      const before = findStatus(folder);
      if (before.problem === 'folder-not-writable') return fail('folder-not-writable');
      if (before.state !== 'missing') return fail('desk-exists');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeLeftovers(folder);
      const key = randomBytes(32);
      try {
        const creating = join(folder, CREATING);
        const made = makeDatabase(creating, key);
        if (!made.ok) {
          removeLeftovers(folder);
          return made;
        }
        const header: Header = {
          format: 'lasegue-desk',
          version: HEADER_VERSION,
          deskId: desk.deskId,
          isDemo: desk.isDemo,
          createdAt: desk.createdAt,
          clinicName: desk.clinicName,
          databaseSalt: firstBytes(creating).toString('hex'),
          recovery: null,
          users: [
            {
              userId: desk.userId,
              displayName: desk.displayName,
              ...(await makeLock(key, desk.passphrase, boundTo(desk.deskId, desk.userId))),
            },
          ],
        };
        // In this order a crash leaves either no desk, or one that `finishInterruptedCreate` completes.
        writeFileAtomically(join(folder, CREATING_HEADER), JSON.stringify(header));
        renameSync(creating, databasePath);
        syncFolder(folder);
        writeHeader(folder, header);
        rmSync(join(folder, CREATING_HEADER), { force: true });
        return ok(null);
      } finally {
        key.fill(0);
      }
    },

    unlock: async (userId, passphrase) => {
      const opened = await openKey(userId, passphrase);
      if (!opened.ok) return opened;
      const header = await withPrivateKeys(opened.value, userId, passphrase);
      // A disk that is full or read-only must not keep the clinician from reading the records.
      quietly(() => mendHeader(folder, header));
      return ok({ key: opened.value.key, header });
    },

    checkPassphrase: async (userId, passphrase) => {
      const opened = await openKey(userId, passphrase);
      if (!opened.ok) return opened;
      opened.value.key.fill(0);
      return ok(null);
    },

    unlockCopy: openKeyOf,
    header: () => readHeader(folder),

    changePassphrase: async (userId, current, next) => {
      if (current.normalize('NFKC') === next.normalize('NFKC')) return fail('invalid-input', { fields: { next: 'passphrase-same' } });
      const read = readHeader(folder);
      if (!read.ok) return read;
      const name = read.value.users.find((user) => user.userId === userId)?.displayName ?? '';
      const problem = findPassphraseProblem(next, [name, read.value.clinicName]);
      if (problem) return fail('invalid-input', { fields: { next: problem } });
      const opened = await openKey(userId, current);
      if (!opened.ok) return opened;
      const { key, header } = opened.value;
      try {
        writeHeader(folder, await withPassphrase(header, key, { userId, displayName: name }, next));
        return ok(null);
      } finally {
        key.fill(0);
      }
    },

    setPassphrase: async (by, user, next, onceAllowed) => {
      const read = readHeader(folder);
      if (!read.ok) return read;
      const problem = findPassphraseProblem(next, [user.displayName, read.value.clinicName]);
      if (problem) return fail('invalid-input', { fields: { next: problem } });
      const opened = await openKey(by.userId, by.passphrase);
      if (!opened.ok) return opened;
      const { key, header } = opened.value;
      try {
        onceAllowed();
        writeHeader(folder, await withPassphrase(header, key, user, next));
        return ok(null);
      } finally {
        key.fill(0);
      }
    },

    retainUsers: (people) => {
      const read = readHeader(folder);
      if (!read.ok) return;
      const users = read.value.users.flatMap((user) => {
        const person = people.find(({ userId }) => userId === user.userId);
        return person ? [{ ...user, displayName: person.displayName }] : [];
      });
      // Nobody left would mean that nobody can ever open the records again.
      if (users.length > 0 && JSON.stringify(users) !== JSON.stringify(read.value.users)) writeHeader(folder, { ...read.value, users });
    },

    rekey: (key, rewrite) => {
      const read = readHeader(folder);
      return read.ok ? rekeyFolder(folder, read.value, key, rewrite) : read;
    },

    makeRecoveryKey: async (userId, passphrase, madeAt) => {
      const opened = await openKey(userId, passphrase);
      if (!opened.ok) return opened;
      const { key, header } = opened.value;
      try {
        const groups = newRecoveryGroups();
        const read = readRecoveryKey(groups.join(' '));
        if (!read.ok) throw new Error('a recovery key that does not check');
        const lock = await makeLock(key, read.key, boundTo(header.deskId, RECOVERY));
        writeHeader(folder, { ...header, recovery: { madeAt, ...lock } });
        return ok(groups);
      } finally {
        key.fill(0);
      }
    },

    recover: async (userId, recoveryKey, next) => {
      const read = readHeader(folder);
      if (!read.ok) return read;
      const header = read.value;
      const user = header.users.find((each) => each.userId === userId);
      if (header.recovery === null) return fail('recovery-key-none');
      if (user === undefined) return fail('not-found');
      const problem = findPassphraseProblem(next, [user.displayName, header.clinicName]);
      if (problem) return fail('invalid-input', { fields: { next: problem } });
      const wait = delay.secondsLeft();
      if (wait > 0) return fail('wait', { retryAfterSeconds: wait });
      delay.begin();
      const key = await openLock(header.recovery, recoveryKey, boundTo(header.deskId, RECOVERY));
      if (!key) return fail('recovery-key-wrong', { retryAfterSeconds: delay.secondsLeft() });
      delay.succeeded();
      const changed = await withPassphrase(header, key, user, next);
      writeHeader(folder, changed);
      return ok({ key, header: changed });
    },

    rememberClinicName: (name) => {
      const read = readHeader(folder);
      if (read.ok && read.value.clinicName !== name) writeHeader(folder, { ...read.value, clinicName: name });
    },
  };
}

type Person = { userId: string; displayName: string };

/** This person opens `key` with `next` from now on; one who is not in the header yet is added. */
async function withPassphrase(header: Header, key: Buffer, { userId, displayName }: Person, next: string): Promise<Header> {
  const user = { userId, displayName, ...(await makeLock(key, next, boundTo(header.deskId, userId))) };
  const isThere = header.users.some((each) => each.userId === userId);
  return { ...header, users: isThere ? header.users.map((each) => (each.userId === userId ? user : each)) : [...header.users, user] };
}

/** A person whose wrapped key is from the first version gets a private key the first time their passphrase is at hand. */
async function withPrivateKeys({ key, header }: { key: Buffer; header: Header }, userId: string, passphrase: string): Promise<Header> {
  const user = header.users.find((each) => each.userId === userId);
  return user?.sealed === null ? withPassphrase(header, key, user, passphrase) : header;
}

function findStatus(folder: string): Omit<VaultStatus, 'retryAfterSeconds'> {
  const nothing = { users: [], clinicName: '', isDemo: null };
  if (!isWritableFolder(folder))
    return { state: existsSync(join(folder, DATABASE)) ? 'locked' : 'missing', problem: 'folder-not-writable', ...nothing };
  const header = readHeader(folder);
  if (!header.ok) {
    if (header.error.code !== 'desk-missing') return { state: 'locked', problem: asProblem(header.error.code), ...nothing };
    // Records without their wrapped keys: never to be written over as if nothing were there.
    if (existsSync(join(folder, DATABASE))) return { state: 'locked', problem: 'desk-damaged', ...nothing };
    return { state: 'missing', problem: null, ...nothing };
  }
  const { users, clinicName, isDemo, databaseSalt } = header.value;
  return {
    state: 'locked',
    problem: findDatabaseProblem(join(folder, DATABASE), databaseSalt),
    users: users.map(({ userId, displayName }) => ({ userId, displayName })),
    clinicName,
    isDemo,
  };
}

function asProblem(code: ErrorCode): Problem {
  return code === 'desk-newer' || code === 'not-a-desk' ? code : 'desk-damaged';
}

function findDatabaseProblem(path: string, salt: string): Problem | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) return 'desk-damaged';
  if (!file.isFile()) return 'not-a-desk';
  if (file.size === 0) return 'desk-damaged';
  if (firstBytes(path).toString('hex') !== salt) return 'not-a-desk';
  return file.size < PAGE_BYTES ? 'desk-damaged' : null;
}

/** A folder that is there and can be written, or whose nearest existing parent is such a folder. */
function isWritableFolder(folder: string): boolean {
  let nearest = folder;
  while (!existsSync(nearest)) {
    const parent = dirname(nearest);
    if (parent === nearest) return false;
    nearest = parent;
  }
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return statSync(nearest).isDirectory();
  } catch {
    return false;
  }
}

function finishInterruptedCreate(folder: string): void {
  const pending = join(folder, CREATING_HEADER);
  if (!existsSync(pending) || !existsSync(join(folder, DATABASE)) || existsSync(join(folder, HEADER))) return;
  quietly(() => {
    renameSync(pending, join(folder, HEADER));
    syncFolder(folder);
  });
}

function removeLeftovers(folder: string): void {
  for (const name of [CREATING, `${CREATING}-wal`, `${CREATING}-journal`, CREATING_HEADER]) rmSync(join(folder, name), { force: true });
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The next start tries again.
  }
}
