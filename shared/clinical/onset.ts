import type { OnsetItem } from '../schemas/red-flag-answers.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { daysSince } from './day-counts.ts';
import * as items from './red-flag-inputs.ts';
import { saddleFinding } from './sensitive-exam.ts';

/** What the rules of spec 5.2 read of one cauda equina item, from the visit record. */
function inputOf(record: VisitRecord, item: OnsetItem): Pick<items.RedFlagInput, 'answers' | 'saddle' | 'onsets'> {
  const { answers, onsets } = record.redFlags;
  const onset = onsets[item];
  const dated =
    onset === undefined
      ? {}
      : { [item]: { days: daysSince(onset.startedOn, record.visitOn), worse: onset.worse, causeKnown: onset.causeKnown } };
  return { answers, saddle: saddleFinding(record.otherExam), onsets: dated };
}

/** Whether a cauda equina item of a visit counts as new (spec 5.2 `isNew`); an unknown onset is new (spec 0.1). */
export function isNewOnset(record: VisitRecord, item: OnsetItem): boolean {
  return items.isNewItem(inputOf(record, item), item);
}

/** Whether the item is there: answered yes, or for RF-04x an abnormal saddle examination. */
export function isPresent(record: VisitRecord, item: OnsetItem): boolean {
  return items.isPresent(inputOf(record, item), item);
}

/** Whether the item counts (spec 5.2 `active`): present, and not both old and of a known, investigated cause. */
export function isActive(record: VisitRecord, item: OnsetItem): boolean {
  return items.isActiveItem(inputOf(record, item), item);
}
