import type { SheetPlan } from '../../schemas/assessment.ts';
import type { ModuleId } from '../../schemas/plan.ts';

/** A source as the screen names it: a number of the references, or words where no study stands behind a rule. */
export type RuleSource = number | string;

const teaching = (...statements: readonly string[]): string => `teaching text, ${statements.join(', ')}; not a study`;

/** Where each module comes from (spec 7.2, column Source; 7.3 and 7.4 for tablets and rolling). */
export const MODULE_SOURCES: Readonly<Record<ModuleId, readonly RuleSource[]>> = {
  M01: [teaching('S13'), 98, 99, 11],
  M02: [teaching('S14'), 11, 13, 99],
  M03: [teaching('S33')],
  M04a: [95],
  M04b: [teaching('S34'), 106],
  M05: [teaching('S35'), 13],
  M06: [teaching('S16'), 13],
  M07: [teaching('S17')],
  M08: [teaching('S36', 'S39'), 13],
  M09: [teaching('S31', 'S38')],
  M10a: [teaching('S31', 'S35'), 13],
  M10b: [teaching('S31')],
  M10c: [teaching('S31', 'S52')],
  M11: [teaching('S15', 'S37', 'S43')],
  M12: [teaching('S18'), 15, 16, 101, 105],
  M12b: [13, 100, 101, 102],
  M12c: [100, 101],
  M13: [teaching('S46 to S48')],
  M14: [104],
  M15: [teaching('S38', 'S41 to S46'), 103],
  M15x: [teaching('S41 to S43')],
  M16: [teaching('S38', 'S44')],
  M17: [teaching('S36')],
  M18: [teaching('S2', 'S4', 'S6', 'S8', 'S19', 'S26 to S30', 'S51')],
  M19: ['the red-flag rules, section 5; each red flag names its own source'],
  M20: ['written by this clinic'],
};

/** Sections of the rules that decide on each module, beside the row that chose the sheet. */
export const MODULE_SECTIONS: Readonly<Partial<Record<ModuleId, string>>> = {
  M12: '7.2 and 7.3',
  M12b: '7.3',
  M12c: '7.3',
  M15: '7.2 and 7.4',
  M15x: '7.2 and 7.4',
  M16: '7.2 and 7.4',
};

/** Where the phase comes from (spec 7.1 and the constants it reads). */
export const PHASE_SOURCES: Readonly<Record<SheetPlan['phaseFrom'], readonly RuleSource[]>> = {
  rule: [teaching('S13', 'S32', 'S36'), 'the limits of irritability, six weeks and three flares are defaults of these rules'],
  tick: ['the clinician'],
};

/** Where the choice of the sheet comes from (spec 7.0). */
export const SHEET_SOURCES: readonly RuleSource[] = ['a safety rule of this desk; each red flag names its own source'];
