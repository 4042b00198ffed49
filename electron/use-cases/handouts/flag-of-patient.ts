import { assess } from '../../../shared/clinical/assess.ts';
import { highestOpenFlag } from '../../../shared/clinical/open-flags.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import { getDraft } from '../../db/repositories/draft.ts';
import { listOpenFlags } from '../../db/repositories/flag.ts';
import { findOpenVisit } from '../../db/repositories/visit.ts';
import type { Reader } from '../../db/store.ts';
import { toOpenFlag } from '../visits/open-flag.ts';
import { rulesContext } from '../visits/load-visit.ts';

/** The emergency or open same-day flag of the patient's unsigned visit, whoever has it open, and the day of that visit; null: none. */
export function flagOfOpenVisit(db: Reader, patient: Patient): { urgency: 'E' | 'D'; visitOn: string } | null {
  const open = findOpenVisit(db, patient.patientId);
  const draft = open === null ? null : getDraft(db, open.visitId);
  if (open === null || draft === null) return null;
  const assessment = assess(draft.record, rulesContext(db, open, patient));
  const flag = highestOpenFlag({ record: draft.record, assessment, actions: [] });
  return flag === 'E' || flag === 'D' ? { urgency: flag, visitOn: open.visitOn } : null;
}

/**
 * The highest emergency or same-day flag of the patient that waits, signed or not, for whoever prints an old home-care sheet again (hazard
 * 6). What an unsigned visit says stays private to its user; that it holds one does not.
 */
export function openFlagOfPatient(db: Reader, patient: Patient): Output<'handouts.get'>['openFlag'] {
  const [highest] = listOpenFlags(db, patient.patientId);
  const unsigned = flagOfOpenVisit(db, patient);
  const signed = highest === undefined || highest.openFlag === 'U' ? null : { ...toOpenFlag(highest), urgency: highest.openFlag };
  if (signed !== null && (signed.urgency === 'E' || unsigned?.urgency !== 'E')) {
    return { urgency: signed.urgency, visitOn: signed.visitOn, text: signed.text };
  }
  return unsigned === null ? null : { ...unsigned, text: '' };
}
