import type { Route, Urgency } from '../schemas/assessment.ts';
import type { ClinicianTextId, PatientTextId } from '../text/en/red-flags.ts';
import type { RedFlagFacts } from './red-flag-inputs.ts';

/**
 * One row of the table of spec 5.2. Rows that share a `block` are first match wins, in table order; blocks are independent. A row
 * whose urgency depends on a further test stands twice under the same `row`.
 */
export type RedFlagRule = {
  row: string;
  block: string;
  urgency: Urgency;
  route: Route;
  clinicianTextId: ClinicianTextId;
  patientTextId: PatientTextId;
  condition: (f: RedFlagFacts) => boolean;
  /** What in the record made the row true. Read only when the condition holds. */
  because: (f: RedFlagFacts) => string[];
};
