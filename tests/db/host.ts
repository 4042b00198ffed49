import { onTestFinished } from 'vitest';
import { createHost } from '../../electron/host.ts';
import { createDesk } from '../../electron/use-cases/desk/create.ts';
import type { DeskContext, DeskHost } from '../../electron/use-cases/context.ts';
import type { Clinic } from '../../shared/schemas/clinic.ts';
import { temporaryFolder, testClock, valueOf, type TestClock } from './database.ts';

export const PASSPHRASE = 'seven quiet lamps at noon';
export const CLINIC: Clinic = {
  name: 'Harbour Street Physiotherapy',
  phone: '01 234 5678',
  emergencyNumber: '112',
  emergencyDepartment: 'A&E',
  urgentRouteName: 'On-call spinal service',
  urgentRoutePhone: '01 999 0000',
  paper: 'A4',
  dateFormat: 'D MMM YYYY',
};

export type TestHost = ReturnType<typeof createHost> & { folder: string; clock: TestClock };

/** A desk process's state on a folder, as the desk process itself makes it; ended after the test. */
export function openHost(folder: string = temporaryFolder(), isDemo = false): TestHost {
  const clock = testClock();
  const host = createHost({ folder, isDemo, clock });
  onTestFinished(() => host.end());
  return { ...host, folder, clock };
}

/** A new desk with one user, open. */
export async function createTestDesk(host: DeskHost): Promise<DeskContext> {
  return valueOf(await createDesk(host, { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
}
