import type { Assessment } from '../../schemas/assessment.ts';
import type { Clinic, Logo, Paper } from '../../schemas/clinic.ts';
import type { CalendarDate } from '../../schemas/common.ts';
import type { HandoutSummary } from '../../schemas/handout.ts';
import type { Patient } from '../../schemas/patient.ts';
import type { VisitRecord } from '../../schemas/visit.ts';
import { handoutText } from '../../text/en/handouts.ts';
import { fill, unbroken } from '../build-context.ts';
import type { FactsBlock, RecordBlock, Sentence, TextsBlock } from '../document-model.ts';
import { printDate } from '../handout-text.ts';

/** Everything a letter or a summary is made from. A whole stored patient may be passed as `patient`. */
export type VisitPaperInput = {
  patient: Pick<Patient, 'givenNames' | 'familyName' | 'latinName' | 'birthDate' | 'ownNumber'>;
  record: VisitRecord;
  assessment: Assessment;
  clinic: Clinic & { logo: Logo | null };
  /** Who signed the visit, or has it open. */
  clinicianName: string;
  /** When it was signed; null while it is open. */
  signedOn: CalendarDate | null;
  addenda: readonly { text: string; reason: string; createdBy: string; createdOn: CalendarDate }[];
  /** Sheets kept as given at this visit, oldest first. */
  given: readonly Pick<HandoutSummary, 'sheet' | 'madeOn'>[];
  paper: Paper;
  /** The desk's date today. */
  madeOn: CalendarDate;
};

/** Words with the values of this visit put in. */
export type PaperWords = {
  date: (date: CalendarDate) => string;
  /** A sentence whose placeholders are filled from the clinic and the patient. */
  say: (id: string, text: string) => Sentence;
};

/** The words of a paper in the clinic's language. */
export function paperWords({ patient, record, clinic }: Pick<VisitPaperInput, 'patient' | 'record' | 'clinic'>): PaperWords {
  const date = (day: CalendarDate): string => unbroken(printDate(day, clinic.dateFormat, handoutText));
  const values = {
    ED: clinic.emergencyDepartment,
    number: unbroken(clinic.emergencyNumber),
    phone: unbroken(clinic.phone),
    born: date(patient.birthDate),
    date: date(record.visitOn),
  };
  return { date, say: (id, text) => ({ id, text: fill(text, values) }) };
}

/** Label and value as recorded; null where nothing is. */
export type Recorded = readonly [label: string, value: string | null];

/** A list of what was recorded; what was not says so. */
export function recordBlock(
  { say }: PaperWords,
  id: string,
  heading: string,
  rows: readonly Recorded[],
  missing: string,
  columns: 1 | 2 = 2,
): RecordBlock {
  return {
    type: 'record',
    heading: say(id, heading),
    columns,
    rows: rows.map(([label, value], index) => ({
      label: say(
        `${id}.${index + 1}.label`,
        `${label.replace(/[:?]$/u, (end) => (end === '?' ? '?' : ''))}${label.endsWith('?') ? '' : ':'}`,
      ),
      value: { id: `${id}.${index + 1}`, text: value === null || value.trim() === '' ? missing : value.trim() },
    })),
  };
}

type Paragraphs = readonly (readonly string[])[];

/** Paragraphs, bulleted lines and closing paragraphs; what a person typed is never read as a placeholder. */
export function textsBlock(
  { say }: PaperWords,
  id: string,
  heading: string,
  {
    paragraphs = [],
    items = [],
    linesToWrite = { least: 0, most: 0 },
    closing = [],
  }: { paragraphs?: Paragraphs; items?: readonly string[]; linesToWrite?: TextsBlock['linesToWrite']; closing?: Paragraphs },
): TextsBlock {
  let count = 0;
  const sentence = (text: string): Sentence => {
    count += 1;
    return { id: `${id}.${count}`, text };
  };
  const filled = (texts: Paragraphs): Sentence[][] => texts.filter((some) => some.length > 0).map((some) => some.map(sentence));
  return {
    type: 'texts',
    heading: say(id, heading),
    paragraphs: filled(paragraphs),
    items: items.map(sentence),
    linesToWrite,
    closing: filled(closing),
  };
}

/** Label and value side by side at the end of a paper. */
export function factsBlock({ say }: PaperWords, id: string, facts: readonly (readonly [label: string, value: string])[]): FactsBlock {
  return {
    type: 'facts',
    facts: facts.map(([label, value], index) => ({
      label: say(`${id}.${index + 1}.label`, label),
      value: { id: `${id}.${index + 1}`, text: value },
    })),
  };
}
