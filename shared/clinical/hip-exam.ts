import { SIDES } from '../schemas/common.ts';
import type { HipScreen } from '../schemas/hip-exam.ts';
import type { VisitRecord } from '../schemas/visit.ts';

/** Whether a finding of the hip screen (E18) is present on either side. Not tested and declined are never present. */
export function hasHipSign(record: VisitRecord, ...signs: readonly Exclude<keyof HipScreen, 'internalRotationDeg'>[]): boolean {
  return SIDES.some((side) => signs.some((sign) => record.otherExam.hip[side][sign] === 'yes'));
}

/** Less passive movement in a hip: a knee or hip limit of the home-care gates (spec 7.0 kneeHipLimit, from E18). */
export function hasHipLimit(record: VisitRecord): boolean {
  return hasHipSign(record, 'adductionReduced', 'internalRotationReduced');
}
