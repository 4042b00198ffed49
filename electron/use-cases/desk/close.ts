import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { backUpIfDue } from '../backup/index.ts';
import type { DeskHost } from '../context.ts';

/**
 * Writes everything into the database file, makes the backup that is due, and closes. The shell ends the process after the answer;
 * what was stored is on the disk even when it does not wait for the backup.
 */
export async function close(host: DeskHost): Promise<Result<Output<'desk.close'>>> {
  await host.alone(async () => {
    host.current()?.checkpoint();
    await backUpIfDue(host, true);
    host.end();
  });
  return ok({});
}
