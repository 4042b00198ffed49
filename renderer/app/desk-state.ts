import { useSyncExternalStore } from 'react';
import type { DeskChannel, Output, Session } from '../../shared/contract/contract.ts';
import { mayCall } from '../../shared/contract/roles.ts';
import type { Id } from '../../shared/schemas/common.ts';
import { call, onFailure, onShellEvent } from '../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../api/desk-failure.ts';
import { forgetAnswers } from '../api/query.ts';
import { focusedFieldPath } from '../components/focus-field.ts';
import { collectUnsent, endAll, flushAll, type KeptWork } from './flush.ts';
import { currentRoute, resetRoutes, type Route } from './routes.ts';

// Whether the desk is open, and everything that happens on the way in and out. The window shows a page only while `open`.

export type DeskStatus = Output<'desk.status'>;
/** Why the window is covered, for the sentence on the unlock screen. */
export type ClosedReason = 'locked' | 'system-locked' | 'idle' | 'desk-gone' | null;
const CLOSED_REASON = { lock: 'locked', 'system-locked': 'system-locked', idle: 'idle' } as const;
export type Leaving = 'lock' | 'system-locked' | 'idle' | 'close' | 'own-desk' | 'demo-desk';

export type DeskState =
  | { phase: 'starting' }
  /** The desk gave no answer when asked how it is. */
  | { phase: 'unreachable'; failure: DeskFailure }
  | { phase: 'closed'; status: DeskStatus; reason: ClosedReason }
  | { phase: 'open'; session: Session }
  /** Covered while drafts are stored; `failure` says that they could not be, and the desk stays open underneath. */
  | { phase: 'leaving'; session: Session; to: Leaving; failure: DeskFailure | null };

let state: DeskState = { phase: 'starting' };
let kept: readonly KeptWork[] = [];
let nextKeptId = 1;
let givenUp = false;
let lastPlace: { userId: Id; route: Route } | null = null;
/** Field the person was in when the window began to leave: the cover takes the focus. */
let lastField = '';
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

function set(next: DeskState): void {
  state = next;
  notify();
}

/** What the window knows of the desk now. */
export function deskState(): DeskState {
  return state;
}

