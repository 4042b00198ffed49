import Papa from 'papaparse';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';

/** One line of the file that is not empty. `line` counts from 1, the header included; a quoted cell may span several. */
export type CsvRow = { line: number; cells: Map<string, string>; hasCellsBeyondHeader: boolean };
export type CsvTable = { columns: string[]; rows: CsvRow[] };

/**
 * Reads a CSV text with its header; comma, semicolon or tab is found by itself. Error: `file-refused` for an empty file, one with no
 * line below the header, one that is not text, and one with a quote that never ends (the rest of the file would become one cell).
 */
export function readCsv(text: string): Result<CsvTable> {
  const content = text.replace(/^\ufeff/, '');
  if (content.includes('\0')) return fail('file-refused');
  let columns: string[] | null = null;
  const rows: CsvRow[] = [];
  let line = 1;
  let from = 0;
  let broken = false;
  Papa.parse<string[]>(content, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data, errors, meta }) => {
      broken ||= errors.some((error) => error.type === 'Quotes');
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) {
        if (columns === null) columns = nameColumns(cells);
        else rows.push(toRow(line, columns, cells));
      }
      line += countLines(content, from, meta.cursor);
      from = meta.cursor;
    },
  });
  if (broken || columns === null || rows.length === 0) return fail('file-refused');
  return ok({ columns, rows });
}

function toRow(line: number, columns: readonly string[], cells: readonly string[]): CsvRow {
  return {
    line,
    cells: new Map(columns.map((column, index) => [column, cells[index] ?? ''])),
    hasCellsBeyondHeader: cells.slice(columns.length).some((cell) => cell !== ''),
  };
}

/** Names a column by its heading; one without or with a heading that is taken gets its number. */
function nameColumns(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const name = heading === '' || taken.has(heading) ? `${heading} (${index + 1})`.trim() : heading;
    taken.add(name);
    return name;
  });
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}
