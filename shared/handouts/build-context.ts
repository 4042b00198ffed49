import type { Assessment } from '../schemas/assessment.ts';
import type { Clinic, Logo } from '../schemas/clinic.ts';
import type { ClinicNotes } from '../schemas/clinic-notes.ts';
import type { CalendarDate } from '../schemas/common.ts';
import type { HandoutOptions } from '../schemas/handout.ts';
import type { ModuleId } from '../schemas/plan.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import type { Sentence } from './document-model.ts';
import { type HandoutText, printDate } from './handout-text.ts';

/** Everything a sheet is made from. A whole stored patient may be passed as `patient`. */
export type HandoutInput = {
  patient: {
    givenNames: string;
    familyName: string;
    /** Empty when there is none. */
    latinName: string;
    birthDate: CalendarDate;
    /** The clinic's own number, empty when there is none; stands beside a name that must be written by hand. */
    ownNumber: string;
    /** BCP 47 tag; empty when not recorded. */
    preferredLanguage: string;
  };
  visitOn: CalendarDate;
  record: VisitRecord;
  assessment: Assessment;
  clinic: Clinic & { logo: Logo | null };
  clinicianName: string;
  clinicNotes: ClinicNotes;
  /** The last home-care sheet given for another visit of this patient, or null. */
  previous: { madeOn: CalendarDate; modules: readonly ModuleId[] } | null;
  options: HandoutOptions;
  /** Languages beside English whose sheets the clinic's lead has read. */
  reviewedLanguages: readonly string[];
  /** The desk's date today; decides the PDF's creation date. */
  madeOn: CalendarDate;
};

/** What the parts of the builder share: the input, the words, and the values of the placeholders. */
export type BuildContext = {
  input: HandoutInput;
  text: HandoutText;
  /** Sentence with its placeholders filled from the clinic and the patient, and from `more`. */
  sentence: (id: string, text: string, more?: Record<string, string>) => Sentence;
  /** Sentences numbered from 1: `M03.1`, `M03.2`. */
  sentences: (id: string, texts: readonly string[], more?: Record<string, string>) => Sentence[];
  date: (date: CalendarDate, weekday?: boolean) => string;
};

/** A line to be filled by hand, printed where a value is not recorded. */
export const BLANK = '____________________';
export const SHORT_BLANK = '__________';

/** Replaces known placeholders in one pass, so that a value is never read as a placeholder. Unknown ones stay for the linter. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** A telephone number or a date that no line ends within. */
export function unbroken(number: string): string {
  return number.trim().replace(/\s+/g, '\u00a0');
}

/** The shared part of one build. */
export function createContext(input: HandoutInput, text: HandoutText): BuildContext {
  const { clinic, patient } = input;
  // No line ends within a date; it may after the weekday.
  const date = (day: CalendarDate, weekday = false): string => {
    const written = unbroken(printDate(day, clinic.dateFormat, text));
    return weekday ? printDate(day, clinic.dateFormat, text, true).replace(/ .*$/u, ` ${written}`) : written;
  };
  const values = {
    ED: clinic.emergencyDepartment,
    number: unbroken(clinic.emergencyNumber),
    phone: unbroken(clinic.phone),
    born: date(patient.birthDate),
    date: date(input.visitOn),
  };
  const sentence: BuildContext['sentence'] = (id, template, more = {}) => ({ id, text: fill(template, { ...values, ...more }) });
  return {
    input,
    text,
    sentence,
    sentences: (id, texts, more) => texts.map((template, index) => sentence(`${id}.${index + 1}`, template, more)),
    date,
  };
}
