import type { Role } from '../../../shared/schemas/user.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';

/** The display name of a user, or null when there is no such user. */
export function readUserName(read: Reader, userId: string): string | null {
  return read.first(query.selectFrom('user').select('display_name').where('user_id', '=', userId))?.display_name ?? null;
}

export function insertUser(db: Writer, userId: string, displayName: string, role: Role): void {
  db.insert('user', { user_id: userId, display_name: displayName, role });
}
