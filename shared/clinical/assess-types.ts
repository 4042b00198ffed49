import type { Assessment } from '../schemas/assessment.ts';
import type { OptionalModule } from '../schemas/clinic.ts';
import type { CalendarDate } from '../schemas/common.ts';
import type { VisitRecord } from '../schemas/visit.ts';

/** A signed visit the rules may compare with. */
export type EarlierVisitForRules = {
  record: VisitRecord;
  assessment: Assessment;
  /** An E of this visit still has no outcome, neither in its record nor in a later action. */
  emergencyOpen: boolean;
};

/** What `assess` reads beside the visit record. Pure data: no clock, no I/O. */
export type AssessContext = {
  birthDate: CalendarDate;
  /** Signed visits before this one, oldest first. */
  earlier: readonly EarlierVisitForRules[];
  /** Modules this clinic has, of those it may leave out; the product's own choice where nothing is said. No other rule reads it. */
  modules?: readonly OptionalModule[];
};
