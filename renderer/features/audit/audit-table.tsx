import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { AUDIT_SORTS, sortAuditRows, type AuditRow, type AuditSort } from '../../../shared/schemas/audit.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { text } from '../../text.ts';
import classes from './audit.module.css';
import { useLineOf } from './use-line-of.ts';

const ROW_PX = 30;
const words = text.audit;
const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof features, AuditRow>();

type AuditTableProps = {
  rows: readonly AuditRow[];
  sort: AuditSort;
  onSort: (sort: AuditSort) => void;
  /** Stays the same from one drawing to the next. */
  onRemove: (row: AuditRow) => void;
  /** The entry of the change log a dialog asks about; when it closes, the focus comes back to that line. */
  askedSeq: number | null;
};

/** The lines of a report, in the order that is saved too; drawn row by row as it is scrolled. */
export function AuditTable({ rows, sort, onSort, onRemove, askedSeq }: AuditTableProps): ReactNode {
  const { format, timeZone } = useDateSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const data = useMemo(() => sortAuditRows(rows, sort), [rows, sort]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('at', {
          header: words.columns.at,
          cell: (cell) => (
            <span className={classes['when']}>
              {formatDate(dateOfInstant(cell.getValue(), timeZone), format)}, {formatTime(cell.getValue(), timeZone)}
            </span>
          ),
        }),
        helper.accessor('userName', { header: words.columns.userName }),
        helper.accessor((row) => words.whatIn(row), { id: 'what', header: words.columns.what }),
        helper.accessor('patientName', { header: words.columns.patientName, cell: (cell) => <span dir="auto">{cell.getValue()}</span> }),
        helper.accessor('detail', {
          header: words.columns.detail,
          cell: (cell) => <Detail row={cell.row.original} onRemove={onRemove} />,
        }),
        helper.accessor((row) => words.entry(row), { id: 'entry', header: words.columns.entry }),
      ]),
    [format, timeZone, onRemove],
  );
  const table = useTable({
    features,
    columns,
    data,
    manualSorting: true,
    state: { sorting: [{ id: sort.by, desc: sort.descending }] },
    getRowId: (row) => `${row.log}${row.seq}`,
  });
  const tableRows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => tableRows[index]?.id ?? index,
  });
  useEffect(() => {
    const lines = scroller.current;
    if (askedSeq === null || lines === null) return undefined;
    // To the button, or to the sentence in its place.
    return () => lines.querySelector<HTMLElement>(`[data-removal="${askedSeq}"]`)?.focus();
  }, [askedSeq]);
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div ref={scroller} className={classes['scroller']} tabIndex={0} role="region" aria-label={words.lines}>
      <table className={classes['table']} aria-rowcount={tableRows.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => {
                const by = AUDIT_SORTS.find((column) => column === header.column.id);
                const isSorted = by === sort.by;
                return (
                  <th key={header.id} scope="col" aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
                    {by === undefined ? (
                      <div className={classes['plain']}>
                        <table.FlexRender header={header} />
                      </div>
                    ) : (
                      <button
                        type="button"
                        className={classes['sort']}
                        onClick={() => onSort({ by, descending: isSorted ? !sort.descending : by === 'at' })}
                      >
                        <table.FlexRender header={header} />
                        {isSorted && <span aria-hidden="true">{sort.descending ? '▾' : '▴'}</span>}
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {items.map((item) => {
            const row = tableRows[item.index];
            if (row === undefined) return null;
            return (
              <tr key={row.id} aria-rowindex={item.index + 2} data-index={item.index} ref={virtualizer.measureElement}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}

/** What a line is about, and the earlier text it keeps: the way to remove it, or when it was removed and why. */
function Detail({ row, onRemove }: { row: AuditRow; onRemove: (row: AuditRow) => void }): ReactNode {
  const lineOf = useLineOf();
  const { format, timeZone } = useDateSettings();
  return (
    <>
      {row.detail}
      {row.hasEarlierText && (
        <button
          type="button"
          className={classes['remove']}
          aria-label={words.removing.buttonOf(lineOf(row))}
          data-removal={row.seq}
          onClick={() => onRemove(row)}
        >
          {words.removing.button}
        </button>
      )}
      {row.removal !== null && (
        <span tabIndex={-1} className={classes['removed']} data-removal={row.seq} dir="auto">
          {words.removed(formatDate(dateOfInstant(row.removal.at, timeZone), format), row.removal.by, row.removal.reason)}
        </span>
      )}
    </>
  );
}
