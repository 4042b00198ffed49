import { createHash } from 'node:crypto';
import { fail, ok } from '../../../shared/contract/result.ts';
import { fill } from '../../../shared/handouts/build-context.ts';
import { printDate } from '../../../shared/handouts/handout-text.ts';
import { HANDOUT_LANGUAGES, handoutTextOf } from '../../../shared/text/handout-languages.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { getHandoutBytes, getHandoutSummary } from '../../db/repositories/handout.ts';
import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';
import { patientOf } from '../visits/load-visit.ts';
import { openFlagOfPatient } from './flag-of-patient.ts';
import type { SheetRenderer } from './prepare-sheet.ts';

/**
 * A kept sheet, byte for byte as it was given, and the copy that a reprint prints: the same bytes with "Copy of" and the date in the
 * margin (spec 9). With a home-care sheet, what waits of this patient by now: an old sheet does not say it (hazard 6). Errors: `not-found`, `desk-damaged` (the bytes are no longer those that were kept).
 */
export function createGetHandout(renderer: SheetRenderer): Handler<'handouts.get'> {
  return async (desk, { handoutId }) => {
    const found = desk.write((db) => {
      const summary = getHandoutSummary(db, handoutId);
      const kept = getHandoutBytes(db, handoutId);
      if (summary === null || kept === null) return fail('not-found');
      if (createHash('sha256').update(kept.pdf).digest('hex') !== summary.sha256) return fail('desk-damaged');
      logOpening(db, openingOf(desk, kept.patientId, 'handout'));
      const openFlag = summary.sheet === 'homecare' ? openFlagOfPatient(db, patientOf(db, kept.patientId)) : null;
      return ok({ summary, kept, openFlag, dateFormat: readClinic(desk.read).dateFormat });
    });
    if (!found.ok) return found;
    const { summary, kept, openFlag, dateFormat } = found.value;
    const text = handoutTextOf(summary.language) ?? HANDOUT_LANGUAGES[0];
    const line = fill(text.copyOf, { date: printDate(summary.madeOn, dateFormat, text) });
    // A kept sheet can always be read and printed again, be it without the line.
    const copy = new Uint8Array(await renderer.stampCopy(kept.pdf, line).catch(() => kept.pdf));
    return ok({ summary, pdf: kept.pdf, copy, patientName: kept.patientName, openFlag });
  };
}
