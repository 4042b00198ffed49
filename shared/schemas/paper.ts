import { z } from 'zod';
import { paperSchema } from './clinic.ts';
import { calendarDateSchema, idSchema, instantSchema } from './common.ts';
import { handoutProblemSchema } from './handout.ts';

/** Papers for clinicians that are made from a visit: the letter to whom a patient is sent, and the summary for the record. */
export const VISIT_PAPERS = ['letter', 'summary'] as const;
export const visitPaperSchema = z.enum(VISIT_PAPERS);
export type VisitPaper = z.infer<typeof visitPaperSchema>;

/** All papers for clinicians. Of no patient: `blank`, the examination sheet to fill by hand, and `recovery`, the recovery key of the desk. */
export type ClinicianPaper = VisitPaper | 'blank' | 'recovery';

/** A rendered paper: the very bytes that are previewed, saved, printed and kept. Never empty: these papers are never refused. */
export const paperPreviewSchema = z.object({
  pdf: z.instanceof(Uint8Array),
  sha256: z.string(),
  pageCount: z.int(),
  problems: z.array(handoutProblemSchema),
  /** Name printed on it, for the print button; empty on a paper of no patient. */
  patientName: z.string(),
});
export type PaperPreview = z.infer<typeof paperPreviewSchema>;

/** A kept paper without its bytes. */
export const paperSummarySchema = z.object({
  paperId: idSchema,
  visitId: idSchema,
  kind: visitPaperSchema,
  paper: paperSchema,
  madeOn: calendarDateSchema,
  keptAt: instantSchema,
  keptBy: z.string(),
  /** How it left the desk first. */
  givenBy: z.enum(['print', 'save']),
  sha256: z.string(),
});
export type PaperSummary = z.infer<typeof paperSummarySchema>;
