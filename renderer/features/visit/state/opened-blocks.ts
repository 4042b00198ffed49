import type { CalendarDate } from '../../../../shared/schemas/common.ts';
import { SIDES } from '../../../../shared/schemas/common.ts';
import type { MrcGrade } from '../../../../shared/schemas/neuro-exam.ts';
import type { Region } from '../../../../shared/schemas/body-chart.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { ageOn } from '../../../components/dates.ts';

// Which further tests an answer opens (spec 12.1). This decides only what is shown; the rules name what is missing themselves.

const UPPER_REGIONS: readonly Region[] = ['groin', 'front_thigh', 'inner_shin'];
const WEAK_GRADES: ReadonlySet<MrcGrade> = new Set(['0', '1', '2', '3', '4-', '4', '4+']);
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
