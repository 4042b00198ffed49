import type { ReactNode } from 'react';
import { buildRaisedLeg, STAGE_BOX, STAGE_FRAME } from '../../../shared/figures/slr-stage.ts';
import type { Side } from '../../../shared/schemas/common.ts';
import { text } from '../../text.ts';
import classes from './raised-legs.module.css';

const LEFT_DEG = 64;
const RIGHT_DEG = 42;
const { minX, minY, maxX, maxY } = STAGE_BOX;

/** Both straight-leg raises, the picture of the locked window. */
export function RaisedLegs(): ReactNode {
  return (
    <div className={classes['pair']} role="img" aria-label={text.desk.figureLabel}>
      <RaisedLeg side="left" angleDeg={LEFT_DEG} />
      <RaisedLeg side="right" angleDeg={RIGHT_DEG} />
    </div>
  );
}

function RaisedLeg({ side, angleDeg }: { side: Side; angleDeg: number }): ReactNode {
  const leg = buildRaisedLeg(angleDeg);
  const { body } = leg;
  const mirrored = side === 'left';
  const near = [...body.core, ...(body.nearLeg?.paths ?? [])];
  return (
    <svg
      viewBox={`${mirrored ? -maxX : minX} ${minY} ${maxX - minX} ${maxY - minY}`}
      className={classes['figure']}
      aria-hidden="true"
      focusable="false"
    >
      <g transform={mirrored ? 'scale(-1 1)' : undefined}>
        <path d={STAGE_FRAME.protractor} className={classes['protractor']} />
        <path d={STAGE_FRAME.couchBody} className={classes['couch']} />
        <path d={STAGE_FRAME.couchTop} className={classes['couch']} />
        <path d={STAGE_FRAME.couchFeet} className={classes['couch']} />
        <Shape paths={body.farLeg?.paths ?? []} outline={classes['farLine']} />
        <path d={leg.wedge} className={classes['wedge']} />
        <Shape paths={near} outline={classes['line']} />
        <path d={body.hair} className={classes['hair']} />
        <Shape paths={body.nearArm ?? []} outline={classes['line']} />
        <path d={STAGE_FRAME.baseline} className={classes['baseline']} />
        <path d={leg.axis} className={classes['axis']} />
        <path d={leg.arc} className={classes['arc']} />
        <circle r="2.9" className={classes['hip']} />
        {body.nearLeg !== null &&
          [body.nearLeg.knee, body.nearLeg.ankle].map(([x, y]) => <circle key={x} cx={x} cy={y} r="1.5" className={classes['joint']} />)}
        <circle cx={leg.handle[0]} cy={leg.handle[1]} r="4" className={classes['handle']} />
      </g>
    </svg>
  );
}

/** Several outlines as one shape: all lines first, all fills over them, so that no line shows where limbs meet. */
function Shape({ paths, outline }: { paths: readonly string[]; outline: string | undefined }): ReactNode {
  return (
    <>
      {paths.map((path) => (
        <path key={path} d={path} className={outline} />
      ))}
      {paths.map((path) => (
        <path key={path} d={path} className={classes['fill']} />
      ))}
    </>
  );
}
