import type { Input, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { insertClinic } from '../../db/repositories/clinic.ts';
import { insertUser } from '../../db/repositories/user.ts';
import { createDatabase } from '../../db/open.ts';
import { createStore } from '../../db/store.ts';
import { uuidv7 } from '../../ids.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { sessionOf } from './session.ts';
import { openDesk } from './unlock.ts';

/**
 * Makes the desk with its first user and its clinic settings, and opens it. Errors: `desk-exists`, `invalid-input`
 * (`displayName`, `passphrase`), `folder-not-writable`, `disk-full`.
 */
export async function createDesk(host: DeskHost, input: Input<'desk.create'>): Promise<Result<DeskContext>> {
  if (host.current()) return fail('desk-exists');
  if (input.displayName.trim() === '') return fail('invalid-input', { fields: { displayName: 'required' } });
  const identity = { deskId: uuidv7(), isDemo: host.isDemo, createdAt: host.clock.nowInstant() };
  const userId = uuidv7();
  const created = await host.vault.create(
    { ...identity, userId, displayName: input.displayName, passphrase: input.passphrase, clinicName: input.clinic.name },
    (path, key) => {
      const database = createDatabase(path, key, identity);
      if (!database.ok) return database;
      const store = createStore(database.value, identity.deskId);
      try {
        store.write({ userId, at: identity.createdAt }, (db) => {
          insertUser(db, userId, input.displayName, 'admin');
          insertClinic(db, uuidv7(), input.clinic);
        });
      } finally {
        store.close();
      }
      return ok(null);
    },
  );
  if (!created.ok) return created;
  return openDesk(host, userId, input.passphrase);
}

export async function createDeskSession(host: DeskHost, input: Input<'desk.create'>): Promise<Result<Session>> {
  const created = await createDesk(host, input);
  return created.ok ? ok(sessionOf(created.value)) : created;
}
