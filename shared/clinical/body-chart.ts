import type { Region } from '../schemas/body-chart.ts';
import type { PerSide, Side } from '../schemas/common.ts';
import type { Intake } from '../schemas/visit.ts';

/** The level of spec 6.9 at which a region of the chart lies: 1 low back, 2 buttock or hip, 3 thigh, 4 calf or shin, 5 foot. */
export const LEVEL_OF_REGION: Readonly<Record<Region, number>> = {
  back: 1,
  buttock: 2,
  groin: 2,
  front_thigh: 3,
  back_thigh: 3,
  inner_shin: 4,
  outer_shin: 4,
  calf: 4,
  top_foot: 5,
  big_toe: 5,
  outer_foot: 5,
  little_toe: 5,
  heel: 5,
  sole: 5,
};

/** The most distal level among the marks of one side, or null while nothing is marked: an empty chart is not "no symptoms". */
export function levelFromChart(regions: readonly Region[]): number | null {
  return regions.length === 0 ? null : Math.max(...regions.map((region) => LEVEL_OF_REGION[region]));
}

/**
 * The most distal level of one side (I06): the clinician's own entry, else the one the chart shows, else null. Where the two differ the
 * own entry wins and a guard asks about it (guards.ts); only the red flags read the further of the two.
 */
export function distalLevel(intake: Pick<Intake, 'level' | 'regions'>, side: Side): number | null {
  return intake.level[side] ?? levelFromChart(intake.regions[side]);
}

/** `distalLevel` of both sides. */
export function distalLevels(intake: Pick<Intake, 'level' | 'regions'>): PerSide<number | null> {
  return { right: distalLevel(intake, 'right'), left: distalLevel(intake, 'left') };
}

/**
 * The level of each side that the red flags read (spec 5.2 levelR, levelL): the further down of the clinician's own entry and the chart,
 * so that neither can hide the other.
 */
export function furthestLevels({ level, regions }: Pick<Intake, 'level' | 'regions'>): PerSide<number | null> {
  const furthest = (side: Side): number | null => {
    const known = [level[side], levelFromChart(regions[side])].filter((one) => one !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  return { right: furthest('right'), left: furthest('left') };
}
