import { z } from 'zod';
import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { type Instant, instantSchema } from '../../../shared/schemas/common.ts';
import type { People } from '../../../shared/schemas/people.ts';
import { countFormDrafts } from '../../db/repositories/form-draft.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { listDraftOwners, listUsers, readLastUnlocked } from '../../db/repositories/user.ts';
import type { Reader } from '../../db/store.ts';
import type { DeskContext, DeskHost } from '../context.ts';

/** Since when the records have to be encrypted again; a null value: no more. */
export const REKEY_OWED = 'people.rekeyOwed';
/** When they last were. */
export const REKEYED = 'people.rekeyed';
export const atSchema = z.object({ at: instantSchema });

/** Since when the records wait to be encrypted again; null: they do not. */
export function readRekeyOwed(read: Reader): Instant | null {
  return readSetting(read, REKEY_OWED, atSchema.nullable())?.at ?? null;
}

/** Everyone at the desk, the removed too, with what has to be known before somebody is removed. */
export function listPeople(host: DeskHost): Result<People> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const { read } = desk;
  const header = host.vault.header();
  const withKey = new Set(header.ok ? header.value.users.map(({ userId }) => userId) : []);
  const unlocked = readLastUnlocked(read);
  const drafts = listDraftOwners(read);
  const forms = countFormDrafts(read);
  return ok({
    people: listUsers(read).map(({ userId, displayName, role, state, passphraseSetAt, passphraseSetBy }) => ({
      userId,
      displayName,
      role,
      state,
      canUnlock: state === 'active' && withKey.has(userId),
      passphraseSetAt,
      passphraseSetBy,
      lastUnlockedAt: unlocked.get(userId) ?? null,
      drafts: drafts
        .filter((draft) => draft.userId === userId)
        .map(({ visitId, patientName, visitOn }) => ({ visitId, patientName, visitOn })),
      formDrafts: forms.get(userId) ?? 0,
    })),
    rekeyOwedSince: readRekeyOwed(read),
    rekeyedAt: readSetting(read, REKEYED, atSchema)?.at ?? null,
  });
}

/** Everyone active but the one who asks. */
export function listColleagues(desk: DeskContext): Result<Output<'people.colleagues'>> {
  return ok(
    listUsers(desk.read)
      .filter(({ userId, state }) => state === 'active' && userId !== desk.user.userId)
      .map(({ userId, displayName, role }) => ({ userId, displayName, role })),
  );
}
