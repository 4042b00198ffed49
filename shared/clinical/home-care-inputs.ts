import type { FollowUp, RedFlagRow, Urgency } from '../schemas/assessment.ts';
import type { Answer } from '../schemas/common.ts';
import type { Fact } from '../schemas/red-flag-answers.ts';
import type { ModuleId, Phase } from '../schemas/plan.ts';
import { K } from './constants.ts';
import { rfNumber } from './red-flag-inputs.ts';

/**
 * A set of contraindications (spec 7.2): `no` when every item was answered no, `yes` when any was answered yes, `open` otherwise.
 * `items` names the items answered yes, or those still open.
 */
export type CheckSet = { state: 'no' | 'yes' | 'open'; items: readonly string[] };

/** The anti-inflammatory set (spec 7.3), with the items that decide it in words. `openItems` empty = complete. */
export type NsaidSet = {
  discussed: boolean;
  hardItems: readonly string[];
  holdItems: readonly string[];
  openItems: readonly string[];
  cleared: boolean;
};

type E17 = 'better' | 'same' | 'worse' | 'nd';

/** Everything section 7 reads (spec 7.0 "Fields read by section 7"), with day counts already made. */
export type HomeCareInput = {
  rows: readonly Pick<RedFlagRow, 'row' | 'urgency'>[];
  /** Required facts unasked: those no reason replaces, and the others (spec 7.0 row 2). */
  blocking: readonly Fact[];
  otherUnasked: readonly Fact[];
  reasonRecorded: boolean;
  openEarlierEmergency: boolean;
  discussionResolved: boolean;
  phaseTick: Phase | null;
  picked: readonly ModuleId[];
  removed: readonly ModuleId[];
  flareDay: number | null;
  episodeDays: number | null;
  flaresInSixMonths: number;
  irritableTick: boolean;
  settleMinutes: number | null;
  legNprs: number | null;
  temperaturePreference: 'cold' | 'heat' | 'none' | 'unasked';
  cold: CheckSet;
  heat: CheckSet;
  pressure: CheckSet;
  numbSite: Answer;
  numbButtock: Answer;
  diabetes: Answer;
  siteSensation: 'normal' | 'reduced' | 'nt';
  e17Flexion: E17;
  e17Extension: E17;
  sittingWorse: Answer;
  bendingWorse: Answer;
  extensionEases: Answer;
  lyingOnBack: 'eases' | 'same' | 'worse' | 'nd';
  stenosis: boolean;
  vascular: boolean;
  hipOsteoarthritis: boolean;
  floorSafe: Answer;
  kneeOrHipLimit: Answer;
  jointReplacement: Answer;
  pregnant: 'no' | 'yes' | 'possible' | 'trying' | 'unasked';
  pregnantWeeks: number | null;
  abdominalSurgeryDays: number | null;
  longSitting: Answer;
  lifting: Answer;
  manualWork: Answer;
  stress: Answer;
  poorSleep: Answer;
  triggers: number;
  walkingRaisesOver30Min: Answer;
  walkingWorsensSittingEases: Answer;
  footwearAdviceGiven: boolean;
  rollingAllowed: boolean;
  clinicNotes: boolean;
  nsaid: NsaidSet;
  rollerUsed: Answer;
  anticoagulant: Answer;
  slrWorse: boolean;
  result: FollowUp['result'] | null;
};

/** The derived conditions of spec 7.1 and 7.2 that the module table names. */
export type HomeCareFacts = HomeCareInput & {
  phase: Phase;
  irritable: boolean;
  /** K31. */
  early: boolean;
  emergencyRow: boolean;
  discussionRow: boolean;
  urgentRow: boolean;
  /** An RF-09 or RF-10 row, an RF-09 row, an RF-13 row, an RF-16 or RF-18 row, each of urgency E, D or U. */
  weakRow: boolean;
  footDropRow: boolean;
  fractureRow: boolean;
  limbOrClotRow: boolean;
  /** Pregnant and not to lie flat: weeks unknown or K34. */
  flat: boolean;
  /** The last known result is WORSE or NEURO WORSE. */
  worse: boolean;
  /** Picks that were not taken off again. */
  activePicks: readonly ModuleId[];
};

const ABOVE_ROUTINE: ReadonlySet<Urgency> = new Set<Urgency>(['E', 'D', 'U']);

/** A row of one of these RF numbers with urgency E, D or U. */
export function hasActingRow(input: Pick<HomeCareInput, 'rows'>, ...numbers: readonly string[]): boolean {
  return input.rows.some(({ row, urgency }) => ABOVE_ROUTINE.has(urgency) && numbers.includes(rfNumber(row)));
}

function hasUrgency(input: Pick<HomeCareInput, 'rows'>, urgency: Urgency): boolean {
  return input.rows.some((row) => row.urgency === urgency);
}

/** K29, K30 or the tick (spec 7.1). */
export function isIrritable(input: Pick<HomeCareInput, 'irritableTick' | 'legNprs' | 'settleMinutes'>): boolean {
  return (
    input.irritableTick ||
    (input.legNprs !== null && input.legNprs >= K.K29_IRRITABLE_PAIN_NPRS) ||
    (input.settleMinutes !== null && input.settleMinutes > K.K30_IRRITABLE_SETTLE_MIN)
  );
}

/** K31: within the first two days of this flare; false while its start is not recorded. */
export function isEarly(input: Pick<HomeCareInput, 'flareDay'>): boolean {
  return input.flareDay !== null && input.flareDay <= K.K31_EARLY_DAYS;
}

/** Adds the derived conditions to the inputs of a visit. `phase` comes from spec 7.1. */
export function deriveHomeCare(input: HomeCareInput, phase: Phase): HomeCareFacts {
  return {
    ...input,
    phase,
    irritable: isIrritable(input),
    early: isEarly(input),
    emergencyRow: hasUrgency(input, 'E'),
    discussionRow: hasUrgency(input, 'D'),
    urgentRow: hasActingRow(input, ...input.rows.map(({ row }) => rfNumber(row))),
    weakRow: hasActingRow(input, 'RF-09', 'RF-10'),
    footDropRow: hasActingRow(input, 'RF-09'),
    fractureRow: hasActingRow(input, 'RF-13'),
    limbOrClotRow: hasActingRow(input, 'RF-16', 'RF-18'),
    flat: input.pregnant === 'yes' && (input.pregnantWeeks === null || input.pregnantWeeks >= K.K34_FLAT_LIMIT_WEEKS),
    worse: input.result === 'WORSE' || input.result === 'NEURO WORSE',
    activePicks: input.picked.filter((id) => !input.removed.includes(id)),
  };
}
