import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { settleDatabase } from '../db/open.ts';
import { readAccess } from '../db/repositories/user.ts';
import { createReader } from '../db/store.ts';
import { syncFolder } from '../vault/atomic-file.ts';
import { DATABASE } from '../vault/desk-files.ts';
import { writeHeader } from '../vault/header.ts';
import { restoredFolder } from '../vault/restored-folder.ts';
import type { BackupContents, BackupLabel } from './backup-file.ts';
import { unpackAndCheck } from './drill.ts';

/**
 * Puts the desk of a backup in place. It is unpacked and checked beside the desk folder first; only then the old folder is renamed, and
 * kept, and the new one takes its place. After a crash at any point either the old desk opens or the new one does. Gives the name the
 * old folder has now, or null when there was none. `stamp` goes into that name. Errors: `forbidden` (an assistant of that desk), `user-removed` (from it), those of `unpackAndCheck`.
 */
export async function restore(
  path: string,
  label: BackupLabel,
  key: Buffer,
  deskFolder: string,
  stamp: string,
  userId: string,
): Promise<Result<{ counts: BackupContents['counts']; keptAs: string | null }>> {
  const unpacking = `${deskFolder}.unpacking`;
  try {
    const checked = await unpackAndCheck(path, label, key, unpacking);
    if (!checked.ok) return checked;
    const access = settleDatabase(join(unpacking, DATABASE), key, (database) =>
      readAccess(
        createReader((sql) => database.prepare(sql)),
        userId,
      ),
    );
    if (!access.ok) return access;
    if (access.value?.state === 'removed') return fail('user-removed');
    if (access.value?.role === 'assistant') return fail('forbidden');
    writeHeader(unpacking, label.header);
    syncFolder(unpacking);
    const ready = restoredFolder(deskFolder);
    rmSync(ready, { recursive: true, force: true });
    renameSync(unpacking, ready);
    const kept = existsSync(deskFolder) ? freeName(`${deskFolder}-kept-${stamp}`) : null;
    if (kept !== null) renameSync(deskFolder, kept);
    renameSync(ready, deskFolder);
    syncFolder(dirname(deskFolder));
    return ok({ counts: checked.value.counts, keptAs: kept === null ? null : basename(kept) });
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
