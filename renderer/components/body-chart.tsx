import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import {
  BODY_CHART_BOX,
  CHART_CAPTIONS,
  CHART_HALF,
  regionCentre,
  type ChartOutline,
  type ChartRegion,
} from '../../shared/figures/body-chart.ts';
import { QUALITIES, type Quality, type Region, type RegionQualities } from '../../shared/schemas/body-chart.ts';
import { SIDES, type PerSide, type Side } from '../../shared/schemas/common.ts';
import { text } from '../text.ts';
import classes from './body-chart.module.css';
import { cx } from './cx.ts';
import { SideTag } from './side-tag.tsx';

const words = text.visit.talk.chart;
const { minX, minY, width, height } = BODY_CHART_BOX;

/** What is marked on the chart, per side. */
export type ChartMarks = { regions: PerSide<readonly Region[]>; qualities: PerSide<RegionQualities> };

/** Letters that mark a quality while a region has the focus. */
const LETTERS: Readonly<Record<string, Quality>> = { a: 'ache', s: 'sharp', b: 'burning', p: 'tingling', n: 'numb', w: 'weak' };

type At = { side: Side; region: Region };

type BodyChartProps = {
  marks: ChartMarks;
  /** Marks or unmarks a region; with a quality, that quality of it. Without this the chart is only shown. */
  onMark?: ((at: At, quality: Quality | undefined) => void) | undefined;
  /** Path of the field of a region, for focus and messages. */
  fieldPath?: ((at: At) => string) | undefined;
};

/** The qualities of a region in words, in the order of the list; empty when none is stated. */
export function qualityWords(qualities: RegionQualities, region: Region): string {
  const stated = qualities[region] ?? [];
  return QUALITIES.filter((quality) => stated.includes(quality))
    .map((quality) => text.visit.talk.qualities[quality].toLowerCase())
    .join(', ');
}

/** The marks of one side in words: each place with what it feels like there. */
export function marksInWords(marks: ChartMarks, side: Side): string[] {
  return marks.regions[side].map((region) => {
    const qualities = qualityWords(marks.qualities[side], region);
    const place = text.visit.talk.regions[region];
    return qualities === '' ? place : `${place} (${qualities})`;
  });
}

/**
 * The body chart (I07, I08): low back and legs from behind, each leg from the front, its foot from above and its sole. Left stands left.
 * A region is marked by a click, or by the keyboard: arrows move, Space marks, a letter marks a quality.
 */
export function BodyChart({ marks, onMark, fieldPath }: BodyChartProps): ReactElement {
  const id = useId();
  const figure = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<At>({ side: 'left', region: 'back' });

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (onMark === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbourOf(current, event.key);
    const quality = LETTERS[event.key.toLowerCase()];
    if (next !== null) figure.current?.querySelector<SVGPathElement>(`[data-region="${next.side}.${next.region}"]`)?.focus();
    else if (event.key === ' ' || event.key === 'Enter') onMark(current, undefined);
    else if (quality !== undefined) onMark(current, quality);
    else return;
    // Handled here: an arrow must not lead to the next question, nor a letter act as a shortcut of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes['chart']}>
      <div className={classes['heads']}>
        <SideTag side="left" />
        <SideTag side="right" />
      </div>
      <svg
        ref={figure}
        className={classes['figure']}
        viewBox={`${minX} ${minY} ${width} ${height}`}
        role={onMark === undefined ? 'img' : 'group'}
        aria-label={onMark === undefined ? inOneLine(marks) : words.figure}
        onKeyDown={onKeyDown}
      >
        {SIDES.map((side) => (
          <g key={side} className={classes[side]} transform={side === 'left' ? 'scale(-1 1)' : undefined}>
            <defs>
              {CHART_HALF.outlines.map((outline) => (
                <clipPath key={outline.id} id={`${id}-${side}-${outline.id}`}>
                  <path d={outline.path} />
                </clipPath>
              ))}
              {QUALITIES.map((quality) => (
                <QualityPattern key={quality} quality={quality} id={`${id}-${side}-${quality}`} isMirrored={side === 'left'} />
              ))}
            </defs>
            {CHART_HALF.outlines.map((outline) => (
              <OutlineRegions
                key={outline.id}
                outline={outline}
                idPrefix={`${id}-${side}`}
                side={side}
                marks={marks}
                current={onMark === undefined ? null : current}
                onMark={onMark}
                onFocus={setCurrent}
                fieldPath={fieldPath}
              />
            ))}
            {CHART_HALF.details.map((path) => (
              <path key={path} d={path} className={classes['detail']} />
            ))}
          </g>
        ))}
        <Captions />
      </svg>
    </div>
  );
}

/** Everything marked, as the name of the picture where it is only shown. */
function inOneLine(marks: ChartMarks): string {
  const sides = (['left', 'right'] as const).map((side) => {
    const marked = marksInWords(marks, side);
    return `${text.app.sides[side]}: ${marked.length === 0 ? words.nothing.toLowerCase() : marked.join(', ')}`;
  });
  return `${words.figure}. ${sides.join('. ')}`;
}

