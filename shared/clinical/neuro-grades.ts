import type { Side } from '../schemas/common.ts';
import type { MrcCell, MrcGrade, Muscle, NeuroExam, NeuroSide, Reflex } from '../schemas/neuro-exam.ts';
import { K } from './constants.ts';
import { OTHER_SIDE } from './slr.ts';

/** MRC grade as a number 0 to 5; 4-, 4 and 4+ are all 4 (spec 3.2). */
export function mrcNumber(grade: MrcGrade): number {
  return Number(grade.charAt(0));
}

/** MRC grade tested at this visit and not limited by pain, or null. Carried, untested and declined cells never count. */
export function usableMrc(neuro: NeuroExam, side: Side, muscle: Muscle): number | null {
  const cell = neuro[side].mrc[muscle];
  return cell?.state === 'tested' && !cell.painLimited ? mrcNumber(cell.grade) : null;
}

/** Reflex grade 0 to 4 tested at this visit, or null. */
export function testedReflex(neuro: NeuroExam, side: Side, reflex: Reflex): number | null {
  const cell = neuro[side].reflex[reflex];
  return cell?.state === 'tested' ? cell.grade : null;
}

/** Light touch 0 to 2 tested at this visit, or null. */
export function testedSensation(neuro: NeuroExam, side: Side, point: keyof NeuroSide['sensation']): number | null {
  const cell = neuro[side].sensation[point];
  return cell?.state === 'tested' ? cell.grade : null;
}

/** Heel rises counted at this visit, or null. */
export function countedHeelRises(neuro: NeuroExam, side: Side): number | null {
  const { state, count } = neuro[side].heelRaise;
  return state === 'tested' ? count : null;
}

function isHeelRaisePainLimited(neuro: NeuroExam): boolean {
  return neuro.right.heelRaise.painLimited || neuro.left.heelRaise.painLimited;
}

/** Heel rises counted on both sides, neither limited by pain: stands in for plantarflexion power (spec 3.4 step 3). */
export function isHeelRaiseComplete(neuro: NeuroExam): boolean {
  return countedHeelRises(neuro, 'right') !== null && countedHeelRises(neuro, 'left') !== null && !isHeelRaisePainLimited(neuro);
}

/** Whether the heel raise fails on this side against the other (spec 3.2, K27). Both sides 0 fails on neither. */
export function isHeelRaiseFailed(neuro: NeuroExam, side: Side): boolean {
  const here = countedHeelRises(neuro, side);
  const there = countedHeelRises(neuro, OTHER_SIDE[side]);
  if (here === null || there === null || isHeelRaisePainLimited(neuro)) return false;
  return (here === 0 && there >= 1) || there - here >= K.K27_HEEL_RAISE_GAP;
}

/** Muscle whose weakness a failed functional test shows while its MRC is not tested (spec 3.2 "Effective power"). */
const FUNCTIONAL_TESTS = { DF: 'heelWalk', KE: 'sitToStand', ABD: 'trendelenburg' } as const;
const POWER_OF_A_FAILED_TEST = 4;

function isMrcEmpty(cell: MrcCell | undefined): boolean {
  return cell === undefined || cell.state !== 'tested';
}

/**
 * Effective power of one muscle, 0 to 5, or null when nothing usable was tested (spec 3.2): the MRC grade, a failed functional test
 * where there is no MRC grade, and for plantarflexion the worse of MRC and heel raise.
 */
export function effectivePower(neuro: NeuroExam, side: Side, muscle: Muscle): number | null {
  const mrc = usableMrc(neuro, side, muscle);
  if (muscle === 'PF') {
    return isHeelRaiseFailed(neuro, side) ? Math.min(mrc ?? POWER_OF_A_FAILED_TEST, POWER_OF_A_FAILED_TEST) : mrc;
  }
  if ((muscle === 'DF' || muscle === 'KE' || muscle === 'ABD') && isMrcEmpty(neuro[side].mrc[muscle])) {
    return neuro[side][FUNCTIONAL_TESTS[muscle]] === 'fail' ? POWER_OF_A_FAILED_TEST : null;
  }
  return mrc;
}

/** Whether the effective power of the muscle is K25 or less. */
export function isWeak(neuro: NeuroExam, side: Side, muscle: Muscle): boolean {
  const power = effectivePower(neuro, side, muscle);
  return power !== null && power <= K.K25_MRC_WEAK;
}

/** Whether the reflex is abnormal on this side: both sides tested, this one K26 and lower than the other (spec 3.4 step 1). */
export function isReflexAbnormal(neuro: NeuroExam, side: Side, reflex: Reflex): boolean {
  const here = testedReflex(neuro, side, reflex);
  const there = testedReflex(neuro, OTHER_SIDE[side], reflex);
  return here !== null && there !== null && here <= K.K26_REFLEX_LOW && here < there;
}

/** Foot drop: dorsiflexion MRC K24 or less, not limited by pain (spec 3.2). */
export function hasFootDrop(neuro: NeuroExam, side: Side): boolean {
  const power = usableMrc(neuro, side, 'DF');
  return power !== null && power <= K.K24_MRC_LOW;
}

/** Peroneal pattern: foot drop with effective inversion and hip abduction both 5 (spec 3.4). */
export function hasPeronealPattern(neuro: NeuroExam, side: Side): boolean {
  const NORMAL = 5;
  return hasFootDrop(neuro, side) && effectivePower(neuro, side, 'INV') === NORMAL && effectivePower(neuro, side, 'ABD') === NORMAL;
}
