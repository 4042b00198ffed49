import type { IllustratedModule } from '../figures/home-care.ts';
import type { Sheet } from '../schemas/assessment.ts';
import type { Logo, Paper } from '../schemas/clinic.ts';
import type { CalendarDate } from '../schemas/common.ts';
import type { ClinicianPaper } from '../schemas/paper.ts';
import type { ModuleId } from '../schemas/plan.ts';

/** One printed sentence (or heading, or label) with the id it is traced by (spec 9): `M03.2`, `M19.now.4`, `P-WEAK.1`, `E.told`. */
export type Sentence = {
  id: string;
  text: string;
  /** Beginning of `text` that prints bold, for instance `Good sign:`. */
  leadIn?: string;
  /** Phrases within `text` in another language than the document, a BCP 47 tag: a screen reader changes its voice for them. */
  foreign?: { language: string; phrases: string[] };
};

/** Numbered steps, or prose, of a module. */
export type ModulePart = { kind: 'steps' | 'prose'; sentences: Sentence[] };

/** `inverted` prints white on black. */
export type TitleBlock = { type: 'title'; sentence: Sentence; inverted: boolean };
/** Who the sheet is for and of which day. Holds the placeholder {name} until the renderer knows which name its fonts can print. */
export type PatientLineBlock = { type: 'patient-line'; sentences: Sentence[] };
export type LeadBlock = { type: 'lead'; sentence: Sentence };
/** Up to three main messages, each of one or two sentences that stay together. */
export type MessagesBlock = { type: 'messages'; messages: Sentence[][] };
/** Patient texts of the red-flag rows of this visit. */
export type AboutYouBlock = { type: 'about-you'; heading: Sentence; sentences: Sentence[] };
/** M13, on page 1. */
export type StopRulesBlock = {
  type: 'stop-rules';
  good: Sentence[];
  bad: Sentence[];
  /** What to do when it does not settle. */
  next: Sentence[];
  callUs: Sentence;
};
export type ModuleBlock = {
  type: 'module';
  module: ModuleId;
  heading: Sentence;
  dose: Sentence | null;
  /** The picture of the position or exercise; `alt` is read aloud in its place and never printed. */
  picture: { figure: IllustratedModule; alt: Sentence; caption: Sentence | null } | null;
  parts: ModulePart[];
  /** Notes of spec 7.2 that belong to this module. */
  notes: Sentence[];
};
/** M19 (spec 5.4). */
export type SafetyBlock = {
  type: 'safety';
  now: Sentence[];
  nowItems: Sentence[];
  sameDay: Sentence;
  sameDayItems: Sentence[];
  tellUs: Sentence[];
};
export type NotesBlock = { type: 'notes'; heading: Sentence; sentences: Sentence[] };
/** What is new and what was left out since the last home-care sheet. */
export type ChangesBlock = { type: 'changes'; sentences: Sentence[] };
/** A table to tick: an activity in each row, a day in each column. `startsWeek` stands before a Monday. */
export type TickChartBlock = {
  type: 'tick-chart';
  heading: Sentence;
  corner: Sentence;
  rows: Sentence[];
  days: { label: Sentence; startsWeek: boolean }[];
};
/** Next review, clinician, clinic. A missing value prints as a line to fill by hand. */
export type FactsBlock = { type: 'facts'; facts: { label: Sentence; value: Sentence }[] };
/** One paragraph of an emergency or safety sheet. `strong` leads; `framed` is what staff look for. */
export type Instruction = { sentences: Sentence[]; emphasis: 'strong' | 'normal' | 'framed' };
export type InstructionsBlock = { type: 'instructions'; instructions: Instruction[] };
/** Tear-off slip below the cut line. */
export type SlipBlock = { type: 'slip'; heading: Sentence; lines: Sentence[]; now: Sentence[]; items: Sentence[] };

/** Labels and values; a missing value is a line to fill by hand. In one or two columns. */
export type RecordBlock = { type: 'record'; heading: Sentence; columns: 1 | 2; rows: { label: Sentence; value: Sentence }[] };
/**
 * Paragraphs, bulleted lines, lines to write on and the paragraphs that end it, under a heading. Of the lines there are at least `least`
 * and at most `most`, as many as the page still holds.
 */
