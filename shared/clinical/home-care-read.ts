import type { FollowUp, RedFlagResult } from '../schemas/assessment.ts';
import type { Answer } from '../schemas/common.ts';
import { COLD_ITEMS, HEAT_ITEMS, NSAID_HARD_ITEMS, NSAID_HOLD_ITEMS, NSAID_ITEMS, PRESSURE_ITEMS } from '../schemas/plan.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { CHECK_ITEM_NAMES, NSAID_ELSEWHERE, NSAID_ITEM_NAMES } from '../text/en/home-care.ts';
import { K } from './constants.ts';
import { daysSince } from './day-counts.ts';
import { legNprs } from './follow-up-measures.ts';
import type { CheckSet, HomeCareInput, NsaidSet } from './home-care-inputs.ts';
import { hasHipLimit } from './hip-exam.ts';
import { movementResponse, sittingWorse } from './movement-tests.ts';
import { modifiersOf } from './red-flag-read.ts';

/** What section 7 reads from the rules before it. */
export type HomeCareContext = {
  ageYears: number;
  redFlags: RedFlagResult;
  cues: { stenosis: boolean; vascular: boolean; hipOsteoarthritis: boolean };
  slrWorse: boolean;
  result: FollowUp['result'] | null;
};

function isSettled(answer: Answer): boolean {
  return answer === 'yes' || answer === 'no';
}

/** A set of contraindications: `no` only when every item was answered no (spec 7.2). */
function checkSet<Item extends keyof typeof CHECK_ITEM_NAMES>(items: readonly Item[], answers: Partial<Record<Item, Answer>>): CheckSet {
  const named = (test: (answer: Answer) => boolean): string[] =>
    items.filter((item) => test(answers[item] ?? 'unasked')).map((item) => CHECK_ITEM_NAMES[item]);
  const yes = named((answer) => answer === 'yes');
  if (yes.length > 0) return { state: 'yes', items: yes };
  const open = named((answer) => !isSettled(answer));
  return open.length > 0 ? { state: 'open', items: open } : { state: 'no', items: [] };
}

/** Diabetes: the tick among the modifiers counts as yes; without it the question decides (spec 7.0). */
function diabetesOf(record: VisitRecord): Answer {
  return record.redFlags.modifiers.includes('diabetes') ? 'yes' : record.plan.diabetes;
}

type ToldChecks = Pick<VisitRecord['plan'], 'cold' | 'heat' | 'pressure'> & { nsaid: VisitRecord['plan']['nsaid']['items'] };

/**
 * The answers of the checks, where a yes told at one place counts at each that asks the same: a bleeding disorder closes 7.3 and 7.4
 * (spec 7.5), and an operation within K37 days is one whether it was dated for lying face down, told as surgery on the spine (K44) or
 * at the rolling check itself.
 */
function toldChecks(record: VisitRecord): ToldChecks {
  const { plan, redFlags, visitOn } = record;
  const { cold, heat, pressure } = plan;
  const nsaid = plan.nsaid.items;
  const yesTo = <Item extends string>(item: Item, ...told: readonly (Answer | undefined)[]): Partial<Record<Item, Answer>> =>
    told.includes('yes') ? ({ [item]: 'yes' } as Partial<Record<Item, Answer>>) : {};
  const skinAndBlood = {
    ...yesTo('poor_circulation', cold.poor_circulation, heat.poor_circulation),
    ...yesTo('broken_skin', cold.broken_skin, heat.broken_skin),
  };
  const heart = yesTo('heart_disease', cold.heart_disease, nsaid.heart_disease);
  const bleeds = [pressure.bleeding_tendency, nsaid.bleeding_disorder];
  const bellyDays = daysSince(plan.abdominalSurgeryOn, visitOn);
  const bellySurgery: Answer = bellyDays !== null && bellyDays <= K.K37_BELLY_OPERATION_DAYS ? 'yes' : 'unasked';
  return {
    cold: { ...cold, ...skinAndBlood, ...heart },
    heat: { ...heat, ...skinAndBlood },
    pressure: {
      ...pressure,
      ...yesTo('bleeding_tendency', ...bleeds),
      ...yesTo('recent_surgery', bellySurgery, redFlags.answers['RF-22a']),
    },
    nsaid: { ...nsaid, ...heart, ...yesTo('bleeding_disorder', ...bleeds) },
  };
}

function when(holds: boolean, name: string): string[] {
  return holds ? [name] : [];
}

/** Age from which an anti-inflammatory waits for a prescriber or pharmacist (spec 7.3). */
const NSAID_HOLD_AGE_YEARS = 65;

