import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { verifyLog } from '../../db/verify-log.ts';
import type { DeskContext } from '../context.ts';

/** Recomputes the change log and the access log (design D11). */
export function verifyDeskLog(desk: DeskContext): Result<Output<'desk.verifyLog'>> {
  return ok(verifyLog(desk.read, desk.deskId));
}
