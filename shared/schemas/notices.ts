import { z } from 'zod';
import { instantSchema } from './common.ts';

/** Found at opening: `changes` stored entries are missing, and perhaps the newest text of a draft. */
export const lossNoticeSchema = z.object({ at: instantSchema, changes: z.int().min(0), draftText: z.boolean() });

/** What everyone at the desk must know until somebody says that it was read. */
export const noticesSchema = z.object({ loss: lossNoticeSchema.nullable() });
