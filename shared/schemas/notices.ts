import { z } from 'zod';
import { instantSchema } from './common.ts';

/** Found at opening: `changes` stored entries are missing, and perhaps the newest text of a draft. */
export const lossNoticeSchema = z.object({ at: instantSchema, changes: z.int().min(0), draftText: z.boolean() });

/** The recovery key was used, by whom. */
export const recoveryNoticeSchema = z.object({ at: instantSchema, userName: z.string() });

/** The computer's clock is behind what the desk holds: the newest entry, and what the clock says. */
export const clockNoticeSchema = z.object({ newestAt: instantSchema, nowAt: instantSchema });

/** What everyone at the desk must know until somebody says that it was read. */
export const noticesSchema = z.object({
  loss: lossNoticeSchema.nullable(),
  recoveryUsed: recoveryNoticeSchema.nullable(),
  /** Not waved away by reading it: it goes when the clock is right again. */
  clockBehind: clockNoticeSchema.nullable(),
  /** For administrators: since when the records wait to be encrypted again after a removal. Goes when they are. */
  rekeyOwedSince: instantSchema.nullable(),
  /** When the recovery key that opens this desk was made; null: there is none. */
  recoveryKeyMadeAt: instantSchema.nullable(),
});
