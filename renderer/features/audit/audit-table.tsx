import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { AUDIT_SORTS, sortAuditRows, type AuditRow, type AuditSort } from '../../../shared/schemas/audit.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { text } from '../../text.ts';
import classes from './audit.module.css';

const ROW_PX = 30;
const words = text.audit;
const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof features, AuditRow>();

type AuditTableProps = { rows: readonly AuditRow[]; sort: AuditSort; onSort: (sort: AuditSort) => void };

/** The lines of a report, in the order that is saved too; drawn row by row as it is scrolled. */
export function AuditTable({ rows, sort, onSort }: AuditTableProps): ReactNode {
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
        helper.accessor('detail', { header: words.columns.detail }),
        helper.accessor((row) => words.entry(row), { id: 'entry', header: words.columns.entry }),
      ]),
    [format, timeZone],
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
