import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { migrations, type Migration } from './migrations/index.ts';

/** The version this program writes: that of the newest step. */
export const SCHEMA_VERSION = lastVersion(migrations);

/**
 * Brings a database forward to the newest version. All steps run in one transaction, so a step that fails leaves the desk as it was.
 * Refuses a newer database with `desk-newer` and touches nothing. Throws when the steps are not numbered 1, 2, 3 and so on.
 */
export function migrate(database: EncryptedDatabase, steps: readonly Migration[] = migrations): Result<{ from: number; to: number }> {
  const from = userVersion(database);
  const to = lastVersion(steps);
  if (from > to) return fail('desk-newer');
  if (from === to) return ok({ from, to });
  database.transaction(() => {
    for (const step of steps) if (step.version > from) database.exec(step.sql);
    database.pragma(`user_version = ${to}`);
  })();
  return ok({ from, to });
}

export function userVersion(database: EncryptedDatabase): number {
  return database.pragma('user_version', { simple: true }) as number;
}

function lastVersion(steps: readonly Migration[]): number {
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`migration ${step.version} stands at place ${index + 1}`);
  });
  return steps.length;
}
