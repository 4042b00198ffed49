import { z } from 'zod';
import { errorCodeSchema } from '../contract/errors.ts';
import { instantSchema } from './common.ts';

/** Hours between two backups while the desk stays open; one is also made whenever it is locked or closed. */
export const BACKUP_HOURS = [1, 2, 4, 8, 24] as const;

/** Longest path taken, in UTF-16 code units. */
const PATH_MAX = 4096;
export const pathSchema = z.string().min(1).max(PATH_MAX);

/** Where backups go and how often. */
export const backupPlanSchema = z.object({
  folder: pathSchema,
  everyHours: z.union(BACKUP_HOURS.map((hours) => z.literal(hours))),
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

/** A backup that was made. `seq` and `hash` are the newest entry of the change log in it: an anchor to be noted elsewhere. */
export const backupMadeSchema = z.object({
  at: instantSchema,
  fileName: z.string(),
  bytes: z.int(),
  seq: z.int(),
  hash: z.string(),
});
export type BackupMade = z.infer<typeof backupMadeSchema>;

/** The last backup that could not be made since one was. */
export const backupProblemSchema = z.object({ at: instantSchema, code: errorCodeSchema });
export type BackupProblem = z.infer<typeof backupProblemSchema>;

/** A restore drill that succeeded: the backup made at `madeAt` was opened at `at` and held these. */
export const backupVerifiedSchema = z.object({
  at: instantSchema,
  madeAt: instantSchema,
  patients: z.int(),
  visits: z.int(),
  entries: z.int(),
});
export type BackupVerified = z.infer<typeof backupVerifiedSchema>;

export const backupStatusSchema = z.object({
  plan: backupPlanSchema.nullable(),
  /** The folder is there and can be written now. */
  folderProblem: errorCodeSchema.nullable(),
  /** Backups of this desk in the folder. */
  kept: z.int(),
  last: backupMadeSchema.nullable(),
  problem: backupProblemSchema.nullable(),
  verified: backupVerifiedSchema.nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;