export type TextsBlock = {
  type: 'texts';
  heading: Sentence;
  paragraphs: Sentence[][];
  items: Sentence[];
  linesToWrite: { least: number; most: number };
  closing: Sentence[][];
};
/**
 * A table. `columns` begins with the head of the row headings. A cell without a sentence is empty, to fill by hand. `halves`: in two
 * columns of the page, in parts of the same number of rows, for long lists with narrow cells.
 */
export type GridBlock = {
  type: 'grid';
  heading: Sentence;
  columns: Sentence[];
  rows: { head: Sentence; cells: (Sentence | null)[] }[];
  halves: boolean;
};
/** A secret to be typed off the paper: numbered groups in large print. */
export type KeyBlock = { type: 'key'; groups: { number: Sentence; group: Sentence }[] };

/** The body chart in outlines, to be marked by hand. `alt` is read aloud in its place; the caption says how to mark it. */
export type BodyChartBlock = { type: 'body-chart'; heading: Sentence; alt: Sentence; caption: Sentence };

export type HandoutBlock =
  | TitleBlock
  | PatientLineBlock
  | LeadBlock
  | MessagesBlock
  | AboutYouBlock
  | StopRulesBlock
  | ModuleBlock
  | SafetyBlock
  | NotesBlock
  | ChangesBlock
  | TickChartBlock
  | FactsBlock
  | InstructionsBlock
  | SlipBlock
  | RecordBlock
  | TextsBlock
  | GridBlock
  | KeyBlock
  | BodyChartBlock;

/**
 * A sheet as data (design D7): what is printed, in reading order, before anything is drawn. Pure and storable as JSON; the same
 * document and the same fonts give the same bytes.
 */
export type HandoutDocument = {
  sheet: Sheet;
  language: string;
  /** Written into the PDF and shown by viewers and print queues, so it never names the patient. */
  documentTitle: string;
  author: string;
  paper: Paper;
  largePrint: boolean;
  madeOn: CalendarDate;
  patient: {
    name: string;
    latinName: string;
    born: string;
    ownNumber: string;
    preferredLanguage: string;
    /** Why the sheet is not in the preferred language; empty = none recorded. */
    languageReason: string;
  };
  /** Running header of each page. `page` holds {page} and {pages}; `person` holds {name}. The logo's bytes are named by their hash. */
  header: {
    clinic: string;
    page: string;
    person: string;
    date: string;
    logo: (Pick<Logo, 'sha256' | 'widthPx' | 'heightPx'> & { alt: string }) | null;
  };
  /** What stands in for the name where no font has its letters: a line to write on, then the clinic's own number. */
  nameByHand: { name: string; ownNumber: string };
  /** Modules printed, in print order, M13 and M19 included. */
  modules: ModuleId[];
  blocks: HandoutBlock[];
};

/** A paper as it is drawn: a patient's sheet, or a paper for clinicians, which carries no modules. */
export type PaperDocument = Omit<HandoutDocument, 'sheet'> & { sheet: Sheet | ClinicianPaper };

/** Every printed sentence of a block in reading order. */
export function sentencesOf(block: HandoutBlock): Sentence[] {
  switch (block.type) {
    case 'title':
    case 'lead':
      return [block.sentence];
    case 'patient-line':
    case 'changes':
      return block.sentences;
    case 'messages':
      return block.messages.flat();
    case 'about-you':
    case 'notes':
      return [block.heading, ...block.sentences];
    case 'stop-rules':
      return [...block.good, ...block.bad, ...block.next, block.callUs];
    case 'module':
      return [
        block.heading,
        ...(block.dose === null ? [] : [block.dose]),
        ...(block.picture === null || block.picture.caption === null ? [] : [block.picture.caption]),
        ...block.parts.flatMap((part) => part.sentences),
        ...block.notes,
      ];
    case 'safety':
      return [...block.now, ...block.nowItems, block.sameDay, ...block.sameDayItems, ...block.tellUs];
    case 'tick-chart':
      return [block.heading, block.corner, ...block.days.map((day) => day.label), ...block.rows];
    case 'facts':
      return block.facts.flatMap((fact) => [fact.label, fact.value]);
    case 'instructions':
      return block.instructions.flatMap((instruction) => instruction.sentences);
    case 'slip':
      return [block.heading, ...block.lines, ...block.now, ...block.items];
    case 'record':
      return [block.heading, ...block.rows.flatMap((row) => [row.label, row.value])];
    case 'texts':
      return [block.heading, ...block.paragraphs.flat(), ...block.items, ...block.closing.flat()];
    case 'body-chart':
      return [block.heading, block.caption];
    case 'grid':
      return [
        block.heading,
        ...block.columns,
        ...block.rows.flatMap((row) => [row.head, ...row.cells.flatMap((cell) => (cell === null ? [] : [cell]))]),
      ];
    case 'key':
      return block.groups.flatMap(({ number, group }) => [number, group]);
  }
}

