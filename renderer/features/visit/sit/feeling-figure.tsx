import type { ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { cx } from '../../../components/cx.ts';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { areaStateOf, DermatomeLeg, type AreaState } from '../figures/dermatome-legs.tsx';
import classes from '../figures/dermatomes.module.css';
import { useRecord } from '../state/visit-session.tsx';
import { KEY_POINTS } from '../../../../shared/schemas/neuro-exam.ts';

const words = text.visit.exam;
const STATES: readonly AreaState[] = ['normal', 'changed', 'absent', 'notTested'];
/** The fronts stand outside, so that the two legs mirror each other. */
const VIEWS: Record<Side, readonly ('front' | 'back')[]> = { left: ['front', 'back'], right: ['back', 'front'] };

/** Feeling as it was found, drawn on each leg from the front and from behind. */
export function FeelingFigure(): ReactElement {
  return (
    <div>
      <div className={classes['cards']}>
        <LegCard side="left" />
        <LegCard side="right" />
      </div>
      <div className={classes['legend']} aria-hidden="true">
        {STATES.map((state) => (
          <span key={state}>
            <span className={cx(classes['swatch'], classes[state])} />
            {words.areaStates[state]}
          </span>
        ))}
      </div>
    </div>
  );
}

function LegCard({ side }: { side: Side }): ReactElement {
  const sensation = useRecord((record) => record.neuro[side].sensation);
  const found = KEY_POINTS.map((point) => `${words.roots[point]} ${words.areaStates[areaStateOf(sensation[point])]}`).join(', ');
  return (
    <div className={classes['card']}>
      <SideTag side={side} />
      <div className={classes['pair']}>
        {VIEWS[side].map((view) => (
          <div key={view} className={classes['view']}>
            <DermatomeLeg
              side={side}
              view={view}
              sensation={sensation}
              label={words.feelingFigure(text.app.sideLegs[side], words.views[view].toLowerCase(), found)}
            />
            <div>{words.views[view]}</div>
          </div>
        ))}
      </div>
    </div>
  );
}
