import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';
import { loadSignedVisit } from './load-visit.ts';

/** A signed visit, read-only, with its addenda and the actions on its flags. Errors: `not-found`, `visit-open`. */
export const getVisit: Handler<'visits.get'> = (desk, { visitId }) =>
  desk.write((db) => {
    const loaded = loadSignedVisit(db, visitId);
    if (loaded.ok) logOpening(db, openingOf(desk, loaded.value.patient.patientId, 'visit'));
    return loaded;
  });
