import type { FormName } from '../../schemas/form-draft.ts';
import type { Contact } from '../../schemas/visit.ts';

const contacts: Record<Contact, string> = { first: 'First visit', review: 'Review', phone: 'Phone call' };

const places: Record<string, string> = {
  intake: 'the talk',
  redFlags: 'the red-flag questions',
  slr: 'the straight-leg raise',
  neuro: 'the neurological examination',
  otherExam: 'the examination',
  measures: 'the scores',
  plan: 'the plan',
  emergency: 'the emergency record',
  discussion: 'the discussion',
};

/** Words of the Today page. */
export const todayText = {
  find: 'Find a patient',
  findNone: 'Nobody of that name. Press Enter to look in Patients.',
  newVisit: 'New visit',
  flags: {
    title: 'Needs you first',
    record: 'Record',
    open: 'Open',
    all: (count: number) => `${count} findings.`,
    none: 'No flag is open',
    noneBody: 'Every emergency and same-day flag has an outcome.',
  },
  reviews: {
    title: 'Reviews',
    count: (due: number, all: number) => (due === all ? `${due} due` : `${due} due, ${all - due} later this week`),
    start: 'Review',
    late: 'Late',
    today: 'Today',
    none: 'No review is due',
    noneBody: 'Reviews show here in the week they are due.',
  },
  drafts: {
    title: 'Open drafts',
    goOn: 'Go on',
    notSigned: (contact: string) => `${contact}, not signed.`,
    stoppedAt: (place: string) => `stopped at ${place}`,
    saved: (when: string) => `saved ${when}`,
    none: 'No drafts open',
    noneBody: 'A visit you have not signed shows here.',
  },
  colleagues: {
    E: (userName: string) => `Emergency without an outcome, in a draft of ${userName}.`,
    D: (userName: string) => `Same-day flag not discussed yet, in a draft of ${userName}.`,
    ask: (userName: string) => `Ask ${userName}`,
    takeOver: 'Take over',
    takeOverTitle: 'Take this visit over?',
    takeOverBody: (userName: string) =>
      `It moves from ${userName}’s drafts to yours, with everything typed so far. The access log says so.`,
  },
  forms: {
    goOn: 'Go on',
    titles: {
      'patient-new': 'New patient, not stored.',
      'patient-edit': 'Change of details, not stored.',
      addendum: 'Addendum, not stored.',
      'flag-outcome': 'Outcome of a flag, not stored.',
      void: 'Reason for voiding, not stored.',
      giving: 'Sheet given to the patient, not recorded.',
      clinic: 'Clinic settings, not saved.',
      'clinic-services': 'Services and their numbers, not saved.',
      'clinic-doses': 'Doses of the modules, not saved.',
      'clinic-measures': 'Outcome measures of the clinic, not saved.',
      'clinic-modules': 'Optional modules, not saved.',
      'clinic-notes': 'Clinic notes, not saved.',
    } satisfies Record<FormName, string>,
    nameless: 'No name yet',
  },
  contacts,
  /** Where a draft stopped, by the first part of the field path. */
  places,
  notices: {
    loss: (changes: number, draftText: boolean) =>
      changes > 0
        ? `The last ${changes === 1 ? 'stored change is' : `${changes} stored changes are`} missing.`
        : draftText
          ? 'The newest text of an unsigned visit is missing.'
          : 'The last entries of who opened which chart are missing.',
    lossBody: (when: string) =>
      `Found when the desk was opened on ${when}: part of its file was damaged, or an older copy was put in its place. Look at what was entered last, keep a copy of the desk folder, and have the disk checked.`,
    clockBehind: 'The clock of this computer is behind',
    clockBody: (now: string, newest: string): string =>
      `It says ${now}, but this desk holds entries from ${newest}. Set the date and time of the computer before you record anything: dates of visits, ages and reviews follow them. Nothing stored was changed.`,
    rekeyOwed: 'The records still wait to be encrypted again',
    rekeyOwedBody: (when: string): string =>
      `Somebody was removed on ${when}, and encrypting under a new key failed, for instance because the disk was full. Until it is done, an old copy of the keys and their passphrase open the records. Free some disk space and encrypt again.`,
    rekeyGo: 'Go to People',
    recoveryUsed: (userName: string) => `The recovery key was used, and ${userName} has a new passphrase.`,
    recoveryBody: (when: string) =>
      `On ${when}. If nobody here did this, someone else holds the paper: make a new recovery key in Settings.`,
    read: 'I have read this',
  },
  desk: {
    title: 'This desk',
    patients: 'Patients',
    visits: 'Signed visits',
    user: 'Signed in',
    clinic: 'Clinic',
  },
  empty: {
    title: 'Nobody here yet',
    body: 'Add your first patient, or bring a list from another program.',
    newPatient: 'New patient',
  },
  born: (date: string) => `born ${date}`,
};
