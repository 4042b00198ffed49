import type { AuditRow } from '../../../shared/schemas/audit.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { text } from '../../text.ts';

const words = text.audit;

/** Names a line of the report in one sentence: its entry, what it tells, about whom, when and by whom. */
export function useLineOf(): (row: AuditRow) => string {
  const { format, timeZone } = useDateSettings();
  return (row) =>
    [
      words.ofEntry(row),
      words.whatIn(row),
      row.patientName,
      row.detail,
      `${formatDate(dateOfInstant(row.at, timeZone), format)}, ${formatTime(row.at, timeZone)}`,
      row.userName,
    ]
      .filter((part) => part !== '')
      .join('; ');
}
