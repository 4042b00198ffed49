import { useState, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { cx } from '../../../components/cx.ts';
import { Notice } from '../../../components/notice.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { useLastVisit, useRecord, useVisit } from '../state/visit-session.tsx';
import { CellBar } from './cell-bar.tsx';
import classes from './neuro.module.css';
import { cellAfterKey, cellOf, namesOf, pathOf, readCell, type NeuroCell, type NeuroRow } from './neuro-cells.ts';

const words = text.visit.exam;

export type NeuroSection = { title: string; rows: readonly NeuroRow[] };
type Place = { row: NeuroRow; side: Side };

const isSame = (a: Place, b: Place): boolean => a.side === b.side && a.row.kind === b.row.kind && a.row.item === b.row.item;

/**
 * Power, feeling and reflexes, both sides mirrored around the centre. Arrows move between the cells; digits, plus, minus, star, N, D and
 * S fill the cell that has the focus; the bar below offers the same to a pointer.
 */
export function NeuroGrid({ sections }: { sections: readonly NeuroSection[] }): ReactElement {
  const { store } = useVisit();
  const neuro = useRecord((record) => record.neuro);
  const last = useLastVisit();
  const rows = sections.flatMap((section) => section.rows);
  const [chosen, setChosen] = useState<Place | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const [hasPasted, setPasted] = useState(false);
  const first = rows[0];
  const active: Place | null = chosen ?? (first === undefined ? null : { row: first, side: 'left' });

  const lastCell = ({ row, side }: Place): NeuroCell | null => (last === null ? null : cellOf(last.record.neuro, row, side));
  const write = ({ row, side }: Place, cell: NeuroCell): void => store.set<string>(pathOf(row, side), cell as never);

  function move(place: Place, rowStep: number, side: Side): void {
    const at = rows.findIndex((row) => row.kind === place.row.kind && row.item === place.row.item);
    const row = rows[Math.min(rows.length - 1, Math.max(0, at + rowStep))];
    if (row === undefined) return;
    setChosen({ row, side });
    document.querySelector<HTMLElement>(`[data-field="${pathOf(row, side)}"]`)?.focus();
  }

  /** A paste could hold many cells at once: each finding is typed where it belongs (hazard 9). */
  function refusePaste(event: ClipboardEvent): void {
    event.preventDefault();
    setPasted(true);
  }

  function onKeyDown(event: KeyboardEvent, place: Place): void {
    if (hasPasted) setPasted(false);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowUp: () => move(place, -1, place.side),
      ArrowDown: () => move(place, 1, place.side),
      ArrowLeft: () => move(place, 0, 'left'),
      ArrowRight: () => move(place, 0, 'right'),
      Home: () => move(place, -rows.length, place.side),
      End: () => move(place, rows.length, place.side),
    };
    const step = steps[event.key];
    if (step !== undefined) step();
    else {
      const next = cellAfterKey(place.row, event.key, cellOf(neuro, place.row, place.side), lastCell(place));
      if (next === null) return;
      write(place, next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={classes['gridColumn']} onPaste={refusePaste}>
      <div role="grid" aria-label={words.neuroGrid} className={classes['grid']}>
        <div role="row" className={classes['gridRow']}>
          <span role="columnheader" className={classes['sideHead']}>
            <SideTag side="left" />
          </span>
          <span role="columnheader">
            <span className="visually-hidden">{words.test}</span>
          </span>
          <span role="columnheader" className={classes['sideHead']}>
            <SideTag side="right" />
          </span>
        </div>
        {sections.map((section) => (
          <div key={section.title} role="rowgroup" aria-label={section.title}>
            <div role="row" className={classes['sectionRow']}>
              <span role="columnheader" aria-colspan={3} className={classes['section']}>
                {section.title}
              </span>
            </div>
            {section.rows.map((row) => (
              <div key={row.item} role="row" className={classes['gridRow']}>
                <Cell
                  place={{ row, side: 'left' }}
                  active={active}
                  lastCell={lastCell}
                  onKeyDown={onKeyDown}
                  onFocus={setChosen}
                  setFocus={setFocus}
                />
                <span role="rowheader" className={classes['rowName']}>
                  {namesOf(row).name}
                  <span className={classes['roots']}>{namesOf(row).roots}</span>
                </span>
                <Cell
                  place={{ row, side: 'right' }}
                  active={active}
                  lastCell={lastCell}
                  onKeyDown={onKeyDown}
                  onFocus={setChosen}
                  setFocus={setFocus}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
      {hasPasted && (
        <div className={classes['pasted']}>
          <Notice>{text.visit.further.noPaste}</Notice>
        </div>
      )}
      {active !== null && (
        <CellBar
          row={active.row}
          side={active.side}
          cell={cellOf(neuro, active.row, active.side)}
          last={lastCell(active)}
          isIdle={!hasFocus && chosen === null}
          onCell={(cell) => write(active, cell)}
        />
      )}
      <Legend hasLast={last !== null} />
    </div>
  );
}

type CellProps = {
  place: Place;
  active: Place | null;
  lastCell: (place: Place) => NeuroCell | null;
  onKeyDown: (event: KeyboardEvent, place: Place) => void;
  onFocus: (place: Place) => void;
  setFocus: (hasFocus: boolean) => void;
};

function Cell({ place, active, lastCell, onKeyDown, onFocus, setFocus }: CellProps): ReactElement {
  const { row, side } = place;
  const cell = useRecord((record) => cellOf(record.neuro, row, side));
  const otherCell = useRecord((record) => cellOf(record.neuro, row, side === 'left' ? 'right' : 'left'));
  const reading = readCell(row, side, cell, otherCell, lastCell(place));
  const isActive = active !== null && isSame(active, place);
  const name = words.cellName(namesOf(row).name, text.app.sides[side].toLowerCase(), `${reading.value} ${reading.words}`.trim());
  return (
    <div
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      aria-label={name}
      className={cx(classes['cell'], classes[side], classes[reading.look], isActive && classes['active'])}
      data-field={pathOf(row, side)}
      data-look={reading.look}
      onKeyDown={(event) => onKeyDown(event, place)}
      onFocus={() => {
        onFocus(place);
        setFocus(true);
      }}
      onBlur={() => setFocus(false)}
      onClick={(event) => event.currentTarget.focus()}
    >
      <b>{reading.value}</b> <span>{reading.words}</span>
    </div>
  );
}

const LEGEND = [
  { look: 'normal', value: '5', name: words.legend.normal },
  { look: 'finding', value: '4', name: words.legend.finding },
  { look: 'pain', value: '4', name: words.legend.pain },
  { look: 'notTested', value: '', name: words.legend.notTested },
  { look: 'declined', value: '', name: words.legend.declined },
] as const;

function Legend({ hasLast }: { hasLast: boolean }): ReactElement {
  return (
    <div className={classes['legend']} aria-hidden="true">
      {LEGEND.map((entry) => (
        <span key={entry.look} className={cx(classes['legendCell'], classes[entry.look])}>
          <b>{entry.value}</b> {entry.name}
        </span>
      ))}
      {hasLast && <span className={cx(classes['legendCell'], classes['last'])}>{words.legend.last}</span>}
    </div>
  );
}
