import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import type { DeskContext } from '../context.ts';

export function getClinic(desk: DeskContext): Result<Output<'clinic.get'>> {
  return ok(readClinic(desk.read));
}
