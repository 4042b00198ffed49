import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { foldText } from '../../../shared/text-folding.ts';
import { checkBackupFolder } from '../../exchange/backup-folder.ts';
import type { DeskHost, HostHandlers } from '../context.ts';
import { backupErrorCode } from '../backup/make.ts';
import { readPatient, readPatients } from './read-salvaged.ts';
import { openSalvage } from './salvage.ts';
import { writeSalvage } from './write-files.ts';

const ROWS_AT_ONCE = 50;

/**
 * Reads what is left of a damaged desk, with a passphrase of it. Nothing is changed in the desk folder. Errors: those of `vault.unlock`,
 * `salvage-nothing`, `salvage-needless`, `forbidden` (an assistant, or somebody removed), `disk-full`, `desk-exists` (the desk is open and needs no salvage).
 */
async function open(host: DeskHost, { userId, passphrase }: Input<'salvage.open'>): Promise<Result<Output<'salvage.open'>>> {
  if (host.current()) return fail('desk-exists');
  const header = host.vault.header();
  if (!header.ok) return header;
  const unlocked = await host.vault.unlockCopy(header.value, userId, passphrase);
  if (!unlocked.ok) return unlocked;
  const { key } = unlocked.value;
  try {
    host.salvage.end();
    const opened = openSalvage(host.folder, key, header.value.databaseSalt);
    if (!opened.ok) return opened;
    // Who may not do what a clinician does at the open desk may not at the damaged one; a row that cannot be read stops nobody.
    if (opened.value.users.some((user) => user['user_id'] === userId && (user['role'] === 'assistant' || user['state'] === 'removed'))) {
      opened.value.close();
      return fail('forbidden');
    }
    host.salvage.begin(opened.value);
    const { pages, damagedPages, patients, visits, handouts, lost, isLogDamaged } = opened.value;
    const counts = { patients: patients.length, visits: visits.length, sheets: handouts.length };
    return ok({
      pages,
      damagedPages,
      ...counts,
      lost: { patients: lost.patients, visits: lost.visits, addenda: lost.addenda, sheets: lost.handouts, drafts: lost.drafts },
      mayBeMore: isLogDamaged,
    });
  } finally {
    key.fill(0);
  }
}

function listPatients(host: DeskHost, { query, offset }: Input<'salvage.patients'>): Result<Output<'salvage.patients'>> {
  const salvaged = host.salvage.current();
  if (salvaged === null) return fail('locked');
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '');
  const found = readPatients(salvaged).filter(({ name, ownNumber }) => {
    const searched = foldText(`${name} ${ownNumber}`);
    return words.every((word) => searched.includes(word));
  });
  return ok({ rows: found.slice(offset, offset + ROWS_AT_ONCE), total: found.length });
}

function getPatient(host: DeskHost, { patientId }: Input<'salvage.patient'>): Result<Output<'salvage.patient'>> {
  const salvaged = host.salvage.current();
  if (salvaged === null) return fail('locked');
  const patient = readPatient(salvaged, patientId);
  return patient === null ? fail('not-found') : ok(patient);
}

/** Writes what was read into a new folder, in the clear, because a person asked for it. Errors: those of `checkBackupFolder`, `disk-full`. */
function exportAll(host: DeskHost, { folder }: Input<'salvage.export'>): Promise<Result<Output<'salvage.export'>>> {
  return host.alone(async () => {
    const salvaged = host.salvage.current();
    if (salvaged === null) return fail('locked');
    const checked = checkBackupFolder(folder, host.folder);
    if (!checked.ok) return checked;
    try {
      return ok(await writeSalvage(salvaged, folder, host.clock.nowInstant()));
    } catch (error) {
      const code = backupErrorCode(error);
      if (code === null) throw error;
      return fail(code);
    }
  });
}

export const salvageHostHandlers = {
  'salvage.open': open,
  'salvage.patients': listPatients,
  'salvage.patient': getPatient,
  'salvage.export': exportAll,
} satisfies HostHandlers<'salvage.open' | 'salvage.patients' | 'salvage.patient' | 'salvage.export'>;
