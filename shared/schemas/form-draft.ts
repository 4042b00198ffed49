import { z } from 'zod';
import { idSchema, instantSchema, LINE_MAX } from './common.ts';

/** Forms whose text is kept while it is typed. A visit has a draft of its own (visit.ts). */
export const FORMS = [
  'patient-new',
  'patient-edit',
  'addendum',
  'flag-outcome',
  'void',
  'giving',
  'clinic',
  'clinic-services',
  'clinic-measures',
  'clinic-modules',
  'clinic-doses',
  'clinic-notes',
] as const;
export const formSchema = z.enum(FORMS);
export type FormName = z.infer<typeof formSchema>;

/** Longest content of a form as JSON, in UTF-16 code units. */
const CONTENT_MAX = 200_000;

/** What was typed in a form and is not stored yet. */
export const formDraftSchema = z.object({
  /** Made by the window with the form; where the form makes a record, the id that record gets. */
  formDraftId: idSchema,
  form: formSchema,
  /** The patient, visit or kept sheet it is about; null for none yet. */
  subjectId: idSchema.nullable(),
  /** What it is called in the list of drafts, for instance the name typed so far; may be empty. */
  label: z.string().max(LINE_MAX),
  /** Number of the last save; only rises. */
  sequence: z.int().min(1),
  /** JSON of the form's own shape. Only the form reads it; one it cannot read counts as empty. */
  content: z.string().max(CONTENT_MAX),
  /** Field that had the focus. */
  focusField: z.string().max(LINE_MAX),
});
export type FormDraft = z.infer<typeof formDraftSchema>;

/** A kept form with when it was last saved. */
export const storedFormDraftSchema = formDraftSchema.extend({ savedAt: instantSchema });
export type StoredFormDraft = z.infer<typeof storedFormDraftSchema>;
