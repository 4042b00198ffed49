import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { checkAnchors } from '../../exchange/anchors.ts';
import type { DeskHost } from '../context.ts';
import { recall } from './plan.ts';

/** Compares the log with the anchors in the backups of the chosen folder; none there, or no folder, checks none. */
export async function checkBackupAnchors(host: DeskHost): Promise<Result<Output<'backup.checkAnchors'>>> {
  const desk = host.current();
  const file = host.file();
  if (!desk || !file) return fail('locked');
  const plan = recall(desk.read, 'plan');
  if (plan === null) return ok({ checked: 0, unread: 0, misfit: null });
  const sealKey = Buffer.from(file.keys.seal);
  try {
    return ok(await checkAnchors(desk.read, plan.folder, desk.deskId, sealKey));
  } finally {
    sealKey.fill(0);
  }
}
