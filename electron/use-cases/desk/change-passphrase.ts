import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { DeskHost } from '../context.ts';
import { notePassphrase } from '../people/note-passphrase.ts';

/**
 * Wraps the database key under a new passphrase. Errors: `wrong-passphrase`, `wait`, `invalid-input` (`next`), `disk-full`,
 * `folder-not-writable`. The old passphrase still opens a copy of the desk folder that was made before.
 */
export async function changePassphrase(
  host: DeskHost,
  { current, next }: Input<'desk.changePassphrase'>,
): Promise<Result<Output<'desk.changePassphrase'>>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const changed = await host.vault.changePassphrase(desk.user.userId, current, next);
  if (!changed.ok) return changed;
  notePassphrase(desk, desk.user.userId);
  return ok({});
}
