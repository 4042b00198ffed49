import { QUALITIES, REGIONS, type Quality, type Region } from '../../../../shared/schemas/body-chart.ts';
import type { Side } from '../../../../shared/schemas/common.ts';
import type { Intake, VisitRecord } from '../../../../shared/schemas/visit.ts';

type Marks = Pick<Intake, 'regions' | 'qualities'>;

/**
 * The chart after a mark on one region. Without a quality the whole region is marked or unmarked; with one, that quality of it is, and a
 * region whose last quality goes is unmarked. Regions and qualities stay in the order of their lists, whatever the order of the clicks.
 */
export function markRegion({ regions, qualities }: Marks, side: Side, region: Region, quality: Quality | undefined): Marks {
  const marked = regions[side].includes(region);
  const stated = qualities[side][region] ?? [];
  const nextStated =
    quality === undefined ? [] : QUALITIES.filter((each) => (each === quality ? !stated.includes(each) : stated.includes(each)));
  const isMarked = quality === undefined ? !marked : nextStated.length > 0;
  const { [region]: _, ...others } = qualities[side];
  return {
    regions: { ...regions, [side]: REGIONS.filter((each) => (each === region ? isMarked : regions[side].includes(each))) },
    qualities: { ...qualities, [side]: nextStated.length === 0 ? others : { ...others, [region]: nextStated } },
  };
}

/** The chart with nothing marked on one side. */
export function clearSide({ regions, qualities }: Marks, side: Side): Marks {
  return { regions: { ...regions, [side]: [] }, qualities: { ...qualities, [side]: {} } };
}

/** A record with its chart changed. */
export function withMarks(record: VisitRecord, change: (marks: Marks) => Marks): VisitRecord {
  return { ...record, intake: { ...record.intake, ...change(record.intake) } };
}
