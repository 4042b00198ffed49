import type { ReactElement } from 'react';
import { POSTURE_FIGURES, type Posture } from '../../../../shared/figures/postures.ts';
import classes from './figures.module.css';

/** The silhouette of a posture for the body strip. Decorative: its name stands beside it. */
export function PostureIcon({ posture }: { posture: Posture }): ReactElement {
  const figure = POSTURE_FIGURES[posture];
  return (
    <svg className={classes['posture']} viewBox={figure.viewBox} aria-hidden="true">
      {figure.paths.map((path) => (
        <path key={path} d={path} />
      ))}
      <path d={figure.ground} className={classes['ground']} />
    </svg>
  );
}
