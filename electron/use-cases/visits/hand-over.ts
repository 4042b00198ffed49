import { fail, ok } from '../../../shared/contract/result.ts';
import { getDraftHead, giveDraft } from '../../db/repositories/draft.ts';
import { readAccess } from '../../db/repositories/user.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';

/**
 * Gives an unsigned visit to somebody else at the desk, who goes on where it stopped; a line of the access log says so. An administrator
 * may give away anybody's. Errors: `not-found` (no such visit or user), `visit-signed`, `forbidden`, `user-removed`.
 */
export const handOver: Handler<'visits.handOver'> = (desk, { visitId, userId }) =>
  desk.write((db) => {
    const visit = getVisitHead(db, visitId);
    const draft = getDraftHead(db, visitId);
    if (visit?.status === 'signed') return fail('visit-signed');
    if (visit === null || visit.status === 'voided' || draft === null) return fail('not-found');
    if (draft.userId !== desk.user.userId && desk.user.role !== 'admin') return fail('forbidden');
    const heir = readAccess(db, userId);
    if (heir === null) return fail('not-found');
    if (heir.state === 'removed') return fail('user-removed');
    giveDraft(db, visitId, userId);
    db.access(visit.patientId, 'handover');
    return ok({});
  });
