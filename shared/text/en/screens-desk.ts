import type { DATE_FORMATS } from '../../schemas/clinic.ts';

const dateFormats: Record<(typeof DATE_FORMATS)[number], string> = {
  'D MMM YYYY': '23 Nov 2026',
  'DD/MM/YYYY': '23/11/2026 (day first)',
  'MM/DD/YYYY': '11/23/2026 (month first)',
  'YYYY-MM-DD': '2026-11-23',
};

type Problem = { title: string; body: string };
const problems: Record<'not-a-desk' | 'desk-damaged' | 'desk-newer' | 'desk-in-use' | 'folder-not-writable', Problem> = {
  'not-a-desk': {
    title: 'This folder does not hold a desk',
    body: 'The file in the desk folder is not a Lasègue desk. Nothing was changed. If records should be here, copy the whole folder to a safe place before you do anything else.',
  },
  'desk-damaged': {
    title: 'The desk file is damaged',
    body: 'Nothing was changed. Copy the whole desk folder to a safe place first; then restore the newest backup, or see what can still be read.',
  },
  'desk-newer': {
    title: 'This desk needs a newer Lasègue',
    body: 'It was last opened with a newer version, so this one leaves it alone. Nothing was changed. Install the newer version to open it.',
  },
  'desk-in-use': {
    title: 'The desk is open elsewhere',
    body: 'Another window or program has it open. Close it there, then try again. One desk is open in one place only, so that nothing is overwritten.',
  },
  'folder-not-writable': {
    title: 'The desk folder cannot be written to',
    body: 'Nothing could be stored here, so the desk stays closed. Check that you may write in the folder and that the disk is not read-only, then try again.',
  },
};

