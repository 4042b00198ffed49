import { type Side, SIDES } from '../schemas/common.ts';
import { KEY_POINTS, MUSCLES, type NeuroExam, REFLEXES } from '../schemas/neuro-exam.ts';
import { ONSET_ITEMS, type OnsetItem } from '../schemas/red-flag-answers.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { FOLLOW_UP_NOTES, NEUROLOGY_ITEMS } from '../text/en/follow-up.ts';
import { K } from './constants.ts';
import { testedReflex, testedSensation, usableMrc } from './neuro-grades.ts';
import { isActive, isNewOnset, isPresent } from './onset.ts';

/** Earlier visits of this episode a visit is compared with (spec 8.2). */
export type Episode = {
  /** First visit of the episode. */
  baseline: VisitRecord;
  /** Latest visit before this one; the baseline itself at the second visit. */
  last: VisitRecord;
  /** Every earlier visit of the episode, oldest first. */
  visits: readonly VisitRecord[];
};

export type NeurologyChange = {
  items: string[];
  notes: string[];
  /** Power lower by a grade or more (spec 5.2 `drop`). */
  drop: boolean;
  /** A reflex lower by two grades or more (spec 5.2 `reflexFall2`). */
  reflexFall2: boolean;
};

const POWER_FALL = 1;
const REFLEX_FALL = 2;
const SENSATION_NORMAL = 2;

/**
 * Grades of one item that this visit is compared with: the baseline's, and that of the last visit on which the item was usable. A
 * phone contact between two examinations therefore hides no fall.
 */
function references(episode: Episode, read: (neuro: NeuroExam) => number | null): number[] {
  const baseline = read(episode.baseline.neuro);
  const last = episode.visits.map((visit) => read(visit.neuro)).findLast((grade) => grade !== null) ?? null;
  return [baseline, last].filter((grade) => grade !== null);
}

/** Cauda equina items that are new at this visit (spec 8.2 `newCE`): active, of new onset, and not there at the last visit. */
export function newCaudaEquinaItems(record: VisitRecord, last: VisitRecord): OnsetItem[] {
  return ONSET_ITEMS.filter((item) => isActive(record, item) && isNewOnset(record, item) && !isPresent(last, item));
}

/** Neurology items and notes of spec 8.2 step 1, right before left. Pain-limited, untested and carried grades are skipped. */
export function compareNeurology(record: VisitRecord, episode: Episode): NeurologyChange {
  const change: NeurologyChange = { items: [], notes: [], drop: false, reflexFall2: false };
  for (const muscle of MUSCLES) {
    for (const side of SIDES) {
      const read = (neuro: NeuroExam): number | null => usableMrc(neuro, side, muscle);
      const refs = references(episode, read);
      const now = read(record.neuro);
      if (now === null) {
        // A phone contact reports no examination item as missing (spec 12.4).
        if (refs.length > 0 && record.contact !== 'phone') change.notes.push(FOLLOW_UP_NOTES.powerNotRetested(muscle, side));
        continue;
      }
      const lower = refs.some((ref) => ref - now >= POWER_FALL);
      const newlyLow = now <= K.K24_MRC_LOW && !refs.some((ref) => ref <= K.K24_MRC_LOW);
      const baseline = read(episode.baseline.neuro);
      change.drop ||= lower;
      if (lower || newlyLow) change.items.push(NEUROLOGY_ITEMS.power(muscle, side));
      else if (baseline !== null && now - baseline >= 1) change.notes.push(FOLLOW_UP_NOTES.powerBetter(muscle, side));
    }
  }
  for (const point of KEY_POINTS) {
    for (const side of SIDES) {
      const read = (neuro: NeuroExam): number | null => testedSensation(neuro, side, point);
      const now = read(record.neuro);
      if (now !== null && now < SENSATION_NORMAL && references(episode, read).includes(SENSATION_NORMAL)) {
        change.items.push(NEUROLOGY_ITEMS.sensation(point, side));
      }
    }
  }
  for (const reflex of REFLEXES) {
    for (const side of SIDES) addReflex(record, episode, reflex, side, change);
  }
  change.items.push(...newCaudaEquinaItems(record, episode.last).map(NEUROLOGY_ITEMS.caudaEquina));
  return change;
}

function addReflex(record: VisitRecord, episode: Episode, reflex: (typeof REFLEXES)[number], side: Side, change: NeurologyChange): void {
  const read = (neuro: NeuroExam): number | null => testedReflex(neuro, side, reflex);
  const now = read(record.neuro);
  if (now === null) return;
  const fall = Math.max(0, ...references(episode, read).map((ref) => ref - now));
  if (fall >= REFLEX_FALL) {
    change.reflexFall2 = true;
    change.items.push(NEUROLOGY_ITEMS.reflex(reflex, side));
  } else if (fall === 1) {
    change.notes.push(FOLLOW_UP_NOTES.reflexOneLower(reflex, side));
  }
}
