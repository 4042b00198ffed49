import type { Handlers, HostHandlers } from '../context.ts';
import { changePassphrase } from './change-passphrase.ts';
import { close } from './close.ts';
import { createDeskSession } from './create.ts';
import { getDiagnostics } from './diagnostics.ts';
import { setLockAfter } from './lock-after.ts';
import { getNotices, markNoticesRead } from './notices.ts';
import { makeRecoveryKey, recover } from './recovery.ts';
import { getSession } from './session.ts';
import { setSignWithPassphrase } from './sign-with-passphrase.ts';
import { getStatus } from './status.ts';
import { unlock } from './unlock.ts';
import { verifyDeskLog } from './verify-log.ts';

export const deskHostHandlers = {
  'desk.status': getStatus,
  'desk.create': createDeskSession,
  'desk.unlock': unlock,
  'desk.changePassphrase': changePassphrase,
  'desk.makeRecoveryKey': makeRecoveryKey,
  'desk.recover': recover,
  'desk.notices': getNotices,
  'desk.close': close,
  'desk.diagnostics': getDiagnostics,
} satisfies HostHandlers<
  | 'desk.status'
  | 'desk.create'
  | 'desk.unlock'
  | 'desk.changePassphrase'
  | 'desk.makeRecoveryKey'
  | 'desk.recover'
  | 'desk.notices'
  | 'desk.close'
  | 'desk.diagnostics'
>;

export const deskHandlers = {
  'desk.session': getSession,
  'desk.setLockAfter': setLockAfter,
  'desk.setSignWithPassphrase': setSignWithPassphrase,
  'desk.markNoticesRead': markNoticesRead,
  'desk.verifyLog': verifyDeskLog,
} satisfies Handlers<'desk.markNoticesRead' | 'desk.session' | 'desk.setLockAfter' | 'desk.setSignWithPassphrase' | 'desk.verifyLog'>;
