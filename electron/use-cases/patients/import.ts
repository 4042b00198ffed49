import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { insertImport, insertPatient, readDuplicateKeys, readImport } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';
import { judgeRows } from './judge-rows.ts';
import { findUnknownColumns } from './preview-import.ts';
import { readCsv } from './read-csv.ts';

/**
 * Stores the lines of a CSV file that `patients.previewImport` calls ready, and the likely duplicates too when asked; all or none, in
 * one transaction. The same `importId` again stores nothing and gives the first answer. Errors: `file-refused`, `invalid-input`,
 * `disk-full`.
 */
export function importPatients(desk: DeskContext, input: Input<'patients.import'>): Result<Output<'patients.import'>> {
  const table = readCsv(input.csv);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const unknown = findUnknownColumns(input.mapping, columns);
  if (unknown) return fail('invalid-input', { fields: unknown });
  return desk.write((db): Result<Output<'patients.import'>> => {
    const before = readImport(db, input.importId);
    if (before) return ok(before);
    const judged = judgeRows(rows, {
      mapping: input.mapping,
      dateOrder: input.dateOrder,
      today: desk.clock.today(),
      stored: readDuplicateKeys(db),
    });
    let imported = 0;
    for (const { report, input: patient } of judged) {
      if (patient === null || (report.status !== 'ready' && !input.withDuplicates)) continue;
      insertPatient(db, desk.newId(), patient, input.importId);
      imported += 1;
    }
    const result = { imported, leftOut: judged.length - imported };
    insertImport(db, input.importId, result);
    return ok(result);
  });
}
