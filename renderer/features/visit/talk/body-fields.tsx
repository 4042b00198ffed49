import type { ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { levelFromChart } from '../../../../shared/clinical/body-chart.ts';
import type { Pain } from '../../../../shared/schemas/visit.ts';
import { fieldMessage } from '../../../api/messages.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { BoundNumber } from '../fields/bound-fields.tsx';
import { LastValue } from '../fields/last-value.tsx';
import rowClasses from '../fields/rows.module.css';
import { useField, useFieldProblem, useRecord } from '../state/visit-session.tsx';
import { useState } from 'react';
import { LinkButton } from '../../../components/link-button.tsx';
import classes from './talk.module.css';

const words = text.visit.talk;
const LEVELS = words.levels.map((label, level) => ({ value: String(level), label, name: words.levelNames[level] ?? label }));

/** Most distal level of the symptoms on one side (I06, spec 6.9). While none is entered the one the chart shows counts, and is named. */
export function FeltDownTo({ side }: { side: Side }): ReactElement {
  const path = `intake.level.${side}` as const;
  const { value, set } = useField(path);
  const problem = useFieldProblem(path);
  const fromChart = useRecord(({ intake }) => levelFromChart(intake.regions[side]));
  return (
    <div className={classes['sided']}>
      <SideTag side={side} />
      <Segmented
        choices={LEVELS}
        value={value === null || value === undefined ? null : String(value)}
        onChange={(next) => set(next === null ? null : Number(next))}
        fieldPath={path}
        label={`${words.feltDownTo}, ${text.app.sideLegs[side]}`}
        clearable
        dense
      />
      {fromChart !== null && value === null && (
        <span className={rowClasses['hint']}>{words.levelFromChart(words.levelNames[fromChart] ?? '')}</span>
      )}
      <LastValue path={path} show={(level) => words.levelNames[Number(level)] ?? ''} />
      {problem !== undefined && <span className={classes['problem']}>{fieldMessage(problem)}</span>}
    </div>
  );
}

const PLACES = [
  { path: 'intake.backPain', label: words.painPlaces.back },
  { path: 'intake.legPain.left', label: words.painPlaces.left },
  { path: 'intake.legPain.right', label: words.painPlaces.right },
] as const;

/** Pain on the numeric rating scale (I09): the 24-hour average; now and worst behind one click. */
export function PainTable(): ReactElement {
  const hasMore = useRecord(({ intake }) =>
    [intake.backPain, intake.legPain.left, intake.legPain.right].some((pain) => pain.now !== null || pain.worst24h !== null),
  );
  const [isWide, setWide] = useState(hasMore);
  const columns: readonly (keyof Pain)[] = isWide ? ['average24h', 'now', 'worst24h'] : ['average24h'];
  return (
    <div className={rowClasses['formControls']}>
      <div className={isWide ? classes['painRows'] : rowClasses['formControls']}>
        {PLACES.map((place) => (
          <div key={place.path} className={classes['painPlace']}>
            {columns.map((column) => {
              const path = `${place.path}.${column}` as const;
              const label = isWide ? `${place.label}, ${words.painColumns[column].toLowerCase()}` : place.label;
              return (
                <div key={column}>
                  <BoundNumber path={path} label={label} min={0} max={10} whole step={1} widthPx={52} unit={text.visit.exam.outOf10} />
                  <LastValue path={path} show={String} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <LinkButton expanded={isWide} onClick={() => setWide(!isWide)}>
        {isWide ? words.lessPain : words.morePain}
      </LinkButton>
    </div>
  );
}