/** The anti-inflammatory set (spec 7.3): its own items, and those that are asked elsewhere in the visit. */
function nsaidSet(record: VisitRecord, items: ToldChecks['nsaid'], ageYears: number): NsaidSet {
  const { plan, intake, redFlags } = record;
  const { discussed, clearedBy, clearedOn } = plan.nsaid;
  const modifiers = modifiersOf(record);
  const anticoagulant = redFlags.answers['RF-22c'] ?? 'unasked';
  const bowel = redFlags.answers['RF-17g'] ?? 'unasked';
  const diabetes = diabetesOf(record);
  const yes = (list: readonly (typeof NSAID_ITEMS)[number][]): string[] =>
    list.filter((item) => items[item] === 'yes').map((item) => NSAID_ITEM_NAMES[item]);
  return {
    discussed,
    hardItems: [
      ...yes(NSAID_HARD_ITEMS),
      ...when(modifiers.includes('dialysis'), NSAID_ELSEWHERE.dialysis),
      ...when(anticoagulant === 'yes', NSAID_ELSEWHERE.anticoagulant),
      ...when(intake.pregnant === 'yes', NSAID_ELSEWHERE.pregnant),
    ],
    holdItems: [
      ...yes(NSAID_HOLD_ITEMS),
      ...when(bowel === 'yes', NSAID_ELSEWHERE.bowel),
      ...when(ageYears >= NSAID_HOLD_AGE_YEARS, NSAID_ELSEWHERE.age(ageYears)),
      ...when(modifiers.includes('steroids'), NSAID_ELSEWHERE.steroids),
      ...when(intake.pregnant === 'possible' || intake.pregnant === 'trying', NSAID_ELSEWHERE.pregnancyPossible),
      ...when(intake.breastfeeding === 'yes', NSAID_ELSEWHERE.breastfeeding),
      ...when(diabetes === 'yes', NSAID_ELSEWHERE.diabetes),
    ],
    openItems: [
      ...NSAID_ITEMS.filter((item) => !isSettled(items[item] ?? 'unasked')).map((item) => NSAID_ITEM_NAMES[item]),
      ...when(!isSettled(bowel), NSAID_ELSEWHERE.bowel),
      ...when(!isSettled(anticoagulant), NSAID_ELSEWHERE.anticoagulant),
      ...when(intake.pregnant === 'unasked', NSAID_ELSEWHERE.pregnancy),
      ...when(!isSettled(intake.breastfeeding), NSAID_ELSEWHERE.breastfeeding),
      ...when(!isSettled(diabetes), NSAID_ELSEWHERE.diabetes),
    ],
    cleared: clearedBy.trim() !== '' && clearedOn !== null,
  };
}

/** The inputs of section 7 from a visit record and the rules before it. Clinic notes are not offered in this version. */
export function readHomeCareInput(record: VisitRecord, context: HomeCareContext): HomeCareInput {
  const { plan, intake, visitOn } = record;
  const { redFlags } = context;
  const told = toldChecks(record);
  // Flare triggers (S31): manual work is a circumstance, not a trigger, and does not count.
  const triggers = [plan.longSitting, plan.activityRise, plan.lifting, plan.poorSleep, plan.stress];
  return {
    rows: redFlags.rows,
    blocking: redFlags.blocking,
    otherUnasked: redFlags.open.filter((fact) => !redFlags.blocking.includes(fact)),
    reasonRecorded: record.unaskedReason.trim() !== '',
    openEarlierEmergency: redFlags.openEarlierEmergency,
    discussionResolved: redFlags.discussionResolved,
    phaseTick: plan.phaseTick,
    picked: plan.picked,
    removed: plan.removed,
    flareDay: daysSince(intake.flareStartedOn, visitOn),
    episodeDays: daysSince(intake.episodeStartedOn, visitOn),
    flaresInSixMonths: intake.flaresInSixMonths ?? 1,
    irritableTick: plan.irritable,
    settleMinutes: plan.settleMinutes,
    legNprs: legNprs(record),
    temperaturePreference: plan.temperaturePreference,
    cold: checkSet(COLD_ITEMS, told.cold),
    heat: checkSet(HEAT_ITEMS, told.heat),
    pressure: checkSet(PRESSURE_ITEMS, told.pressure),
    numbSite: plan.numbSite,
    numbButtock: plan.numbButtock,
    diabetes: diabetesOf(record),
    siteSensation: plan.siteSensation,
    e17Flexion: movementResponse(record, 'flexion'),
    e17Extension: movementResponse(record, 'extension'),
    sittingWorse: sittingWorse(record),
    bendingWorse: plan.bendingWorse,
    extensionEases: plan.extensionEases,
    lyingOnBack: plan.lyingOnBack,
    ...context.cues,
    floorSafe: plan.floorSafe,
    kneeOrHipLimit: hasHipLimit(record) ? 'yes' : plan.kneeOrHipLimit,
    jointReplacement: plan.jointReplacement,
    pregnant: intake.pregnant,
    pregnantWeeks: intake.pregnantWeeks,
    abdominalSurgeryDays: daysSince(plan.abdominalSurgeryOn, visitOn),
    longSitting: plan.longSitting,
    lifting: plan.lifting,
    manualWork: plan.manualWork,
    stress: plan.stress,
    poorSleep: plan.poorSleep,
    triggers: triggers.filter((answer) => answer === 'yes').length,
    walkingRaisesOver30Min: plan.walkingRaisesOver30Min,
    walkingWorsensSittingEases: plan.walkingWorsensSittingEases,
    footwearAdviceGiven: plan.footwearAdviceGiven,
    rollingAllowed: plan.rollingAllowed,
    clinicNotes: false,
    nsaid: nsaidSet(record, told.nsaid, context.ageYears),
    rollerUsed: plan.rollerUsed,
    anticoagulant: record.redFlags.answers['RF-22c'] ?? 'unasked',
    slrWorse: context.slrWorse,
    result: context.result,
  };
}
