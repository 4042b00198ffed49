import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as DeskStateModule from '../../../renderer/app/desk-state.ts';
import type * as FlushModule from '../../../renderer/app/flush.ts';
import type * as RoutesModule from '../../../renderer/app/routes.ts';
import type { ChannelName, EventName, Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { NEW_CLINIC } from '../../../shared/schemas/clinic.ts';

const USER = { userId: '0197a000-0000-7000-8000-000000000001', displayName: 'Dr Ines Fontaine', role: 'admin' } as const;
const OTHER_USER = { userId: '0197a000-0000-7000-8000-000000000002', displayName: 'Dr Amaru Quispe', role: 'clinician' } as const;
const SESSION: Session = {
  user: USER,
  isDemo: false,
  clinic: {
    name: 'Northfield Physiotherapy',
    phone: '1',
    emergencyNumber: '999',
    emergencyDepartment: 'A&E',
    ...NEW_CLINIC,
    logo: null,
    paper: 'A4',
    dateFormat: 'D MMM YYYY',
    revision: 1,
  },
  today: '2026-11-23',
  timeZone: 'Europe/London',
  lockAfterMinutes: 5,
  signWithPassphrase: false,
};
const LOCKED = ok({ state: 'locked', problem: null, isDemo: false, users: [USER], clinicName: '', retryAfterSeconds: 0 });

/** Path of the field the person is in. */
let focusedPath = '';

type Answer = () => Result<unknown> | Promise<Result<unknown>>;

/** A window with a bridge whose answers the test gives, and the modules of the window loaded afresh. */
async function startWindow(): Promise<{
  calls: ChannelName[];
  answers: Partial<Record<ChannelName, Answer>>;
  emit: (event: EventName) => void;
  closeWindow: ReturnType<typeof vi.fn>;
  desk: typeof DeskStateModule;
  flush: typeof FlushModule;
  routes: typeof RoutesModule;
}> {
  vi.resetModules();
  const calls: ChannelName[] = [];
  const answers: Partial<Record<ChannelName, Answer>> = { 'desk.status': () => LOCKED };
  const listeners = new Map<string, () => void>();
  const closeWindow = vi.fn();
  const call = new Proxy(
    {},
    {
      get: (_, channel: ChannelName) => async () => {
        calls.push(channel);
        return answers[channel]?.() ?? ok({});
      },
    },
  );
  const on = new Proxy(
    {},
    {
      get: (_, event: string) => (listener: () => void) => {
        listeners.set(event, listener);
        return () => listeners.delete(event);
      },
    },
  );
  vi.stubGlobal('document', { activeElement: { closest: () => ({ getAttribute: () => focusedPath }) } });
  vi.stubGlobal('window', { lasegue: { call, on }, close: closeWindow });
  const desk = await import('../../../renderer/app/desk-state.ts');
  const flush = await import('../../../renderer/app/flush.ts');
  const routes = await import('../../../renderer/app/routes.ts');
  desk.startDeskState();
  await vi.waitFor(() => expect(desk.deskState().phase).toBe('closed'));
  return { calls, answers, emit: (event) => listeners.get(event)?.(), closeWindow, desk, flush, routes };
}

describe('the way in and out of the desk', () => {
  let app: Awaited<ReturnType<typeof startWindow>>;
  const visit = { page: 'visit', visitId: USER.userId, focusField: 'note' } as const;
  const resend = vi.fn(async () => undefined);
  const work = { title: 'First visit', patientName: 'Marta Okafor-Lind', resend, route: visit };
  const whatItIs = (): string => {
    const state = app.desk.deskState();
    return state.phase === 'closed' ? `closed: ${state.reason ?? ''}` : state.phase;
  };

  beforeEach(async () => {
    focusedPath = 'note';
    app = await startWindow();
    app.desk.opened(SESSION);
    app.calls.length = 0;
  });

  it('stores drafts before it locks, and shows the same page to the same user afterwards', async () => {
    app.flush.registerFlusher({
      flush: async () => {
        expect(app.desk.deskState().phase).toBe('leaving');
        expect(app.calls).toEqual([]);
      },
      unsent: () => null,
    });
    app.routes.navigate(visit);
    await app.desk.leave('lock');
    expect(app.calls).toEqual(['shell.lock', 'desk.status']);
    expect(whatItIs()).toBe('closed: locked');
    app.desk.opened(SESSION);
    expect(app.routes.currentRoute()).toEqual(visit);
  });

  it('leads back to the field of the draft the person was in, not the one the page began with', async () => {
    app.routes.navigate(visit);
    focusedPath = 'slr.right.p1AngleDeg';
    await app.desk.leave('idle');
    focusedPath = 'passphrase';
    expect(whatItIs()).toBe('closed: idle');
    app.desk.opened(SESSION);
    expect(app.routes.currentRoute()).toEqual({ ...visit, focusField: 'slr.right.p1AngleDeg' });
  });

  it('shows Today to another user', async () => {
    app.routes.navigate(visit);
    await app.desk.leave('lock');
    app.desk.opened({ ...SESSION, user: OTHER_USER });
    expect(app.routes.currentRoute()).toEqual({ page: 'today' });
  });

  it('stays covered and locks nothing when a draft cannot be stored', async () => {
    const { DeskFailure } = await import('../../../renderer/api/desk-failure.ts');
    app.flush.registerFlusher({ flush: () => Promise.reject(new DeskFailure({ code: 'disk-full' })), unsent: () => work });
    await app.desk.leave('lock');
    expect(app.desk.deskState()).toMatchObject({ phase: 'leaving', failure: { code: 'disk-full' } });
    expect(app.calls).toEqual([]);
    app.desk.stay();
    expect(app.desk.deskState().phase).toBe('leaving');

    await app.desk.leaveWithoutStoring();
    expect(whatItIs()).toBe('closed: locked');
    expect(app.desk.keptWork()).toMatchObject([{ title: 'First visit', userId: USER.userId }]);
  });

  it('takes what is left of a page out of the window when it closes, so that nobody after it finds it there', async () => {
    const end = vi.fn();
    app.flush.registerFlusher({ flush: () => Promise.reject(new Error('no')), unsent: () => work, end });
    await app.desk.leave('lock');
    expect(end).not.toHaveBeenCalled();
    await app.desk.leaveWithoutStoring();
    expect(end).toHaveBeenCalledOnce();
    expect(app.desk.keptWork()).toHaveLength(1);
  });

  it('goes back to the page when closing was asked and the person stays', async () => {
    app.flush.registerFlusher({ flush: () => Promise.reject(new Error('no')), unsent: () => work });
    await app.desk.leave('close');
    app.desk.stay();
    expect(app.desk.deskState().phase).toBe('open');
    expect(app.calls).toEqual([]);
  });

  it('closes at once the second time after the person gave the work up', async () => {
    app.flush.registerFlusher({ flush: () => Promise.reject(new Error('no')), unsent: () => work });
    await app.desk.leave('close');
    await app.desk.leaveWithoutStoring();
    expect(app.closeWindow).toHaveBeenCalledOnce();
    app.emit('closing');
    await vi.waitFor(() => expect(app.calls).toEqual(['shell.readyToClose', 'shell.readyToClose']));
  });

  it('covers itself and keeps what was not stored when the desk goes away', async () => {
    app.flush.registerFlusher({ flush: async () => undefined, unsent: () => work });
    app.emit('desk-gone');
    expect(app.desk.deskState().phase).toBe('starting');
    await vi.waitFor(() => expect(whatItIs()).toBe('closed: desk-gone'));
    const [kept] = app.desk.keptWork();
    expect(kept).toMatchObject({ patientName: 'Marta Okafor-Lind', userId: USER.userId });
    await kept?.resend();
    expect(resend).toHaveBeenCalledOnce();
    app.desk.dropKept(kept?.keptId ?? 0);
    expect(app.desk.keptWork()).toEqual([]);
  });

  it('does not reopen the older draft while newer work of it waits to be stored', async () => {
    app.routes.navigate(visit);
    app.flush.registerFlusher({ flush: async () => undefined, unsent: () => work });
    app.emit('desk-gone');
    await vi.waitFor(() => expect(whatItIs()).toBe('closed: desk-gone'));
    app.desk.opened(SESSION);
    expect(app.routes.currentRoute()).toEqual({ page: 'today' });
  });

  it('covers itself when any answer says that the desk is gone or locked', async () => {
    const { call } = await import('../../../renderer/api/call.ts');
    app.answers['today.get'] = () => fail('locked');
    await expect(call('today.get', {})).rejects.toMatchObject({ code: 'locked' });
    await vi.waitFor(() => expect(whatItIs()).toBe('closed: desk-gone'));
  });

  it('keeps work once when the desk goes away while it is being stored', async () => {
    app.flush.registerFlusher({
      flush: async () => {
        app.emit('desk-gone');
        throw new Error('gone');
      },
      unsent: () => work,
    });
    await app.desk.leave('lock');
    await vi.waitFor(() => expect(whatItIs()).toBe('closed: desk-gone'));
    expect(app.desk.keptWork()).toHaveLength(1);
    expect(app.calls).not.toContain('shell.lock');
  });

  it('asks before closing while kept work is only in this window', async () => {
    app.flush.registerFlusher({ flush: async () => undefined, unsent: () => work });
    app.emit('desk-gone');
    await vi.waitFor(() => expect(whatItIs()).toBe('closed: desk-gone'));
    app.emit('closing');
    expect(app.calls).not.toContain('shell.readyToClose');
    await app.desk.answerCloseWarning(true);
    expect(app.calls).toContain('shell.readyToClose');
  });

  it('says so when the desk gives no answer', async () => {
    app.answers['desk.status'] = () => fail('bug');
    await app.desk.refreshStatus();
    expect(app.desk.deskState()).toMatchObject({ phase: 'unreachable', failure: { code: 'bug' } });
  });
});
