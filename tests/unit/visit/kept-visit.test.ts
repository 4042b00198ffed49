import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as FlushModule from '../../../renderer/app/flush.ts';
import type * as LiveSessionsModule from '../../../renderer/features/visit/state/live-sessions.ts';
import type { ChannelName, OpenVisit, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { NEW_CLINIC } from '../../../shared/schemas/clinic.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';

const VISIT_ID = '0197a000-0000-7000-8000-000000000009';
const SESSION = {
  user: { userId: '0197a000-0000-7000-8000-000000000001', displayName: 'Dr Ines Fontaine', role: 'admin' },
  clinic: { modules: NEW_CLINIC.modules },
} as unknown as Session;
const OPEN = {
  visitId: VISIT_ID,
  patient: { givenNames: 'Marta', familyName: 'Okafor-Lind', birthDate: '1980-01-01' },
  record: emptyVisitRecord('first', '2026-11-22', 'UTC'),
  sequence: 0,
  savedAt: null,
  pendingText: {},
  focusField: '',
  stale: false,
} as unknown as OpenVisit;

type Draft = { sequence: number; record: VisitRecord; pendingText: Record<string, string> };

let answer: (draft: Draft) => Result<unknown>;
let opened: number;
let live: typeof LiveSessionsModule;
let flush: typeof FlushModule;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.setSystemTime('2026-11-22T17:00:00Z');
  opened = 0;
  answer = () => fail('disk-full');
  const call = {
    'visits.open': async () => {
      opened += 1;
      return ok(OPEN);
    },
    'visits.earlier': async () => ok([]),
    'visits.saveDraft': async (draft: Draft) => answer(draft),
  } satisfies Partial<Record<ChannelName, unknown>>;
  vi.stubGlobal('window', { lasegue: { call, on: {} } });
  live = await import('../../../renderer/features/visit/state/live-sessions.ts');
  flush = await import('../../../renderer/app/flush.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answered = (record: VisitRecord): VisitRecord => ({
  ...record,
  redFlags: { ...record.redFlags, answers: { 'RF-02a': 'no', 'RF-04a': 'yes' } },
});

describe('a visit that could not be stored before the desk was locked', () => {
  it('is opened anew from the desk afterwards, by whoever may, and not from what this window still held', async () => {
    const session = await live.enterVisit(VISIT_ID, SESSION);
    session.store.change('redFlags', answered);
    await live.leaveVisit(VISIT_ID);
    flush.endAll();
    const again = await live.enterVisit(VISIT_ID, SESSION);
    expect(opened).toBe(2);
    expect(again).not.toBe(session);
    expect(again.store.getState().record).toEqual(OPEN.record);
  });

  it.each([
    ['the same evening', '2026-11-22T19:00:00Z', 'no', {}],
    ['the next morning', '2026-11-23T07:00:00Z', 'unasked', { 'redFlags.answers.RF-02a': 'no', 'redFlags.answers.RF-04a': 'yes' }],
  ])('is stored %s with its answers as old as they are (spec 12.5)', async (_, now, expected, waiting) => {
    const session = await live.enterVisit(VISIT_ID, SESSION);
    session.store.change('redFlags', answered);
    const [work] = flush.collectUnsent();
    flush.endAll();
    vi.setSystemTime(now);
    const stored: Draft[] = [];
    answer = (draft) => {
      stored.push(draft);
      return ok({ sequence: draft.sequence, savedAt: now, answersSetAside: false });
    };
    await work?.resend();
    expect(stored).toHaveLength(1);
    expect(stored[0]?.record.redFlags.answers).toEqual({ 'RF-02a': expected, 'RF-04a': 'yes' });
    expect(stored[0]?.pendingText).toEqual(waiting);
  });
});
