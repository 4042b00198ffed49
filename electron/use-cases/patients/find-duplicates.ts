import type { Input, Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { toNameKey, toOwnNumberKey } from '../../../shared/text-folding.ts';
import { readPatientRows } from '../../db/repositories/patient-search.ts';
import { findByNameAndBirthDate, findByOwnNumber } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';

/** Most likely duplicates shown. */
const SHOWN_MAX = 20;

/** Patients that may be the one being typed: same folded name and birth date, or same own number. Reads only. */
export function findDuplicates(
  desk: DeskContext,
  { givenNames, familyName, birthDate, ownNumber, exceptPatientId }: Input<'patients.findDuplicates'>,
): Result<Output<'patients.findDuplicates'>> {
  const nameKey = toNameKey(givenNames, familyName);
  const ownNumberKey = toOwnNumberKey(ownNumber);
  const samePerson = nameKey === '' ? [] : findByNameAndBirthDate(desk.read, nameKey, birthDate);
  const sameNumber = ownNumberKey === '' ? [] : findByOwnNumber(desk.read, ownNumberKey);
  const ids = [...new Set([...samePerson, ...sameNumber])].filter((id) => id !== exceptPatientId).slice(0, SHOWN_MAX);
  return ok(
    readPatientRows(desk.read, ids).map((patient) => ({
      patient,
      reason: samePerson.includes(patient.patientId) ? ('name_and_birth_date' as const) : ('own_number' as const),
    })),
  );
}
