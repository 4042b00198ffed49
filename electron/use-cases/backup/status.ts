import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { BackupStatus } from '../../../shared/schemas/backup.ts';
import { checkBackupFolder, listBackups } from '../../exchange/backup-folder.ts';
import type { DeskHost } from '../context.ts';
import { recall } from './plan.ts';

/** Where backups go, the last one made, failed and verified, and how many there are. */
export function getBackupStatus(host: DeskHost): Result<BackupStatus> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const plan = recall(desk.read, 'plan');
  const folder = plan === null ? null : checkBackupFolder(plan.folder, host.folder);
  return ok({
    plan,
    folderProblem: folder === null || folder.ok ? null : folder.error.code,
    kept: plan === null ? 0 : listBackups(plan.folder, desk.deskId).length,
    last: recall(desk.read, 'last'),
    problem: recall(desk.read, 'problem'),
    verified: recall(desk.read, 'verified'),
  });
}
