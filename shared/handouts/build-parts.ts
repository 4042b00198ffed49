import type { NoteId } from '../clinical/home-care-notes.ts';
import { DOSE_IDS, DOSES, type DoseId, type DoseRule, type Doses, doseOf } from '../schemas/doses.ts';
import { type IllustratedModule, isIllustrated, SEEN_FROM_ABOVE } from '../figures/home-care.ts';
import type { ModuleId } from '../schemas/plan.ts';
import { type BuildContext, fill, unbroken } from './build-context.ts';
import type { ModuleBlock, ModulePart, SafetyBlock, Sentence, StopRulesBlock } from './document-model.ts';
import type { HandoutText, ModuleText, PrintedModule } from './handout-text.ts';

/** M13 as its box (spec 7.2). */
export function stopRulesBlock({ text, sentence, sentences }: BuildContext): StopRulesBlock {
  const words = text.stopRules;
  const all = sentences('M13', [words.good, ...words.bad, ...words.next]).map(withLeadIn);
  const badFrom = 1;
  const nextFrom = badFrom + words.bad.length;
  return {
    type: 'stop-rules',
    good: all.slice(0, badFrom),
    bad: all.slice(badFrom, nextFrom),
    next: all.slice(nextFrom),
    callUs: together(sentence('M13.phone', words.callUs)),
  };
}

/** A sentence that no line ends within. */
function together(original: Sentence): Sentence {
  return { ...original, text: unbroken(original.text) };
}

/** M19 (spec 5.4). The last line of the first list depends on RF-06a of this visit. */
export function safetyBlock({ input, text, sentence, sentences }: BuildContext): SafetyBlock {
  const words = text.safety;
  const bothLegs = input.record.redFlags.answers['RF-06a'] === 'yes';
  return {
    type: 'safety',
    now: sentences('M19.lead', words.now),
    nowItems: sentences('M19.now', [...words.nowItems, bothLegs ? words.bothLegs : words.otherLeg]),
    sameDay: sentence('M19.sameDay', words.sameDay),
    sameDayItems: sentences('M19.sameDay', words.sameDayItems),
    tellUs: sentences('M19.tell', words.tellUs),
  };
}

/** Notes that stand with their module instead of at the end (spec 7.2 "Notes"). N-SLEEP-SIDE replaces a sentence instead. */
const NOTE_PLACES: Readonly<Partial<Record<NoteId, readonly ModuleId[]>>> = {
  'N-BED': ['M03', 'M04a', 'M04b'],
  'N-SEATS': ['M08'],
  'N-BELLY': ['M02'],
};
const REPLACED_BY_SLEEP_SIDE = 'M10a.2';

/** Whether a note prints with a module rather than in the block of notes. */
export function isPlacedNote(note: NoteId): boolean {
  return NOTE_PLACES[note] !== undefined || note === 'N-SLEEP-SIDE';
}

/** One module with its dose for the phase, its sentences numbered in order, and the notes that belong to it. */
export function moduleBlock(context: BuildContext, id: PrintedModule, notes: readonly NoteId[]): ModuleBlock {
  const { text, sentence, sentences } = context;
  const words: ModuleText = text.modules[id];
  const dose = doseTemplate(context, id);
  const doses = dosesOf(context, id);
  let count = 0;
  const parts = words.body.map((part): ModulePart => {
    const texts = 'steps' in part ? part.steps : part.prose;
    const numbered = texts.map((template): Sentence => {
      count += 1;
      return withLeadIn(replaceForSide(context, sentence(`${id}.${count}`, template, doses), notes));
    });
    return { kind: 'steps' in part ? 'steps' : 'prose', sentences: numbered };
  });
  return {
    type: 'module',
    module: id,
    heading: sentence(`${id}.title`, words.title),
    dose: dose === null ? null : sentence(`${id}.dose`, dose, doses),
    picture: isIllustrated(id) ? pictureOf(context, id) : null,
    parts,
    notes: notes.filter((note) => NOTE_PLACES[note]?.includes(id)).flatMap((note) => sentences(note, text.notes[note])),
  };
}

/** The dose line of a module: that of the phase where it differs, and for tablets the clinic's own line where it prints one. */
function doseTemplate({ input, text }: BuildContext, id: PrintedModule): string | null {
  if (id === 'M12' && input.clinic.printsIbuprofenDose) return text.ibuprofenDose;
  const { dose }: ModuleText = text.modules[id];
  return typeof dose === 'object' ? (dose?.[input.assessment.plan.phase] ?? null) : dose;
}

/** What the doses of a module print as, by the name of their placeholder. */
function dosesOf({ input, text }: BuildContext, id: PrintedModule): Record<string, string> {
  const own = DOSE_IDS.filter((doseId) => doseId.startsWith(`${id}.`));
  return Object.fromEntries(own.map((doseId) => [doseId.slice(id.length + 1), printDose(doseId, input.clinic.doses, text)]));
}

/** A dose in words: `15 to 20 minutes`, `1 time`. No line ends within a range. */
export function printDose(id: DoseId, doses: Doses, text: HandoutText): string {
  const { from, to } = doseOf(doses, id);
  const { unit }: DoseRule = DOSES[id];
  const count = from === to ? String(to) : unbroken(fill(text.doseRange, { from: String(from), to: String(to) }));
  return unit === 'count' ? count : fill(text.doseUnits[unit][to === 1 ? 'one' : 'other'], { count });
}

function pictureOf({ text, sentence }: BuildContext, id: IllustratedModule): NonNullable<ModuleBlock['picture']> {
  return {
    figure: id,
    alt: sentence(`${id}.picture`, text.pictures[id]),
    caption: SEEN_FROM_ABOVE.includes(id) ? sentence(`${id}.caption`, text.seenFromAbove) : null,
  };
}

function replaceForSide({ text, sentence }: BuildContext, original: Sentence, notes: readonly NoteId[]): Sentence {
  if (original.id !== REPLACED_BY_SLEEP_SIDE || !notes.includes('N-SLEEP-SIDE')) return original;
  return sentence('N-SLEEP-SIDE.1', text.notes['N-SLEEP-SIDE'].join(' '));
}

/** Marks a short beginning up to a colon ("Good sign:") to print bold. */
function withLeadIn(original: Sentence): Sentence {
  const leadIn = /^[^.:]{3,12}:/.exec(original.text)?.[0];
  return leadIn === undefined ? original : { ...original, leadIn };
}
