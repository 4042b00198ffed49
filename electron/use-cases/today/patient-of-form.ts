import type { Id } from '../../../shared/schemas/common.ts';
import type { FormName } from '../../../shared/schemas/form-draft.ts';
import { getPatientOfHandout } from '../../db/repositories/handout.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Reader } from '../../db/store.ts';

const ABOUT: Record<FormName, 'patient' | 'visit' | 'handout' | 'nobody'> = {
  'patient-new': 'nobody',
  'patient-edit': 'patient',
  addendum: 'visit',
  'flag-outcome': 'visit',
  void: 'visit',
  giving: 'handout',
  clinic: 'nobody',
  'clinic-services': 'nobody',
  'clinic-doses': 'nobody',
  'clinic-measures': 'nobody',
  'clinic-modules': 'nobody',
  'clinic-notes': 'nobody',
};

/** Whom a form is about, or null: nobody, or nobody stored yet. */
export function patientOfForm(read: Reader, { form, subjectId }: { form: FormName; subjectId: Id | null }): Id | null {
  if (subjectId === null) return null;
  switch (ABOUT[form]) {
    case 'nobody':
      return null;
    case 'patient':
      return subjectId;
    case 'visit':
      return getVisitHead(read, subjectId)?.patientId ?? null;
    case 'handout':
      return getPatientOfHandout(read, subjectId);
  }
}
