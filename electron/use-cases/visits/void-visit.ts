import { fail } from '../../../shared/contract/result.ts';
import { endFormDraft, findFormDraft } from '../../db/repositories/form-draft.ts';
import { getVisitHead, voidSignedVisit } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { loadSignedVisit } from './load-visit.ts';

/**
 * Sets a signed visit aside, for instance one written in the wrong chart: it stays as it was signed, marked with who and why, and no list,
 * trend or rule reads it any more; the sheets given with it stay. A U of it waits for the next examination like any other. Voiding again
 * with the same reason changes nothing. Errors: `invalid-input` (no reason), `flag-unresolved` (an E or D without an outcome is never
 * hidden), `visit-open`, `visit-voided` (with another reason), `not-found`, `conflict`.
 */
export const voidVisit: Handler<'visits.void'> = (desk, { visitId, reason }) => {
  if (reason.trim() === '') return fail('invalid-input', { fields: { reason: 'required' } });
  return desk.write((db) => {
    const visit = getVisitHead(db, visitId);
    if (visit === null) return fail('not-found');
    if (visit.status === 'open') return fail('visit-open');
    if (visit.status === 'voided') {
      const known = loadSignedVisit(db, visitId);
      return known.ok && known.value.voided?.reason !== reason ? fail('visit-voided') : known;
    }
    if (visit.openFlag === 'E' || visit.openFlag === 'D') return fail('flag-unresolved');
    const voided = { reason, at: desk.clock.nowInstant(), userId: desk.user.userId, userName: desk.user.displayName };
    if (!voidSignedVisit(db, visit, voided)) return fail('conflict');
    const draft = findFormDraft(db, desk.user.userId, 'void', visitId);
    if (draft !== null) endFormDraft(db, desk.user.userId, draft.formDraftId);
    return loadSignedVisit(db, visitId);
  });
};
