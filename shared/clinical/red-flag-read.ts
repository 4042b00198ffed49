import type { PerSide, Side } from '../schemas/common.ts';
import type { NeuroSide } from '../schemas/neuro-exam.ts';
import { MUSCLES } from '../schemas/neuro-exam.ts';
import type { Modifier } from '../schemas/red-flag-answers.ts';
import { MODIFIERS, ONSET_ITEMS } from '../schemas/red-flag-answers.ts';
import type { Intake, VisitRecord } from '../schemas/visit.ts';
import { furthestLevels } from './body-chart.ts';
import { K } from './constants.ts';
import { daysSince } from './day-counts.ts';
import { legNprs } from './follow-up-measures.ts';
import { mrcNumber } from './neuro-grades.ts';
import type { DatedOnset, RedFlagInput, TestedPower } from './red-flag-inputs.ts';
import { calfDifference, saddleFinding } from './sensitive-exam.ts';

/** Inputs that other sections derive from the visit and the earlier ones (spec 5.2). */
export type DerivedInput = Pick<
  RedFlagInput,
  'objectiveDeficit' | 'powerDrop' | 'reflexFall2' | 'upperMotorNeurone' | 'multiRoot' | 'tensionPositive' | 'result' | 'daysSinceFirst'
>;

/** Stands for the derived inputs while only RF-16 and RF-18 are tried, which read none of them (spec 0.1 step 3). */
export const NOTHING_DERIVED: DerivedInput = {
  objectiveDeficit: false,
  powerDrop: false,
  reflexFall2: false,
  upperMotorNeurone: false,
  multiRoot: false,
  tensionPositive: false,
  result: null,
  daysSinceFirst: null,
};

/** Ticked modifiers with what another field of the visit says: those asked again before the sheet, and long steroids are steroids. */
export function modifiersOf(record: VisitRecord): Modifier[] {
  const ticked = new Set(record.redFlags.modifiers);
  if (record.plan.diabetes === 'yes') ticked.add('diabetes');
  if (ticked.has('steroid3m')) ticked.add('steroids');
  const { pressure, abdominalSurgeryOn } = record.plan;
  if (pressure.fragility_fracture === 'yes') ticked.add('osteoporosis');
  const bellyDays = daysSince(abdominalSurgeryOn, record.visitOn);
  if (pressure.recent_surgery === 'yes' || (bellyDays !== null && bellyDays <= K.K37_BELLY_OPERATION_DAYS)) ticked.add('surgery');
  return MODIFIERS.filter((modifier) => ticked.has(modifier));
}

type BackPain = Pick<RedFlagInput, 'backPain' | 'backPainUnrecorded'>;

/**
 * Back pain reads as absent only when a 24-hour score of 0 was recorded, none above 0, and the back is not marked on the chart. Not
 * recorded is not "none": the infection rows would otherwise pass someone over.
 */
function backPainOf({ backPain, regions }: Intake): BackPain {
  const scores = [backPain.now, backPain.average24h, backPain.worst24h];
  if (scores.some((score) => score !== null && score >= 1) || regions.right.includes('back') || regions.left.includes('back')) {
    return { backPain: true, backPainUnrecorded: false };
  }
  const unrecorded = backPain.average24h === null && backPain.worst24h === null;
  return { backPain: unrecorded, backPainUnrecorded: unrecorded };
}

/** Grades tested today; carried, untested and declined cells stay out. */
function testedPower(side: NeuroSide): RedFlagInput['power'][Side] {
  const power: RedFlagInput['power'][Side] = {};
  for (const muscle of MUSCLES) {
    const cell = side.mrc[muscle];
    if (cell?.state !== 'tested') continue;
    const tested: TestedPower = { grade: mrcNumber(cell.grade), painLimited: cell.painLimited };
    power[muscle] = tested;
  }
  return power;
}

function datedOnsets(record: VisitRecord): RedFlagInput['onsets'] {
  const onsets: RedFlagInput['onsets'] = {};
  for (const item of ONSET_ITEMS) {
    const onset = record.redFlags.onsets[item];
    if (onset === undefined) continue;
    const dated: DatedOnset = {
      days: daysSince(onset.startedOn, record.visitOn),
      worse: onset.worse,
      causeKnown: onset.causeKnown,
    };
    onsets[item] = dated;
  }
  return onsets;
}

/** Whether the foot pulse of each side was tested and absent (E20). */
export function footPulseAbsent(record: VisitRecord): PerSide<boolean> {
  return { right: record.neuro.right.footPulse === 'absent', left: record.neuro.left.footPulse === 'absent' };
}

/** The inputs of the red-flag rows from a visit record: day counts made from its dates, nothing presumed from what is missing. */
export function readRedFlagInput(record: VisitRecord, ageYears: number, derived: DerivedInput): RedFlagInput {
  const { intake, redFlags, neuro, otherExam, visitOn } = record;
  return {
    answers: redFlags.answers,
    onsets: datedOnsets(record),
    saddle: saddleFinding(otherExam),
    bilateralDays: daysSince(intake.secondSideStartedOn, visitOn),
    bilateralWorse: intake.secondSideWorse,
    walkRelated: intake.walkRelated,
    weakDays: daysSince(redFlags.weakStartedOn, visitOn),
    dropDays: daysSince(redFlags.dropStartedOn, visitOn),
    weakCauseKnown: redFlags.weakCauseKnown,
    coldDays: daysSince(redFlags.coldStartedOn, visitOn),
    backDays: daysSince(intake.episodeStartedOn, visitOn),
    coldSide: redFlags.coldSide,
    calfSide: redFlags.calfSide,
    ageYears,
    // Smoking, asked again before the tablets (spec 7.3), is having smoked.
    smoked: record.plan.nsaid.items.smoking === 'yes' ? 'yes' : redFlags.smoked,
    pregnant: intake.pregnant,
    ...backPainOf(intake),
    temperatureC: otherExam.temperatureC,
    calfDifferenceCm: calfDifference(otherExam),
    percussionTender: otherExam.percussionTender,
    deformity: otherExam.deformity,
    bruise: otherExam.bruise,
    bellyMass: otherExam.bellyMass,
    footPulseAbsent: footPulseAbsent(record),
    power: { right: testedPower(neuro.right), left: testedPower(neuro.left) },
    level: furthestLevels(intake),
    legNprs: legNprs(record),
    modifiers: modifiersOf(record),
    fractureCleared: redFlags.fractureCleared,
    homeCareDays: intake.homeCareDays,
    homeCareBetter: intake.homeCareBetter,
    ...derived,
  };
}
