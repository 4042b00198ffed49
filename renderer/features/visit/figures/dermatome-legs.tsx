import { useId, type ReactElement } from 'react';
import {
  DERMATOME_BOX,
  DERMATOMES_BACK,
  DERMATOMES_FRONT,
  KEY_POINT_OF_AREA,
  type DermatomeArea,
  type DermatomeView,
} from '../../../../shared/figures/dermatomes.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import type { KeyPoint, SensationCell } from '../../../../shared/schemas/neuro-exam.ts';
import { cx } from '../../../components/cx.ts';
import classes from './dermatomes.module.css';

/** How an area is drawn: what light touch was at its key point. */
export type AreaState = 'normal' | 'changed' | 'absent' | 'notTested';

const STATE_OF_GRADE: readonly AreaState[] = ['absent', 'changed', 'normal'];

/** The state of a cell of the grid. Declined, carried and missing cells are drawn as not tested. */
export function areaStateOf(cell: SensationCell | undefined): AreaState {
  return cell?.state === 'tested' ? (STATE_OF_GRADE[cell.grade] ?? 'notTested') : 'notTested';
}

type DermatomeLegProps = {
  side: Side;
  view: 'front' | 'back';
  sensation: Partial<Record<KeyPoint, SensationCell>>;
  /** What the picture shows, in words. */
  label: string;
};

const LABEL_DROP = 3.5;
const { width, height } = DERMATOME_BOX;

/** One leg alone, from the front or from behind, with its areas of feeling as they were found. */
export function DermatomeLeg({ side, view, sensation, label }: DermatomeLegProps): ReactElement {
  const id = useId();
  const shown: DermatomeView = view === 'front' ? DERMATOMES_FRONT : DERMATOMES_BACK;
  const isMirrored = (side === 'right') === (view === 'front');
  const stateOf = (area: DermatomeArea): AreaState => {
    const point = KEY_POINT_OF_AREA[area.root];
    return point === null ? 'notTested' : areaStateOf(sensation[point]);
  };
  // A border between two areas is dashed as soon as one of them was not tested, so the untested ones are drawn last.
  const inOrder = shown.areas.toSorted((a, b) => Number(stateOf(a) === 'notTested') - Number(stateOf(b) === 'notTested'));
  return (
    <svg className={cx(classes['leg'], classes[side])} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        <clipPath id={`${id}-leg`}>
          <path d={shown.outline} />
        </clipPath>
        <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={classes['hatchGround']} />
          <path d="M0 0V7" className={classes['hatch']} />
        </pattern>
      </defs>
      <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
        <g clipPath={`url(#${id}-leg)`}>
          {inOrder.map((area) => {
            const state = stateOf(area);
            return (
              <path
                key={area.root}
                d={area.path}
                className={cx(classes['area'], classes[state])}
                fill={state === 'changed' ? `url(#${id}-hatch)` : undefined}
              />
            );
          })}
        </g>
        <path d={shown.outline} className={classes['outline']} />
      </g>
      {shown.areas.map(({ root, label: [x, y], ...area }) => {
        const state = stateOf({ root, label: [x, y], ...area });
        const isFinding = state === 'changed' || state === 'absent';
        return (
          <text
            key={root}
            x={isMirrored ? width - x : x}
            y={y + LABEL_DROP}
            className={cx(classes['root'], isFinding && classes['rootFinding'])}
          >
            {root}
          </text>
        );
      })}
    </svg>
  );
}
