import { ok } from '../../../shared/contract/result.ts';
import type { Handler } from '../context.ts';
import { loadDraft, toOpenVisit } from './load-visit.ts';

/** The open visit as it was left, at the same field. Errors: `not-found`, `visit-signed`, `forbidden`. */
export const openVisit: Handler<'visits.open'> = (desk, { visitId }) =>
  desk.write((db) => {
    const loaded = loadDraft(desk, db, visitId);
    if (!loaded.ok) return loaded;
    db.access(loaded.value.visit.patientId, 'visit');
    return ok(toOpenVisit(desk, loaded.value));
  });
