import type { Input } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { People } from '../../../shared/schemas/people.ts';
import { rekeyDatabase } from '../../db/rekey.ts';
import { storageErrorCode } from '../../db/open.ts';
import { giveDraft } from '../../db/repositories/draft.ts';
import { giveFormDrafts } from '../../db/repositories/form-draft.ts';
import { saveSetting } from '../../db/repositories/setting.ts';
import { getUser, isLastAdmin, listDraftOwners, updateUser } from '../../db/repositories/user.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { openUnlocked, rememberHeaderFacts } from '../desk/unlock.ts';
import { listPeople, REKEY_OWED, REKEYED } from './list.ts';

/**
 * Removes somebody: their drafts go to `draftsTo`, their wrapped key leaves the desk folder, and all records are encrypted again under a
 * new key, which an old copy of the folder's keys does not open. Errors: `last-admin`, `drafts-left` (`draftsTo` is missing, removed, or
 * may not sign), `not-found`, `user-removed`, `wrong-passphrase`, `wait`; `rekey-failed`: the person is removed, and encrypting again is
 * owed and can be asked for with `people.rekey`.
 */
export function removePerson(host: DeskHost, input: Input<'people.remove'>): Promise<Result<People>> {
  return host.alone(async () => {
    const desk = host.current();
    if (!desk) return fail('locked');
    const header = host.vault.header();
    if (!header.ok) return header;
    const withKey = header.value.users;
    const checked = checkRemoval(desk, input, withKey);
    if (!checked.ok) return checked;
    const opened = await host.vault.unlock(desk.user.userId, input.passphrase);
    if (!opened.ok) return opened;
    const { key } = opened.value;
    try {
      const removed = desk.write((db) => {
        const again = checkRemoval(desk, input, withKey);
        if (!again.ok) return again;
        for (const { visitId, patientId } of listDraftOwners(db).filter(({ userId }) => userId === input.userId)) {
          giveDraft(db, visitId, input.draftsTo ?? desk.user.userId);
          db.access(patientId, 'handover');
        }
        giveFormDrafts(db, input.userId, input.draftsTo ?? desk.user.userId);
        saveSetting(db, REKEY_OWED, { at: desk.clock.nowInstant() });
        const user = getUser(db, input.userId);
        return user !== null && updateUser(db, user, { state: 'removed' }) ? ok(null) : fail('conflict');
      });
      if (!removed.ok) return removed;
      rememberHeaderFacts(host, desk);
      return await encryptAgain(host, desk, key);
    } finally {
      key.fill(0);
    }
  });
}

/** Encrypts all records again under a new key. Errors: `wrong-passphrase`, `wait`, `rekey-failed` (everything is as it was). */
export function rekeyDesk(host: DeskHost, { passphrase }: Input<'people.rekey'>): Promise<Result<People>> {
  return host.alone(async () => {
    const desk = host.current();
    if (!desk) return fail('locked');
    const opened = await host.vault.unlock(desk.user.userId, passphrase);
    if (!opened.ok) return opened;
    const { key } = opened.value;
    try {
      return await encryptAgain(host, desk, key);
    } finally {
      key.fill(0);
    }
  });
}

function checkRemoval(
  { read, user: self }: DeskContext,
  { userId, draftsTo }: Input<'people.remove'>,
  withKey: readonly { userId: string }[],
): Result<null> {
  const user = getUser(read, userId);
  if (user === null) return fail('not-found');
  if (user.state === 'removed') return fail('user-removed');
  if (isLastAdmin(read, user, withKey)) return fail('last-admin');
  // Whoever removes somebody goes on working at this desk; another administrator removes them.
  if (userId === self.userId) return fail('forbidden');
  const heir = draftsTo === null ? null : getUser(read, draftsTo);
  const mayGoOn = heir !== null && heir.userId !== userId && heir.state === 'active' && heir.role !== 'assistant';
  const hasDrafts = listDraftOwners(read).some((draft) => draft.userId === userId);
  return (hasDrafts || draftsTo !== null) && !mayGoOn ? fail('drafts-left') : ok(null);
}

/** Closes the desk, encrypts the closed file, and opens it again for the same user, under whichever key it then has. */
async function encryptAgain(host: DeskHost, desk: DeskContext, key: Buffer): Promise<Result<People>> {
  const { userId } = desk.user;
  const before = host.vault.header();
  if (!before.ok) return before;
  host.end();
  const rekeyed = attempt(host, key);
  // Opening fills the key it is given with zeros.
  const way = rekeyed.ok ? rekeyed.value : { key: Buffer.from(key), header: before.value };
  const opened = await openUnlocked(host, way, userId);
  if (!opened.ok) return opened;
  const now = opened.value;
  if (!rekeyed.ok) return fail('rekey-failed');
  now.write((db) => {
    saveSetting(db, REKEY_OWED, null);
    saveSetting(db, REKEYED, { at: now.clock.nowInstant() });
  });
  return listPeople(host);
}

function attempt(host: DeskHost, key: Buffer): ReturnType<DeskHost['vault']['rekey']> {
  try {
    return host.vault.rekey(key, rekeyDatabase);
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}
