import type { Opening } from '../db/repositories/access.ts';
import type { DeskContext } from './context.ts';

/** This user opening something of a patient, now. */
export function openingOf(desk: DeskContext, patientId: string, what: Opening['what']): Opening {
  return { userId: desk.user.userId, at: desk.clock.nowInstant(), patientId, what };
}
