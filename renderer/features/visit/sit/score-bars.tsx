import type { ReactElement } from 'react';
import { KEY_POINTS } from '../../../../shared/schemas/neuro-exam.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import { text } from '../../../text.ts';
import { useAssessment } from '../state/visit-session.tsx';
import classes from './neuro.module.css';

const words = text.visit.exam;
/** Most points a root is likely to collect: reflex 2, motor 2, sensation 2, area 1, tension 1 (spec 3.4). */
const FULL_SCORE = 8;

/** How the signs of one side add up for each root (spec 3.4): raw points, no probability. */
export function ScoreBars({ side }: { side: Side }): ReactElement {
  const scores = useAssessment((assessment) => assessment.root[side].scores);
  return (
    <div>
      <h3 className={classes['scoreTitle']}>{words.addUp(text.app.sides[side].toLowerCase())}</h3>
      <dl className={classes['scores']}>
        {KEY_POINTS.map((root) => (
          <ScoreRow key={root} name={words.roots[root]} score={scores[root]} />
        ))}
      </dl>
    </div>
  );
}

function ScoreRow({ name, score }: { name: string; score: number }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes['scoreTrack']} aria-hidden="true">
        <div className={classes['scoreBar']} style={{ width: `${Math.min(100, (score / FULL_SCORE) * 100)}%` }} />
      </dd>
      <dd className={classes['scoreNumber']}>{score}</dd>
    </>
  );
}
