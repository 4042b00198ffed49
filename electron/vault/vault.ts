import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { readRecoveryKey } from '../../shared/recovery-key.ts';
import { syncFolder, writeFileAtomically } from './atomic-file.ts';
import { createAttemptDelay } from './attempts.ts';
import { HEADER, HEADER_VERSION, mendHeader, readHeader, writeHeader, type Header } from './header.ts';
import { newKdf, unwrapKey, wrapKey } from './key-wrap.ts';
import { findPassphraseProblem } from './passphrase.ts';
import { newRecoveryGroups } from './recovery-key.ts';
import { finishInterruptedRestore } from './restored-folder.ts';

/** File name of the encrypted records in the desk folder. */
export const DATABASE = 'desk.db';
const CREATING = 'desk.db.creating';
const CREATING_HEADER = 'desk.json.creating';
const SALT_BYTES = 16;
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
    const key = known && (await unwrapKey(known.wrappedKey, passphrase, known.kdf, boundTo(header.deskId, userId)));
    if (!key) return fail('wrong-passphrase', { retryAfterSeconds: delay.secondsLeft() });
    delay.succeeded();
    return ok({ key, header });
  };

  return {
    databasePath,
    status: () => {
      quietly(() => finishInterruptedRestore(folder));
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
        const kdf = newKdf();
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
              kdf,
              wrappedKey: await wrapKey(key, desk.passphrase, kdf, boundTo(desk.deskId, desk.userId)),
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
      // A disk that is full or read-only must not keep the clinician from reading the records.
      quietly(() => mendHeader(folder, opened.value.header));
      return opened;
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
        const kdf = newKdf();
        const wrappedKey = await wrapKey(key, next, kdf, boundTo(header.deskId, userId));
        const users = header.users.map((user) => (user.userId === userId ? { ...user, kdf, wrappedKey } : user));
        writeHeader(folder, { ...header, users });
        return ok(null);
      } finally {
        key.fill(0);
      }
    },

    makeRecoveryKey: async (userId, passphrase, madeAt) => {
      const opened = await openKey(userId, passphrase);
      if (!opened.ok) return opened;
      const { key, header } = opened.value;
      try {
        const groups = newRecoveryGroups();
        const read = readRecoveryKey(groups.join(' '));
        if (!read.ok) throw new Error('a recovery key that does not check');
        const kdf = newKdf();
        const wrappedKey = await wrapKey(key, read.key, kdf, boundTo(header.deskId, RECOVERY));
        writeHeader(folder, { ...header, recovery: { madeAt, kdf, wrappedKey } });
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
      const key = await unwrapKey(header.recovery.wrappedKey, recoveryKey, header.recovery.kdf, boundTo(header.deskId, RECOVERY));
      if (!key) return fail('recovery-key-wrong', { retryAfterSeconds: delay.secondsLeft() });
      delay.succeeded();
      const kdf = newKdf();
      const wrappedKey = await wrapKey(key, next, kdf, boundTo(header.deskId, userId));
      const users = header.users.map((each) => (each.userId === userId ? { ...each, kdf, wrappedKey } : each));
      const changed = { ...header, users };
      writeHeader(folder, changed);
      return ok({ key, header: changed });
    },

    rememberClinicName: (name) => {
      const read = readHeader(folder);
      if (read.ok && read.value.clinicName !== name) writeHeader(folder, { ...read.value, clinicName: name });
    },
  };
}

/** Stands for the user in what the recovery key's wrapping is bound to; no user id is like it. */
const RECOVERY = 'recovery';

function boundTo(deskId: string, userId: string): string {
  return `${deskId}/${userId}`;
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

/** Reads the salt of a database this process does not have open: closing any handle on a file gives up SQLite's own POSIX locks on it. */
function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(SALT_BYTES);
    readSync(file, bytes, 0, SALT_BYTES, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
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
