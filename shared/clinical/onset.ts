import type { OnsetItem } from '../schemas/red-flag-answers.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { K } from './constants.ts';
import { daysBetween } from './day-counts.ts';

/**
 * Whether a cauda equina item counts as new (spec 5.2 `isNew`): no onset date, an onset within K10 days of the visit, or "worse in
 * the last 14 days?" answered with anything but no. An unknown onset is new (spec 0.1).
 */
export function isNewOnset(record: VisitRecord, item: OnsetItem): boolean {
  const onset = record.redFlags.onsets[item];
  if (onset === undefined || onset.startedOn === null) return true;
  return daysBetween(onset.startedOn, record.visitOn) <= K.K10_CE_NEW_DAYS || onset.worse !== 'no';
}

/** Whether the item is there: answered yes, or for RF-04x an abnormal saddle examination. */
export function isPresent(record: VisitRecord, item: OnsetItem): boolean {
  return item === 'RF-04x' ? record.otherExam.saddle === 'abnormal' : record.redFlags.answers[item] === 'yes';
}

/** Whether the item counts (spec 5.2 `active`): present, and not both old and of a known, investigated cause. */
export function isActive(record: VisitRecord, item: OnsetItem): boolean {
  const causeKnown = record.redFlags.onsets[item]?.causeKnown === true;
  return isPresent(record, item) && !(causeKnown && !isNewOnset(record, item));
}
