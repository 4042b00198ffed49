import { ok } from '../../../shared/contract/result.ts';
import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';
import { loadDraft, openDraft } from './load-visit.ts';

/** The open visit as it was left, at the same field. Errors: `not-found`, `visit-signed`, `forbidden`. */
export const openVisit: Handler<'visits.open'> = (desk, { visitId }) =>
  desk.write((db) => {
    const loaded = loadDraft(desk, db, visitId);
    if (!loaded.ok) return loaded;
    logOpening(db, openingOf(desk, loaded.value.visit.patientId, 'visit'));
    return ok(openDraft(desk, db, loaded.value));
  });
