import type { ClinicianPaper } from '../../schemas/paper.ts';
import type { Paper } from '../../schemas/clinic.ts';
import { handoutText } from '../../text/en/handouts.ts';
import { papersText } from '../../text/en/papers.ts';
import { logoOf } from '../build.ts';
import { fill } from '../build-context.ts';
import type { HandoutBlock, PaperDocument } from '../document-model.ts';
import { printDate } from '../handout-text.ts';
import { blankSheetBlocks, type BlankSheetInput } from './blank-sheet.ts';
import { letterBlocks } from './letter.ts';
import { paperWords, type VisitPaperInput } from './paper-context.ts';
import { recoveryKeyBlocks, type RecoveryKeyInput } from './recovery-key.ts';
import { summaryBlocks } from './summary.ts';

export type { VisitPaperInput } from './paper-context.ts';

const LANGUAGE = 'en-GB';

/** The referral letter of a visit. Pure; the patient's name stays the placeholder {name}, as on a sheet. */
export function buildLetter(input: VisitPaperInput): PaperDocument {
  return visitPaper('letter', input, letterBlocks(input));
}

/** The summary of a visit for the record. */
export function buildSummary(input: VisitPaperInput): PaperDocument {
  return visitPaper('summary', input, summaryBlocks(input));
}

/** The examination sheet to fill by hand. It names no patient. */
export function buildBlankSheet({ clinic, madeOn }: BlankSheetInput, paper: Paper): PaperDocument {
  const { header } = papersText;
  return {
    ...common('blank', paper, clinic.name, madeOn),
    // Not a name: what makes every character of the paper printable needs one.
    patient: { name: '-', latinName: '', born: '', ownNumber: '', preferredLanguage: '', languageReason: '' },
    header: { clinic: clinic.name, page: header.page, person: header.personByHand, date: header.dateByHand, logo: null },
    nameByHand: { name: '', ownNumber: '' },
    blocks: blankSheetBlocks(),
  };
}

/** The recovery key of the desk, to be locked away. It names no patient. */
export function buildRecoveryKey(input: RecoveryKeyInput, paper: Paper): PaperDocument {
  const { clinic, madeOn } = input;
  return {
    ...common('recovery', paper, clinic.name, madeOn),
    // Not a name: what makes every character of the paper printable needs one.
    patient: { name: '-', latinName: '', born: '', ownNumber: '', preferredLanguage: '', languageReason: '' },
    header: {
      clinic: clinic.name,
      page: papersText.header.page,
      person: papersText.recovery.running,
      date: printDate(madeOn, clinic.dateFormat, handoutText),
      logo: null,
    },
    nameByHand: { name: '', ownNumber: '' },
    blocks: recoveryKeyBlocks(input),
  };
}

function visitPaper(sheet: ClinicianPaper, input: VisitPaperInput, blocks: HandoutBlock[]): PaperDocument {
  const { patient, clinic, record } = input;
  const { date } = paperWords(input);
  const born = date(patient.birthDate);
  const ownNumber = patient.ownNumber.trim();
  return {
    ...common(sheet, input.paper, clinic.name, input.madeOn),
    patient: {
      name: `${patient.givenNames.trim()} ${patient.familyName.trim()}`,
      latinName: patient.latinName.trim(),
      born,
      ownNumber,
      preferredLanguage: '',
      languageReason: '',
    },
    header: {
      clinic: clinic.name,
      page: papersText.header.page,
      person: fill(papersText.header.person, { born }),
      date: date(record.visitOn),
      logo: logoOf(clinic, handoutText),
    },
    nameByHand: { name: papersText.nameByHand, ownNumber: ownNumber === '' ? '' : papersText.number(ownNumber) },
    blocks,
  };
}

type Common = Pick<PaperDocument, 'sheet' | 'language' | 'documentTitle' | 'author' | 'paper' | 'largePrint' | 'madeOn' | 'modules'>;

function common(sheet: ClinicianPaper, paper: Paper, author: string, madeOn: string): Common {
  return {
    sheet,
    language: LANGUAGE,
    documentTitle: papersText.documentTitles[sheet],
    author,
    paper,
    largePrint: false,
    madeOn,
    modules: [],
  };
}
