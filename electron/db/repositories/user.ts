import { sql } from 'kysely';
import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import type { Role } from '../../../shared/schemas/user.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';

/** Somebody at the desk as their row says. */
export type StoredUser = {
  userId: Id;
  displayName: string;
  role: Role;
  state: 'active' | 'removed';
  passphraseSetAt: Instant | null;
  passphraseSetBy: string | null;
  createdAt: Instant;
  revision: number;
};

/** Everyone who ever was a user, in the order they came. */
export function listUsers(read: Reader): StoredUser[] {
  const rows = read.all(
    query
      .selectFrom('user')
      .leftJoin('user as setter', 'setter.user_id', 'user.passphrase_set_by')
      .selectAll('user')
      .select('setter.display_name as setter_name')
      .orderBy('user.created_at')
      .orderBy('user.user_id'),
  );
  return rows.map((row) => ({
    userId: row.user_id,
    displayName: row.display_name,
    role: row.role,
    state: row.state,
    passphraseSetAt: row.passphrase_set_at,
    passphraseSetBy: row.setter_name,
    createdAt: row.created_at,
    revision: row.revision,
  }));
}

/** A user, removed or not; null when there is none of this id. */
export function getUser(read: Reader, userId: string): StoredUser | null {
  return listUsers(read).find((user) => user.userId === userId) ?? null;
}

/** The display name of a user, or null when there is no such user. */
export function readUserName(read: Reader, userId: string): string | null {
  return readAccess(read, userId)?.displayName ?? null;
}

/**
 * Whether nobody would be left to administer the desk without this person: no other active administrator among `withKey`, those who can
 * unlock it. A row whose wrapped key was never written, because adding was cut off, opens nothing.
 */
export function isLastAdmin(
  read: Reader,
  user: Pick<StoredUser, 'userId' | 'role' | 'state'>,
  withKey: readonly { userId: string }[],
): boolean {
  if (user.role !== 'admin' || user.state !== 'active') return false;
  const others = listUsers(read).filter(({ userId, role, state }) => role === 'admin' && state === 'active' && userId !== user.userId);
  return !others.some(({ userId }) => withKey.some((each) => each.userId === userId));
}

/** Role and state of a user for opening the desk; null when there is none of this id. */
export function readAccess(read: Reader, userId: string): { displayName: string; role: Role; state: 'active' | 'removed' } | null {
  const row = read.first(query.selectFrom('user').select(['display_name', 'role', 'state']).where('user_id', '=', userId));
  return row === undefined ? null : { displayName: row.display_name, role: row.role, state: row.state };
}

export function insertUser(db: Writer, userId: string, displayName: string, role: Role): void {
  db.insert('user', { user_id: userId, display_name: displayName, role });
}

/** `false` when the user was changed since. Throws when the database would lose its last administrator. */
export function updateUser(
  db: Writer,
  user: Pick<StoredUser, 'userId' | 'revision'>,
  changes: { role?: Role; state?: 'removed'; passphraseSet?: { at: Instant; by: Id } },
): boolean {
  const { role, state, passphraseSet } = changes;
  return db.update('user', user.userId, user.revision, {
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
    ...(passphraseSet === undefined ? {} : { passphrase_set_at: passphraseSet.at, passphrase_set_by: passphraseSet.by }),
  });
}

/** The last time each user unlocked the desk. */
export function readLastUnlocked(read: Reader): Map<Id, Instant> {
  const rows = read.all(
    sql<{ user_id: string; at: string }>`SELECT user_id, max(at) AS at FROM access_log WHERE what = 'unlock' GROUP BY user_id`.compile(
      query,
    ),
  );
  return new Map(rows.map((row) => [row.user_id, row.at]));
}

/** Unsigned visits by whose they are. */
export function listDraftOwners(read: Reader): { userId: Id; visitId: Id; patientId: Id; patientName: string; visitOn: CalendarDate }[] {
  const rows = read.all(
    query
      .selectFrom('draft')
      .innerJoin('visit', 'visit.visit_id', 'draft.visit_id')
      .innerJoin('patient', 'patient.patient_id', 'visit.patient_id')
      .select(['draft.user_id', 'visit.visit_id', 'visit.visit_on', 'patient.patient_id', 'patient.given_names', 'patient.family_name'])
      .where('visit.status', '=', 'open')
      .orderBy('visit.visit_on')
      .orderBy('visit.visit_id'),
  );
  return rows.map((row) => ({
    userId: row.user_id,
    visitId: row.visit_id,
    patientId: row.patient_id,
    patientName: `${row.given_names} ${row.family_name}`.trim(),
    visitOn: row.visit_on,
  }));
}
