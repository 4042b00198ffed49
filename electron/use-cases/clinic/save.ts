import type { Input, Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { readClinic, updateClinic } from '../../db/repositories/clinic.ts';
import type { DeskHost } from '../context.ts';
import { rememberHeaderFacts } from '../desk/unlock.ts';

/** Stores the settings of revision `revision`. Error: `conflict` when they were changed since. */
export function saveClinic(host: DeskHost, { revision, ...clinic }: Input<'clinic.save'>): Result<Output<'clinic.save'>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const saved = desk.write((db) => (updateClinic(db, revision, clinic) ? ok(null) : fail('conflict')));
  if (!saved.ok) return saved;
  rememberHeaderFacts(host, desk);
  return ok(readClinic(desk.read));
}