/** Words of first run, unlocking and the covered window. */
export const deskText = {
  figureLabel: 'Two people lying on a couch, each with one straight leg raised',
  footer: (clinicName: string, version: string) =>
    [
      'Nothing leaves this computer.',
      [clinicName, version === '' ? '' : `version ${version}`].filter((part) => part !== '').join(' · '),
    ].join(' '),
  starting: 'Opening…',
  unreachable: {
    title: 'The desk gives no answer',
    body: 'The part of Lasègue that keeps the records did not answer. What was stored is safe.',
    tryAgain: 'Try again',
  },
  unlock: {
    locked: 'The records on this computer are locked.',
    systemLocked: 'The computer was locked, so the records were locked too.',
    idle: 'Nobody used the desk for a while, so the records were locked. What was typed is stored.',
    gone: 'The part of Lasègue that keeps the records stopped and was started again. What was stored is safe. Please unlock again.',
    keptWork: (count: number) =>
      `${count === 1 ? 'One piece of work was' : `${count} pieces of work were`} not stored yet and will be offered after unlocking.`,
    who: 'Who is it?',
    passphrase: 'Passphrase',
    submit: 'Unlock',
    wrong: 'That passphrase did not open the desk.',
    tryIn: (seconds: number) => `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    waitFirst: 'Too many wrong passphrases.',
    demo: 'This is the demo desk. Everyone in it is made up. Its passphrase is',
    toDemo: 'Open the demo desk',
    toOwn: 'Go to your own desk',
    diagnostics: 'Copy diagnostics',
    copied: 'Copied. The diagnostics hold codes and versions, nothing about a patient.',
  },
  problems,
  firstRun: {
    title: 'Welcome to Lasègue',
    lead: 'An offline desk for people with sciatica. Everything stays encrypted on this computer.',
    setUp: 'Set up this desk',
    setUpBody: 'Choose a passphrase and enter what the printed sheets need: about two minutes.',
    demo: 'Open the demo desk',
    demoBody: 'Synthetic patients to try everything on. It has its own folder and never mixes with your records. Its passphrase is',
    makingDemo: 'Making up the demo patients. This takes a few seconds.',
    back: 'Back',
    warning: 'Not for real patients yet: this is a first version. Choose a backup folder in Settings all the same.',
  },
  create: {
    title: 'Set up this desk',
    you: 'You',
    displayName: 'Your name, as it stands on printed sheets',
    passphrase: 'Passphrase',
    repeat: 'The same passphrase again',
    rules: (min: number) =>
      `At least ${min} characters; spaces count. Four or five words that do not belong together are easy to keep and hard to guess.`,
    noRecovery:
      'Nobody can open the records without it, and nobody can send you a new one. Once the desk is made, Settings makes a recovery key to be kept on paper.',
    differs: 'The two passphrases differ.',
    show: 'Show the passphrase',
    hide: 'Hide the passphrase',
    clinic: 'Your clinic',
    clinicLead: 'These words stand in the safety block of every sheet.',
    submit: 'Make the desk',
    busy: 'Making the desk…',
    fix: (count: number) => (count === 1 ? 'One field needs a look.' : `${count} fields need a look.`),
  },
  clinic: {
    name: 'Clinic name',
    phone: 'Clinic phone',
    address: 'Address',
    addressHint: 'Printed on the sheets after the name, in one line.',
    emergencyNumber: 'Emergency telephone number',
    emergencyNumberHint: 'The number patients dial for an ambulance. Printed on every sheet: check it twice.',
    emergencyNumbers: ['999', '112', '911', '000'],
    emergencyDepartment: 'What patients call the emergency department',
    emergencyDepartmentHint: 'Printed as “Go to … now”.',
    emergencyDepartments: ['A&E', 'the emergency department', 'the emergency room'],
    suggestions: 'Or pick:',
    optional: '(if known)',
    paper: 'Paper',
    dateFormat: 'Dates are written',
    dateFormats,
  },
  changePassphrase: {
    title: 'Change your passphrase',
    current: 'Passphrase now',
    next: 'New passphrase',
    repeat: 'The new passphrase again',
    submit: 'Change passphrase',
    done: 'The passphrase was changed. The old one no longer opens this desk.',
    copies: 'Copies of the desk made before today still open with the old one.',
  },
  recovery: {
    title: 'Recovery key',
    lead: 'Eight groups of letters and digits that open this desk when a passphrase is forgotten. Print them or write them down, and lock the paper away, not near this computer: whoever holds them can open the records.',
    none: 'There is none yet.',
    made: (date: string) => `The one that opens this desk was made on ${date}.`,
    make: 'Make a recovery key',
    makeNew: 'Make a new one',
    passphrase: 'Your passphrase',
    show: 'Make and show it',
    cancel: 'Cancel',
    writeDown: 'Print this or write it down now.',
    once: 'It is shown this once and stored nowhere. An earlier recovery key no longer opens this desk; it still opens copies made before.',
    print: 'Print',
    written: 'I have it on paper',
  },
  recover: {
    link: 'Use the recovery key',
    title: 'Use the recovery key',
    lead: 'It opens the desk and sets a new passphrase for you. Everyone at this desk is told.',
    who: 'Who is it?',
    key: 'Recovery key',
    keyHint: 'Eight groups of five. Spaces, dashes and small letters do not matter.',
    wrongGroups: (groups: readonly number[]) =>
      groups.length === 1
        ? `There is a typing error in group ${groups[0] ?? ''}.`
        : `There are typing errors in groups ${groups.slice(0, -1).join(', ')} and ${groups.at(-1) ?? ''}.`,
    incomplete: 'A recovery key has eight groups of five letters and digits.',
    submit: 'Open the desk',
  },
  leaving: {
    storing: 'Storing what you typed…',
    notStored: 'Something could not be stored',
    tryAgain: 'Try again',
    stay: 'Go back to the page',
    closeAnyway: 'Close without storing it',
    closeSure: 'Really close: what was not stored is lost',
    keepInWindow: 'Lock now and keep it in this window',
  },
  kept: {
    title: 'Not stored yet',
    body: 'This was typed before the desk went away, and is only in this window.',
    store: 'Store it now',
    discard: 'Throw away',
    discardSure: 'Really throw away',
    closeTitle: 'Close and lose what was not stored?',
    closeBody: 'Work that was typed before the desk went away is only in this window. Unlock to store it.',
    closeConfirm: 'Close and lose it',
    closeCancel: 'Stay',
  },
};
