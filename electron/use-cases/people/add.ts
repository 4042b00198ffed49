import type { Input } from '../../../shared/contract/contract.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import type { People } from '../../../shared/schemas/people.ts';
import { storageErrorCode } from '../../db/open.ts';
import { getUser, insertUser, isLastAdmin, listUsers, updateUser } from '../../db/repositories/user.ts';
import type { DeskHost } from '../context.ts';
import { listPeople } from './list.ts';
import { notePassphrase } from './note-passphrase.ts';

/**
 * Adds somebody, whose passphrase `next` they typed themselves. Asking again with the same id completes what was cut off. Errors:
 * `invalid-input` (`displayName`, `next`), `duplicate` (the id or the name belongs to somebody else), `wrong-passphrase`, `wait`,
 * `disk-full`, `folder-not-writable`.
 */
export async function addPerson(host: DeskHost, input: Input<'people.add'>): Promise<Result<People>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const { userId, role } = input;
  const displayName = input.displayName.trim();
  if (displayName === '') return fail('invalid-input', { fields: { displayName: 'required' } });
  const others = listUsers(desk.read).filter((user) => user.userId !== userId && user.state === 'active');
  // Two of one name could not tell each other apart on the lock screen, nor anybody their signatures.
  if (others.some((user) => sameName(user.displayName, displayName)))
    return fail('invalid-input', { fields: { displayName: 'name-taken' } });
  const known = getUser(desk.read, userId);
  if (known !== null && (known.displayName !== displayName || known.role !== role || known.state === 'removed')) return fail('duplicate');
  // First the row, then the key: a key without its row would open nothing.
  return givePassphrase(host, { userId, displayName }, input, () => {
    if (known === null) desk.write((db) => insertUser(db, userId, displayName, role));
  });
}

/** Sets a new passphrase, typed by the person it is for. Errors: as for adding, and `not-found`, `user-removed`. */
export async function resetPassphrase(host: DeskHost, input: Input<'people.resetPassphrase'>): Promise<Result<People>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const user = getUser(desk.read, input.userId);
  if (user === null) return fail('not-found');
  if (user.state === 'removed') return fail('user-removed');
  return givePassphrase(host, user, input, () => undefined);
}

async function givePassphrase(
  host: DeskHost,
  { userId, displayName }: { userId: string; displayName: string },
  { passphrase, next }: { passphrase: string; next: string },
  onceAllowed: () => void,
): Promise<Result<People>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  try {
    const set = await host.vault.setPassphrase({ userId: desk.user.userId, passphrase }, { userId, displayName }, next, onceAllowed);
    if (!set.ok) return set;
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
  notePassphrase(desk, userId);
  return listPeople(host);
}

function sameName(a: string, b: string): boolean {
  return a.normalize('NFKC').toLocaleLowerCase() === b.normalize('NFKC').toLocaleLowerCase();
}

/** Changes what somebody may do. Errors: `not-found`, `user-removed`, `last-admin`, `conflict`, those of reading who may unlock. */
export function setRole(host: DeskHost, { userId, role }: Input<'people.setRole'>): Result<People> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const header = host.vault.header();
  if (!header.ok) return header;
  const changed = desk.write((db) => {
    const user = getUser(db, userId);
    if (user === null) return fail('not-found');
    if (user.state === 'removed') return fail('user-removed');
    if (user.role === role) return null;
    if (isLastAdmin(db, user, header.value.users)) return fail('last-admin');
    return updateUser(db, user, { role }) ? null : fail('conflict');
  });
  if (changed !== null) return changed;
  if (userId === desk.user.userId) desk.user.role = role;
  return listPeople(host);
}
