import { z } from 'zod';

/** Minutes without a key or a movement after which the desk locks; the clinic chooses. */
export const LOCK_AFTER_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
export const LOCK_AFTER_AT_FIRST = 5;
export const lockAfterSchema = z.union(LOCK_AFTER_MINUTES.map((minutes) => z.literal(minutes)));
export type LockAfterMinutes = z.infer<typeof lockAfterSchema>;
