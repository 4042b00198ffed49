import type { ErrorCode, FieldCode } from '../../contract/errors.ts';

const codes: Record<ErrorCode, string> = {
  'invalid-input': 'Something here cannot be stored yet. See the words beside the field.',
  'not-found': 'This record is no longer here.',
  conflict: 'Someone else changed this record since you opened it. Nothing was overwritten. Open it again to see the newest version.',
  duplicate: 'This was already stored. Nothing was stored twice.',
  forbidden: 'This user may not do that.',
  locked: 'The desk is locked. Unlock it to go on.',
  'wrong-passphrase': 'That passphrase did not open the desk.',
  wait: 'Please wait before the next try.',
  'recovery-key-none': 'No recovery key was ever made for this desk.',
  'recovery-key-wrong': 'This recovery key is typed without error, but it does not open this desk. A newer one may have been made since.',
  'desk-exists': 'There is already a desk in this folder. Nothing was changed.',
  'desk-missing': 'There is no desk in this folder.',
  'desk-in-use': 'The desk is open in another window or program. Close it there, then try again.',
  'not-a-desk': 'The file in the desk folder is not a Lasègue desk. Nothing was changed.',
  'desk-damaged': 'The desk file is damaged. Nothing was changed. Keep a copy of the folder before you do anything else.',
  'desk-newer': 'This desk was made by a newer version of Lasègue. Nothing was changed. Install that version to open it.',
  'folder-not-writable': 'The desk folder cannot be written to. Check who may write there and that the disk is not read-only.',
  'disk-full': 'The disk is full. Nothing stored was lost. Make room, then try again.',
  'visit-signed': 'This visit is signed and can no longer be changed. Add a note to it instead.',
  'visit-open': 'This visit is not signed yet.',
  'reason-required': 'Some safety questions were not asked. Ask them, or give the reason, before you sign.',
  'flag-open': 'This draft holds an emergency and cannot be thrown away. Sign it instead.',
  'sheet-refused': 'This sheet cannot be printed yet. The reasons stand beside it.',
  'backup-folder-missing': 'The backup folder is not there now. Plug in its drive or connect to its network, then try again.',
  'backup-folder-inside':
    'This folder lies inside the desk folder and would be lost together with it. Choose another, best on another disk.',
  'backup-slow': 'It took too long while the desk was closing. Make one now while the desk is open, or use a quicker disk.',
  'backup-none': 'There is no backup of this desk in the folder yet.',
  'backup-damaged': 'This backup is damaged or was changed. Nothing was changed here. Use another backup.',
  'not-a-backup': 'This file is not a Lasègue backup. Nothing was changed.',
  'backup-of-demo': 'A backup of the demo desk cannot take the place of a clinic’s own desk, nor the other way round.',
  'file-refused': 'This file could not be read. Nothing was changed.',
  cancelled: 'Cancelled. Nothing was changed.',
  'desk-gone': 'The part of Lasègue that keeps the records stopped and was started again. What was stored is safe.',
  bug: 'Lasègue made a mistake. What was stored is safe. Copy the diagnostics and send them to whoever looks after this computer.',
};

const fields: Record<FieldCode, string> = {
  required: 'Please fill this in.',
  'too-long': 'This is too long.',
  'not-a-date': 'This is not a date Lasègue can read.',
  'in-the-future': 'This date is in the future.',
  'birth-date-too-early': 'The birth year must be 1900 or later.',
  'not-a-number': 'This is not a number.',
  'not-whole': 'Whole numbers only.',
  'out-of-range': 'This number is outside the range.',
  'p2-below-p1': 'P2 cannot be below P1.',
  'angle-on-untested-leg': 'This leg is marked as not tested but has an angle.',
  'control-character': 'This holds a character that cannot be printed. Delete it and type it again.',
  'passphrase-too-short': 'Too short: use at least 12 characters.',
  'passphrase-too-common': 'This passphrase is easy to guess. Use several words that do not belong together.',
  'passphrase-same': 'The new passphrase is the same as the old one.',
  'before-birth': 'This date is before the birth date.',
  'not-one-of': 'Choose one of the answers offered.',
  'review-before-visit': 'The review cannot be before the visit.',
  invalid: 'This cannot be stored as it is.',
};

/** One plain sentence for each code the desk can answer with, and each code that stands beside a field. */
export const errorText = {
  codes,
  fields,
  /** `min` and `max` in the unit of the field. */
  outOfRange: (min: number, max: number): string => `Use a number from ${min} to ${max}.`,
  wrongPassphraseWait: (seconds: number): string =>
    `That passphrase did not open the desk. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
};
