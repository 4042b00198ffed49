import { useDeskMutation, useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';

/** Where backups go, the last one, and the last drill. */
export function useBackupStatus(): ReturnType<typeof useDeskQuery<'backup.status'>> {
  return useDeskQuery('backup.status', {});
}

export function useConfigureBackup(): ReturnType<typeof useDeskMutation<'backup.configure'>> {
  return useDeskMutation('backup.configure', { invalidates: ['backup.status'] });
}

export function useMakeBackup(): ReturnType<typeof useDeskMutation<'backup.make'>> {
  return useDeskMutation('backup.make', { invalidates: ['backup.status'] });
}

/** Writes an instant as date and time of the clinic: "23 Nov 2026, 08:15". */
export function useMoment(): (instant: string) => string {
  const { format, timeZone } = useDateSettings();
  return (instant) => `${formatDate(dateOfInstant(instant, timeZone), format)}, ${formatTime(instant, timeZone)}`;
}
