import type { Assessment } from '../../../../shared/schemas/assessment.ts';
import type { CalendarDate } from '../../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { VISIT_PARTS, visitProgress, type PartProgress } from '../state/missing.ts';

type Named = PartProgress['missing'][number];

/** What signing names before it happens: questions not asked, tests not done, and whether a reason is needed (spec 0.1). */
export type OpenItems = { notAsked: readonly Named[]; notTested: readonly Named[]; needsReason: boolean };

/** Everything of the core set that is open. A reason is needed while a required safety question is unasked and none is recorded. */
export function openItems(record: VisitRecord, assessment: Assessment, birthDate: CalendarDate): OpenItems {
  const progress = visitProgress(record, assessment, birthDate);
  return {
    notAsked: [...progress.talk.missing, ...progress.plan.missing],
    notTested: VISIT_PARTS.filter((part) => part !== 'talk' && part !== 'plan').flatMap((part) => progress[part].missing),
    needsReason: assessment.redFlags.open.length > 0 && record.unaskedReason.trim() === '',
  };
}
