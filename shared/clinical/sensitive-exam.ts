import { hasSensitiveFinding } from '../schemas/sensitive-exam.ts';
import type { OtherExam } from '../schemas/visit.ts';

/**
 * The saddle examination as the rows read it (RF-04x): abnormal as soon as any part of it is. A normal area or tone changes nothing, so
 * no part of the examination lowers a row (spec 5.1 rule 2).
 */
export function saddleFinding(exam: Pick<OtherExam, 'saddle' | 'sensitive'>): OtherExam['saddle'] {
  return hasSensitiveFinding(exam) ? 'abnormal' : exam.saddle;
}

/** Larger minus smaller calf in centimetres (E22): the difference typed, or that of the two calves, whichever is larger. */
export function calfDifference({ calfDifferenceCm, calfCm }: Pick<OtherExam, 'calfDifferenceCm' | 'calfCm'>): number | null {
  if (calfCm.right === null || calfCm.left === null) return calfDifferenceCm;
  // In tenths of a millimetre: a difference of binary fractions would pass or miss K16 by a hair.
  const measured = Math.abs(Math.round(calfCm.right * 100) - Math.round(calfCm.left * 100)) / 100;
  return Math.max(measured, calfDifferenceCm ?? 0);
}
