import type { Role } from '../../schemas/user.ts';

const roles: Record<Role, string> = { admin: 'Administrator', clinician: 'Clinician', assistant: 'Assistant' };
const roleMeans: Record<Role, string> = {
  admin: 'Everything, and also people, the lock, the recovery key and the audit reports.',
  clinician: 'Sees patients, signs and voids visits, changes clinic settings and backups.',
  assistant: 'Takes intakes, keeps patients and prints. Signs nothing and changes no settings.',
};

/** Words about the people of a desk. */
export const peopleText = {
  title: 'People',
  lead: 'Everyone unlocks with a passphrase of their own, so that every entry has its name. What each may do is a rule of the program.',
  roles,
  roleMeans,
  you: 'you',
  removed: 'removed',
  noKey: 'cannot unlock yet: set a passphrase',
  lastUnlocked: (when: string) => `last here ${when}`,
  neverUnlocked: 'not here yet',
  drafts: (count: number) => (count === 1 ? '1 visit not signed' : `${count} visits not signed`),
  name: 'Name',
  nameHint: 'As it shall stand on signatures and on the lock screen.',
  role: 'Role',
  roleOf: (name: string) => `Role of ${name}`,
  add: 'Add a person',
  addTitle: 'Add a person',
  own: 'Your own passphrase',
  ownHint: 'Only somebody who can open the records can give another person a key.',
  theirs: (name: string) => `Now ${name === '' ? 'the new person' : name} types a passphrase`,
  theirsHint: 'Hand over the keyboard and look away. Nobody else needs to know it.',
  next: 'Their new passphrase',
  repeat: 'The same again',
  addSubmit: 'Add',
  added: (name: string) => `${name} can unlock this desk now.`,
  reset: 'New passphrase',
  resetOf: (name: string) => `New passphrase for ${name}`,
  resetSubmit: 'Set it',
  resetDone: (name: string) => `${name} has a new passphrase. The old one no longer opens this desk.`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name} from this desk?`,
  removeBody:
    'Their key leaves the desk folder, and all records are encrypted again under a new key: their passphrase, or an old copy of the keys, does not open what you have here from now on. What they wrote and signed stays as it is. They cannot be brought back; add them again if need be.',
  removeBackups:
    'Backups and copies made before today still open with their passphrase. Delete those you no longer need, and make a backup now.',
  removeRecovery: 'If they may have seen the recovery key, make a new one afterwards.',
  removeDrafts: (name: string) => `${name} has visits that are not signed. Nothing of them is lost: choose who goes on with them.`,
  removeForms: (count: number) =>
    count === 1 ? 'One form that was never stored goes with them.' : `${count} forms that were never stored go with them.`,
  draftsTo: 'Who goes on with them',
  choose: 'Choose',
  removeSubmit: 'Remove and encrypt again',
  removing: 'Encrypting all records again. This takes a while on a large desk; do not switch the computer off.',
  removedDone: (name: string) => `${name} was removed, and all records are encrypted under a new key.`,
  rekey: 'Encrypt again',
  rekeyTitle: 'Encrypt all records again?',
  rekeyBody: 'When a passphrase has become known: change it first, then encrypt again. Everyone keeps their passphrase.',
  rekeyed: (when: string) => `Last encrypted under a new key on ${when}.`,
  rekeyDone: 'All records are encrypted under a new key.',
  rekeyOwed: (when: string) =>
    `Somebody was removed on ${when}, and the records could not be encrypted again. Until they are, an old copy of the keys opens them.`,
  sign: {
    title: 'Signing',
    ask: 'Ask for the passphrase when signing',
    on: 'Yes',
    off: 'No',
    note: 'For everyone at this desk. A wrong one leaves the visit as it is.',
    label: (name: string) => `Passphrase of ${name}`,
  },
  handOver: {
    menu: 'Hand over to…',
    title: 'Hand this visit over?',
    body: (patientName: string) =>
      `The visit of ${patientName} moves to the drafts of the person you choose, with everything typed so far.`,
    to: 'To whom',
    submit: 'Hand over',
    nobody: 'Nobody else is at this desk yet.',
    short: 'Hand over',
    assistantNote: 'The examination and the plan are for a clinician. When the talk is done, hand the visit over.',
  },
};
