import type { Assessment } from '../schemas/assessment.ts';
import type { Side } from '../schemas/common.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { distalLevel } from './body-chart.ts';

/**
 * Whether the features line of one side (spec 3.3) says something: one is present, or none is and each was asked and tested. "0 of 4" of
 * what nobody looked for reads as four findings that are absent.
 */
export function areFeaturesKnown(record: VisitRecord, { root }: Pick<Assessment, 'root'>, side: Side): boolean {
  if (root[side].features.count > 0) return true;
  const { legWorseThanBack } = record.intake;
  const isAsked = legWorseThanBack === 'yes' || legWorseThanBack === 'no';
  return isAsked && distalLevel(record.intake, side) !== null && root[side].missing.length === 0;
}
