import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { PatientInput } from '../../../shared/schemas/patient.ts';
import type { Clock } from '../context.ts';

/** The one rule of a patient that needs a clock: nobody is born after today. Error: `invalid-input` (`birthDate`). */
export function checkBirthDate(patient: PatientInput, clock: Clock): Result<null> {
  return patient.birthDate > clock.today() ? fail('invalid-input', { fields: { birthDate: 'in-the-future' } }) : ok(null);
}
