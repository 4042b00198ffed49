import type { Id, Instant } from '../../../shared/schemas/common.ts';
import { query } from '../query.ts';
import type { Writer } from '../store.ts';
import type { AccessKind } from '../tables.ts';

/** A page that reads its chart again within this time is one opening, not several. */
const SAME_OPENING_MS = 10 * 60_000;

export type Opening = { userId: Id; at: Instant; patientId: Id; what: AccessKind };

/** One line in the access log for each opening: a chart that is read again by the same user within ten minutes adds none. */
export function logOpening(db: Writer, { userId, at, patientId, what }: Opening): void {
  const last = db.first(
    query
      .selectFrom('access_log')
      .select('at')
      .where('patient_id', '=', patientId)
      .where('user_id', '=', userId)
      .where('what', '=', what)
      .orderBy('seq', 'desc')
      .limit(1),
  );
  if (last !== undefined && Math.abs(Date.parse(at) - Date.parse(last.at)) < SAME_OPENING_MS) return;
  db.access(patientId, what);
}
