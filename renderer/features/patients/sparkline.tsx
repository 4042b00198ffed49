import type { ReactNode } from 'react';

type SparklineProps = {
  /** NPRS values 0 to 10, oldest first. */
  values: readonly number[];
};

const WIDTH = 46;
const HEIGHT = 16;
const PAD = 3;
const NPRS_MAX = 10;

/** The course of the leg pain as a small line; the numbers stand beside it in words, so it is hidden from a screen reader. */
export function Sparkline({ values }: SparklineProps): ReactNode {
  const step = values.length > 1 ? (WIDTH - 2 * PAD) / (values.length - 1) : 0;
  const points = values.map((value, index): [number, number] => [
    values.length > 1 ? PAD + index * step : WIDTH - PAD,
    PAD + (1 - value / NPRS_MAX) * (HEIGHT - 2 * PAD),
  ]);
  const last = points.at(-1);
  if (last === undefined) return null;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <polyline points={points.map((point) => point.join(',')).join(' ')} fill="none" stroke="var(--ink-2)" strokeWidth="1.4" />
      <circle cx={last[0]} cy={last[1]} r="2.6" fill="var(--ink)" />
    </svg>
  );
}
