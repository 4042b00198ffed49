import { z } from 'zod';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { DeskContext } from '../context.ts';

const SETTING = 'sign.withPassphrase';

/** Whether signing asks for the passphrase at this clinic; not until somebody turns it on. */
export function signsWithPassphrase(desk: Pick<DeskContext, 'read'>): boolean {
  return readSetting(desk.read, SETTING, z.boolean()) ?? false;
}

export function setSignWithPassphrase(
  desk: DeskContext,
  { on }: Input<'desk.setSignWithPassphrase'>,
): Result<Output<'desk.setSignWithPassphrase'>> {
  if (on !== signsWithPassphrase(desk)) desk.write((db) => saveSetting(db, SETTING, on));
  return ok({});
}
