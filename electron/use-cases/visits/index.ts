import type { Handlers } from '../context.ts';
import { addAddendum } from './add-addendum.ts';
import { discardDraft } from './discard-draft.ts';
import { getChart } from './get-chart.ts';
import { getVisit } from './get-visit.ts';
import { handOver } from './hand-over.ts';
import { listEarlier } from './list-earlier.ts';
import { openVisit } from './open-visit.ts';
import { recordFlagAction } from './record-flag-action.ts';
import { saveDraft } from './save-draft.ts';
import { signVisit } from './sign-visit.ts';
import { startVisit } from './start-visit.ts';
import { voidVisit } from './void-visit.ts';

/** Channels about visits, and the patient page that is made of them. */
export const visitHandlers: Handlers<
  | 'visits.start'
  | 'visits.open'
  | 'visits.earlier'
  | 'visits.saveDraft'
  | 'visits.discardDraft'
  | 'visits.sign'
  | 'visits.handOver'
  | 'visits.void'
  | 'visits.get'
  | 'visits.addAddendum'
  | 'visits.recordFlagAction'
  | 'patients.chart'
> = {
  'visits.start': startVisit,
  'visits.open': openVisit,
  'visits.earlier': listEarlier,
  'visits.saveDraft': saveDraft,
  'visits.discardDraft': discardDraft,
  'visits.sign': signVisit,
  'visits.handOver': handOver,
  'visits.void': voidVisit,
  'visits.get': getVisit,
  'visits.addAddendum': addAddendum,
  'visits.recordFlagAction': recordFlagAction,
  'patients.chart': getChart,
};
