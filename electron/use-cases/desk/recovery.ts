import type { Input, Output, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { readRecoveryKey } from '../../../shared/recovery-key.ts';
import { saveSetting } from '../../db/repositories/setting.ts';
import type { DeskHost } from '../context.ts';
import { notePassphrase } from '../people/note-passphrase.ts';
import { RECOVERY_USED } from './notices.ts';
import { sessionOf } from './session.ts';
import { openUnlocked } from './unlock.ts';

const RECOVERY_MADE = 'recovery.made';

/**
 * Makes a recovery key, shown once and stored nowhere; one made before no longer opens this desk. Errors: `wrong-passphrase`, `wait`,
 * `disk-full`, `folder-not-writable`.
 */
export async function makeRecoveryKey(
  host: DeskHost,
  { passphrase }: Input<'desk.makeRecoveryKey'>,
): Promise<Result<Output<'desk.makeRecoveryKey'>>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const madeAt = desk.clock.nowInstant();
  const groups = await host.vault.makeRecoveryKey(desk.user.userId, passphrase, madeAt);
  if (!groups.ok) return groups;
  desk.write((db) => saveSetting(db, RECOVERY_MADE, { at: madeAt, userId: desk.user.userId }));
  return ok({ groups: groups.value });
}

/**
 * Opens the desk with the recovery key and gives `userId` a new passphrase. Told to everyone on Today, and in the change log for good.
 * Errors: `recovery-key-none`, `recovery-key-wrong`, `wait`, `invalid-input` (`next`; `recoveryKey.N` for a group with a typing
 * error), and those of unlocking.
 */
export async function recover(host: DeskHost, { userId, recoveryKey, next }: Input<'desk.recover'>): Promise<Result<Session>> {
  if (host.current()) return fail('desk-exists');
  const { problem } = host.vault.status();
  if (problem) return fail(problem);
  const read = readRecoveryKey(recoveryKey);
  if (!read.ok) {
    const wrong = read.wrongGroups.map((group) => [`recoveryKey.${group}`, 'invalid'] as const);
    return fail('invalid-input', { fields: wrong.length > 0 ? Object.fromEntries(wrong) : { recoveryKey: 'invalid' } });
  }
  const recovered = await host.vault.recover(userId, read.key, next);
  if (!recovered.ok) return recovered;
  const opened = await openUnlocked(host, recovered.value, userId);
  if (!opened.ok) return opened;
  const desk = opened.value;
  desk.write((db) => {
    saveSetting(db, RECOVERY_USED, { at: desk.clock.nowInstant(), userName: desk.user.displayName });
    db.access('', 'recovery');
  });
  notePassphrase(desk, userId);
  return ok(sessionOf(desk));
}
