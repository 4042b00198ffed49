import type { ReactElement } from 'react';
import type { FigureLayer } from '../../shared/figures/figure.ts';
import { homeCareFigure, type IllustratedModule } from '../../shared/figures/home-care.ts';
import { handoutText } from '../../shared/text/en/handouts.ts';
import classes from './figure.module.css';

/** The picture of a position or an exercise, the same as on the printed sheet. Takes the width of its place. */
export function HomeCareFigure({ module }: { module: IllustratedModule }): ReactElement {
  const { layers, box } = homeCareFigure(module);
  return (
    <svg
      className={classes['figure']}
      viewBox={`${box.minX} ${box.minY} ${box.width} ${box.height}`}
      role="img"
      aria-label={handoutText.pictures[module]}
    >
      {layers.map((layer, index) => (
        // The layers of a picture never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <Layer key={index} layer={layer} />
      ))}
    </svg>
  );
}

function Layer({ layer }: { layer: FigureLayer }): ReactElement {
  if (layer.kind !== 'body') return <path d={layer.path} className={classes[layer.kind]} />;
  // One path strokes all parts and another fills them, which leaves one outline around the whole.
  const path = layer.paths.join('');
  return (
    <g>
      <path d={path} className={classes[layer.isFar ? 'farOutline' : 'outline']} />
      <path d={path} className={classes['inside']} />
    </g>
  );
}
