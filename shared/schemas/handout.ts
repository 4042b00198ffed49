import { z } from 'zod';
import { calendarDateSchema, idSchema, instantSchema, lineSchema } from './common.ts';
import { sheetSchema } from './assessment.ts';
import { moduleSchema } from './plan.ts';
import { paperSchema } from './clinic.ts';

/** What the linter says of a sheet before it is shown. A hard problem stops printing; the sheet itself is unchanged. */
export const handoutProblemSchema = z.object({
  hard: z.boolean(),
  code: z.enum([
    'missing-glyph',
    'unfilled-placeholder',
    'gate-fails',
    'reading-grade',
    'sentence-length',
    'banned-word',
    'text-outside-page',
    'language-needs-reason',
    'too-many-steps',
    'main-messages',
    'font-size',
    'pemat',
  ]),
  /** One plain sentence naming the cause, for instance the character a font lacks. */
  message: z.string(),
});
export type HandoutProblem = z.infer<typeof handoutProblemSchema>;

/** Options the clinician sets on a sheet. `safety` is always available on request (spec 5.4). */
export const handoutOptionsSchema = z.object({
  /** `plan` prints the sheet the table of spec 7.0 names; `safety` prints the safety sheet on request. */
  kind: z.enum(['plan', 'safety']),
  paper: paperSchema,
  largePrint: z.boolean(),
});
export type HandoutOptions = z.infer<typeof handoutOptionsSchema>;

/** A rendered sheet: the very bytes that are previewed, saved, printed and kept (design D7). */
export const handoutPreviewSchema = z.object({
  sheet: sheetSchema,
  /** Empty when a hard problem stopped it. */
  pdf: z.instanceof(Uint8Array),
  sha256: z.string(),
  pageCount: z.int(),
  problems: z.array(handoutProblemSchema),
  /** Name printed on the sheet, for the print button. */
  patientName: z.string(),
});
export type HandoutPreview = z.infer<typeof handoutPreviewSchema>;

/** Whether the patient could say the plan back in their own words. Not recorded is none of these. */
export const TEACH_BACKS = ['done', 'partly', 'not_done'] as const;
export const teachBackSchema = z.enum(TEACH_BACKS);
export type TeachBack = z.infer<typeof teachBackSchema>;

/** That a kept sheet was handed to the patient, and how well it was understood. A later one corrects it; all are kept. */
export const givingSchema = z.object({
  givenOn: calendarDateSchema,
  /** Null: not recorded. */
  teachBack: teachBackSchema.nullable(),
  note: lineSchema,
  recordedAt: instantSchema,
  recordedBy: z.string(),
});
export type Giving = z.infer<typeof givingSchema>;

/** A kept sheet without its bytes. */
export const handoutSummarySchema = z.object({
  handoutId: idSchema,
  visitId: idSchema,
  sheet: sheetSchema,
  language: z.string(),
  paper: paperSchema,
  largePrint: z.boolean(),
  modules: z.array(moduleSchema),
  madeOn: calendarDateSchema,
  keptAt: instantSchema,
  keptBy: z.string(),
  /** How it left the desk first. */
  givenBy: z.enum(['print', 'save']),
  sha256: z.string(),
  /** The newest record of giving it; null while none was made. */
  giving: givingSchema.nullable(),
});
export type HandoutSummary = z.infer<typeof handoutSummarySchema>;

/** A language of the sheets. Its words are used once the clinic's lead has read them. */
export const sheetLanguageSchema = z.object({ language: z.string().max(35), isReviewed: z.boolean() });
export type SheetLanguage = z.infer<typeof sheetLanguageSchema>;
