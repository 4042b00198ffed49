import type { ReactElement } from 'react';
import { SIDES } from '../../../../shared/schemas/common.ts';
import { KEY_POINTS, MUSCLES, REFLEXES, type KeyPoint, type Muscle } from '../../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { Kbd } from '../../../components/kbd.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { useLastVisit, useRecord } from '../state/visit-session.tsx';
import { opensUpperRoots, opensAnkleMuscles } from '../state/opened-blocks.ts';
import classes from './neuro.module.css';
import { NeuroGrid, type NeuroSection } from './neuro-grid.tsx';
import { FeelingFigure } from './feeling-figure.tsx';
import { ScoreBars } from './score-bars.tsx';
import { useState } from 'react';

const words = text.visit.exam;
const CORE_MUSCLES: ReadonlySet<Muscle> = new Set(['KE', 'DF', 'EHL', 'PF']);
const ANKLE_MUSCLES: ReadonlySet<Muscle> = new Set(['ABD', 'INV', 'EV']);

/** The rows on show: the core set, what an answer opened, what is recorded, or all of them (spec 12.1). */
function shownSections(record: VisitRecord, all: boolean): readonly NeuroSection[] {
  const hasMuscle = (muscle: Muscle): boolean =>
    all ||
    CORE_MUSCLES.has(muscle) ||
    (muscle === 'HF' && opensUpperRoots(record)) ||
    (ANKLE_MUSCLES.has(muscle) && opensAnkleMuscles(record)) ||
    SIDES.some((side) => record.neuro[side].mrc[muscle] !== undefined);
  const hasPoint = (point: KeyPoint): boolean =>
    all || point !== 'U' || opensUpperRoots(record) || SIDES.some((side) => record.neuro[side].sensation[point] !== undefined);
  return [
    { title: words.power, rows: MUSCLES.filter(hasMuscle).map((item) => ({ kind: 'mrc', item })) },
    { title: words.feeling, rows: KEY_POINTS.filter(hasPoint).map((item) => ({ kind: 'sensation', item })) },
    { title: words.reflexesTitle, rows: REFLEXES.map((item) => ({ kind: 'reflex', item })) },
  ];
}

/** The neurological examination: the grid, and how the signs add up. */
export function NeuroPanel(): ReactElement {
  const record = useRecord((whole) => whole);
  const last = useLastVisit();
  const [all, setAll] = useState(false);
  return (
    <Panel id="visit-neuro" title={words.neuro} aside={<GridKeys hasLast={last !== null} />} flush>
      <div className={classes['layout']}>
        <div>
          <NeuroGrid sections={shownSections(record, all)} />
          <p className={classes['help']}>
            <LinkButton expanded={all} onClick={() => setAll(!all)}>
              {all ? words.lessNeuro : words.moreNeuro}
            </LinkButton>
          </p>
        </div>
        <aside className={classes['aside']} aria-label={words.addUpHelp}>
          <FeelingFigure />
          <p className={classes['help']}>{words.areasDiffer}</p>
          <ScoreBars side="left" />
          <ScoreBars side="right" />
          <p className={classes['help']}>{words.addUpHelp}</p>
        </aside>
      </div>
    </Panel>
  );
}

function GridKeys({ hasLast }: { hasLast: boolean }): ReactElement {
  return (
    <span className={classes['keys']}>
      <Kbd>0–5</Kbd> {words.neuroKeys.grade} <Kbd>N</Kbd> {words.neuroKeys.notTested} <Kbd>*</Kbd> {words.neuroKeys.pain} <Kbd>D</Kbd>{' '}
      {words.neuroKeys.declined} <Kbd>J</Kbd> {text.visit.further.reinforcementKey}
      {hasLast && (
        <>
          {' '}
          <Kbd>S</Kbd> {words.neuroKeys.same}
        </>
      )}
    </span>
  );
}
