import type { HostHandlers } from '../context.ts';
import { checkBackupAnchors } from './check-anchors.ts';
import { configureBackup } from './configure.ts';
import { makeBackupNow } from './make.ts';
import { inspectBackup, restoreBackup } from './restore.ts';
import { getBackupStatus } from './status.ts';
import { verifyBackup } from './verify.ts';

export { backUpIfDue } from './make.ts';

export const backupHostHandlers = {
  'backup.status': getBackupStatus,
  'backup.configure': configureBackup,
  'backup.make': makeBackupNow,
  'backup.verify': verifyBackup,
  'backup.checkAnchors': checkBackupAnchors,
  'backup.inspect': inspectBackup,
  'backup.restore': restoreBackup,
} satisfies HostHandlers<
  'backup.status' | 'backup.configure' | 'backup.make' | 'backup.verify' | 'backup.checkAnchors' | 'backup.inspect' | 'backup.restore'
>;
