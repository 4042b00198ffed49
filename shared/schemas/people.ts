import { z } from 'zod';
import { calendarDateSchema, idSchema, instantSchema, lineSchema } from './common.ts';
import { roleSchema, userSchema } from './user.ts';

/** Somebody at this desk, as an administrator sees them. */
export const personSchema = userSchema.extend({
  role: roleSchema,
  state: z.enum(['active', 'removed']),
  /** A passphrase of theirs opens the desk. */
  canUnlock: z.boolean(),
  /** When their passphrase was last set after the first run, and by whom; null: never. */
  passphraseSetAt: instantSchema.nullable(),
  passphraseSetBy: z.string().nullable(),
  lastUnlockedAt: instantSchema.nullable(),
  /** Visits of theirs that are not signed, named before they are removed. */
  drafts: z.array(z.object({ visitId: idSchema, patientName: z.string(), visitOn: calendarDateSchema })),
  /** Other forms of theirs with text that is not stored. */
  formDrafts: z.int(),
});
export type Person = z.infer<typeof personSchema>;

/** Everyone at the desk, and whether the records still have to be encrypted again since somebody was removed. */
export const peopleSchema = z.object({
  people: z.array(personSchema),
  /** Since when; null: nothing is owed. */
  rekeyOwedSince: instantSchema.nullable(),
  /** When the records were last encrypted under a new key; null: never. */
  rekeyedAt: instantSchema.nullable(),
});
export type People = z.infer<typeof peopleSchema>;

/** A name for the lock screen, the log and signatures. */
export const displayNameSchema = lineSchema;
