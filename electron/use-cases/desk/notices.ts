import { z } from 'zod';
import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { instantSchema } from '../../../shared/schemas/common.ts';
import { lossNoticeSchema, recoveryNoticeSchema } from '../../../shared/schemas/notices.ts';
import type { Loss } from '../../db/last-stored.ts';
import { query } from '../../db/query.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { DeskContext, DeskHost } from '../context.ts';
import { readRekeyOwed } from '../people/list.ts';

// What everyone at this desk must know, shown on Today to each of them until they have said that they read it: whoever used the recovery
// key cannot wave it away for the others. The log keeps each notice for good.

const LOSS = 'notice.loss';
export const RECOVERY_USED = 'notice.recoveryUsed';
const readBy = (userId: string): string => `notice.read.${userId}`;
const readSchema = z.object({ at: instantSchema });

/** Remembers that something acknowledged was not there when the desk was opened. */
export function reportLoss(desk: DeskContext, { changes, draftText }: Loss): void {
  desk.write((db) => saveSetting(db, LOSS, { at: desk.clock.nowInstant(), changes, draftText }));
}

export function getNotices(host: DeskHost): Result<Output<'desk.notices'>> {
  const desk = host.current();
  if (!desk) return fail('locked');
  const header = host.vault.header();
  const readAt = readSetting(desk.read, readBy(desk.user.userId), readSchema)?.at ?? '';
  const unread = <T extends { at: string }>(notice: T | null): T | null => (notice !== null && notice.at > readAt ? notice : null);
  return ok({
    loss: unread(readSetting(desk.read, LOSS, lossNoticeSchema)),
    recoveryUsed: unread(readSetting(desk.read, RECOVERY_USED, recoveryNoticeSchema)),
    clockBehind: findClockBehind(desk),
    rekeyOwedSince: desk.user.role === 'admin' ? readRekeyOwed(desk.read) : null,
    recoveryKeyMadeAt: header.ok ? (header.value.recovery?.madeAt ?? null) : null,
  });
}

/** A clock may be put right by some minutes; further behind than this, dates of visits and ages are wrong too. */
const CLOCK_BEHIND_MS = 10 * 60_000;
/** As many as may have been written since by a clock that is wrong. */
const ENTRIES_LOOKED_AT = 500;

/** Whether the clock says an earlier time than the newest entry. */
function findClockBehind(desk: DeskContext): Output<'desk.notices'>['clockBehind'] {
  const newest = (table: 'change_log' | 'access_log'): string[] =>
    desk.read.all(query.selectFrom(table).select('at').orderBy('seq', 'desc').limit(ENTRIES_LOOKED_AT)).map(({ at }) => at);
  const newestAt = [...newest('change_log'), ...newest('access_log')].toSorted().at(-1) ?? '';
  const nowAt = desk.clock.nowInstant();
  return newestAt !== '' && Date.parse(newestAt) - Date.parse(nowAt) > CLOCK_BEHIND_MS ? { newestAt, nowAt } : null;
}

/** This user has read them: they are shown to them no more. */
export function markNoticesRead(desk: DeskContext): Result<Output<'desk.markNoticesRead'>> {
  desk.write((db) => saveSetting(db, readBy(desk.user.userId), { at: desk.clock.nowInstant() }));
  return ok({});
}
