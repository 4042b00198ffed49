import type { Id } from '../../../shared/schemas/common.ts';
import type { FormName } from '../../../shared/schemas/form-draft.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { Reader } from '../../db/store.ts';

const ABOUT: Record<FormName, 'patient' | 'visit' | 'nobody'> = {
  'patient-new': 'nobody',
  'patient-edit': 'patient',
  addendum: 'visit',
  'flag-outcome': 'visit',
  void: 'visit',
  clinic: 'nobody',
  'clinic-services': 'nobody',
  'clinic-doses': 'nobody',
  'clinic-measures': 'nobody',
  'clinic-modules': 'nobody',
  'clinic-notes': 'nobody',
};

/** Whom a form is about, or null: nobody, or nobody stored yet. */
export function patientOfForm(read: Reader, { form, subjectId }: { form: FormName; subjectId: Id | null }): Id | null {
  if (subjectId === null || ABOUT[form] === 'nobody') return null;
  return ABOUT[form] === 'patient' ? subjectId : (getVisitHead(read, subjectId)?.patientId ?? null);
}