type OutlineRegionsProps = {
  outline: ChartOutline;
  idPrefix: string;
  side: Side;
  marks: ChartMarks;
  current: At | null;
  onMark: BodyChartProps['onMark'];
  onFocus: (at: At) => void;
  fieldPath: BodyChartProps['fieldPath'];
};

function OutlineRegions({ outline, idPrefix, side, marks, current, onMark, onFocus, fieldPath }: OutlineRegionsProps): ReactElement {
  const regions = CHART_HALF.regions.filter((each) => each.outline === outline.id);
  const isMarked = ({ region }: ChartRegion): boolean => marks.regions[side].includes(region);
  return (
    <>
      <path d={outline.path} className={classes['ground']} />
      <g clipPath={`url(#${idPrefix}-${outline.id})`}>
        {/* Marked areas are drawn last, so that their border is whole. */}
        {regions
          .toSorted((a, b) => Number(isMarked(a)) - Number(isMarked(b)))
          .map((each) => {
            const { region, path } = each;
            const qualities = marks.qualities[side][region] ?? [];
            const at: At = { side, region };
            const name = words.region(text.app.sides[side], text.visit.talk.regions[region], qualityWords(marks.qualities[side], region));
            return (
              <g key={region} className={cx(classes['region'], isMarked(each) && classes['marked'])}>
                <path d={path} className={classes['area']} />
                {isMarked(each) &&
                  qualities.map((quality) => (
                    <path key={quality} d={path} className={classes['pattern']} fill={`url(#${idPrefix}-${quality})`} />
                  ))}
                {onMark !== undefined && (
                  <path
                    d={path}
                    className={classes['target']}
                    role="checkbox"
                    aria-checked={isMarked(each)}
                    aria-label={name}
                    tabIndex={current?.side === side && current.region === region ? 0 : -1}
                    data-region={`${side}.${region}`}
                    data-field={fieldPath?.(at)}
                    onFocus={() => onFocus(at)}
                    onClick={() => onMark(at, undefined)}
                  >
                    <title>{name}</title>
                  </path>
                )}
              </g>
            );
          })}
      </g>
      <path d={outline.path} className={classes['outline']} />
    </>
  );
}

/** Captions under the drawings; those beside the middle stand once on each half. */
function Captions(): ReactElement {
  const { behind, ...beside } = CHART_CAPTIONS;
  const names = Object.keys(beside) as (keyof typeof beside)[];
  return (
    <g className={classes['caption']} aria-hidden="true">
      <text x={behind.x} y={behind.y}>
        {words.views.behind}
      </text>
      {names.flatMap((name) =>
        [-1, 1].map((half) => (
          <text key={`${name}${half}`} x={half * beside[name].x} y={beside[name].y}>
            {words.views[name]}
          </text>
        )),
      )}
    </g>
  );
}

type Direction = readonly [dx: number, dy: number];
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** How much worse a step aside is than a step ahead. */
const ASIDE = 2.2;

/** The region an arrow key leads to: the nearest one in that direction. Null for another key, and at the edge. */
export function neighbourOf(from: At, key: string): At | null {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  const all = SIDES.flatMap((side) => CHART_HALF.regions.map((each) => ({ side, region: each.region, centre: regionCentre(side, each) })));
  const start = all.find(({ side, region }) => side === from.side && region === from.region);
  if (start === undefined) return null;
  const [dx, dy] = direction;
  let best: (At & { cost: number }) | null = null;
  for (const { side, region, centre } of all) {
    const [x, y] = [centre[0] - start.centre[0], centre[1] - start.centre[1]];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || aside > ASIDE * ahead) continue;
    const cost = ahead + ASIDE * aside;
    if (best === null || cost < best.cost) best = { side, region, cost };
  }
  return best === null ? null : { side: best.side, region: best.region };
}

const TILE = 10;

/** How a quality is drawn: the signs of a paper pain chart. Each is told apart by shape alone. */
const SIGNS: Readonly<Record<Quality, string>> = {
  ache: 'M0 6L2.5 3L5 6L7.5 3L10 6',
  sharp: 'M2 9L8 1',
  burning: 'M2 2L8 8M8 2L2 8',
  tingling: 'M5 3A2 2 0 1 1 4.99 3Z',
  numb: 'M1.5 3H8.5M1.5 7H8.5',
  weak: 'M5 1.5V8.5',
};

function QualityPattern({ quality, id, isMirrored }: { quality: Quality; id: string; isMirrored: boolean }): ReactElement {
  return (
    <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse" patternTransform={isMirrored ? `scale(-1 1)` : undefined}>
      <path d={SIGNS[quality]} className={classes['sign']} />
    </pattern>
  );
}

/** The sign of a quality beside its word. */
export function QualitySwatch({ quality }: { quality: Quality }): ReactElement {
  const id = useId();
  return (
    <svg className={classes['swatch']} viewBox="0 0 20 10" aria-hidden="true">
      <defs>
        <QualityPattern quality={quality} id={id} isMirrored={false} />
      </defs>
      <rect width="20" height="10" fill={`url(#${id})`} />
    </svg>
  );
}
