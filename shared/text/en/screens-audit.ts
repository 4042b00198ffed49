import type { AuditRow, LogBreak } from '../../schemas/audit.ts';

const tables: Record<Exclude<AuditRow['what'], 'chart' | 'unlock' | 'recovery' | 'report' | 'handover'>, string> = {
  user: 'Person',
  clinic: 'Clinic settings',
  setting: 'Setting',
  patient: 'Patient details',
  visit: 'Visit',
  addendum: 'Addendum',
  flag_action: 'Outcome of a flag',
  handout: 'Sheet given',
  handout_giving: 'How a sheet was given',
  paper: 'Letter or summary given',
  clinic_logo: 'Logo',
  erasure: 'Removal of an earlier text',
};
const accesses: Record<'chart' | 'visit' | 'handout' | 'unlock' | 'recovery' | 'report' | 'handover', string> = {
  chart: 'Chart opened',
  visit: 'Visit opened',
  handout: 'Sheet or letter opened',
  unlock: 'Desk unlocked',
  recovery: 'Recovery key used',
  report: 'Audit report made',
  handover: 'Visit handed over',
};

/** What a line of the log tells, in words. */
function whatIn({ log, what, operation }: Pick<AuditRow, 'log' | 'what' | 'operation'>): string {
  if (log === 'access') return (accesses as Record<string, string>)[what] ?? what;
  return `${(tables as Record<string, string>)[what] ?? what}: ${operation === 'insert' ? 'added' : 'changed'}`;
}

/** How an entry is called: C12 of the change log, A12 of the access log. */
function entry({ log, seq }: Pick<AuditRow, 'log' | 'seq'>): string {
  return `${log === 'change' ? 'C' : 'A'}${seq}`;
}

/** The first thing that does not fit, in words. */
function brokenAt({ kind, seq, table, at }: LogBreak): string {
  const about =
    table === null
      ? ''
      : ` (${((tables as Record<string, string>)[table] ?? 'another table').toLowerCase()}${at === null ? '' : `, ${at}`})`;
  if (kind === 'change') return `The change log breaks at entry ${seq ?? 0}${about}.`;
  if (kind === 'access') return `The access log breaks at entry ${seq ?? 0}${at === null ? '' : ` (${at})`}.`;
  if (kind === 'row-changed') return `A record was changed past the log; its last entry is ${seq ?? 0}${about}.`;
  if (kind === 'row-missing') return `The record of entry ${seq ?? 0}${about} is gone.`;
  return `There is a record that no entry knows${about}.`;
}

/** Settings by the first part of their name. */
const settings: Record<string, string> = {
  backup: 'Backup',
  lock: 'Lock',
  sign: 'Signing',
  people: 'People',
  notice: 'Notice on Today',
  recovery: 'Recovery key',
};

/** Words of the audit report, on screen, on paper and in a file. */
export const auditText = {
  title: 'Audit report',
  lines: 'Lines of the report',
  lead: 'Who changed and who opened what, from the two logs. Making a report is itself a line in the access log.',
  from: 'From',
  to: 'To and including',
  whom: 'About',
  everybody: 'Everyone',
  patient: 'Patient (name, birth date or number)',
  clearPatient: 'About everyone',
  show: 'Show',
  shows: { all: 'Everything', changes: 'Changes', accesses: 'What was opened' },
  make: 'Make the report',
  columns: { at: 'When', userName: 'Who', what: 'What', patientName: 'Patient', detail: 'More', entry: 'Entry' },
  whatIn,
  entry,
  entryNote: 'C: change log. A: access log.',
  ofEntry: (line: Pick<AuditRow, 'log' | 'seq'>) => `Entry ${entry(line)}`,
  removed: (when: string, by: string, reason: string) => `Earlier text removed on ${when} by ${by}: ${reason}`,
  /** Removing the text that a line of the change log kept of an earlier version. */
  removing: {
    button: 'Remove the earlier text…',
    buttonOf: (line: string) => `Remove the earlier text… ${line}`,
    title: (line: Pick<AuditRow, 'log' | 'seq'>) => `Remove the earlier text of entry ${entry(line)}?`,
    goesTitle: 'What goes',
    goes: 'The text that this line of the log kept of an earlier version of the record. It cannot be brought back in this desk.',
    staysTitle: 'What stays',
    stays: [
      'what the record says now',
      'signed visits, their addenda, and sheets that were given',
      'the line itself, with its date and author',
      'the other lines of the log: each kept the whole record as it was then, so the same words may stand in several',
      'every backup made before now: it keeps the text until you delete the backup',
    ],
    reason: 'Reason',
    reasonHint: 'One sentence. It stays in the log for good: do not write a patient’s name here.',
    submit: 'Remove the earlier text',
    done: (line: Pick<AuditRow, 'log' | 'seq'>) => `The earlier text of entry ${entry(line)} was removed.`,
    /** Why it was not removed, where the line is no longer as the report shows it. */
    already: 'The text of this line was removed before. Nothing was changed now. Make the report again to see when, by whom and why.',
    newest: 'This line says what the record holds now, so its text stays. Nothing was changed. Make the report again.',
    nothingThere: 'This line keeps no text that could be removed. Nothing was changed. Make the report again, and check the log.',
  },
  settings,
  otherSetting: 'Setting',
  counts: (shown: number, total: number) =>
    total > shown
      ? `The newest ${shown} of ${total} lines. Choose a shorter period for the rest.`
      : `${total} ${total === 1 ? 'line' : 'lines'}.`,
  none: 'Nothing in this period.',
  savePdf: 'Save as PDF',
  saveCsv: 'Save as CSV',
  saved: 'Saved. The file is not encrypted: keep it where nobody else can read it.',
  fileName: (from: string, to: string) => `Audit report ${from} to ${to}`,
  period: (from: string, to: string) => `${from} to ${to}`,
  madeBy: (name: string, when: string) => `Made by ${name}, ${when}`,
  missingGlyphs: 'A letter that cannot be printed stands as “?”.',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  /** What checking the log says, in the window and on a terminal. */
  verify: {
    usage: 'Usage: npm run verify-log -- <desk folder>',
    noDesk: 'There is no desk in this folder.',
    cannotOpen: (code: string) => `The desk could not be opened: ${code}`,
    nobody: 'No such number.',
    who: 'Whose passphrase? Number: ',
    passphrase: (name: string) => `Passphrase of ${name}: `,
    intact: (entries: number) => `${entries} entries, unbroken.`,
    broken: brokenAt,
    erased: (count: number) => `${count} of them had ${count === 1 ? 'its' : 'their'} earlier text removed, with a reason.`,
    anchor: (entries: number, hash: string) => `Last entry ${entries}: ${hash}`,
    anchors: (checked: number) =>
      checked === 1
        ? 'The last entry named in 1 backup is still in the log.'
        : `The last entries named in ${checked} backups are still in the log.`,
    noAnchors: 'No backup to compare with: a log that was shortened as a whole would not show.',
    unread: (count: number) =>
      `${count} ${count === 1 ? 'backup' : 'backups'} from before the last change of the key could not be compared.`,
    misfit: (fileName: string, seq: number) =>
      `Entry ${seq}, named in the backup ${fileName}, is not in the log as it was then: the log was shortened or written anew. Keep that backup and a copy of the desk folder.`,
  },
};
