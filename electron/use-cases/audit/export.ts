import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { sortAuditRows, type AuditRow } from '../../../shared/schemas/audit.ts';
import { printDate } from '../../../shared/handouts/handout-text.ts';
import { HANDOUT_LANGUAGES } from '../../../shared/text/handout-languages.ts';
import { auditText } from '../../../shared/text/en/screens-audit.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { getPatient } from '../../db/repositories/patient.ts';
import { writeCsv } from '../../exchange/write-csv.ts';
import type { DeskContext, Handler } from '../context.ts';
import type { ReportTable } from '../../pdf/draw-report.ts';
import { makeReport } from './report.ts';

/** Draws a table; the desk's PDF worker, or a stand-in of a test. */
export type ReportRenderer = { renderReport(report: ReportTable): Promise<Uint8Array> };

/**
 * The report as bytes, in the order given: a PDF, or a CSV in which no cell begins like a formula (a spreadsheet would run it). The
 * making is a line of the access log. Errors: those of the report.
 */
export function createExportReport(renderer: ReportRenderer): Handler<'audit.export'> {
  return async (desk, { filter, sort, format }): Promise<Result<Output<'audit.export'>>> => {
    const report = makeReport(desk, filter);
    if (!report.ok) return report;
    const rows = sortAuditRows(report.value.rows, sort);
    const cells = rows.map((row) => cellsOf(row, desk));
    if (format === 'csv') return ok({ bytes: new Uint8Array(Buffer.from(csvOf(cells), 'utf8')) });
    const { columns } = auditText;
    const clinic = readClinic(desk.read);
    const day = (date: string): string => printDate(date, clinic.dateFormat, HANDOUT_LANGUAGES[0]);
    const patient = filter.patientId === null ? null : getPatient(desk.read, filter.patientId);
    const bytes = await renderer.renderReport({
      title: auditText.title,
      lines: [
        [clinic.name, auditText.period(day(filter.from), day(filter.to)), auditText.shows[filter.show]]
          .filter((part) => part !== '')
          .join(' · '),
        ...(patient === null ? [] : [`${auditText.whom}: ${patient.givenNames} ${patient.familyName}`]),
        `${auditText.madeBy(desk.user.displayName, momentOf(desk.clock.nowInstant(), desk))} · ${auditText.counts(rows.length, report.value.total)}`,
        `${auditText.entryNote} ${auditText.missingGlyphs}`,
      ],
      columns: [
        { title: columns.at, share: 0.16 },
        { title: columns.userName, share: 0.17 },
        { title: columns.what, share: 0.21 },
        { title: columns.patientName, share: 0.18 },
        { title: columns.detail, share: 0.21 },
        { title: columns.entry, share: 0.07 },
      ],
      rows: cells,
      paper: clinic.paper,
      madeOn: desk.clock.today(),
      author: clinic.name,
    });
    return ok({ bytes: new Uint8Array(bytes) });
  };
}

function cellsOf(row: AuditRow, desk: DeskContext): string[] {
  return [momentOf(row.at, desk), row.userName, auditText.whatIn(row), row.patientName, detailOf(row, desk), auditText.entry(row)];
}

function detailOf({ detail, removal }: AuditRow, desk: DeskContext): string {
  if (removal === null) return detail;
  const removed = auditText.removed(momentOf(removal.at, desk), removal.by, removal.reason);
  return detail === '' ? removed : `${detail}. ${removed}`;
}

/** Date and time in the desk's zone, as they sort: 2026-11-22 14:05:09. */
function momentOf(at: string, { clock }: DeskContext): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: clock.timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
}

function csvOf(rows: readonly string[][]): string {
  const { columns } = auditText;
  const head = [columns.at, columns.userName, columns.what, columns.patientName, columns.detail, columns.entry];
  return writeCsv([head, ...rows]);
}
