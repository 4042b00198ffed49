import { useRef, type ReactElement } from 'react';
import type { Point } from '../../../../shared/figures/geometry.ts';
import { buildFeltPath, buildRaisedLeg, handleAt, STAGE_BOX, STAGE_FRAME } from '../../../../shared/figures/slr-stage.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import { cx } from '../../../components/cx.ts';
import { MergedPaths } from './merged-paths.tsx';
import classes from './figures.module.css';
import { useLegDrag, type Grips, type SlrPoint } from './use-leg-drag.ts';

const HANDLE_RADIUS = 7.5;
const FOCUS_RADIUS = 10.2;
const { minX, minY, maxX, maxY } = STAGE_BOX;

type SlrStageProps = {
  side: Side;
  p1AngleDeg: number | null;
  p2AngleDeg: number | null;
  /** Most distal level at P1 (spec 6.9), drawn as the felt path. */
  level: number | null;
  /** What the picture shows, in words. */
  label: string;
  /** The point whose field has the focus. */
  focused: SlrPoint | null;
  onDrag: (point: SlrPoint, angleDeg: number) => void;
  onDragEnd: (point: SlrPoint) => void;
};

/**
 * One leg on the couch with its protractor. Dragging the leg or its handle sets P1, the dashed handle P2; a click on the protractor sets P1.
 * The same angles can be typed and stepped by keys in the fields below, so nothing here takes the focus.
 */
export function SlrStage(props: SlrStageProps): ReactElement {
  const { side, p1AngleDeg, p2AngleDeg, level } = props;
  const drawing = useRef<SVGGElement>(null);
  const grips = useLegDrag({ drawing, angles: { p1: p1AngleDeg, p2: p2AngleDeg }, onDrag: props.onDrag, onDragEnd: props.onDragEnd });
  const leg = buildRaisedLeg(p1AngleDeg ?? 0);
  const felt = p1AngleDeg === null ? null : buildFeltPath(p1AngleDeg, level);
  const mirrored = side === 'left';
  const place = ([x, y]: Point): Point => [mirrored ? -x : x, y];

  return (
    <svg
      className={cx(classes['stage'], classes[side])}
      viewBox={`${mirrored ? -maxX : minX} ${minY} ${maxX - minX} ${maxY - minY}`}
      role="img"
      aria-label={props.label}
      data-testid={`slr-stage-${side}`}
    >
      <g ref={drawing} transform={mirrored ? 'scale(-1 1)' : undefined}>
        <g {...grips('p1', 'jump')}>
          <path d={STAGE_FRAME.protractor} className={classes['protractor']} pointerEvents="stroke" />
          <path d={STAGE_FRAME.band} className={classes['band']} pointerEvents="stroke" />
          {STAGE_FRAME.ticks.map((tick) => (
            <path key={tick.angleDeg} d={tick.path} className={cx(classes['tick'], tick.major && classes['major'])} />
          ))}
        </g>
        {p2AngleDeg !== null && p1AngleDeg !== null && <GhostLeg angleDeg={p2AngleDeg} />}
        <path d={STAGE_FRAME.couchTop} className={classes['couchTop']} />
        <path d={STAGE_FRAME.couchBody} className={classes['couchBody']} />
        <path d={STAGE_FRAME.couchFeet} className={classes['couchFeet']} />
        {leg.body.farLeg && <MergedPaths paths={leg.body.farLeg.paths} lineClass={classes['farLine']} fillClass={classes['fill']} />}
        {p1AngleDeg !== null && <path d={leg.wedge} className={classes['wedge']} />}
        <MergedPaths
          paths={[...leg.body.core, ...(leg.body.nearLeg?.paths ?? [])]}
          lineClass={classes['line']}
          fillClass={classes['fill']}
        />
        <path d={leg.body.hair} className={classes['hair']} />
        {felt && (
          <g pointerEvents="none">
            <path d={felt.path} className={classes['feltUnder']} />
            <path d={felt.path} className={classes['felt']} />
            <circle cx={felt.end[0]} cy={felt.end[1]} r={2.6} className={classes['feltEnd']} />
          </g>
        )}
        {/* Only the leg can be taken: it lies clear over the figure, so that trunk and arm stay still. */}
        <g {...grips('p1', 'follow')}>
          {leg.body.nearLeg?.paths.map((path) => (
            <path key={path} d={path} className={classes['grip']} />
          ))}
        </g>
        {leg.body.nearArm && <MergedPaths paths={leg.body.nearArm} lineClass={classes['line']} fillClass={classes['fill']} />}
        <g pointerEvents="none">
          <path d={STAGE_FRAME.baseline} className={classes['baseline']} />
          {p1AngleDeg !== null && <path d={leg.axis} className={classes['axis']} />}
          {p1AngleDeg !== null && <path d={leg.arc} className={classes['arc']} />}
          <circle r={2.9} className={classes['hip']} />
          {[leg.body.nearLeg?.knee, leg.body.nearLeg?.ankle].map(
            (joint) => joint && <circle key={joint.join()} cx={joint[0]} cy={joint[1]} r={1.5} className={classes['joint']} />,
          )}
        </g>
      </g>
      {STAGE_FRAME.labels.map(({ angleDeg, at }) => (
        <text key={angleDeg} x={place(at)[0]} y={at[1] + 2} className={classes['degrees']}>
          {angleDeg}
        </text>
      ))}
      {p2AngleDeg !== null && (
        <Handle at={place(handleAt(p2AngleDeg))} name="P2" look="hollow" focused={props.focused === 'p2'} grips={grips('p2', 'follow')} />
      )}
      <Handle
        at={place(leg.handle)}
        name="P1"
        look={p1AngleDeg === null ? 'hollow' : 'solid'}
        focused={props.focused === 'p1'}
        grips={grips('p1', 'follow')}
      />
    </svg>
  );
}

function GhostLeg({ angleDeg }: { angleDeg: number }): ReactElement {
  return <path d={buildRaisedLeg(angleDeg).body.nearLeg?.paths.join('') ?? ''} className={classes['ghost']} pointerEvents="none" />;
}

type HandleProps = {
  at: Point;
  name: string;
  look: 'solid' | 'hollow';
  focused: boolean;
  grips: Grips;
};

function Handle({ at: [x, y], name, look, focused, grips }: HandleProps): ReactElement {
  return (
    <g {...grips} transform={`translate(${x} ${y})`} data-handle={name}>
      {focused && <circle r={FOCUS_RADIUS} className={classes['focusRing']} />}
      <circle r={HANDLE_RADIUS} className={look === 'solid' ? classes['handle1'] : classes['handle2']} />
      <text y={2.3} className={cx(classes['handleText'], look === 'hollow' && classes['hollow'])}>
        {name}
      </text>
    </g>
  );
}
