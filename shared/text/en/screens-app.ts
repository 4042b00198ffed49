import type { Answer, Side } from '../../schemas/common.ts';
import type { Urgency } from '../../schemas/assessment.ts';

const answers: Record<Answer, string> = { yes: 'Yes', no: 'No', unsure: 'Unsure', declined: 'Declined', unasked: 'Not asked' };
const sides: Record<Side, string> = { right: 'Right', left: 'Left' };
const urgencies: Record<Urgency, string> = { E: 'Emergency now', D: 'Same day', U: 'Urgent', R: 'Routine' };
const years = (age: number): string => `${age} y`;

/** Words of the frame around the pages and of the parts every page uses. */
export const appText = {
  change: {
    fromTo: (from: string, to: string): string => `${from} to ${to}`,
    sinceLast: 'Since the last visit',
    notMeasured: (names: readonly string[]): string => `Not measured at this visit: ${names.join(', ')}.`,
  },
  name: 'Lasègue',
  rail: {
    label: 'Main',
    today: 'Today',
    patients: 'Patients',
    settings: 'Settings',
    lock: 'Lock',
    waiting: (count: number) => `${count} waiting`,
  },
  banners: {
    label: 'About this desk',
    demo: 'Demo desk: everyone here is made up.',
    developmentRuntime: 'Development runtime: no real patients.',
  },
  answers,
  sides,
  sideLegs: { right: 'Right leg', left: 'Left leg', both: 'Both legs', none: 'No leg' },
  urgencies,
  closedFlag: (word: string) => `${word}, closed`,
  noOpenFlags: 'No open flags',
  patient: {
    born: 'Born',
    age: years,
    number: (ownNumber: string) => `No. ${ownNumber}`,
    noNumber: 'no number',
  },
  dates: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    monthNames: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    daysAgo: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`),
    inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`),
    /** In an empty date field. Never an example date: it would look like an answer. */
    placeholder: 'date, or “3 days ago”',
    placeholderFuture: 'date, or “in 7 days”',
    /** What the field reads, by the clinic's date format. */
    hint: (example: string) => `For example ${example}, or 3 days ago`,
    hintFuture: (example: string) => `For example ${example}, or in 7 days`,
    notRead: (example: string) => `This is not a date Lasègue can read. Type it like ${example}. What you typed is kept.`,
  },
  tooLong: (over: number) => `${over} characters too long. Nothing is cut off; shorten it before it can be stored.`,
  remaining: (left: number) => `${left} characters left`,
  confirm: { cancel: 'Go back' },
  close: 'Close',
  keys: {
    title: 'Keys',
    find: 'Find a patient',
    newPatient: 'New patient',
    today: 'Today',
    settings: 'Settings',
    lock: 'Lock the desk',
    list: 'Show this list',
    back: 'Back to the page before',
    undo: 'Undo in a form',
    answers: 'Answer a question',
    answerClear: 'Back to “not asked”',
    move: 'Move between answers',
    choose: 'Choose the answer you are on',
    groups: { everywhere: 'Everywhere', questions: 'Questions' },
    arrowLeft: 'Left arrow',
    arrowRight: 'Right arrow',
  },
  error: {
    title: 'This page could not be shown',
    body: 'Lasègue made a mistake while showing this page. What was stored is safe.',
    incident: (code: string) => `Incident ${code}`,
    again: 'Show the page again',
    toToday: 'Go to Today',
  },
  notForRole: 'Your role does not change this. Ask an administrator or a clinician.',
  adminOnly: 'An administrator changes this.',
  keptForm: {
    from: (when: string) => `Kept from ${when}, and not stored yet.`,
    startAgain: 'Start with an empty form; this one stays on Today',
  },
  loading: 'Opening…',
  tryAgain: 'Try again',
};
