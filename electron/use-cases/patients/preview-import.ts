import type { Input, Output } from '../../../shared/contract/contract.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { CsvMapping } from '../../../shared/schemas/patient.ts';
import type { DateOrder } from '../../../shared/typed-dates.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { readDuplicateKeys } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';
import { detectDateOrder, guessMapping } from './guess-mapping.ts';
import { judgeRows, type JudgedRow } from './judge-rows.ts';
import { readCsv } from './read-csv.ts';

/** Lines shown; the counts are of the whole file. */
const ROWS_SHOWN = 200;

/**
 * What would happen to each line of a CSV file; writes nothing. A `mapping` or `dateOrder` of null is guessed from the headings and
 * the dates, then from the clinic's own date format. Errors: `file-refused`, `invalid-input` (a column the file does not have).
 */
export function previewImport(desk: DeskContext, input: Input<'patients.previewImport'>): Result<Output<'patients.previewImport'>> {
  const table = readCsv(input.csv);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const mapping = input.mapping ?? guessMapping(columns);
  const unknown = findUnknownColumns(mapping, columns);
  if (unknown) return fail('invalid-input', { fields: unknown });
  const { birthDate } = mapping;
  const dates = birthDate === null ? [] : rows.map((row) => row.cells.get(birthDate) ?? '');
  const dateOrder = input.dateOrder ?? detectDateOrder(dates, usualOrder(desk));
  const judged = judgeRows(rows, { mapping, dateOrder, today: desk.clock.today(), stored: readDuplicateKeys(desk.read) });
  return ok({
    columns,
    mapping,
    dateOrder,
    counts: {
      ready: countOf(judged, 'ready'),
      duplicate: countOf(judged, 'duplicate'),
      duplicateInFile: countOf(judged, 'duplicate_in_file'),
      refused: countOf(judged, 'refused'),
    },
    rows: judged.slice(0, ROWS_SHOWN).map(({ report }) => report),
  });
}

/** Columns of the mapping that are not in the file, by field; null when all are there. */
export function findUnknownColumns(mapping: CsvMapping, columns: readonly string[]): FieldErrors | null {
  const unknown = Object.entries(mapping).filter(([, column]) => column !== null && !columns.includes(column));
  return unknown.length === 0 ? null : Object.fromEntries(unknown.map(([field]) => [`mapping.${field}`, 'not-one-of' as const]));
}

function usualOrder(desk: DeskContext): DateOrder {
  return readClinic(desk.read).dateFormat === 'MM/DD/YYYY' ? 'MDY' : 'DMY';
}

function countOf(judged: readonly JudgedRow[], status: JudgedRow['report']['status']): number {
  return judged.filter(({ report }) => report.status === status).length;
}
