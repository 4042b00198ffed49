import { fail, type Result } from '../../../shared/contract/result.ts';
import type { BackupPlan, BackupStatus } from '../../../shared/schemas/backup.ts';
import { checkBackupFolder } from '../../exchange/backup-folder.ts';
import type { DeskHost } from '../context.ts';
import { makeBackupNow } from './make.ts';
import { remember } from './plan.ts';

/** Sets folder and schedule, and makes a backup there. Errors: those of `makeBackupNow`; a folder that is refused changes nothing. */
export async function configureBackup(host: DeskHost, plan: BackupPlan): Promise<Result<BackupStatus>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const checked = checkBackupFolder(plan.folder, host.folder);
  if (!checked.ok) return checked;
  remember(desk, { plan });
  return makeBackupNow(host);
}
