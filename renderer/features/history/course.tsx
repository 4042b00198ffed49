import { useState, type ReactNode } from 'react';
import { K } from '../../../shared/clinical/constants.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import type { VisitSummary } from '../../../shared/schemas/visit.ts';
import { CourseChart, type Reading, type Series } from '../../components/course-chart.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { daysBetween, formatDate } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { SideTag } from '../../components/side-tag.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

const words = text.history.charts;
const NPRS_TICKS = [0, 5, 10];
const SLR_TICKS = [0, 30, 60, 90];
const SLR_TOP_DEG = 120;

/** Leg pain and straight-leg raise over the signed visits, oldest first, as charts or as the numbers behind them. */
export function Course({ visits }: { visits: readonly VisitSummary[] }): ReactNode {
  const { format } = useDateSettings();
  const [asNumbers, setAsNumbers] = useState(false);
  const first = visits[0];
  if (first === undefined) {
    return (
      <Panel title={words.title}>
        <EmptyState title={words.none} />
      </Panel>
    );
  }

  const readings = (value: (visit: VisitSummary) => number | null): Reading[] =>
    visits.flatMap((visit) => {
      const read = value(visit);
      return read === null ? [] : [{ day: daysBetween(first.visitOn, visit.visitOn), value: read }];
    });
  const legPain = readings((visit) => visit.legNprs);
  const slr = { right: readings((visit) => visit.slrRightDeg), left: readings((visit) => visit.slrLeftDeg) };
  const lastDay = daysBetween(first.visitOn, visits.at(-1)?.visitOn ?? first.visitOn);
  const slrSeries: Series[] = SIDES.filter((side) => slr[side].length > 0).map((side) => ({
    kind: side,
    readings: slr[side],
    endLabel: `${text.app.sides[side]} ${slr[side].at(-1)?.value ?? ''}°`,
    bandHalf: K.K04_SLR_CHANGE_DEG,
  }));
  const inWords = (name: string, value: (visit: VisitSummary) => string | null): string =>
    words.summary(name, visits.map((visit) => `${formatDate(visit.visitOn, format)} ${value(visit) ?? words.notRecorded}`).join(', '));
  const axis = { firstDay: 0, lastDay };

  return (
    <Panel
      title={words.title}
      remark={visits.length === 1 ? words.one : undefined}
      aside={
        <LinkButton onClick={() => setAsNumbers(!asNumbers)} expanded={asNumbers}>
          {asNumbers ? words.showCharts : words.showNumbers}
        </LinkButton>
      }
    >
      {asNumbers ? (
        <Numbers visits={visits} />
      ) : (
        <>
          <ChartHead title={words.legPain} unit={words.legPainUnit} change={changeOf(legPain, '')} />
          <CourseChart
            {...axis}
            series={[{ kind: 'plain', readings: legPain, endLabel: String(legPain.at(-1)?.value ?? '') }]}
            min={0}
            max={10}
            ticks={NPRS_TICKS}
            heightPx={150}
            description={inWords(words.legPain, (visit) => visit.legNprs?.toString() ?? null)}
          />
          <ChartHead title={words.slr} unit={words.slrUnit(K.K04_SLR_CHANGE_DEG)} change="" />
          <CourseChart
            {...axis}
            series={slrSeries}
            min={0}
            max={Math.max(...SLR_TICKS, ...slr.right.map((r) => r.value), ...slr.left.map((r) => r.value)) > 90 ? SLR_TOP_DEG : 90}
            ticks={SLR_TICKS}
            heightPx={220}
            description={inWords(
              words.slr,
              (visit) =>
                [
                  visit.slrRightDeg === null ? null : `${text.app.sides.right} ${visit.slrRightDeg}°`,
                  visit.slrLeftDeg === null ? null : `${text.app.sides.left} ${visit.slrLeftDeg}°`,
                ]
                  .filter((part) => part !== null)
                  .join(' ') || null,
            )}
          />
          <div className={classes['axisDates']}>
            <span>{formatDate(first.visitOn, format)}</span>
            {lastDay > 0 && <span>{formatDate(visits.at(-1)?.visitOn ?? first.visitOn, format)}</span>}
          </div>
        </>
      )}
    </Panel>
  );
}

function changeOf(readings: readonly Reading[], unit: string): string {
  const first = readings[0];
  const last = readings.at(-1);
  if (first === undefined || last === undefined) return words.notRecorded;
  return readings.length === 1 ? `${first.value}${unit}` : text.patients.fromTo(first.value, last.value);
}

function ChartHead({ title, unit, change }: { title: string; unit: string; change: string }): ReactNode {
  return (
    <h3 className={classes['chartHead']}>
      <span>
        {title} <span className={classes['unit']}>{unit}</span>
      </span>
      <span>{change}</span>
    </h3>
  );
}

function Numbers({ visits }: { visits: readonly VisitSummary[] }): ReactNode {
  const { format } = useDateSettings();
  const cell = (value: number | null, unit: string): string => (value === null ? words.notRecorded : `${value}${unit}`);
  return (
    <table className={classes['numbers']}>
      <thead>
        <tr>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.legPain}</th>
          <th scope="col">
            {words.slr} <SideTag side="left" />
          </th>
          <th scope="col">
            {words.slr} <SideTag side="right" />
          </th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.visitId}>
            <th scope="row">{formatDate(visit.visitOn, format)}</th>
            <td>{cell(visit.legNprs, '')}</td>
            <td>{cell(visit.slrLeftDeg, '°')}</td>
            <td>{cell(visit.slrRightDeg, '°')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
