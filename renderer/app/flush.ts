import { useEffect } from 'react';
import type { Id } from '../../shared/schemas/common.ts';
import { asDeskFailure, type DeskFailure } from '../api/desk-failure.ts';
import { useNewest } from '../components/use-newest.ts';
import type { Route } from './routes.ts';

/** Something typed that the desk has not stored. Holds what it needs to be sent again after the next unlock. */
export type UnsentWork = {
  /** What it is, for the person who is offered it: "First visit, 12 Nov 2026". */
  title: string;
  /** Whose chart it belongs to, shown beside the offer. */
  patientName: string;
  /** Sends it. Must not use anything of a page: the page is gone by then. */
  resend: () => Promise<void>;
  /** Page to open once it is stored. */
  route: Route;
};

/** A form that saves by itself registers one of these while it is on show. */
export type Flusher = {
  /** Stores what is not stored yet; throws when that fails. */
  flush: () => Promise<void>;
  /** What is not stored yet, or null. Called when the desk is gone, so it must answer at once. */
  unsent: () => UnsentWork | null;
  /** Lets go of what is held outside a page: the desk is locked, and somebody else may unlock it in this very window. */
  end?: () => void;
};

export type KeptWork = UnsentWork & { keptId: number; userId: Id };

const flushers = new Set<Flusher>();

/** Registers a form; returns the function that ends it. Prefer `useFlusher`. */
export function registerFlusher(flusher: Flusher): () => void {
  flushers.add(flusher);
  return () => flushers.delete(flusher);
}

/** Registers a form while its component is on show. Always calls the newest functions. */
export function useFlusher(flusher: Flusher): void {
  const newest = useNewest(flusher);
  useEffect(() => registerFlusher({ flush: () => newest.current.flush(), unsent: () => newest.current.unsent() }), [newest]);
}

/** Stores everything that is not stored yet. Null when all of it is; else the first failure. */
export async function flushAll(): Promise<DeskFailure | null> {
  const results = await Promise.allSettled([...flushers].map((flusher) => flusher.flush()));
  const failed = results.find((result) => result.status === 'rejected');
  return failed === undefined ? null : asDeskFailure(failed.reason);
}

/** Ends everything that outlives its page. What was not stored has been collected before. */
export function endAll(): void {
  for (const flusher of flushers) flusher.end?.();
}

/** Everything on show that is not stored yet. */
export function collectUnsent(): UnsentWork[] {
  return [...flushers].map((flusher) => flusher.unsent()).filter((work) => work !== null);
}
