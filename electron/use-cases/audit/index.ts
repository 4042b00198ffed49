import type { Handlers } from '../context.ts';
import { createExportReport, type ReportRenderer } from './export.ts';
import { eraseBody } from './erase.ts';
import { makeReport } from './report.ts';

/** Reports of the two logs, and the erasure of a logged text. `renderer` draws the paper. */
export function createAuditHandlers(renderer: ReportRenderer): Handlers<'audit.report' | 'audit.export' | 'audit.erase'> {
  return { 'audit.report': makeReport, 'audit.export': createExportReport(renderer), 'audit.erase': eraseBody };
}
