import { sql } from 'kysely';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { query } from '../../db/query.ts';
import type { DeskContext } from '../context.ts';

/**
 * Erases what entry `seq` of the change log kept of its row, where the law asks for it: the entry, its hashes and the reason stay, so the
 * chain stays whole and says what is missing. Only an earlier state of a row can be erased; the newest is what the row is compared with.
 * The same person asking again with the same reason gets the erasure there is. Errors: `not-found` (no such entry, or its body is gone
 * without a reason, which must go on showing), `duplicate` (erased before, by somebody else or for another reason), `invalid-input`
 * (`reason`; `seq` is the newest state of its row), `wrong-passphrase`, `wait`.
 */
export async function eraseBody(
  desk: DeskContext,
  { seq, reason, passphrase }: Input<'audit.erase'>,
): Promise<Result<Output<'audit.erase'>>> {
  if (reason.trim() === '') return fail('invalid-input', { fields: { reason: 'required' } });
  const checked = await desk.checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  const erased = desk.write((db): Result<Output<'audit.erase'>> => {
    const entry = db.first(query.selectFrom('change_log').select(['table_name', 'row_id']).where('seq', '=', seq));
    if (entry === undefined) return fail('not-found');
    const before = db.first(query.selectFrom('erasure').selectAll().where('seq', '=', seq));
    if (before !== undefined) {
      const isSame = before.erased_by === desk.user.userId && before.reason === reason;
      return isSame ? ok({ at: before.erased_at, by: before.erased_by_name, reason }) : fail('duplicate');
    }
    const newest = db.first(
      sql<{
        seq: number;
      }>`SELECT max(seq) AS seq FROM change_log WHERE table_name = ${entry.table_name} AND row_id = ${entry.row_id}`.compile(query),
    );
    if (newest?.seq === seq) return fail('invalid-input', { fields: { seq: 'invalid' } });
    if (db.first(query.selectFrom('change_body').select('seq').where('seq', '=', seq)) === undefined) return fail('not-found');
    const at = desk.clock.nowInstant();
    db.insert('erasure', {
      erasure_id: desk.newId(),
      seq,
      reason,
      erased_at: at,
      erased_by: desk.user.userId,
      erased_by_name: desk.user.displayName,
    });
    db.eraseBody(seq);
    return ok({ at, by: desk.user.displayName, reason });
  });
  // Out of the write-ahead log too, where the body may still stand.
  if (erased.ok) desk.checkpoint();
  return erased;
}
