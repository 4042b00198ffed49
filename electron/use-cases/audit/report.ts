import type { Input, Output } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { AUDIT_ROWS_MAX, type AuditFilter, type AuditRow, sortAuditRows } from '../../../shared/schemas/audit.ts';
import type { CalendarDate, Instant } from '../../../shared/schemas/common.ts';
import { auditText } from '../../../shared/text/en/screens-audit.ts';
import { countAudit, listAccesses, listChanges, type AuditLine } from '../../db/repositories/audit.ts';
import { readUserName } from '../../db/repositories/user.ts';
import type { DeskContext } from '../context.ts';

type Report = Output<'audit.report'>;

/**
 * Lines of the change log and of the access log in a period of local calendar dates, newest first; the report is itself a line of the
 * access log. Error: `invalid-input` (`to` before `from`).
 */
export function makeReport(desk: DeskContext, filter: Input<'audit.report'>): Result<Report> {
  const report = readReport(desk, filter);
  if (report.ok) desk.write((db) => db.access(filter.patientId ?? '', 'report'));
  return report;
}

/** As `makeReport`, without the line that says so. */
export function readReport({ read, clock }: DeskContext, { from, to, patientId, show }: AuditFilter): Result<Report> {
  if (to < from) return fail('invalid-input', { fields: { to: 'invalid' } });
  const period = { from: startOfDay(from, clock.timeZone), until: startOfDay(addDays(to, 1), clock.timeZone), patientId };
  const counts = countAudit(read, period);
  const lines = [...(show === 'accesses' ? [] : listChanges(read, period)), ...(show === 'changes' ? [] : listAccesses(read, period))];
  const total = (show === 'accesses' ? 0 : counts.changes) + (show === 'changes' ? 0 : counts.accesses);
  const rows = lines.map(({ rowId, visitOn, removedSeq, ...line }): AuditRow => ({
    ...line,
    detail: detailOf({ ...line, rowId, visitOn, removedSeq }, read),
  }));
  return ok({ rows: sortAuditRows(rows, { by: 'at', descending: true }).slice(0, AUDIT_ROWS_MAX), total });
}

function detailOf({ log, what, rowId, visitOn, removedSeq }: AuditLine, read: DeskContext['read']): string {
  if (log === 'access') return '';
  if (removedSeq !== null) return auditText.ofEntry({ log, seq: removedSeq });
  if (what === 'user') return readUserName(read, rowId) ?? '';
  if (what === 'setting') return auditText.settings[rowId.split('.')[0] ?? ''] ?? auditText.otherSetting;
  return visitOn ?? '';
}

/** The instant at which a calendar date begins in a zone, across changes of the clock. */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  /** What the clocks of the zone show at an instant, as if it were UTC. */
  const wall = (ms: number): number => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return Date.parse(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`);
  };
  const wanted = Date.parse(`${date}T00:00:00Z`);
  // The offset of the zone at a first guess, then at the instant that guess leads to.
  const guess = wanted - (wall(wanted) - wanted);
  const midnight = guess - (wall(guess) - wanted);
  // Where the clocks skip midnight, that instant is still the day before; the day begins when they are set.
  return new Date(wall(midnight) < wanted ? guess : midnight).toISOString();
}
