import { fail, ok } from '../../../shared/contract/result.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import { insertDraft } from '../../db/repositories/draft.ts';
import { getPatient } from '../../db/repositories/patient.ts';
import { findOpenVisit, getVisitHead, insertOpenVisit, listSignedVisits } from '../../db/repositories/visit.ts';
import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';
import { loadDraft, openDraft } from './load-visit.ts';

/**
 * Opens a visit of today with nothing asked and nothing tested. A patient has one open visit: asking again with the same id returns
 * it, another id is refused with `conflict` so that the window can offer to go on with the open one. `clock-behind`: a signed
 * visit of this patient is dated later, so nothing could be compared; a phone contact may always begin. Other errors: `not-found` (no
 * such patient), `visit-signed`, `duplicate` (the id is taken by another patient's visit), `forbidden` (opened by another user).
 */
export const startVisit: Handler<'visits.start'> = (desk, { visitId, patientId, contact }) =>
  desk.write((db) => {
    const known = getVisitHead(db, visitId);
    if (known !== null) {
      if (known.patientId !== patientId) return fail('duplicate');
      const loaded = loadDraft(desk, db, visitId);
      return loaded.ok ? ok(openDraft(desk, db, loaded.value)) : loaded;
    }
    const patient = getPatient(db, patientId);
    if (patient === null) return fail('not-found');
    if (findOpenVisit(db, patientId) !== null) return fail('conflict');
    const visitOn = desk.clock.today();
    if (contact !== 'phone' && listSignedVisits(db, patientId).some((earlier) => earlier.visitOn > visitOn)) return fail('clock-behind');
    const { timeZone } = desk.clock;
    insertOpenVisit(db, { visitId, patientId, contact, visitOn, timeZone });
    insertDraft(db, {
      visitId,
      userId: desk.user.userId,
      sequence: 0,
      record: emptyVisitRecord(contact, visitOn, timeZone),
      pendingText: {},
      focusField: '',
      savedAt: desk.clock.nowInstant(),
    });
    logOpening(db, openingOf(desk, patientId, 'visit'));
    const loaded = loadDraft(desk, db, visitId);
    return loaded.ok ? ok(openDraft(desk, db, loaded.value)) : loaded;
  });
