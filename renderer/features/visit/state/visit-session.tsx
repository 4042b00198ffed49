import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { EarlierVisit } from '../../../../shared/contract/contract.ts';
import type { FieldCode, FieldErrors } from '../../../../shared/contract/errors.ts';
import type { Assessment } from '../../../../shared/schemas/assessment.ts';
import type { Clinic } from '../../../../shared/schemas/clinic.ts';
import type { Id } from '../../../../shared/schemas/common.ts';
import type { Patient } from '../../../../shared/schemas/patient.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import type { Autosave, SaveStatus } from '../../../app/autosave.ts';
import { readAt, type ValueAt } from './record-path.ts';
import type { ChangeOptions, VisitState, VisitStore } from './visit-store.ts';

/** An open visit with all it needs on the page. One per page; made by `useVisitSession`. */
export type VisitSession = {
  visitId: Id;
  patient: Patient;
  clinic: Clinic;
  /** Display name of the person at the desk, offered as examiner. */
  userName: string;
  /** Signed visits before this one, oldest first. */
  earlier: readonly EarlierVisit[];
  store: VisitStore;
  autosave: Autosave;
  /** The rules' answer for a record, computed once per record. */
  assess: (record: VisitRecord) => Assessment;
  /** Impossible combinations in a record, by field path. */
  problemsOf: (record: VisitRecord) => FieldErrors;
};

const VisitSessionContext = createContext<VisitSession | null>(null);
export const VisitSessionProvider = VisitSessionContext.Provider;

/** The open visit of this page. */
export function useVisit(): VisitSession {
  const session = useContext(VisitSessionContext);
  if (session === null) throw new Error('useVisit outside VisitSessionProvider');
  return session;
}

/** A part of the visit's state. `select` must return a value that stays identical while nothing it reads changes. */
export function useVisitState<T>(select: (state: VisitState) => T): T {
  const { store } = useVisit();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** A part of the record. */
export function useRecord<T>(select: (record: VisitRecord) => T): T {
  return useVisitState((state) => select(state.record));
}

/** A part of what the rules say of the record as it stands. */
export function useAssessment<T>(select: (assessment: Assessment) => T): T {
  const { assess } = useVisit();
  return useVisitState((state) => select(assess(state.record)));
}

/** The code of what is impossible about a field, or undefined. */
export function useFieldProblem(path: string): FieldCode | undefined {
  const { problemsOf } = useVisit();
  return useVisitState((state) => problemsOf(state.record)[path]);
}

/** Whether the draft is written. */
export function useSaveStatus(): SaveStatus {
  const { autosave } = useVisit();
  return useSyncExternalStore(autosave.subscribe, autosave.getStatus);
}

/** The latest signed visit before this one, for the "last" values, or null at a first visit. */
export function useLastVisit(): EarlierVisit | null {
  return useVisit().earlier.at(-1) ?? null;
}

/** True when the field the draft remembers lies behind this opener, so that it can be found again. Read once. */
export function useHoldsFocus(paths: readonly string[]): boolean {
  const { store } = useVisit();
  const [holds] = useState(() => paths.some((path) => store.getState().focusField.startsWith(path)));
  return holds;
}

export type BoundField<P extends string> = {
  value: ValueAt<P> | undefined;
  /** What was typed and cannot be read yet, or null. */
  pending: string | null;
  set: (value: ValueAt<P>, options?: ChangeOptions) => void;
};

/** One field of the record, by its path. */
export function useField<P extends string>(path: P): BoundField<P> {
  const { store } = useVisit();
  const value = useRecord((record) => readAt(record, path));
  const pending = useVisitState((state) => state.pendingText[path] ?? null);
  const set = useMemo(() => (next: ValueAt<P>, options?: ChangeOptions) => store.set(path, next, options), [store, path]);
  return { value, pending, set };
}
