import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import type { DeskHost } from '../context.ts';

/** Whether there is a desk, whether it is open, and why it cannot be opened. */
export function getStatus(host: DeskHost): Result<Output<'desk.status'>> {
  const desk = host.current();
  if (desk) {
    const { userId, displayName } = desk.user;
    return ok({
      state: 'open',
      problem: null,
      isDemo: desk.isDemo,
      users: [{ userId, displayName }],
      clinicName: readClinic(desk.read).name,
      retryAfterSeconds: 0,
    });
  }
  const status = host.vault.status();
  return ok({ ...status, isDemo: status.isDemo ?? host.isDemo });
}
