import { fail, ok } from '../../../shared/contract/result.ts';
import { getDraftHead, overwriteDraft } from '../../db/repositories/draft.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';

/**
 * Overwrites the draft of an open visit, durably, and logs nothing (design D8). A sequence not above the stored one comes late and is
 * ignored; the stored one is answered. Errors: `not-found`, `visit-signed`, `forbidden`.
 */
export const saveDraft: Handler<'visits.saveDraft'> = (desk, { visitId, sequence, record, pendingText, focusField }) =>
  desk.write((db) => {
    const visit = getVisitHead(db, visitId);
    if (visit === null) return fail('not-found');
    if (visit.status === 'signed') return fail('visit-signed');
    const stored = getDraftHead(db, visitId);
    if (visit.status === 'voided' || stored === null) return fail('not-found');
    if (stored.userId !== desk.user.userId) return fail('forbidden');
    if (sequence <= stored.sequence) return ok({ sequence: stored.sequence, savedAt: stored.savedAt });
    const savedAt = desk.clock.nowInstant();
    overwriteDraft(db, { visitId, userId: stored.userId, sequence, record, pendingText, focusField, savedAt });
    return ok({ sequence, savedAt });
  });
