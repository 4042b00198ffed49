import { fail, ok } from '../../../shared/contract/result.ts';
import { findKeptHandout, getHandoutSummary, insertHandout } from '../../db/repositories/handout.ts';
import type { Handler } from '../context.ts';
import { prepareSheet, toKeptHandout, type SheetRenderer } from './prepare-sheet.ts';

/**
 * Keeps a sheet as given: makes it again and stores the bytes when they are those that were previewed. Keeping the same sheet again,
 * for a second print or after a double click, changes nothing and answers with the one that is kept. Errors: `conflict` (the record would now give other bytes), `sheet-refused` (a hard problem), `duplicate` (the id
 * belongs to another sheet), `not-found`, `forbidden`.
 */
export function createKeepHandout(renderer: SheetRenderer): Handler<'handouts.keep'> {
  return async (desk, { handoutId, visitId, options, sha256, givenBy }) => {
    const known = getHandoutSummary(desk.read, handoutId);
    if (known !== null) return known.visitId === visitId && known.sha256 === sha256 ? ok(known) : fail('duplicate');
    const prepared = await prepareSheet(desk, renderer, visitId, options);
    if (!prepared.ok) return prepared;
    if (prepared.value.pdf.length === 0) return fail('sheet-refused');
    if (prepared.value.sha256 !== sha256) return fail('conflict');
    const kept = toKeptHandout(prepared.value, { handoutId, givenBy, keptAt: desk.clock.nowInstant(), keptBy: desk.user.displayName });
    return desk.write((db) => {
      const same = findKeptHandout(db, visitId, sha256);
      if (same !== null) return ok(same);
      insertHandout(db, kept, desk.user.userId);
      return ok(kept.summary);
    });
  };
}
