const number = (count: number): string => count.toLocaleString('en-GB');
const several = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;
const people = (count: number): string => several(count, 'patient', 'patients');
const visits = (count: number): string => several(count, 'visit', 'visits');
const sheets = (count: number): string => several(count, 'sheet', 'sheets');

/** Words for looking at what is left of a damaged desk. */
export const salvageText = {
  link: 'See what can still be read',
  title: 'What can still be read',
  lead: 'Reads the damaged desk without changing it: only a copy of its encrypted file is opened. Nothing can be edited here. A recent backup is the better way back; this is for what a backup does not hold.',
  who: 'Who is it?',
  passphrase: 'Passphrase',
  submit: 'Read what is left',
  busy: 'Reading every page. On a large desk this takes a minute.',
  found: (patients: number, visitCount: number, sheetCount: number): string =>
    `${people(patients)}, ${visits(visitCount)} and ${sheets(sheetCount)} could be read.`,
  pages: (damaged: number, all: number): string =>
    damaged === 0
      ? `None of the ${number(all)} pages of the file is damaged.`
      : `${several(damaged, 'page', 'pages')} of ${number(all)} ${damaged === 1 ? 'is' : 'are'} damaged.`,
  lost: (patients: number, visitCount: number, addenda: number, sheetCount: number): string => {
    const missing = [
      patients > 0 ? people(patients) : '',
      visitCount > 0 ? visits(visitCount) : '',
      addenda > 0 ? several(addenda, 'later addition', 'later additions') : '',
      sheetCount > 0 ? sheets(sheetCount) : '',
    ].filter((part) => part !== '');
    return missing.length === 0 ? 'The log names nothing that is missing.' : `Missing, by the log: ${missing.join(', ')}.`;
  },
  draftsLost: 'What was typed in visits that were not signed may be missing.',
  mayBeMore: 'The log is damaged too, so more may be missing than is counted here.',
  search: 'Find a name or number',
  list: 'Patients that could be read',
  noName: 'Name not readable',
  rowCounts: (visitCount: number, sheetCount: number): string => `${visits(visitCount)}, ${sheets(sheetCount)}`,
  shown: (shown: number, total: number): string => (shown < total ? `The first ${number(shown)} of ${number(total)}.` : people(total)),
  none: 'Nobody by this name or number.',
  choose: 'Choose a patient to see what could be read.',
  born: 'Date of birth',
  number: 'Number',
  phone: 'Telephone',
  email: 'Email',
  address: 'Address',
  note: 'Notes',
  signed: (by: string): string => (by === '' ? 'signed' : `signed by ${by}`),
  unsigned: 'not signed',
  voided: 'set aside',
  addendum: (by: string, on: string): string => `Added on ${on}${by === '' ? '' : ` by ${by}`}`,
  answers: (count: number): string => `${several(count, 'answer', 'answers')}, as stored`,
  noAnswers: 'No answers of this visit could be read.',
  sheetsTitle: 'Sheets and letters that were given',
  sheetUnreadable: 'its pages could not be read',
  export: 'Write it to files',
  exportLead:
    'Lists of patients and visits, every sheet and every letter, in a new folder you choose. These files are not encrypted: keep them where patient records may be kept, and delete them when the records are safe again.',
  exporting: 'Writing…',
  exported: (folder: string, patients: number, visitCount: number, sheetCount: number): string =>
    `Written to the folder “${folder}”: ${people(patients)}, ${visits(visitCount)}, ${sheets(sheetCount)}. They are not encrypted.`,
  exportedWithout: (sheetCount: number): string => `The pages of ${sheets(sheetCount)} could not be read.`,
  close: 'Close and lock',
};
