import { z } from 'zod';
import { calendarDateSchema, idSchema, instantSchema, lineSchema, noteSchema } from './common.ts';
import { urgencySchema } from './assessment.ts';

export const EARLIEST_BIRTH_YEAR = 1900;

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;

/** What a clinician types about a person. Names are kept exactly as typed, in any script. */
export const patientInputSchema = z.object({
  givenNames: lineSchema.refine((name) => name.trim() !== '', { message: 'required' }),
  familyName: lineSchema.refine((name) => name.trim() !== '', { message: 'required' }),
  /** The name in Latin letters, for paper and search, where the name itself is in another script. */
  latinName: lineSchema,
  /** Not in the future, not before 1900. The desk checks "today" against its own clock. */
  birthDate: calendarDateSchema.refine((date) => Number(date.slice(0, 4)) >= EARLIEST_BIRTH_YEAR, { message: 'birth-date-too-early' }),
  /** Sex as recorded by the clinic. Decides no rule. */
  sex: z.enum(SEXES),
  phone: lineSchema,
  email: lineSchema,
  address: noteSchema,
  /** BCP 47 tag, for instance `en` or `pl`. */
  preferredLanguage: z.string().max(35),
  largePrint: z.boolean(),
  /** The clinic's own number for the patient. Empty when there is none. */
  ownNumber: lineSchema,
  note: noteSchema,
});
export type PatientInput = z.infer<typeof patientInputSchema>;

/** A stored patient. `revision` rises with each edit; a stale write is refused with `conflict` (design D12). */
export const patientSchema = patientInputSchema.extend({
  patientId: idSchema,
  revision: z.int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Patient = z.infer<typeof patientSchema>;

export const COURSES = ['better', 'same', 'worse', 'mixed', 'new'] as const;

/** One row of the patient list. */
export const patientRowSchema = z.object({
  patientId: idSchema,
  givenNames: z.string(),
  familyName: z.string(),
  latinName: z.string(),
  birthDate: calendarDateSchema,
  ownNumber: z.string(),
  side: z.enum(['right', 'left', 'both', 'none']).nullable(),
  lastVisitOn: calendarDateSchema.nullable(),
  nextReviewOn: calendarDateSchema.nullable(),
  visitCount: z.int(),
  course: z.enum(COURSES).nullable(),
  /** Leg NPRS (24 h average, worse leg) of the signed visits, oldest first, at most 12. */
  legNprs: z.array(z.int()),
  /** Highest open flag. */
  openFlag: urgencySchema.nullable(),
  hasDraft: z.boolean(),
});
export type PatientRow = z.infer<typeof patientRowSchema>;

export const patientSortSchema = z.enum(['name', 'birthDate', 'ownNumber', 'lastVisit', 'updated']);
export const patientFilterSchema = z.enum(['all', 'review_due', 'open_draft', 'open_flag']);

/** Why an existing patient is shown as a likely duplicate (folded name and birth date, or the same number). */
export const duplicateSchema = z.object({
  patient: patientRowSchema,
  reason: z.enum(['name_and_birth_date', 'own_number']),
});

/** Column of a CSV file mapped to each field; null = the file has no such column. */
export const csvMappingSchema = z.object({
  givenNames: z.string().nullable(),
  familyName: z.string().nullable(),
  /** One column that holds "Family, Given" or "Given Family" when the names are not apart. */
  fullName: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  ownNumber: z.string().nullable(),
  note: z.string().nullable(),
});
export type CsvMapping = z.infer<typeof csvMappingSchema>;
export const csvDateOrderSchema = z.enum(['YMD', 'DMY', 'MDY']);

export const csvRowReportSchema = z.object({
  /** Line in the file, 1-based, header included. */
  line: z.int(),
  status: z.enum(['ready', 'duplicate', 'duplicate_in_file', 'refused']),
  /** Code of the reason, from the closed list of field messages. */
  reasons: z.array(z.object({ field: z.string(), code: z.string() })),
  patient: z.object({ givenNames: z.string(), familyName: z.string(), birthDate: z.string(), ownNumber: z.string() }),
});
