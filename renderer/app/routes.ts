import { useSyncExternalStore } from 'react';
import type { Id } from '../../shared/schemas/common.ts';
import type { text } from '../text.ts';

/** A part of the settings; left out, the one looked at last. */
export type SettingsSection = Exclude<keyof (typeof text)['settings']['sections'], 'label'>;

/** Where the window is. In memory only: no URL and no history entry may hold an id. */
export type Route =
  | { page: 'today' }
  /** `new-patient` opens the empty form; `new-visit` says to choose whose visit starts. */
  | {
      page: 'patients';
      intent: 'browse' | 'new-patient' | 'new-visit';
      query: string;
      /** The kept form of a new patient to go on with. */
      formDraftId?: Id;
    }
  /** `handoutId` opens that kept sheet. */
  | { page: 'patient'; patientId: Id; handoutId?: Id }
  /** `focusField` is a field path to put the cursor in, or empty. */
  | { page: 'visit'; visitId: Id; focusField: string }
  | { page: 'signed-visit'; visitId: Id }
  | { page: 'settings'; section?: SettingsSection };

const BACK_STEPS = 30;
const HOME: Route = { page: 'today' };

let current: Route = HOME;
let earlier: readonly Route[] = [];
const listeners = new Set<() => void>();

function set(route: Route): void {
  current = route;
  for (const listener of listeners) listener();
}

/** Goes to a page. */
export function navigate(route: Route): void {
  earlier = [...earlier, current].slice(-BACK_STEPS);
  set(route);
}

/** Puts another page in place of this one: the way back does not lead here again. */
export function replaceRoute(route: Route): void {
  set(route);
}

/** Goes to the page before this one, or to Today. */
export function goBack(): void {
  const previous = earlier.at(-1) ?? HOME;
  earlier = earlier.slice(0, -1);
  set(previous);
}

/** Forgets where the window was. */
export function resetRoutes(route: Route = HOME): void {
  earlier = [];
  set(route);
}

/** The page the window is on now. */
export function currentRoute(): Route {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page the window is on; renders again when it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
