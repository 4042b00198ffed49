import { createColumnHelper, rowSortingFeature, tableFeatures, useTable, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import type { PatientRow } from '../../../shared/schemas/patient.ts';
import { cx } from '../../components/cx.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { ageOn, formatDate, formatShortDate } from '../../components/dates.ts';
import { listName } from '../../components/person-name.ts';
import { SideTag } from '../../components/side-tag.tsx';
import { UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import { Highlighted } from './highlighted.tsx';
import classes from './patients.module.css';
import { Sparkline } from './sparkline.tsx';

type Sort = Input<'patients.search'>['sort'];

type PatientsTableProps = {
  rows: PatientRow[];
  total: number;
  query: string;
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort, descending: boolean) => void;
  selectedId: string | null;
  onSelect: (row: PatientRow) => void;
  onOpen: (row: PatientRow) => void;
  onNearEnd: () => void;
};

const ROW_PX = 46;
const NEAR_END_ROWS = 15;

const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof features, PatientRow>();
const words = text.patients;

/** The columns and which order of the desk each header asks for. */
const SORT_OF_COLUMN: Readonly<Record<string, Sort>> = {
  name: 'name',
  birthDate: 'birthDate',
  ownNumber: 'ownNumber',
  lastVisit: 'lastVisit',
};

function LegPain({ row }: { row: PatientRow }): ReactNode {
  const first = row.legNprs[0];
  const last = row.legNprs.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <span className={classes['course']}>
      <Sparkline values={row.legNprs} />
      {row.legNprs.length === 1 ? last : words.fromTo(first, last)}
    </span>
  );
}

/** The patient list: sorted and filtered by the desk, drawn row by row as it is scrolled. */
export function PatientsTable(props: PatientsTableProps): ReactNode {
  const { rows, total, query, sort, descending, onSort, selectedId, onSelect, onOpen, onNearEnd } = props;
  const { format, today } = useDateSettings();
  const scroller = useRef<HTMLDivElement>(null);

  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor((row) => listName(row), {
          id: 'name',
          header: words.columns.name,
          cell: (cell) => <Highlighted text={cell.getValue()} query={query} />,
        }),
        helper.accessor('birthDate', {
          header: words.columns.birthDate,
          cell: (cell) => (
            <>
              {formatDate(cell.getValue(), format)}
              <span className={classes['quiet']}> · {text.app.patient.age(ageOn(cell.getValue(), today))}</span>
            </>
          ),
        }),
        helper.accessor('ownNumber', {
          header: words.columns.ownNumber,
          cell: (cell) => <span className={classes['quiet']}>{cell.getValue()}</span>,
        }),
        helper.accessor('side', {
          header: words.columns.side,
          cell: (cell) => {
            const side = cell.getValue();
            return side === null ? null : <SideTag side={side} />;
          },
        }),
        helper.accessor('lastVisitOn', {
          id: 'lastVisit',
          header: words.columns.lastVisit,
          cell: (cell) => {
            const date = cell.getValue();
            return date === null ? null : formatShortDate(date, today, format);
          },
        }),
        helper.accessor('course', {
          header: words.columns.course,
          cell: (cell) => {
            const course = cell.getValue();
            return course === null ? null : words.courses[course];
          },
        }),
        helper.display({ id: 'legPain', header: words.columns.legPain, cell: (cell) => <LegPain row={cell.row.original} /> }),
        helper.accessor('openFlag', {
          header: words.columns.openFlag,
          cell: (cell) => {
            const urgency = cell.getValue();
            return urgency === null ? <span className={classes['quiet']}>{words.noFlag}</span> : <UrgencyChip urgency={urgency} />;
          },
        }),
      ]),
    [query, format, today],
  );

  const sorting: SortingState = [{ id: sort, desc: descending }];
  const table = useTable({ features, columns, data: rows, manualSorting: true, state: { sorting }, getRowId: (row) => row.patientId });
  const tableRows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => tableRows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastShown >= tableRows.length - NEAR_END_ROWS) onNearEnd();
  }, [lastShown, tableRows.length, onNearEnd]);

  const selectedIndex = tableRows.findIndex((row) => row.id === selectedId);
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);

  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div ref={scroller} className={classes['scroller']} tabIndex={-1}>
      <table className={classes['table']} role="grid" aria-label={words.title} aria-rowcount={total + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => {
                const order = SORT_OF_COLUMN[header.column.id];
                const isSorted = order === sort;
                const direction = isSorted ? (descending ? 'descending' : 'ascending') : undefined;
                return (
                  <th key={header.id} scope="col" aria-sort={direction} className={classes[`col-${header.column.id}`]}>
                    {order === undefined ? (
                      <table.FlexRender header={header} />
                    ) : (
                      <button type="button" className={classes['sort']} onClick={() => onSort(order, isSorted && !descending)}>
                        <table.FlexRender header={header} />
                        {isSorted && <SortMark descending={descending} />}
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
            const isSelected = row.id === selectedId;
            return (
              <tr
                key={row.id}
                aria-rowindex={item.index + 2}
                aria-selected={isSelected}
                className={cx(isSelected && classes['selected'])}
                onClick={() => onSelect(row.original)}
                onDoubleClick={() => onOpen(row.original)}
              >
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

function SortMark({ descending }: { descending: boolean }): ReactNode {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path d={descending ? 'M1.5 3L5 7.5L8.5 3' : 'M1.5 7L5 2.5L8.5 7'} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
