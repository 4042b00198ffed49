import { NOTES, type NoteId } from '../clinical/home-care-notes.ts';
import { addDays, daysBetween } from '../clinical/day-counts.ts';
import type { ModuleId } from '../schemas/plan.ts';
import { BLANK, type BuildContext, unbroken } from './build-context.ts';
import { linesOfClinicNotes } from './clinic-notes.ts';
import { isPlacedNote, moduleBlock, safetyBlock, stopRulesBlock } from './build-parts.ts';
import type {
  AboutYouBlock,
  ChangesBlock,
  FactsBlock,
  HandoutBlock,
  MessagesBlock,
  ModuleBlock,
  NotesBlock,
  SlipBlock,
  TickChartBlock,
} from './document-model.ts';
import { sentencesOf } from './document-model.ts';
import { type PrintedModule, weekdayOf } from './handout-text.ts';

/** Main messages stand in three columns. */
const MESSAGES_MAX = 3;
/** Texts about a discussion that a home-care sheet prints after, not before (spec 7.0 row 4): the discussion has been had. */
const TEXTS_BEFORE_DISCUSSION = ['P-CALL', 'P-STOP'];
/** Days of the tick chart: what fits the width of a page. */
const TICK_DAYS_MAX = 14;
const MONDAY = 1;

/** The home-care sheet (spec 7, 9): M13 on page 1, the safety block first when a U or D row exists, otherwise last. */
export function homeCareBlocks(context: BuildContext, modules: readonly ModuleId[]): HandoutBlock[] {
  const { input, text, sentence } = context;
  const { plan } = input.assessment;
  const words = text.homecare;
  const notes = NOTES.filter((note) => plan.notes.includes(note));
  const moduleBlocks = modules.filter(isPrintedModule).map((id) => moduleBlock(context, id, notes));
  const madeLater = input.madeOn !== input.visitOn;

  const safety = safetyBlock(context);
  return [
    { type: 'title', sentence: sentence('H.title', words.title), inverted: false },
    {
      type: 'patient-line',
      sentences: [
        sentence('H.patient', words.madeFor, { phase: words.phases[plan.phase] }),
        ...(madeLater ? [sentence('H.madeOn', words.madeOn, { date: context.date(input.madeOn) })] : []),
      ],
    },
    ...(plan.safetyFirst ? [safety] : []),
    { type: 'lead', sentence: sentence(plan.leadId, words.leads[plan.leadId]) },
    ...messages(context, moduleBlocks),
    ...changes(context, modules),
    ...(modules.includes('M13') ? [stopRulesBlock(context)] : []),
    ...aboutYou(context, notes),
    ...moduleBlocks,
    ...otherNotes(context, notes),
    ...tickChart(context, moduleBlocks),
    facts(context),
    ...(plan.safetyFirst ? [] : [safety]),
    ...clinicNotes(context),
    slip(context),
  ];
}

function isPrintedModule(id: ModuleId): id is PrintedModule {
  return id !== 'M13' && id !== 'M19' && id !== 'M20';
}

/** The first messages of the list whose module is on the sheet. Their words are the module's own. */
function messages({ text }: BuildContext, blocks: readonly ModuleBlock[]): MessagesBlock[] {
  const printed = new Map(blocks.flatMap(sentencesOf).map((sentence) => [sentence.id, sentence]));
  const chosen = text.homecare.messages
    .map((ids) => ids.flatMap((id) => printed.get(id) ?? []))
    .filter((sentences) => sentences.length > 0)
    .slice(0, MESSAGES_MAX);
  return chosen.length === 0 ? [] : [{ type: 'messages', messages: chosen }];
}

/** Modules that say what not to do: "Not for now: tablets like ibuprofen: not right for you" would read as if they were right by now. */
const WARNINGS: ReadonlySet<ModuleId> = new Set<ModuleId>(['M11', 'M12b', 'M12c', 'M15x']);

/** What is new and what is left out since the last home-care sheet, by the titles of the modules. */
function changes({ input, text, sentence, date }: BuildContext, modules: readonly ModuleId[]): ChangesBlock[] {
  const { previous } = input;
  if (previous === null) return [];
  const words = text.homecare.changes;
  const titles = (ids: readonly ModuleId[]): string =>
    ids
      .filter(isPrintedModule)
      .map((id) => text.modules[id].title)
      .join(', ');
  const added = titles(modules.filter((id) => !previous.modules.includes(id)));
  const gone = previous.modules.filter((id) => !modules.includes(id));
  const left = titles(gone.filter((id) => !WARNINGS.has(id)));
  const values = { date: date(previous.madeOn) };
  const sentences = [
    ...(added === '' ? [] : [sentence('H.added', words.added, { ...values, titles: added })]),
    ...(left === '' ? [] : [sentence('H.left', words.left, { ...values, titles: left })]),
  ];
  if (sentences.length > 0) return [{ type: 'changes', sentences }];
  return gone.some(isPrintedModule) ? [] : [{ type: 'changes', sentences: [sentence('H.same', words.none, values)] }];
}

