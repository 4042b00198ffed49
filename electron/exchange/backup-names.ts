const NAME = /^lasegue-([0-9a-f]{12})-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})Z\.lasegue-backup$/;
/** End of the name of a backup that is still being written. */
export const UNFINISHED = '.part';
export const BACKUP_EXTENSION = 'lasegue-backup';

/** Newest backups kept whatever their age. */
const KEPT_ALWAYS = 8;
/** Days, and months, of which the newest backup is kept. */
const KEPT_DAYS = 14;
const KEPT_MONTHS = 12;

export type BackupName = { name: string; madeAt: string };

/** File name of a backup made at `madeAt` (UTC, ISO 8601): which desk and when, nothing else. */
export function backupName(deskId: string, madeAt: string): string {
  const stamp = madeAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `lasegue-${tailOf(deskId)}-${stamp}Z.${BACKUP_EXTENSION}`;
}

/** The backups of this desk among file names, newest first. */
export function backupsAmong(names: readonly string[], deskId: string): BackupName[] {
  return names
    .flatMap((name) => {
      const [, tail, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      return tail === tailOf(deskId) ? [{ name, madeAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z` }] : [];
    })
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** A file of this desk that a backup left unfinished. */
export function isUnfinished(name: string, deskId: string): boolean {
  return name.endsWith(UNFINISHED) && backupsAmong([name.slice(0, -UNFINISHED.length)], deskId).length === 1;
}

/**
 * Which of a desk's backups may go: all but the newest eight, the newest of each of the last 14 days that have one, and the newest of
 * each of the last 12 such months.
 */
export function expired(backups: readonly BackupName[]): BackupName[] {
  const days = new Set<string>();
  const months = new Set<string>();
  return backups.filter(({ madeAt }, index) => {
    const newestOfDay = takeFirst(days, madeAt.slice(0, 10), KEPT_DAYS);
    const newestOfMonth = takeFirst(months, madeAt.slice(0, 7), KEPT_MONTHS);
    return index >= KEPT_ALWAYS && !newestOfDay && !newestOfMonth;
  });
}

function takeFirst(seen: Set<string>, period: string, most: number): boolean {
  if (seen.has(period) || seen.size >= most) return false;
  seen.add(period);
  return true;
}

function tailOf(deskId: string): string {
  return deskId.replaceAll('-', '').slice(-12);
}