/** Work that was typed but not stored when the desk went away. In memory only. */
export function keptWork(): readonly KeptWork[] {
  return kept;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDeskState(): DeskState {
  return useSyncExternalStore(subscribe, deskState);
}

export function useKeptWork(): readonly KeptWork[] {
  return useSyncExternalStore(subscribe, keptWork);
}

/** The open session. Only inside the pages. */
export function useSession(): Session {
  const now = useDeskState();
  if (now.phase !== 'open' && now.phase !== 'leaving') throw new Error('useSession while the desk is closed');
  return now.session;
}

/** Whether the role of whoever is signed in may use a channel: what it may not is not offered, and refused by the desk all the same. */
export function useMay(channel: DeskChannel): boolean {
  return mayCall(useSession().user.role, channel);
}

/** Asks the desk how it is and shows the screen for it. */
export async function refreshStatus(reason: ClosedReason = null): Promise<void> {
  try {
    const status = await call('desk.status', {});
    if (status.state === 'open') opened(await call('desk.session', {}));
    else set({ phase: 'closed', status, reason });
  } catch (thrown) {
    set({ phase: 'unreachable', failure: asDeskFailure(thrown) });
  }
}

/**
 * The desk was unlocked or made: shows the page this user was on, or Today. While work is kept that was never stored it is Today: the page
 * would open the older draft, and the next key typed in it would overwrite what the offer stores.
 */
export function opened(session: Session): void {
  const { userId } = session.user;
  const waits = kept.some((work) => work.userId === userId);
  resetRoutes(lastPlace?.userId === userId && !waits ? lastPlace.route : undefined);
  lastPlace = null;
  set({ phase: 'open', session });
}

/** Puts newer facts into the session (clinic settings, the date). */
export function updateSession(changes: Partial<Session>): void {
  if (state.phase === 'open' || state.phase === 'leaving') set({ ...state, session: { ...state.session, ...changes } });
}

/** Takes every page off the screen and out of the cache. What was not stored stays in this window's memory for its user. */
function closeWindowOf(session: Session): void {
  const { userId } = session.user;
  const work = collectUnsent().map((unsent): KeptWork => {
    nextKeptId += 1;
    return { ...unsent, keptId: nextKeptId, userId };
  });
  kept = [...kept, ...work];
  endAll();
  const route = currentRoute();
  lastPlace = { userId, route: route.page === 'visit' ? { ...route, focusField: lastField } : route };
  forgetAnswers();
  set({ phase: 'starting' });
}

/** The desk ended by itself, or holds no key any more: cover the window, keep what was not sent, ask for the passphrase. */
function coverAfterLoss(): void {
  if (state.phase !== 'open' && state.phase !== 'leaving') return;
  if (state.phase === 'open') lastField = focusedFieldPath();
  closeWindowOf(state.session);
  void refreshStatus('desk-gone');
}

/** Covers the window, stores the drafts, and only then locks, closes or changes desks. When storing fails the window stays covered. */
export async function leave(to: Leaving): Promise<void> {
  if (state.phase === 'leaving' && state.failure === null) return;
  if (state.phase !== 'open' && state.phase !== 'leaving') {
    if (to === 'close') await closeOrAsk();
    return;
  }
  const { session } = state;
  if (state.phase === 'open') lastField = focusedFieldPath();
  set({ phase: 'leaving', session, to, failure: null });
  const failure = await flushAll();
  // The desk may have gone while the drafts were on their way; then the window is covered already.
  if (deskState().phase !== 'leaving') return;
  if (failure !== null) set({ phase: 'leaving', session, to, failure });
  else await depart(session, to);
}

/** Goes on although drafts could not be stored: locking keeps them in this window's memory, closing loses them. */
export async function leaveWithoutStoring(): Promise<void> {
  if (state.phase !== 'leaving') return;
  const { session, to } = state;
  set({ phase: 'leaving', session, to, failure: null });
  await depart(session, to);
  if (to !== 'close') return;
  // The shell may have given up waiting by now; then it must be asked to close again, and not be kept waiting a second time.
  givenUp = true;
  window.close();
}

/** Back to the page; not after a request to lock, which only a passphrase may undo. */
export function stay(): void {
  if (state.phase === 'leaving' && mayStay(state.to)) set({ phase: 'open', session: state.session });
}

function isLock(to: Leaving): to is keyof typeof CLOSED_REASON {
  return Object.hasOwn(CLOSED_REASON, to);
}

export function mayStay(to: Leaving): boolean {
  return !isLock(to);
}

async function depart(session: Session, to: Leaving): Promise<void> {
  try {
    if (to === 'close') {
      await call('shell.readyToClose', {});
      return;
    }
    if (to === 'own-desk' || to === 'demo-desk') await call('shell.useDesk', { desk: to === 'own-desk' ? 'own' : 'demo' });
    else await call('shell.lock', {});
  } catch (thrown) {
    if (deskState().phase === 'leaving') set({ phase: 'leaving', session, to, failure: asDeskFailure(thrown) });
    return;
  }
  if (deskState().phase !== 'leaving') return;
  closeWindowOf(session);
  await refreshStatus(isLock(to) ? CLOSED_REASON[to] : null);
}

/** Uses the other desk folder, from the unlock or first-run screen. */
export async function changeDesk(desk: 'own' | 'demo'): Promise<void> {
  await call('shell.useDesk', { desk });
  // What the shell said of the other desk.
  forgetAnswers();
  await refreshStatus();
}

let closeWarning = false;

/** Kept work would be lost by closing: true while the unlock screen must ask first. */
export function useCloseWarning(): boolean {
  return useSyncExternalStore(subscribe, () => closeWarning);
}

async function closeOrAsk(): Promise<void> {
  if (kept.length === 0) {
    await call('shell.readyToClose', {}).catch(() => undefined);
    return;
  }
  closeWarning = true;
  notify();
}

/** The answer to the question before closing with kept work. */
export async function answerCloseWarning(close: boolean): Promise<void> {
  closeWarning = false;
  notify();
  if (close) await call('shell.readyToClose', {}).catch(() => undefined);
}

/** Takes one piece of kept work off the list: it was stored, or thrown away on purpose. */
export function dropKept(keptId: number): void {
  kept = kept.filter((work) => work.keptId !== keptId);
  notify();
}

/** Starts listening and asks for the first status. Called once by `main.tsx`. */
export function startDeskState(): void {
  onShellEvent('desk-gone', coverAfterLoss);
  onShellEvent('system-locked', () => void leave('system-locked'));
  onShellEvent('closing', () => {
    if (givenUp) void call('shell.readyToClose', {});
    else void leave('close');
  });
  onFailure((code) => {
    if (code === 'desk-gone' || code === 'locked') coverAfterLoss();
  });
  void refreshStatus();
}
