import { SIDES } from '../schemas/common.ts';
import { REFLEXES, type Gait, type Muscle } from '../schemas/neuro-exam.ts';
import { ONSET_ITEMS, type Fact } from '../schemas/red-flag-answers.ts';
import type { Region } from '../schemas/body-chart.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { blockWords } from '../text/en/home-care.ts';
import { K } from './constants.ts';
import { hasFootDrop, testedReflex, testedSensation } from './neuro-grades.ts';
import { gradedMuscles, type RedFlagInput } from './red-flag-inputs.ts';
import { calfDifference, saddleFinding } from './sensitive-exam.ts';

type Side = (typeof SIDES)[number];

/** Regions that open the upper lumbar roots: hip flexion, the upper point and the femoral stretch (spec 12.1). */
const UPPER_REGIONS: readonly Region[] = ['groin', 'front_thigh', 'inner_shin'];

function isMarked(record: VisitRecord, regions: readonly Region[]): boolean {
  return SIDES.some((side) => record.intake.regions[side].some((region) => regions.includes(region)));
}

function saddleBlock(record: VisitRecord): string[] {
  const { answers } = record.redFlags;
  const opens = ONSET_ITEMS.some((item) => item !== 'RF-04x' && (answers[item] ?? 'unasked') !== 'no') || answers['RF-06a'] === 'yes';
  if (!opens) return [];
  const saddle = saddleFinding(record.otherExam);
  if (saddle === 'nt') return [blockWords.saddle];
  return saddle === 'declined' ? [blockWords.saddleDeclined] : [];
}

/** I14 opens when walking raises leg symptoms or from K53; it counts as asked once what brings it on and an easing item are there. */
function walkingBlock(record: VisitRecord, ageYears: number): string[] {
  const { walking, walkRelated } = record.intake;
  const opens = walking.bringsOn === 'yes' || walkRelated === 'yes' || ageYears >= K.K53_CORE_AGE_YEARS;
  const easing = [walking.noPainSeated, walking.betterBendingForward, walking.stopsFor];
  const easingAsked = walking.eases.length > 0 || easing.some((answer) => answer !== 'unasked');
  const asked = walking.bringsOn !== 'unasked' && (walking.bringsOn !== 'yes' || easingAsked);
  return opens && !asked ? [blockWords.walking] : [];
}

function standingBlock(record: VisitRecord): string[] {
  const { neuro } = record;
  const opens = SIDES.some((side) => hasFootDrop(neuro, side) || neuro[side].heelWalk === 'fail' || neuro[side].toeWalk === 'fail');
  const untested = (side: Side): boolean => neuro[side].trendelenburg === 'nt' || neuro[side].trendelenburg === 'declined';
  return opens ? SIDES.filter(untested).map((side) => blockWords.trendelenburg(side)) : [];
}

function isUntested(finding: string): boolean {
  return finding === 'nt' || finding === 'declined';
}

/** E08: brisk reflex, odd gait, or a cord question answered yes. */
function cordBlock(record: VisitRecord, said: (...facts: readonly Fact[]) => boolean): string[] {
  const { neuro } = record;
  const brisk = SIDES.some((side) => REFLEXES.some((reflex) => (testedReflex(neuro, side, reflex) ?? 0) >= K.K28_REFLEX_BRISK));
  if (!brisk && !ODD_GAITS.includes(neuro.gait) && !said('RF-08c', 'RF-08d', 'RF-08e')) return [];
  return [
    ...(isUntested(neuro.plantarUp) ? [blockWords.plantar] : []),
    ...(isUntested(neuro.clonus) ? [blockWords.clonus] : []),
    ...(isUntested(neuro.toneUp) ? [blockWords.tone] : []),
  ];
}

function upperLumbarBlock(record: VisitRecord): string[] {
  if (!isMarked(record, UPPER_REGIONS)) return [];
  const { neuro } = record;
  return [
    ...SIDES.filter((side) => neuro[side].mrc.HF?.state !== 'tested').map((side) => blockWords.hipFlexion(side)),
    ...SIDES.filter((side) => testedSensation(neuro, side, 'U') === null).map((side) => blockWords.upperPoint(side)),
  ];
}

