import { z } from 'zod';
import { idSchema } from './common.ts';

/**
 * Who may do what at a desk (contract/roles.ts). A rule of the program, not of the cipher: every user of a desk can open the same key.
 * An assistant takes intakes, keeps patients and prints; signs nothing and changes no settings.
 */
export const ROLES = ['admin', 'clinician', 'assistant'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Somebody who may unlock the desk, as the lock screen names them. */
export const userSchema = z.object({ userId: idSchema, displayName: z.string() });
