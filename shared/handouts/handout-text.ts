import type { NoteId } from '../clinical/home-care-notes.ts';
import type { IllustratedModule } from '../figures/home-care.ts';
import type { SheetPlan } from '../schemas/assessment.ts';
import type { Clinic } from '../schemas/clinic.ts';
import type { EmergencyAction } from '../schemas/red-flag-answers.ts';
import type { DoseUnit } from '../schemas/doses.ts';
import type { ModuleId, Phase } from '../schemas/plan.ts';
import type { ReadabilityIndex } from './reading-ease.ts';

/** A part of a module: numbered steps, or prose. Read in order they are the sentence set of spec 7.2, word for word. */
export type BodyText = { steps: readonly string[] } | { prose: readonly string[] };

/** Printed words of one module. `dose` is the dose line, by phase where it differs (spec 7.2), or null where there is none. */
export type ModuleText = {
  title: string;
  dose: string | Readonly<Record<Phase, string>> | null;
  body: readonly BodyText[];
};

/** Modules that print as a module. M13 and M19 print as boxes; M20 prints what the clinic wrote. */
export type PrintedModule = Exclude<ModuleId, 'M13' | 'M19' | 'M20'>;

/** Routes that have an emergency sheet of their own, in the order in which several name its title (spec 5.3). */
export const EMERGENCY_ROUTES = ['NUMBER', 'ED', 'COORD'] as const;
export type EmergencyRoute = (typeof EMERGENCY_ROUTES)[number];

/**
 * Every word of the printed sheets in one language. Another language is another object of this type in its own folder of
 * `shared/text`. Placeholders in braces are filled by `build.ts`: {name}, {born}, {date}, {ED}, {number}, {phone}, {next},
 * {reasons}, {told}, {time}, {transport}, {phase}, {page}, {pages}, and in a module its doses by name ({minutes}, {times}: `DOSES`).
 */
export type HandoutText = {
  /** BCP 47 tag, written into the PDF. */
  language: string;
  /** How easy its sentences read is measured by this index. */
  readability: ReadabilityIndex;
  /** Words and wordings a sheet never carries in this language (spec 9). */
  bannedWords: readonly RegExp[];
  /** Words a clinic may not print in notes of its own (spec 1.4), in small letters without accents: selling, promising, products. */
  noteWords: Readonly<Record<'selling' | 'cure' | 'product', RegExp>>;
  /** How a text speaks to its reader, and words of the trade that a sheet explains or leaves out (PEMAT-P items 4 and 21). */
  speaksToYou: RegExp;
  tradeWords: RegExp;
  months: readonly string[];
  weekdays: readonly string[];
  /** A dose with a range, {from} and {to}, and what it counts, {count}: one form for exactly 1, the other for the rest. */
  doseRange: string;
  doseUnits: Readonly<Record<Exclude<DoseUnit, 'count'>, { one: string; other: string }>>;
  page: string;
  /** Printed on a reprint (spec 9): {date} on which the sheet was made. */
  copyOf: string;
  /** Running header: {name} and {born}. */
  headerPerson: string;
  /** What the clinic's logo shows: {clinic}. */
  logo: string;
  homecare: {
    documentTitle: string;
    title: string;
    madeFor: string;
    madeOn: string;
    phases: Readonly<Record<Phase, string>>;
    leads: Readonly<Record<SheetPlan['leadId'], string>>;
    /** Sentence ids offered as main messages, most important first; sentences of one entry stay together. */
    messages: readonly (readonly string[])[];
    /** Placeholders {date} of the last sheet and {titles}. */
    changes: { added: string; left: string; none: string };
    /** Placeholders {from} and {to}. */
    tickChart: { title: string; day: string };
    /** The clinic's own notes (spec 1.4): heading, what is said where the clinic sells something named, and the fixed sentence. */
    clinicNotes: { title: string; sells: readonly string[]; pharmacist: readonly string[] };
    aboutYou: string;
    notes: string;
    nextReview: string;
    clinician: string;
    clinic: string;
  };
  modules: Readonly<Record<PrintedModule, ModuleText>>;
  /** What each picture shows, for who cannot see it. */
  pictures: Readonly<Record<IllustratedModule, string>>;
  /** Below a picture from above. */
  seenFromAbove: string;
  /** Dose line of M12 where the clinic prints one (spec 7.2). Its numbers are the packet's limits; no clinic moves them. */
  ibuprofenDose: string;
  notes: Readonly<Record<NoteId, readonly string[]>>;
  /** M13 (spec 7.2), split where the box splits. */
  stopRules: { good: string; bad: readonly string[]; next: readonly string[]; callUs: string };
  /** M19 (spec 5.4). */
  safety: {
    now: readonly [string, string];
    nowItems: readonly string[];
    otherLeg: string;
    bothLegs: string;
    sameDay: string;
    sameDayItems: readonly string[];
    tellUs: readonly string[];
  };
  emergency: {
    documentTitle: string;
    titles: Readonly<Record<EmergencyRoute, string>>;
    person: string;
    opening: readonly string[];
    routes: Readonly<Record<EmergencyRoute, readonly string[]>>;
    doNotDrive: readonly string[];
    transport: string;
    transports: Readonly<Record<NonNullable<EmergencyAction['transport']>, string>>;
    before: readonly string[];
    tellStaff: string;
    told: string;
    worse: string;
    refused: readonly string[];
  };
  safetySheet: {
    documentTitle: string;
    title: string;
    person: string;
    openDiscussion: readonly string[];
    incomplete: readonly string[];
    earlierEmergency: readonly string[];
    nextContact: string;
  };
  slip: { title: string; born: string; seen: string };
  /** Printed where the name needs letters that the sheet's fonts do not have (emergency and safety sheets only). */
  nameByHand: string;
  ownNumber: string;
  /** Patient texts and reason words of the red-flag rows (spec 5.2, 5.4), by id. */
  patientTexts: Readonly<Record<string, string>>;
  reasons: Readonly<Record<string, string>>;
};

/** Day of the week of a calendar date, 0 for Sunday, in every time zone. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** A date as the clinic writes dates. `weekday` puts the day's name before it. */
export function printDate(date: string, format: Clinic['dateFormat'], text: HandoutText, weekday = false): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  const day = date.slice(8, 10);
  const written = {
    'D MMM YYYY': `${Number(day)} ${text.months[Number(month) - 1] ?? month} ${year}`,
    'DD/MM/YYYY': `${day}/${month}/${year}`,
    'MM/DD/YYYY': `${month}/${day}/${year}`,
    'YYYY-MM-DD': date,
  }[format];
  if (!weekday) return written;
  const name = text.weekdays[weekdayOf(date)];
  return name === undefined ? written : `${name} ${written}`;
}
