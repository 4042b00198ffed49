import type { Input, Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { LOCK_AFTER_AT_FIRST, lockAfterSchema, type LockAfterMinutes } from '../../../shared/schemas/lock.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { DeskContext } from '../context.ts';

const SETTING = 'lock.afterMinutes';

/** Minutes without a key or a movement after which the window locks. */
export function lockAfterMinutes(desk: DeskContext): LockAfterMinutes {
  return readSetting(desk.read, SETTING, lockAfterSchema) ?? LOCK_AFTER_AT_FIRST;
}

export function setLockAfter(desk: DeskContext, { minutes }: Input<'desk.setLockAfter'>): Result<Output<'desk.setLockAfter'>> {
  if (minutes !== lockAfterMinutes(desk)) desk.write((db) => saveSetting(db, SETTING, minutes));
  return ok({});
}
