import { z } from 'zod';
import { calendarDateSchema, idSchema, instantSchema } from './common.ts';
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
});
export type HandoutSummary = z.infer<typeof handoutSummarySchema>;

/** A language of the sheets. Its words are used once the clinic's lead has read them. */
export const sheetLanguageSchema = z.object({ language: z.string().max(35), isReviewed: z.boolean() });
export type SheetLanguage = z.infer<typeof sheetLanguageSchema>;
