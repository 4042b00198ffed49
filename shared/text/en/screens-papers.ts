import type { ClinicianPaper } from '../../schemas/paper.ts';

const names: Record<ClinicianPaper, string> = {
  letter: 'Referral letter',
  summary: 'Visit summary',
  blank: 'Blank examination sheet',
  recovery: 'Recovery key',
};

/** Words of the papers for clinicians in the window. */
export const screenPapersText = {
  names,
  title: (paper: string, patientName: string): string => `${paper} for ${patientName}`,
  group: 'Papers for colleagues and the record',
  letterRemark:
    'Findings as measured, flags with their route, what the patient was told, what was not asked or tested. No flag holds it back.',
  making: 'Making the paper',
  region: 'Pages of the paper',
  print: 'Print',
  printBlank: 'Print the blank sheet',
  blankRemark: 'For work away from the computer, in the order of the screen. It names no patient and is not kept.',
  printRecovery: 'Print the recovery key',
  recoveryRemark: 'Use a printer in this room: a shared one may keep a copy. The paper is neither stored nor saved as a file.',
  recoveryPrinted: 'Printed. See that all eight groups can be read on the paper before you leave this page.',
  printed: 'Printed.',
  saved: 'Saved.',
  changed: 'The visit changed while the paper was open. Look at the new one, then print it.',
  notKept: 'The paper left the desk, but its copy could not be kept in the record. Preview it again and keep it.',
  noticeTitle: 'Worth knowing before it prints',
  openFromHistory: (paper: string, date: string): string => `${paper}, made ${date}`,
  exactCopy: 'This is the very paper that left the desk. A reprint says “Copy of” and its date at the top of each page.',
} as const;
