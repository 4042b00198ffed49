import { z } from 'zod';
import { lineSchema, noteSchema } from './common.ts';

/** Lines a clinic may print of its own (spec 1.4). */
export const CLINIC_NOTES_LINES_MAX = 5;
/** Longest notes, in characters: five lines of the printed page. */
export const CLINIC_NOTES_MAX = 400;

/** The clinic's own block at the end of home-care sheets (M20, spec 1.4): plain text, off while it is empty. */
export const clinicNotesSchema = z.object({
  text: noteSchema.max(CLINIC_NOTES_MAX),
  /** The clinic sells something that is named; the sheet then says so. */
  sellsNamed: z.boolean(),
  /** Prints the fixed sentence about creams, CBD, herbs and supplements. */
  asksPharmacist: z.boolean(),
  /** Brands that are never printed, parted by commas. */
  brands: lineSchema,
});
export type ClinicNotes = z.infer<typeof clinicNotesSchema>;

export const NO_CLINIC_NOTES: ClinicNotes = { text: '', sellsNamed: false, asksPharmacist: false, brands: '' };
