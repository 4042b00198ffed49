import type { CalendarDate } from '../../../../shared/schemas/common.ts';
import { SIDES } from '../../../../shared/schemas/common.ts';
import { REFLEXES, type MrcGrade } from '../../../../shared/schemas/neuro-exam.ts';
import { ONSET_ITEMS, type Fact } from '../../../../shared/schemas/red-flag-answers.ts';
import type { Region } from '../../../../shared/schemas/body-chart.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { ageOn } from '../../../components/dates.ts';

// Which further tests an answer opens (spec 12.1). This decides only what is shown; the rules name what is missing themselves.

const UPPER_REGIONS: readonly Region[] = ['groin', 'front_thigh', 'inner_shin'];
const WEAK_GRADES: ReadonlySet<MrcGrade> = new Set(['0', '1', '2', '3', '4-', '4', '4+']);
/** K28, K14 */
const BRISK_GRADE = 3;
const FRAIL_AGE = 70;
/** K53 */
const CORE_AGE = 60;

/** Groin, front of thigh or inner shin marked: hip flexion, the thigh point and the femoral stretch. */
export function opensUpperRoots(record: VisitRecord): boolean {
  return SIDES.some((side) => UPPER_REGIONS.some((region) => record.intake.regions[side].includes(region)));
}

/** Weak dorsiflexion: inversion, eversion and hip abduction. */
export function opensAnkleMuscles(record: VisitRecord): boolean {
  return SIDES.some((side) => {
    const cell = record.neuro[side].mrc.DF;
    return cell?.state === 'tested' && WEAK_GRADES.has(cell.grade);
  });
}

/** Walking-related symptoms, a cold leg, or age: foot pulses. */
export function opensPulses(record: VisitRecord, birthDate: CalendarDate): boolean {
  const { answers } = record.redFlags;
  return (
    record.intake.walking.bringsOn === 'yes' ||
    record.intake.walkRelated === 'yes' ||
    answers['RF-16a'] === 'yes' ||
    answers['RF-16b'] === 'yes' ||
    ageOn(birthDate, record.visitOn) >= CORE_AGE
  );
}

const says = (record: VisitRecord, ...facts: readonly Fact[]): boolean => facts.some((fact) => record.redFlags.answers[fact] === 'yes');

/** Brisk reflex, odd gait or a cord question answered yes: plantar response, clonus and tone. */
export function opensCordSigns(record: VisitRecord): boolean {
  const isBrisk = SIDES.some((side) =>
    REFLEXES.some((reflex) => {
      const cell = record.neuro[side].reflex[reflex];
      return cell?.state === 'tested' && cell.grade >= BRISK_GRADE;
    }),
  );
  const isOdd = ['high_stepping', 'unsteady', 'other'].includes(record.neuro.gait);
  return isBrisk || isOdd || says(record, 'RF-08c', 'RF-08d', 'RF-08e');
}

/** Groin marked: hip screen. */
export function opensHip(record: VisitRecord): boolean {
  return SIDES.some((side) => record.intake.regions[side].includes('groin'));
}

/** A calf question answered yes: calves. */
export function opensCalf(record: VisitRecord): boolean {
  return says(record, 'RF-18a', 'RF-18b', 'RF-18c');
}

/** Bone risk, or sudden belly and back pain: spine and belly. */
export function opensSpine(record: VisitRecord, birthDate: CalendarDate): boolean {
  const { modifiers } = record.redFlags;
  const isBrittle = modifiers.includes('osteoporosis') || modifiers.includes('steroid3m') || ageOn(birthDate, record.visitOn) > FRAIL_AGE;
  return isBrittle || says(record, 'RF-13a', 'RF-13b', 'RF-15a', 'RF-15c');
}

/** Fever, feeling ill, or sudden belly and back pain: temperature. */
export function opensTemperature(record: VisitRecord): boolean {
  return says(record, 'RF-12a', 'RF-12b', 'RF-15a');
}

/** A bladder, bowel, saddle or sex answer other than no, or symptoms in both legs: saddle and bladder. Not yet asked opens nothing. */
export function opensSaddle(record: VisitRecord): boolean {
  const { answers } = record.redFlags;
  const isRaised = ONSET_ITEMS.some((item) => item !== 'RF-04x' && !['no', 'unasked', undefined].includes(answers[item]));
  return isRaised || answers['RF-06a'] === 'yes';
}
