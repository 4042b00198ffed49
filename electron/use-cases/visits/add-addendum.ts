import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/result.ts';
import { endFormDraft } from '../../db/repositories/form-draft.ts';
import { getAddendum, getVisitHead, insertAddendum } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { loadSignedVisit } from './load-visit.ts';

/**
 * Adds a dated addendum to a signed visit; the original stays as it is (design D8). Asking again with the same id and text changes
 * nothing. Errors: `invalid-input` (text or reason empty), `visit-open`, `visit-voided`, `not-found`, `duplicate` (the id belongs to another addendum).
 */
export const addAddendum: Handler<'visits.addAddendum'> = (desk, { addendumId, visitId, text, reason }) => {
  const fields: FieldErrors = {
    ...(text.trim() === '' ? { text: 'required' as const } : {}),
    ...(reason.trim() === '' ? { reason: 'required' as const } : {}),
  };
  if (Object.keys(fields).length > 0) return fail('invalid-input', { fields });
  return desk.write((db) => {
    const known = getAddendum(db, addendumId);
    if (known !== null) {
      const isSame = known.visitId === visitId && known.text === text && known.reason === reason;
      return isSame ? loadSignedVisit(db, visitId) : fail('duplicate');
    }
    const visit = getVisitHead(db, visitId);
    if (visit === null) return fail('not-found');
    if (visit.status === 'voided') return fail('visit-voided');
    if (visit.status === 'open') return fail('visit-open');
    const createdAt = desk.clock.nowInstant();
    insertAddendum(db, { addendumId, visitId, text, reason, createdAt, createdBy: desk.user.displayName }, desk.user.userId);
    endFormDraft(db, desk.user.userId, addendumId);
    return loadSignedVisit(db, visitId);
  });
};
