import { Checkbox, Chip } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { QUALITIES, REGIONS, type Quality, type Region } from '../../../../shared/schemas/body-chart.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import { fieldMessage } from '../../../api/messages.ts';
import { BodyChart, marksInWords, QualitySwatch } from '../../../components/body-chart.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import rowClasses from '../fields/rows.module.css';
import { QuestionRow } from '../fields/rows.tsx';
import { useFieldProblem, useRecord, useVisit } from '../state/visit-session.tsx';
import { clearSide, markRegion, withMarks } from './chart-marks.ts';
import classes from './talk.module.css';

const words = text.visit.talk;
/** Left stands left, as on the chart. */
const SIDES_ON_PAGE = ['left', 'right'] as const;

const pathOf = (side: Side, region: Region): string => `intake.regions.${side}.${region}`;

/** The body chart with what each place feels like, in words beside it, and the same as a list of checkboxes (I07, I08). */
export function BodyChartField(): ReactElement {
  const { store } = useVisit();
  const regions = useRecord((record) => record.intake.regions);
  const qualities = useRecord((record) => record.intake.qualities);
  const [brush, setBrush] = useState<Quality | null>(null);
  const [isList, setList] = useState(false);
  const marks = { regions, qualities };
  const mark = (side: Side, region: Region, quality: Quality | undefined): void =>
    store.change(pathOf(side, region), (record) => withMarks(record, (before) => markRegion(before, side, region, quality)));
  const hasMarks = regions.left.length + regions.right.length > 0;
  return (
    <>
      <div className={rowClasses['ruled']}>
        <div className={classes['brushes']} role="group" aria-label={words.chart.brush}>
          <span aria-hidden="true">{words.chart.brush}</span>
          <Chip
            size="xs"
            radius="sm"
            variant="outline"
            type="radio"
            name="chart-brush"
            checked={brush === null}
            onChange={() => setBrush(null)}
          >
            {words.chart.plain}
          </Chip>
          {QUALITIES.map((quality) => (
            <Chip
              key={quality}
              size="xs"
              radius="sm"
              variant="outline"
              type="radio"
              name="chart-brush"
              checked={brush === quality}
              data-brush={quality}
              onChange={() => setBrush(quality)}
            >
              <span className={classes['brush']}>
                <QualitySwatch quality={quality} />
                {words.qualities[quality]}
              </span>
            </Chip>
          ))}
        </div>
        <BodyChart
          marks={marks}
          onMark={({ side, region }, quality) => mark(side, region, quality ?? brush ?? undefined)}
          fieldPath={({ side, region }) => pathOf(side, region)}
        />
        <p className={rowClasses['hint']}>{words.chart.hint}</p>
        <div className={classes['marks']}>
          {SIDES_ON_PAGE.map((side) => (
            <SideMarks
              key={side}
              side={side}
              places={marksInWords(marks, side)}
              onClear={() => store.change(`intake.regions.${side}`, (record) => withMarks(record, (before) => clearSide(before, side)))}
            />
          ))}
        </div>
        <LinkButton expanded={isList} onClick={() => setList(!isList)}>
          {isList ? words.chart.hideList : words.chart.asList}
        </LinkButton>
        {isList && (
          <div className={rowClasses['split']}>
            {SIDES_ON_PAGE.map((side) => (
              <fieldset key={side} className={classes['places']}>
                <legend>
                  <SideTag side={side} label={words.chart.listLegend(text.app.sides[side])} />
                </legend>
                {REGIONS.map((region) => (
                  <RegionRow
                    key={region}
                    side={side}
                    region={region}
                    isMarked={regions[side].includes(region)}
                    stated={qualities[side][region] ?? []}
                    onMark={(quality) => mark(side, region, quality)}
                  />
                ))}
              </fieldset>
            ))}
          </div>
        )}
      </div>
      {hasMarks && <QuestionRow path="intake.comesAndGoes" question={words.comesAndGoes} />}
    </>
  );
}

function SideMarks({ side, places, onClear }: { side: Side; places: readonly string[]; onClear: () => void }): ReactElement {
  return (
    <div data-marks={side}>
      <SideTag side={side} />
      {places.length === 0 ? (
        <p className={rowClasses['hint']}>{words.chart.nothing}</p>
      ) : (
        <>
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
          <LinkButton onClick={onClear}>{words.chart.clear(text.app.sides[side])}</LinkButton>
        </>
      )}
    </div>
  );
}

type RegionRowProps = {
  side: Side;
  region: Region;
  isMarked: boolean;
  stated: readonly Quality[];
  onMark: (quality: Quality | undefined) => void;
};

/** One place of the list: the tick, and what it feels like there once it is marked. */
function RegionRow({ side, region, isMarked, stated, onMark }: RegionRowProps): ReactElement {
  const problem = useFieldProblem(pathOf(side, region));
  return (
    <div>
      <Checkbox
        size="sm"
        label={words.regions[region]}
        checked={isMarked}
        error={fieldMessage(problem)}
        data-region-tick={`${side}.${region}`}
        onChange={() => onMark(undefined)}
      />
      {isMarked && (
        <div className={classes['stated']} role="group" aria-label={words.chart.qualitiesOf(text.app.sides[side], words.regions[region])}>
          {QUALITIES.map((quality) => (
            <Chip key={quality} size="xs" radius="sm" variant="outline" checked={stated.includes(quality)} onChange={() => onMark(quality)}>
              {words.qualities[quality]}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
