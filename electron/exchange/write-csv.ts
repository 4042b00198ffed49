import Papa from 'papaparse';

/** How a cell begins that a spreadsheet would run, be it of several lines; full-width signs count as the plain ones there. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A list as a file: with a mark at its start, so that a spreadsheet reads it as UTF-8; a cell that begins like a formula is kept as text. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: FORMULA_START },
  )}\r\n`;
}
