import { z } from 'zod';

/** Every way a request can fail, as a closed list. The window owns the sentence for each (`shared/text`). */
export const ERROR_CODES = [
  'invalid-input', // fields says which and why
  'not-found',
  'conflict', // someone else changed the row since it was read
  'duplicate', // the same request was already carried out
  'forbidden',
  'locked', // the desk holds no key
  'wrong-passphrase', // details.retryAfterSeconds
  'wait', // too many wrong passphrases; details.retryAfterSeconds
  'recovery-key-none', // none was made for this desk
  'recovery-key-wrong', // typed without error, but not the one of this desk; details.retryAfterSeconds
  'desk-exists',
  'desk-missing',
  'desk-in-use', // open in another window or program
  'not-a-desk', // the file is not a desk or the key does not open it
  'desk-damaged',
  'desk-newer', // made by a newer version
  'folder-not-writable',
  'desk-unreachable', // the desk folder does not answer: a drive pulled out, a network that has gone
  'disk-full',
  'visit-signed', // the visit is read-only
  'passphrase-needed', // signing asks for it
  'last-admin', // a desk keeps an administrator
  'user-removed', // was removed from this desk
  'drafts-left', // unsigned visits of a person to be removed need somebody to go on with them
  'rekey-failed', // the records are still under the old key
  'visit-voided', // set aside, read-only
  'flag-unresolved', // a signed visit with an open E or D is not voided
  'visit-open', // the visit is not signed yet
  'reason-required', // unasked safety questions need a reason before signing
  'draft-stale', // the draft is older than K50: its red-flag answers are confirmed first
  'clock-behind', // a signed visit of this patient is dated later than today
  'flag-open', // the draft holds an emergency and cannot be discarded
  'sheet-refused', // a hard problem stops the sheet; problems say why
  'backup-folder-missing', // not there now: a drive that is not plugged in, a network that is away
  'backup-folder-inside', // within the desk folder
  'backup-slow', // not done in the time there is at closing
  'backup-none', // no backup of this desk in the folder, or no folder chosen
  'backup-damaged', // cut, changed, or not what was sealed in it
  'not-a-backup', // another kind of file
  'backup-of-demo', // a backup of the demo desk for the clinic's own, or the other way round
  'file-in-use', // open in another program, which does not let go of it
  'save-refused', // nothing can be written at the place chosen
  'printer-refused', // the system's print queue did not take it
  'logo-refused', // not a picture the sheets can print
  'file-too-large', // not read
  'salvage-needless', // the desk is whole
  'salvage-nothing', // no page of a damaged desk can be read
  'file-refused', // a CSV or other file could not be read as such
  'cancelled',
  'desk-gone', // the desk process ended before it answered
  'bug', // a programming error; details.incident names it in the diagnostics
] as const;
export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Codes that stand beside a field. Closed list; the sentence for each is in `shared/text`. */
export const FIELD_CODES = [
  'required',
  'too-long',
  'not-a-date',
  'in-the-future',
  'birth-date-too-early',
  'not-a-number',
  'not-whole',
  'out-of-range',
  'p2-below-p1',
  'angle-on-untested-leg',
  'other-side-missing', // both legs are named and only one is filled in
  'not-both-legs', // both legs are named, and on this side the symptoms do not reach the leg
  'flare-before-episode',
  'quality-without-region',
  'rmdq-zero', // 0 without the tick that none applies, or the tick with another score
  'odi-does-not-fit', // the percentage is not the one of total and sections
  'psychosocial-does-not-fit', // more than the total, or so little that the other four items cannot make the total
  'value-on-untested',
  'result-not-felt',
  'saddle-area-abnormal',
  'diastolic-above-systolic',
  'control-character',
  'passphrase-too-short',
  'passphrase-too-common',
  'passphrase-same',
  'name-taken',
  'before-birth',
  'not-one-of',
  'review-before-visit',
  'before-the-sheet',
  'invalid',
] as const;
export const fieldCodeSchema = z.enum(FIELD_CODES);
export type FieldCode = z.infer<typeof fieldCodeSchema>;

/** Field path, for instance `slr.right.p2AngleDeg`, to the code of its message. */
export const fieldErrorsSchema = z.record(z.string(), fieldCodeSchema);
export type FieldErrors = z.infer<typeof fieldErrorsSchema>;

export const deskErrorSchema = z.object({
  code: errorCodeSchema,
  fields: fieldErrorsSchema.optional(),
  retryAfterSeconds: z.number().optional(),
  /** Random id of a bug report; tells nothing about a patient. */
  incident: z.string().optional(),
});
export type DeskError = z.infer<typeof deskErrorSchema>;
