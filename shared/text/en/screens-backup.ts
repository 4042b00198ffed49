const entries = (count: number): string => `${count.toLocaleString('en-GB')} log ${count === 1 ? 'entry' : 'entries'}`;
const people = (patients: number, visits: number): string =>
  `${patients.toLocaleString('en-GB')} ${patients === 1 ? 'patient' : 'patients'} and ${visits.toLocaleString('en-GB')} ${visits === 1 ? 'visit' : 'visits'}`;

/** Words of backup, restore drill and restore. */
export const backupText = {
  title: 'Backup',
  lead: 'One encrypted file, made whenever the desk is locked or closed and on a schedule while it is open. It opens only with a passphrase of this desk. Best on another disk, and one kept elsewhere.',
  choose: 'Choose a folder',
  chooseOther: 'Choose another folder',
  folder: 'Folder',
  every: 'While open, every',
  hours: (hours: number) => (hours === 1 ? 'hour' : `${hours} hours`),
  last: 'Last backup',
  kept: 'Kept',
  keptCount: (count: number) => `${count} ${count === 1 ? 'backup' : 'backups'}`,
  keptNote: 'The newest eight stay, then one a day for 14 days and one a month for 12 months.',
  anchor: 'Anchor',
  anchorNote:
    'Write the anchor down now and then and keep it away from this computer: only a note kept elsewhere shows a log that was rebuilt or cut short.',
  verified: 'Last verified restore',
  never: 'never',
  none: 'none yet',
  noFolder: 'no folder chosen',
  make: 'Back up now',
  making: 'Making a backup…',
  problem: (when: string, why: string) => `The backup of ${when} could not be made. ${why}`,
  drill: {
    start: 'Check the newest backup',
    lead: 'Opens the newest backup in an empty folder with your passphrase, compares every page, every log entry and the counts with what it must hold, and removes it again.',
    passphrase: 'Your passphrase',
    submit: 'Check it now',
    cancel: 'Cancel',
    done: (patients: number, visits: number, log: number) => `It opens and is whole: ${people(patients, visits)}, ${entries(log)}.`,
  },
  restore: {
    link: 'Restore from a backup',
    title: 'Restore from a backup',
    lead: 'The desk in the backup takes the place of the one on this computer. Nothing is overwritten: a desk that is here now is kept, whole, in a folder of its own.',
    choose: 'Choose a backup',
    chooseOther: 'Choose another backup',
    clinic: 'Clinic',
    madeAt: 'Made',
    another: 'This backup is of another desk than the one on this computer.',
    who: 'Who is it?',
    passphrase: 'Passphrase at the time of the backup',
    submit: 'Restore this backup',
    busy: 'Opening and checking the backup…',
    done: (patients: number, visits: number) => `Restored: ${people(patients, visits)}.`,
    kept: (folder: string) => `The desk that was here is kept in the folder “${folder}”.`,
    go: 'Go on to unlock',
    cancel: 'Cancel',
  },
};