const WITH_WEAK_DORSIFLEXION = [
  ['INV', blockWords.inversion],
  ['ABD', blockWords.abduction],
  ['EV', blockWords.eversion],
] as const satisfies readonly (readonly [Muscle, (side: string) => string])[];

/** INV, ABD and EV of a side whose dorsiflexion is K25, pain-limited included. */
function weakDorsiflexionBlock(record: VisitRecord, input: RedFlagInput): string[] {
  const sides = SIDES.filter((side) =>
    gradedMuscles(input).some((each) => each.side === side && each.muscle === 'DF' && each.grade <= K.K25_MRC_WEAK),
  );
  return sides.flatMap((side) =>
    WITH_WEAK_DORSIFLEXION.filter(([muscle]) => record.neuro[side].mrc[muscle]?.state !== 'tested').map(([, words]) => words(side)),
  );
}

/** Any finding of the hip screen of this side was tested. */
function isHipScreened(record: VisitRecord, side: Side): boolean {
  const { internalRotationDeg, ...findings } = record.otherExam.hip[side];
  return internalRotationDeg !== null || Object.values(findings).some((finding) => !isUntested(finding));
}

/** Gaits that open the cord signs; a limp from pain does not (spec 12.1). */
const ODD_GAITS: readonly Gait[] = ['high_stepping', 'unsteady', 'other'];

function lyingBlocks(record: VisitRecord, ageYears: number, said: (...facts: readonly Fact[]) => boolean): string[] {
  const { intake, neuro, otherExam, redFlags } = record;
  const brittle = redFlags.modifiers.includes('osteoporosis') || redFlags.modifiers.includes('steroid3m');
  const boneRisk = brittle || ageYears > K.K14_FRAIL_AGE_YEARS || said('RF-13a', 'RF-13b');
  const flowRisk =
    intake.walking.bringsOn === 'yes' || intake.walkRelated === 'yes' || said('RF-16a', 'RF-16b') || ageYears >= K.K53_CORE_AGE_YEARS;
  return [
    ...(flowRisk ? SIDES.filter((side) => isUntested(neuro[side].footPulse)).map((side) => blockWords.footPulse(side)) : []),
    ...(said('RF-18a', 'RF-18b', 'RF-18c') && calfDifference(otherExam) === null ? [blockWords.calf] : []),
    ...(said('RF-12a', 'RF-12b', 'RF-15a') && otherExam.temperatureC === null ? [blockWords.temperature] : []),
    ...(boneRisk && isUntested(otherExam.percussionTender) ? [blockWords.percussion] : []),
    ...(SIDES.some((side) => intake.regions[side].includes('groin') && !isHipScreened(record, side)) ? [blockWords.hip] : []),
  ];
}

function proneBlock(record: VisitRecord): string[] {
  if (!isMarked(record, UPPER_REGIONS)) return [];
  return SIDES.filter((side) => isUntested(record.neuro[side].femoralStretch)).map((side) => blockWords.femoralStretch(side));
}

/**
 * Blocks that a condition of spec 12.1 "Opens" asks for and that this visit shows untested, named in the order of the body. Nothing is
 * named for a phone contact (spec 12.4).
 */
export function notTestedBlocks(record: VisitRecord, ageYears: number, input: RedFlagInput): string[] {
  if (record.contact === 'phone') return [];
  const said = (...facts: readonly Fact[]): boolean => facts.some((fact) => record.redFlags.answers[fact] === 'yes');
  return [
    ...saddleBlock(record),
    ...walkingBlock(record, ageYears),
    ...standingBlock(record),
    ...cordBlock(record, said),
    ...upperLumbarBlock(record),
    ...weakDorsiflexionBlock(record, input),
    ...lyingBlocks(record, ageYears, said),
    ...proneBlock(record),
  ];
}
