import type { Input, Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { searchPatients } from '../../db/repositories/patient-search.ts';
import { countPatients } from '../../db/repositories/patient.ts';
import type { DeskContext } from '../context.ts';
import { readQuery } from './read-query.ts';

/** One page of the patient list, searched, filtered and sorted in the database. */
export function search(desk: DeskContext, input: Input<'patients.search'>): Result<Output<'patients.search'>> {
  const { query, ...wanted } = input;
  const found = searchPatients(desk.read, { ...wanted, alternatives: readQuery(query), today: desk.clock.today() });
  return ok({ ...found, stored: countPatients(desk.read) });
}
