import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDatabase } from '../../electron/db/open.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { insertUser } from '../../electron/db/repositories/user.ts';
import { deriveKeys } from '../../electron/vault/derived-keys.ts';
import { createHost } from '../../electron/host.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createDesk } from '../../electron/use-cases/desk/create.ts';
import type { DeskContext, DeskHost, DeskUser } from '../../electron/use-cases/context.ts';
import { type Clinic, NEW_CLINIC, servicesWith } from '../../shared/schemas/clinic.ts';
import { temporaryFolder, testClock, valueOf, type Cleanup, type TestClock } from './database.ts';

export const PASSPHRASE = 'seven quiet lamps at noon';
export const CLINIC: Clinic = {
  ...NEW_CLINIC,
  name: 'Harbour Street Physiotherapy',
  phone: '01 234 5678',
  emergencyNumber: '112',
  emergencyDepartment: 'A&E',
  services: servicesWith({ SPINE: { name: 'On-call spinal service', phone: '01 999 0000' } }),
  paper: 'A4',
  dateFormat: 'D MMM YYYY',
};

export type TestHost = ReturnType<typeof createHost> & { folder: string; clock: TestClock };

/** A desk process's state on a folder, as the desk process itself makes it; ended after the test. */
export function openHost(folder: string = temporaryFolder(), cleanup: Cleanup = onTestFinished): TestHost {
  const clock = testClock();
  const host = createHost({ folder, isDemo: false, clock });
  cleanup(() => host.end());
  return { ...host, folder, clock };
}

/** A new desk with one user, open, made through the vault. */
export async function createTestDesk(host: DeskHost): Promise<DeskContext> {
  return valueOf(await createDesk(host, { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
}

/** A host with an open desk of one user, past the vault: quicker where no passphrase is needed. */
export function openDeskHost(cleanup: Cleanup = onTestFinished): { host: TestHost; context: DeskContext } {
  const host = openHost(temporaryFolder(cleanup), cleanup);
  const identity = { deskId: uuidv7(), isDemo: false, createdAt: host.clock.nowInstant() };
  const key = randomBytes(32);
  const database = valueOf(createDatabase(join(host.folder, 'desk.db'), key, identity));
  const user: DeskUser = { userId: uuidv7(), displayName: 'Dr Test Person', role: 'admin' };
  const context = host.begin(database, identity.deskId, user, deriveKeys(key, '00'.repeat(16)));
  context.write((db) => {
    insertUser(db, context.user.userId, context.user.displayName, 'admin');
    insertClinic(db, uuidv7(), CLINIC);
  });
  return { host, context };
}
