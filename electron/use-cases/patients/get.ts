import type { Input } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import { getPatient } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';

/** One patient. Error: `not-found`. */
export function get(desk: DeskContext, { patientId }: Input<'patients.get'>): Result<Patient> {
  const patient = getPatient(desk.read, patientId);
  return patient ? ok(patient) : fail('not-found');
}
