import { createHash } from 'node:crypto';
import { fail, ok } from '../../../shared/contract/result.ts';
import { getHandoutBytes, getHandoutSummary } from '../../db/repositories/handout.ts';
import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';

/** A kept sheet, byte for byte as it was given. Errors: `not-found`, `desk-damaged` (the bytes are no longer those that were kept). */
export const getHandout: Handler<'handouts.get'> = (desk, { handoutId }) =>
  desk.write((db) => {
    const summary = getHandoutSummary(db, handoutId);
    const kept = getHandoutBytes(db, handoutId);
    if (summary === null || kept === null) return fail('not-found');
    if (createHash('sha256').update(kept.pdf).digest('hex') !== summary.sha256) return fail('desk-damaged');
    logOpening(db, openingOf(desk, kept.patientId, 'handout'));
    return ok({ summary, pdf: kept.pdf, patientName: kept.patientName });
  });
