import { legNprs } from '../../../../shared/clinical/follow-up-measures.ts';
import { isIrritable } from '../../../../shared/clinical/home-care-inputs.ts';
import type { Assessment } from '../../../../shared/schemas/assessment.ts';
import type { CalendarDate } from '../../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { addDays } from '../../../components/dates.ts';
import type { text } from '../../../text.ts';

export type ReviewSuggestion = { on: CalendarDate; reason: keyof typeof text.visit.plan.suggestions };

/** Rows that ask for a phone check in 48 to 72 hours (FU-00). */
const PHONE_ROWS: ReadonlySet<string> = new Set(['RF-10d.1', 'RF-10a.1']);
/** Clinician texts of spec 5.2 that name a time: examined again within 72 hours, tested again and seen again within 7 days. */
const NUMBNESS_TEXT = 'C-NUMB';
const RETEST_TEXTS: ReadonlySet<string> = new Set(['C-WEAK4', 'C-RETEST', 'C-REFLEX']);
const CONSTANT_PAIN_TEXT = 'C-CONST';

/** FU-04: the plan of phase 3 with mood and beliefs, offered from six weeks before. */
const WEEK_TWELVE_DAYS = 84;
const WEEKS_AHEAD_DAYS = 42;

/** Dates the schedule of spec 8.1 and the action of 8.3 point to, earliest first. Offered as buttons; nothing is set by itself. */
export function suggestReviews(record: VisitRecord, assessment: Assessment): readonly ReviewSuggestion[] {
  const rows = assessment.redFlags.rows;
  const action = assessment.followUp?.action ?? '';
  const inDays = (days: number, reason: ReviewSuggestion['reason']): ReviewSuggestion => ({ on: addDays(record.visitOn, days), reason });
  const { irritable: irritableTick, settleMinutes } = record.plan;
  const irritable = isIrritable({ irritableTick, legNprs: legNprs(record), settleMinutes });
  const says = (clinicianTextId: string): boolean => rows.some((row) => row.clinicianTextId === clinicianTextId);
  const suggestions: ReviewSuggestion[] = [];
  if (action.includes('48 H')) suggestions.push(inDays(2, 'within48h'));
  else if (rows.some(({ row }) => PHONE_ROWS.has(row)) || irritable) suggestions.push(inDays(2, 'phone'));
  if (says(NUMBNESS_TEXT)) suggestions.push(inDays(3, 'numbness'));
  if (action.includes('7 D')) suggestions.push(inDays(7, 'worse'));
  else if (rows.some(({ clinicianTextId }) => RETEST_TEXTS.has(clinicianTextId))) suggestions.push(inDays(7, 'retest'));
  else if (says(CONSTANT_PAIN_TEXT)) suggestions.push(inDays(7, 'constantPain'));
  suggestions.push(record.contact === 'review' ? inDays(14, 'later') : inDays(10, 'first'));
  const weekTwelve = record.intake.episodeStartedOn === null ? null : addDays(record.intake.episodeStartedOn, WEEK_TWELVE_DAYS);
  if (weekTwelve !== null && weekTwelve > record.visitOn && weekTwelve <= addDays(record.visitOn, WEEKS_AHEAD_DAYS)) {
    suggestions.push({ on: weekTwelve, reason: 'weekTwelve' });
  }
  return suggestions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
