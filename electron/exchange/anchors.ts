import { join } from 'node:path';
import { query } from '../db/query.ts';
import type { Reader } from '../db/store.ts';
import { readSeal } from './backup-file.ts';
import { listBackups } from './backup-folder.ts';

/** `misfit`: the first backup, oldest first, whose newest entry is not in the log as it was then. `unread`: sealed under an earlier key, or damaged. */
export type AnchorReport = { checked: number; unread: number; misfit: { fileName: string; seq: number } | null };

/**
 * Compares the log with what the backups in `folder` say it was: each holds, sealed, the number and hash of the newest entry when it was
 * made. A log that was shortened or written anew since does not hold them, which the chain alone cannot show.
 */
export async function checkAnchors(read: Reader, folder: string, deskId: string, sealKey: Buffer): Promise<AnchorReport> {
  const report: AnchorReport = { checked: 0, unread: 0, misfit: null };
  for (const { name } of listBackups(folder, deskId).toReversed()) {
    const sealed = await readSeal(join(folder, name), sealKey).catch(() => null);
    if (sealed === null) {
      report.unread += 1;
      continue;
    }
    report.checked += 1;
    const entry = read.first(query.selectFrom('change_log').select('hash').where('seq', '=', sealed.seq));
    if (sealed.seq > 0 && entry?.hash !== sealed.hash) report.misfit ??= { fileName: name, seq: sealed.seq };
  }
  return report;
}
