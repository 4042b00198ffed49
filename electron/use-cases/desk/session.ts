import type { Session } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import type { DeskContext } from '../context.ts';
import { lockAfterMinutes } from './lock-after.ts';
import { signsWithPassphrase } from './sign-with-passphrase.ts';

/** What the window knows of the open desk. */
export function sessionOf(desk: DeskContext): Session {
  return {
    user: { userId: desk.user.userId, displayName: desk.user.displayName, role: desk.user.role },
    isDemo: desk.isDemo,
    clinic: readClinic(desk.read),
    today: desk.clock.today(),
    timeZone: desk.clock.timeZone,
    lockAfterMinutes: lockAfterMinutes(desk),
    signWithPassphrase: signsWithPassphrase(desk),
  };
}

export function getSession(desk: DeskContext): Result<Session> {
  return ok(sessionOf(desk));
}