/** A row for each position or exercise, a column for each day after the visit up to the review, at most two weeks. */
function tickChart({ input, text, sentence, date }: BuildContext, blocks: readonly ModuleBlock[]): TickChartBlock[] {
  const rows = blocks.filter((block) => block.picture !== null).map((block) => block.heading);
  const { nextReviewOn } = input.record.plan;
  const dayCount = nextReviewOn === null ? TICK_DAYS_MAX : Math.min(TICK_DAYS_MAX, daysBetween(input.visitOn, nextReviewOn));
  if (rows.length === 0 || dayCount < 1) return [];
  const days = Array.from({ length: dayCount }, (_, index) => addDays(input.visitOn, index + 1));
  const words = text.homecare.tickChart;
  const [from = input.visitOn, to = from] = [days[0], days.at(-1)];
  return [
    {
      type: 'tick-chart',
      heading: sentence('H.tick', words.title, { from: date(from), to: date(to) }),
      corner: sentence('H.tick.day', words.day),
      rows: rows.map((row) => ({ ...row, id: `H.tick.${row.id}` })),
      days: days.map((day) => ({
        label: { id: `H.tick.${day}`, text: String(Number(day.slice(8))) },
        startsWeek: weekdayOf(day) === MONDAY,
      })),
    },
  ];
}

/** What the patient is told for each red-flag row of the visit, once each (spec 5.2). */
function aboutYou({ input, text, sentence }: BuildContext, notes: readonly NoteId[]): AboutYouBlock[] {
  const ids = [...new Set(input.assessment.redFlags.rows.map((row) => row.patientTextId))]
    .filter((id) => !TEXTS_BEFORE_DISCUSSION.includes(id))
    // N-MATERNITY opens with the same sentence.
    .filter((id) => !(id === 'P-PREG' && notes.includes('N-MATERNITY')));
  if (ids.length === 0) return [];
  return [
    {
      type: 'about-you',
      heading: sentence('H.aboutYou', text.homecare.aboutYou),
      sentences: ids.map((id) => sentence(id, text.patientTexts[id] ?? `{${id}}`)),
    },
  ];
}

function otherNotes({ text, sentence, sentences }: BuildContext, notes: readonly NoteId[]): HandoutBlock[] {
  const printed = notes.filter((note) => !isPlacedNote(note)).flatMap((note) => sentences(note, text.notes[note]));
  if (printed.length === 0) return [];
  return [{ type: 'notes', heading: sentence('H.notes', text.homecare.notes), sentences: printed }];
}

/** What the clinic says of itself, last and only where it wrote something (M20, spec 1.4). */
function clinicNotes({ input, text, sentence, sentences }: BuildContext): NotesBlock[] {
  const words = text.homecare.clinicNotes;
  const { clinicNotes: notes } = input;
  const lines = linesOfClinicNotes(notes).map((line, index) => ({ id: `M20.${index + 1}`, text: line }));
  const said = [
    ...lines,
    ...(lines.length > 0 && notes.sellsNamed ? sentences('M20.sells', words.sells) : []),
    ...(notes.asksPharmacist ? sentences('M20.pharmacist', words.pharmacist) : []),
  ];
  return said.length === 0 ? [] : [{ type: 'notes', heading: sentence('M20.title', words.title), sentences: said }];
}

function facts({ input, text, sentence, date }: BuildContext): FactsBlock {
  const words = text.homecare;
  const { nextReviewOn } = input.record.plan;
  const clinician = input.clinicianName.trim();
  const { clinic } = input;
  return {
    type: 'facts',
    facts: [
      {
        label: sentence('H.nextReview', words.nextReview),
        value: sentence('H.nextReview.value', nextReviewOn === null ? BLANK : date(nextReviewOn, true)),
      },
      {
        label: sentence('H.clinician', words.clinician),
        value: sentence('H.clinician.value', clinician === '' ? BLANK : clinician),
      },
      {
        label: sentence('H.clinic', words.clinic),
        value: sentence(
          'H.clinic.value',
          [clinic.name, clinic.address.trim(), unbroken(clinic.phone)].filter((part) => part !== '').join(', '),
        ),
      },
    ],
  };
}

function slip(context: BuildContext): SlipBlock {
  const { input, text, sentence, sentences } = context;
  const words = text.slip;
  return {
    type: 'slip',
    heading: sentence('H.slip', words.title),
    lines: [
      { id: 'H.slip.name', text: '{name}' },
      sentence('H.slip.born', words.born),
      sentence('H.slip.seen', words.seen),
      { id: 'H.slip.clinic', text: input.clinic.name },
      { id: 'H.slip.phone', text: unbroken(input.clinic.phone) },
    ],
    now: sentences('M19.lead', text.safety.now),
    items: safetyBlock(context).nowItems,
  };
}
