import type { Measures } from '../schemas/visit.ts';

export type StartBackRisk = 'low' | 'medium' | 'high';

const START_BACK_LOW_MAX = 3;
const START_BACK_HIGH_MIN = 4;

/**
 * Risk group of the STarT Back tool (spec 6.6, [90]): total 0 to 3 low; else psychosocial 4 or 5 high, 0 to 3 medium. Null while a score
 * it needs is missing. A group to plan by, not a measure of change.
 */
export function startBackRisk({
  startBackTotal,
  startBackPsychosocial,
}: Pick<Measures, 'startBackTotal' | 'startBackPsychosocial'>): StartBackRisk | null {
  if (startBackTotal === null) return null;
  if (startBackTotal <= START_BACK_LOW_MAX) return 'low';
  if (startBackPsychosocial === null) return null;
  return startBackPsychosocial >= START_BACK_HIGH_MIN ? 'high' : 'medium';
}

const ODI_SECTION_MAX = 5;

/** ODI percentage of a total and the number of answered sections (spec 6.7): one missed section divides by 45. Rounded to a whole number. */
export function odiPercentOf(total: number, sections: number): number {
  return Math.round((100 * total) / (ODI_SECTION_MAX * sections));
}
