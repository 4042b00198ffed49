import { sql } from 'kysely';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { query } from '../../db/query.ts';
import type { DeskContext } from '../context.ts';

/**
 * Erases what entry `seq` of the change log kept of its row, where the law asks for it: the entry, its hashes and the reason stay, so the
 * chain stays whole and says what is missing. Only an earlier state of a row can be erased; the newest is what the row is compared with.
 * Asking again changes nothing. Errors: `not-found`, `invalid-input` (`reason`; `seq` is the newest state of its row), `wrong-passphrase`,
 * `wait`.
 */
export async function eraseBody(
  desk: DeskContext,
  { seq, reason, passphrase }: Input<'audit.erase'>,
): Promise<Result<Output<'audit.erase'>>> {
  if (reason.trim() === '') return fail('invalid-input', { fields: { reason: 'required' } });
  const checked = await desk.checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  return desk.write((db) => {
    const entry = db.first(query.selectFrom('change_log').select(['table_name', 'row_id']).where('seq', '=', seq));
    if (entry === undefined) return fail('not-found');
    if (db.first(query.selectFrom('erasure').select('seq').where('seq', '=', seq)) !== undefined) return ok({});
    const newest = db.first(
      sql<{
        seq: number;
      }>`SELECT max(seq) AS seq FROM change_log WHERE table_name = ${entry.table_name} AND row_id = ${entry.row_id}`.compile(query),
    );
    if (newest?.seq === seq) return fail('invalid-input', { fields: { seq: 'invalid' } });
    db.insert('erasure', {
      erasure_id: desk.newId(),
      seq,
      reason,
      erased_at: desk.clock.nowInstant(),
      erased_by: desk.user.userId,
      erased_by_name: desk.user.displayName,
    });
    db.eraseBody(seq);
    return ok({});
  });
}
