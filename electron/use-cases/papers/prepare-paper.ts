import { createHash } from 'node:crypto';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { buildLetter, buildSummary } from '../../../shared/handouts/clinician/build-paper.ts';
import type { PaperDocument } from '../../../shared/handouts/document-model.ts';
import type { Paper } from '../../../shared/schemas/clinic.ts';
import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import type { PaperPreview, VisitPaper } from '../../../shared/schemas/paper.ts';
import { readClinic, readLogoPng } from '../../db/repositories/clinic.ts';
import { listHandouts } from '../../db/repositories/handout.ts';
import { loadSource, type SheetRenderer } from '../handouts/prepare-sheet.ts';
import { loadSignedVisit } from '../visits/load-visit.ts';
import type { DeskContext } from '../context.ts';

/** A letter or a summary ready to be shown or kept. */
export type PreparedPaper = PaperPreview & { document: PaperDocument; patientId: Id; madeOn: CalendarDate };

/**
 * Record to document to bytes. No flag, no open question and no missing letter of a font ever stops a letter or a summary. Errors:
 * `not-found`, `forbidden` (another user's draft).
 */
export async function preparePaper(
  desk: DeskContext,
  renderer: SheetRenderer,
  visitId: Id,
  kind: VisitPaper,
  paper: Paper,
): Promise<Result<PreparedPaper>> {
  const source = loadSource(desk, visitId);
  if (!source.ok) return source;
  const { patient, record, assessment, clinicianName } = source.value;
  const signed = loadSignedVisit(desk.read, visitId);
  const madeOn = desk.clock.today();
  const document = (kind === 'letter' ? buildLetter : buildSummary)({
    patient,
    record,
    assessment,
    clinic: readClinic(desk.read),
    clinicianName,
    signedOn: signed.ok ? dateOf(signed.value.signedAt, record.timeZone) : null,
    addenda: signed.ok
      ? signed.value.addenda.map(({ text, reason, createdBy, createdAt }) => ({
          text,
          reason,
          createdBy,
          createdOn: dateOf(createdAt, record.timeZone),
        }))
      : [],
    given: listHandouts(desk.read, patient.patientId)
      .filter((kept) => kept.visitId === visitId)
      .toReversed(),
    paper,
    madeOn,
  });
  const drawn = await drawPaper(desk, renderer, document, `${patient.givenNames} ${patient.familyName}`);
  return ok({ ...drawn, document, patientId: patient.patientId, madeOn });
}

/** Draws a paper for clinicians. `knownName` stands on the print button where the paper has a line to write on. */
export async function drawPaper(
  desk: DeskContext,
  renderer: SheetRenderer,
  document: PaperDocument,
  knownName: string,
): Promise<PaperPreview & { pdf: Uint8Array<ArrayBuffer> }> {
  const logo = document.header.logo === null ? null : readLogoPng(desk.read);
  const drawn = await renderer.render(document, { paper: document.paper, largePrint: false, logo });
  const sha256 = createHash('sha256').update(drawn.pdf).digest('hex');
  const patientName = drawn.printedName === '' ? knownName : drawn.printedName;
  return { pdf: new Uint8Array(drawn.pdf), sha256, pageCount: drawn.pageCount, problems: drawn.problems, patientName };
}

/** The calendar date of an instant in the zone of the visit. */
function dateOf(instant: Instant, timeZone: string): CalendarDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, calendar: 'gregory', dateStyle: 'short' }).format(new Date(instant));
}
