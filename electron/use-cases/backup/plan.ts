import type { z } from 'zod';
import {
  backupMadeSchema,
  backupPlanSchema,
  backupProblemSchema,
  backupVerifiedSchema,
  type BackupMade,
  type BackupPlan,
  type BackupProblem,
  type BackupVerified,
} from '../../../shared/schemas/backup.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { Reader } from '../../db/store.ts';
import type { DeskContext } from '../context.ts';

// What the desk remembers of its backups: settings, so that each change of plan, backup and drill is a line in the change log too.
// Their names begin with `backup.`: they alone make no new backup due (db/repositories/backup.ts).

type Remembered = {
  plan: BackupPlan;
  last: BackupMade;
  /** Null once a backup has succeeded. */
  problem: BackupProblem | null;
  verified: BackupVerified;
};

const SCHEMAS: { [E in keyof Remembered]: z.ZodType<Remembered[E]> } = {
  plan: backupPlanSchema,
  last: backupMadeSchema,
  problem: backupProblemSchema.nullable(),
  verified: backupVerifiedSchema,
};

/** One of them, or null when there is none yet. */
export function recall<E extends keyof Remembered>(read: Reader, entry: E): Remembered[E] | null {
  return readSetting(read, `backup.${entry}`, SCHEMAS[entry]);
}

/** Saves several at once, in one transaction. */
export function remember(desk: DeskContext, values: Partial<Remembered>): void {
  desk.write((db) => {
    for (const [entry, value] of Object.entries(values)) saveSetting(db, `backup.${entry}`, value);
  });
}
