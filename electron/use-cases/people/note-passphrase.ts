import { getUser, updateUser } from '../../db/repositories/user.ts';
import type { DeskContext } from '../context.ts';

/** Notes in the change log that this person's passphrase was set now, by the user of the desk. */
export function notePassphrase(desk: DeskContext, userId: string): void {
  desk.write((db) => {
    const user = getUser(db, userId);
    if (user !== null) updateUser(db, user, { passphraseSet: { at: desk.clock.nowInstant(), by: desk.user.userId } });
  });
}
