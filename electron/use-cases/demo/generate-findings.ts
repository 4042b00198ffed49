import type { Answer, CalendarDate, Side } from '../../../shared/schemas/common.ts';
import type { KeyPoint, MrcGrade, Muscle, Reflex } from '../../../shared/schemas/neuro-exam.ts';
import type { DiscussionOutcome, EmergencyAction, Fact, Modifier, OnsetItem } from '../../../shared/schemas/red-flag-answers.ts';
import type { SlrLeg } from '../../../shared/schemas/slr.ts';
import type { Quality, Region, RegionQualities } from '../../../shared/schemas/body-chart.ts';
import type { Contact, Intake, VisitRecord } from '../../../shared/schemas/visit.ts';

/** Which nerve root the course of a demo patient imitates; `none` = leg pain without loss. */
export type DemoRoot = 'none' | 'L4' | 'L5' | 'S1';

/**
 * What one visit of a demo course found, in the few values that differ between visits. Everything not named is asked and answered
 * "no", or tested and normal; a fact answered `unasked` here stays unasked.
 */
export type DemoFindings = {
  contact: Contact;
  visitOn: CalendarDate;
  side: Side;
  /** Both legs hurt; `side` is then the worse one. */
  bothLegs: boolean;
  root: DemoRoot;
  episodeStartedOn: CalendarDate;
  flareStartedOn: CalendarDate;
  legNprs: number;
  backNprs: number;
  /** Most distal level of the worse leg, 0 to 5. */
  level: number;
  /** Angle at P1 of the affected leg in whole degrees; null = not done, with `slrReason`. */
  slrDeg: number | null;
  slrReason: string;
  slrStop: NonNullable<SlrLeg['stop']>;
  power: Partial<Record<Muscle, MrcGrade>>;
  reflex: Partial<Record<Reflex, 0 | 1 | 2 | 3 | 4>>;
  sensation: Partial<Record<KeyPoint, 0 | 1 | 2>>;
  answers: Partial<Record<Fact, Answer>>;
  /** Days from the start of a cauda equina item to the visit. */
  onsetDays: Partial<Record<OnsetItem, number>>;
  modifiers: Modifier[];
  weakDays: number | null;
  dropDays: number | null;
  secondSideDays: number | null;
  rmdq: number | null;
  /** One score an activity, 0 to 10; empty = not asked. */
  psfs: number[];
  grc: number | null;
  homeCareDays: number | null;
  homeCareBetter: Answer;
  intake: Partial<Intake>;
  temperatureC: number | null;
  nextReviewOn: CalendarDate | null;
  plan: Partial<VisitRecord['plan']>;
  emergency: Partial<EmergencyAction>;
  discussion: Partial<DiscussionOutcome>;
  unaskedReason: string;
  note: string;
};

/** Regions a root's pain marks, from the buttock down, each with the level it lies at. */
const ROOT_REGIONS: Record<DemoRoot, readonly (readonly [Region, number])[]> = {
  none: [
    ['buttock', 2],
    ['back_thigh', 3],
    ['calf', 4],
  ],
  L4: [
    ['front_thigh', 3],
    ['inner_shin', 4],
  ],
  L5: [
    ['buttock', 2],
    ['back_thigh', 3],
    ['outer_shin', 4],
    ['top_foot', 5],
    ['big_toe', 5],
  ],
  S1: [
    ['buttock', 2],
    ['back_thigh', 3],
    ['calf', 4],
    ['outer_foot', 5],
    ['sole', 5],
  ],
};

/** Regions marked on the chart for pain that reaches `level` along a root. */
export function regionsFor(root: DemoRoot, level: number): Region[] {
  return ROOT_REGIONS[root].filter(([, regionLevel]) => regionLevel <= level).map(([region]) => region);
}

/** What a demo patient feels in a marked region: aching above, tingling or numbness in the foot. */
export function qualitiesFor(regions: readonly Region[]): RegionQualities {
  const inFoot: ReadonlySet<Region> = new Set(['top_foot', 'big_toe', 'outer_foot', 'sole']);
  return Object.fromEntries(
    regions.map((region): [Region, Quality[]] => [region, inFoot.has(region) ? ['tingling'] : region === 'calf' ? ['burning'] : ['ache']]),
  );
}
