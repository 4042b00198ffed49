import { useSyncExternalStore } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import type { PatientFormValues } from './patient-fields.tsx';

/** A patient form as it stood when the desk was locked or went away, reopened by its user after the next unlock. */
export type KeptForm = { patientId: Id | null; values: PatientFormValues; unreadDate: string | null };

let kept: KeptForm | null = null;
const listeners = new Set<() => void>();

/** Puts a form back on the screen, or forgets it with null once it is stored or closed. */
export function reopenForm(form: KeptForm | null): void {
  kept = form;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The form to reopen for this patient (null = a new one), or null. */
export function useKeptForm(patientId: Id | null): KeptForm | null {
  const form = useSyncExternalStore(subscribe, () => kept);
  return form !== null && form.patientId === patientId ? form : null;
}
