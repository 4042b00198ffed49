import { isDeepStrictEqual } from 'node:util';
import { highestOpenFlag, missingForOutcome } from '../../../shared/clinical/open-flags.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/result.ts';
import { getFlagAction, insertFlagAction, listFlagActions } from '../../db/repositories/flag.ts';
import { endFormDraft } from '../../db/repositories/form-draft.ts';
import { getSignedVisit, getVisitHead, setOpenFlag } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { loadSignedVisit } from './load-visit.ts';

/**
 * Adds an action on the E or D of a signed visit (spec 5.6). The newest action of an urgency counts; an E is closed by an outcome other
 * than pending, a D when all four fields are filled; anything less is kept and leaves the flag open. Errors: `invalid-input` (an
 * outcome without what it needs, or the visit holds no such flag), `visit-open`, `not-found`, `duplicate`, `conflict`.
 */
export const recordFlagAction: Handler<'visits.recordFlagAction'> = (desk, { actionId, visitId, action }) => {
  const fields = missingFields(action);
  if (Object.keys(fields).length > 0) return fail('invalid-input', { fields });
  return desk.write((db) => {
    const known = getFlagAction(db, actionId);
    if (known !== null) {
      const isSame =
        known.visitId === visitId &&
        known.flagAction.urgency === action.urgency &&
        isDeepStrictEqual(known.flagAction.action, action.action);
      return isSame ? loadSignedVisit(db, visitId) : fail('duplicate');
    }
    const visit = getSignedVisit(db, visitId);
    if (visit === null) {
      const status = getVisitHead(db, visitId)?.status;
      return fail(status === 'open' ? 'visit-open' : status === 'voided' ? 'visit-voided' : 'not-found');
    }
    if (!visit.assessment.redFlags.rows.some(({ urgency }) => urgency === action.urgency)) {
      return fail('invalid-input', { fields: { 'action.urgency': 'invalid' } });
    }
    const flagAction = { ...action, recordedAt: desk.clock.nowInstant(), recordedBy: desk.user.displayName };
    insertFlagAction(db, { actionId, visitId, flagAction }, desk.user.userId);
    endFormDraft(db, desk.user.userId, actionId);
    const openFlag = highestOpenFlag({ record: visit.record, assessment: visit.assessment, actions: listFlagActions(db, visitId) });
    if (openFlag !== visit.openFlag && !setOpenFlag(db, visit, openFlag)) return fail('conflict');
    return loadSignedVisit(db, visitId);
  });
};

function missingFields(action: Input<'visits.recordFlagAction'>['action']): FieldErrors {
  if (action.urgency === 'D') return {};
  return Object.fromEntries(missingForOutcome(action.action).map((field) => [`action.action.${field}`, 'required' as const]));
}
