import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import type { DeskHost } from '../context.ts';

/** Writes everything into the database file and closes it. The shell ends the process after the answer. */
export function close(host: DeskHost): Result<Output<'desk.close'>> {
  host.end();
  return ok({});
}
