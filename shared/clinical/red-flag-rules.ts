import type { RedFlagRow } from '../schemas/assessment.ts';
import { CLINICIAN_TEXTS, PATIENT_TEXTS } from '../text/en/red-flags.ts';
import type { RedFlagFacts } from './red-flag-inputs.ts';
import type { RedFlagRule } from './red-flag-rule.ts';
import { CAUDA_EQUINA_RULES } from './red-flag-rules-cauda-equina.ts';
import { NERVE_RULES } from './red-flag-rules-nerve.ts';
import { OTHER_RULES } from './red-flag-rules-other.ts';
import { SERIOUS_RULES } from './red-flag-rules-serious.ts';

/** Every row of spec 5.2 in order of evaluation, RF-UU apart. */
export const RED_FLAG_RULES: readonly RedFlagRule[] = [...CAUDA_EQUINA_RULES, ...NERVE_RULES, ...SERIOUS_RULES, ...OTHER_RULES];

/** A rule that fired, with its texts and what made it true. */
function toRow(rule: RedFlagRule, f: RedFlagFacts): RedFlagRow {
  const { row, urgency, route, clinicianTextId, patientTextId } = rule;
  return {
    row,
    urgency,
    route,
    clinicianTextId,
    clinicianText: CLINICIAN_TEXTS[clinicianTextId],
    patientTextId,
    patientText: PATIENT_TEXTS[patientTextId],
    because: rule.because(f),
  };
}

/**
 * Tries the rows in order: the first true row of each block is emitted, blocks are independent (spec 5.2). `blocks` limits the trial
 * to some blocks, as spec 0.1 step 3 needs for RF-16 and RF-18.
 */
export function fireRules(f: RedFlagFacts, blocks?: ReadonlySet<string>): RedFlagRow[] {
  const settled = new Set<string>();
  const rows: RedFlagRow[] = [];
  for (const rule of RED_FLAG_RULES) {
    if (settled.has(rule.block) || (blocks !== undefined && !blocks.has(rule.block)) || !rule.condition(f)) continue;
    settled.add(rule.block);
    rows.push(toRow(rule, f));
  }
  return rows;
}
