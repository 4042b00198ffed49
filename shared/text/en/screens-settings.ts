/** Words of the settings page. */
export const settingsText = {
  title: 'Settings',
  clinic: {
    title: 'Clinic',
    lead: 'Printed in the safety block of every sheet from now on. Sheets already given stay as they are.',
    save: 'Save clinic settings',
    saved: 'Saved.',
    unsaved: 'Not saved yet',
    conflict: 'Someone else changed these settings since you opened them. Nothing was overwritten.',
    reload: 'Show the newest settings',
    discard: 'Undo my changes',
    measures: 'Further outcome measures',
    measuresLead:
      'Off until you switch them on. The score from the paper form is entered; no item text is shown. Check that your clinic may use the form.',
  },
  look: { title: 'Look', theme: 'Theme', light: 'Light', dark: 'Dark', system: 'As the system', note: 'Kept until the window closes.' },
  keys: {
    title: 'Keys',
    single: 'Single-letter keys',
    on: 'On',
    off: 'Off',
    note: 'Keys such as / and N outside text fields. Off until the window closes, if they get in your way.',
  },
  lock: {
    title: 'Lock',
    after: 'Lock when nobody has used the desk for',
    minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    note: 'For everyone at this desk. What was typed is stored first; unlocking leads back to the same field. The desk also locks with the computer.',
  },
  log: {
    title: 'Change log',
    lead: 'Every stored change is a line in a chained log. Checking it finds accidents and partial edits; only a printed anchor kept elsewhere would show a rebuilt log.',
    verify: 'Check the log',
    intact: (entries: number) => `${entries} entries, unbroken.`,
    broken: (entries: number, seq: number) =>
      `The chain of ${entries} entries breaks at entry ${seq}. Copy the desk folder to a safe place and copy the diagnostics before you go on.`,
    anchor: 'Last entry',
  },
  about: {
    title: 'About',
    version: 'Lasègue',
    runtime: 'Runs on',
    system: 'System',
    user: 'Signed in',
    desk: 'Desk',
    own: 'your own',
    demo: 'demo',
    developmentRuntime: 'development runtime, not for real patients',
    copy: 'Copy diagnostics',
    copied: 'Copied. The diagnostics hold codes and versions, nothing about a patient.',
    purpose: 'Lasègue records, explains and prints. It does not diagnose, and it decides nothing for you.',
  },
};
