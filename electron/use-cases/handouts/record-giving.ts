import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { HandoutSummary } from '../../../shared/schemas/handout.ts';
import { getGiving, getHandoutSummary, insertGiving } from '../../db/repositories/handout.ts';
import type { Handler } from '../context.ts';

/**
 * Records that a kept sheet was given to the patient and whether they could say it back; a later record corrects an earlier one. The same
 * record again changes nothing. Errors: `not-found`, `duplicate` (the id belongs to another sheet, or to other words), `invalid-input` (`givenOn` before the
 * sheet was made, or in the future).
 */
export const recordGiving: Handler<'handouts.recordGiving'> = (desk, { givingId, handoutId, givenOn, teachBack, note }) =>
  desk.write((db): Result<HandoutSummary> => {
    const sheet = getHandoutSummary(db, handoutId);
    if (sheet === null) return fail('not-found');
    const known = getGiving(db, givingId);
    if (known !== null) {
      const isSame = known.handoutId === handoutId && known.givenOn === givenOn && known.teachBack === teachBack && known.note === note;
      return isSame ? ok(sheet) : fail('duplicate');
    }
    if (givenOn > desk.clock.today()) return fail('invalid-input', { fields: { givenOn: 'in-the-future' } });
    if (givenOn < sheet.madeOn) return fail('invalid-input', { fields: { givenOn: 'before-the-sheet' } });
    const giving = { givenOn, teachBack, note, recordedAt: desk.clock.nowInstant(), recordedBy: desk.user.displayName };
    insertGiving(db, { ...giving, givingId, handoutId, userId: desk.user.userId });
    return ok({ ...sheet, giving });
  });