function pictureWith(picture: NonNullable<ModuleBlock['picture']>, change: (sentence: Sentence) => Sentence): ModuleBlock['picture'] {
  return { ...picture, alt: change(picture.alt), caption: picture.caption === null ? null : change(picture.caption) };
}

/** The document with every text, header included, passed through `change`. Ids stay. */
export function mapTexts<Document extends PaperDocument>(document: Document, change: (text: string) => string): Document {
  const one = (sentence: Sentence): Sentence => ({
    ...sentence,
    text: change(sentence.text),
    ...(sentence.leadIn === undefined ? {} : { leadIn: change(sentence.leadIn) }),
    ...(sentence.foreign === undefined ? {} : { foreign: { ...sentence.foreign, phrases: sentence.foreign.phrases.map(change) } }),
  });
  const many = (sentences: Sentence[]): Sentence[] => sentences.map(one);
  const { header } = document;
  return {
    ...document,
    header: { ...header, clinic: change(header.clinic), person: change(header.person), date: change(header.date) },
    blocks: document.blocks.map((block): HandoutBlock => {
      switch (block.type) {
        case 'title':
        case 'lead':
          return { ...block, sentence: one(block.sentence) };
        case 'patient-line':
        case 'changes':
          return { ...block, sentences: many(block.sentences) };
        case 'messages':
          return { ...block, messages: block.messages.map(many) };
        case 'about-you':
        case 'notes':
          return { ...block, heading: one(block.heading), sentences: many(block.sentences) };
        case 'stop-rules':
          return {
            ...block,
            good: many(block.good),
            bad: many(block.bad),
            next: many(block.next),
            callUs: one(block.callUs),
          };
        case 'module':
          return {
            ...block,
            heading: one(block.heading),
            dose: block.dose === null ? null : one(block.dose),
            picture: block.picture === null ? null : pictureWith(block.picture, one),
            parts: block.parts.map((part) => ({ ...part, sentences: many(part.sentences) })),
            notes: many(block.notes),
          };
        case 'safety':
          return {
            ...block,
            now: many(block.now),
            nowItems: many(block.nowItems),
            sameDay: one(block.sameDay),
            sameDayItems: many(block.sameDayItems),
            tellUs: many(block.tellUs),
          };
        case 'tick-chart':
          return {
            ...block,
            heading: one(block.heading),
            corner: one(block.corner),
            rows: many(block.rows),
            days: block.days.map((day) => ({ ...day, label: one(day.label) })),
          };
        case 'facts':
          return { ...block, facts: block.facts.map((fact) => ({ label: one(fact.label), value: one(fact.value) })) };
        case 'instructions':
          return {
            ...block,
            instructions: block.instructions.map((instruction) => ({ ...instruction, sentences: many(instruction.sentences) })),
          };
        case 'slip':
          return {
            ...block,
            heading: one(block.heading),
            lines: many(block.lines),
            now: many(block.now),
            items: many(block.items),
          };
        case 'record':
          return {
            ...block,
            heading: one(block.heading),
            rows: block.rows.map((row) => ({ label: one(row.label), value: one(row.value) })),
          };
        case 'texts':
          return {
            ...block,
            heading: one(block.heading),
            paragraphs: block.paragraphs.map(many),
            items: many(block.items),
            closing: block.closing.map(many),
          };
        case 'body-chart':
          return { ...block, heading: one(block.heading), alt: one(block.alt), caption: one(block.caption) };
        case 'grid':
          return {
            ...block,
            heading: one(block.heading),
            columns: many(block.columns),
            rows: block.rows.map((row) => ({ head: one(row.head), cells: row.cells.map((cell) => (cell === null ? null : one(cell))) })),
          };
        case 'key':
          return { ...block, groups: block.groups.map(({ number, group }) => ({ number: one(number), group: one(group) })) };
      }
    }),
  };
}
