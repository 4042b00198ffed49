import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { patientInputSchema, type Patient } from '../../../shared/schemas/patient.ts';
import { endFormDraft } from '../../db/repositories/form-draft.ts';
import { getPatient, insertPatient } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';
import { checkBirthDate } from './check-birth-date.ts';

/**
 * Stores a new patient under the id the window made. A likely duplicate is not refused: the window has shown it and asked. The same
 * request again answers with the stored patient; the same id with another content is `duplicate`. Error: `invalid-input`.
 */
export function create(desk: DeskContext, { patientId, patient }: Input<'patients.create'>): Result<Patient> {
  const checked = checkBirthDate(patient, desk.clock);
  if (!checked.ok) return checked;
  return desk.write((db): Result<Patient> => {
    const before = getPatient(db, patientId);
    if (before) return isDeepStrictEqual(patientInputSchema.parse(before), patient) ? ok(before) : fail('duplicate');
    insertPatient(db, patientId, patient);
    endFormDraft(db, desk.user.userId, patientId);
    const stored = getPatient(db, patientId);
    return stored ? ok(stored) : fail('not-found');
  });
}
