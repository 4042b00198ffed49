import type { Input } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import { getPatient, updatePatient } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';
import { checkBirthDate } from './check-birth-date.ts';

/** Stores an edit of revision `revision`. Errors: `not-found`, `conflict` (changed since it was read), `invalid-input`. */
export function update(desk: DeskContext, { patientId, revision, patient }: Input<'patients.update'>): Result<Patient> {
  const checked = checkBirthDate(patient, desk.clock);
  if (!checked.ok) return checked;
  return desk.write((db): Result<Patient> => {
    if (!getPatient(db, patientId)) return fail('not-found');
    if (!updatePatient(db, patientId, revision, patient)) return fail('conflict');
    const stored = getPatient(db, patientId);
    return stored ? ok(stored) : fail('not-found');
  });
}
