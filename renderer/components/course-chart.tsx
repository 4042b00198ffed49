import { useId, type ReactElement } from 'react';
import classes from './course-chart.module.css';

/** One reading on the date axis. `day` counts calendar days from any fixed start. */
export type Reading = { day: number; value: number };

/** One line of the chart. Left is a circle and a flat band, right a diamond and a hatched band; neither relies on colour alone. */
export type Series = {
  kind: 'left' | 'right' | 'plain';
  readings: readonly Reading[];
  /** Written at the last reading. */
  endLabel: string;
  /** Half height of the band around the first reading, in the unit of the axis. */
  bandHalf?: number;
};

type Props = {
  series: readonly Series[];
  min: number;
  max: number;
  ticks: readonly number[];
  /** First and last day of the axis, shared by charts that stand under each other. */
  firstDay: number;
  lastDay: number;
  heightPx: number;
  /** What the chart shows, in words, for a screen reader. */
  description: string;
};

const WIDTH = 640;
const LEFT = 36;
const RIGHT = 84;
const TOP = 10;
const BOTTOM = 8;
/** From the middle of a reading to the baseline of its label, and the room a label needs. */
const LABEL_BASELINE = 5;
const LABEL_LINE = 17;

/** A small line chart over dates: quiet grid, end labels instead of a legend. */
export function CourseChart({ series, min, max, ticks, firstDay, lastDay, heightPx, description }: Props): ReactElement {
  // React's ids hold characters that a url(#...) reference does not take.
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const plotBottom = heightPx - BOTTOM;
  const x = (day: number): number =>
    lastDay === firstDay ? LEFT + 4 : LEFT + 4 + ((day - firstDay) / (lastDay - firstDay)) * (WIDTH - LEFT - RIGHT - 8);
  const y = (value: number): number => plotBottom - ((value - min) / (max - min)) * (plotBottom - TOP);
  const labelYs = endLabelYs(series, y);
  const clamp = (value: number): number => Math.min(max, Math.max(min, value));

  return (
    <svg className={classes['chart']} viewBox={`0 0 ${WIDTH} ${heightPx}`} role="img" aria-label={description}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className={classes['hatch']} />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${y(tick)}H${WIDTH - RIGHT}`} className={classes['grid']} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className={classes['tick']}>
            {tick}
          </text>
        </g>
      ))}
      {series.map((line) => {
        const first = line.readings[0];
        if (first === undefined || line.bandHalf === undefined) return null;
        const top = y(clamp(first.value + line.bandHalf));
        const bottom = y(clamp(first.value - line.bandHalf));
        const box = { x: LEFT, y: top, width: WIDTH - LEFT - RIGHT, height: bottom - top };
        return (
          <g key={line.kind} className={classes[line.kind]}>
            <rect {...box} className={classes['band']} />
            {line.kind === 'right' && <rect {...box} fill={`url(#${hatch})`} />}
          </g>
        );
      })}
      {series.map((line) => (
        <g key={line.kind} className={classes[line.kind]}>
          <polyline
            points={line.readings.map((reading) => `${x(reading.day)},${y(reading.value)}`).join(' ')}
            className={classes['line']}
          />
          {line.readings.map((reading) => (
            <Mark key={reading.day} kind={line.kind} cx={x(reading.day)} cy={y(reading.value)} />
          ))}
          <EndLabel line={line} x={x} labelY={labelYs.get(line.kind)} />
        </g>
      ))}
    </svg>
  );
}

function Mark({ kind, cx, cy }: { kind: Series['kind']; cx: number; cy: number }): ReactElement {
  if (kind === 'right') return <path d={`M${cx} ${cy - 6}L${cx + 6} ${cy}L${cx} ${cy + 6}L${cx - 6} ${cy}Z`} className={classes['mark']} />;
  return <circle cx={cx} cy={cy} r={4.8} className={classes['mark']} />;
}

/** Where each end label stands: beside its last reading, moved apart where two would lie on each other. */
function endLabelYs(series: readonly Series[], y: (value: number) => number): Map<Series['kind'], number> {
  const wanted = series
    .flatMap((line) => {
      const last = line.readings.at(-1);
      return last === undefined ? [] : [{ kind: line.kind, y: y(last.value) + LABEL_BASELINE }];
    })
    .toSorted((a, b) => a.y - b.y);
  const placed = new Map<Series['kind'], number>();
  wanted.forEach((label, index) => {
    const above = index === 0 ? undefined : placed.get(wanted[index - 1]?.kind ?? label.kind);
    // Two labels that would overlap share the room: the upper one gives half of it.
    const overlap = above === undefined ? 0 : Math.max(0, above + LABEL_LINE - label.y);
    const upper = wanted[index - 1];
    if (overlap > 0 && upper !== undefined && above !== undefined) placed.set(upper.kind, above - overlap / 2);
    placed.set(label.kind, label.y + overlap / 2);
  });
  return placed;
}

type EndLabelProps = { line: Series; x: (day: number) => number; labelY: number | undefined };

function EndLabel({ line, x, labelY }: EndLabelProps): ReactElement | null {
  const last = line.readings.at(-1);
  if (last === undefined) return null;
  return (
    <text x={x(last.day) + 11} y={labelY} className={classes['end']}>
      {line.endLabel}
    </text>
  );
}
