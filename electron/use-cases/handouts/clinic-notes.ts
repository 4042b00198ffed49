import { fail, ok } from '../../../shared/contract/result.ts';
import { clinicNotesRefusals } from '../../../shared/handouts/clinic-notes.ts';
import { type ClinicNotes, clinicNotesSchema, NO_CLINIC_NOTES } from '../../../shared/schemas/clinic-notes.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { Reader } from '../../db/store.ts';
import type { Handler } from '../context.ts';

const SETTING = 'sheets.clinicNotes';

/** The clinic's own notes; empty until some are saved. */
export function readClinicNotes(read: Reader): ClinicNotes {
  return readSetting(read, SETTING, clinicNotesSchema) ?? NO_CLINIC_NOTES;
}

export const getClinicNotes: Handler<'handouts.clinicNotes'> = (desk) => ok(readClinicNotes(desk.read));

/** Keeps the clinic's notes. Error: `invalid-input` (spec 1.4 refuses them; the window names the words before it asks). */
export const saveClinicNotes: Handler<'handouts.saveClinicNotes'> = (desk, notes) => {
  if (clinicNotesRefusals(notes).length > 0) return fail('invalid-input', { fields: { text: 'invalid' } });
  return desk.write((db) => {
    saveSetting(db, SETTING, notes);
    return ok(notes);
  });
};
