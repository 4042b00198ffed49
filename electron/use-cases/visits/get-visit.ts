import type { Handler } from '../context.ts';
import { loadSignedVisit } from './load-visit.ts';

/** A signed visit, read-only, with its addenda and the actions on its flags. Errors: `not-found`, `visit-open`. */
export const getVisit: Handler<'visits.get'> = (desk, { visitId }) =>
  desk.write((db) => {
    const loaded = loadSignedVisit(db, visitId);
    if (loaded.ok) db.access(loaded.value.patient.patientId, 'visit');
    return loaded;
  });
