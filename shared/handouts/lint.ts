import { FOLLOWING_MODULES } from '../clinical/home-care-modules.ts';
import type { Assessment } from '../schemas/assessment.ts';
import type { HandoutProblem } from '../schemas/handout.ts';
import type { ModuleId } from '../schemas/plan.ts';
import { handoutProblems as words } from '../text/en/handout-problems.ts';
import { baseLanguage, HANDOUT_LANGUAGES, handoutTextOf } from '../text/handout-languages.ts';
import type { HandoutText } from './handout-text.ts';
import { type HandoutBlock, type HandoutDocument, type Sentence, sentencesOf } from './document-model.ts';
import { clinicNotesRefusals } from './clinic-notes.ts';
import { hasTooManySteps, pematFindings, STEPS_MAX } from './pemat.ts';
import { READING_MEASURES, type ReadabilityIndex } from './reading-ease.ts';
import { splitSentences, wordsOf } from './reading-grade.ts';

/** Spec 9 asks for under 15 words "where possible"; the specification's own sentences go to 16. */
export const SENTENCE_WORDS_MAX = 18;

/** What no sheet carries in any language: links (spec 1.4, 9). */
const BANNED_EVERYWHERE: readonly RegExp[] = [/\bhttps?:/i, /\bwww\./i];
/** {name} is filled by the renderer, {page} and {pages} when the pages are known. */
const FILLED_LATER = ['{name}', '{page}', '{pages}'];

/** Blocks that carry names, dates and numbers rather than advice: read for placeholders, not for grade or wording. */
const NOT_ADVICE: readonly HandoutBlock['type'][] = ['patient-line', 'changes', 'tick-chart', 'facts', 'slip'];

/**
 * What is wrong with a sheet before it is drawn (spec 9). Hard: a placeholder left open, a banned word, a module or a sheet the
 * assessment does not allow, more steps or main messages than a person keeps in mind. Soft: reading grade, sentence length, and what
 * PEMAT-P asks for. On emergency and safety sheets everything is soft: those
 * are never refused (spec 13). Characters a font lacks, and letters that are too small, are found by the renderer, which knows the fonts.
 */
export function lintHandout(document: HandoutDocument, assessment: Assessment): HandoutProblem[] {
  const problems = [
    ...placeholderProblems(document),
    ...gateProblems(document, assessment),
    ...wordingProblems(document),
    ...clinicNotesProblems(document),
    ...languageProblems(document),
    ...readingProblems(document),
    ...shapeProblems(document),
  ];
  return document.sheet === 'homecare' ? problems : problems.map((problem) => ({ ...problem, hard: false }));
}

/** How easy a block of advice reads, by the index of the sheet's language. */
export type BlockGrade = { id: string; index: ReadabilityIndex; grade: number; isEasy: boolean };

/** Reading grade of each block of advice, by block or module id, as shown to the clinician and asserted by the tests. */
export function blockGrades(document: HandoutDocument): BlockGrade[] {
  const index = textOf(document).readability;
  const { measure, isEasy } = READING_MEASURES[index];
  return document.blocks
    .filter((block) => !NOT_ADVICE.includes(block.type))
    .map((block) => {
      const grade = measure(adviceOf(block));
      return { id: blockId(block), index, grade, isEasy: isEasy(grade) };
    });
}

/** Reading grade of all advice of a sheet together. */
export function wholeGrade(document: HandoutDocument): Omit<BlockGrade, 'id'> {
  const index = textOf(document).readability;
  const { measure, isEasy } = READING_MEASURES[index];
  const grade = measure(document.blocks.filter((block) => !NOT_ADVICE.includes(block.type)).flatMap(adviceOf));
  return { index, grade, isEasy: isEasy(grade) };
}

/** The words of the language a sheet is in. */
function textOf(document: HandoutDocument): HandoutText {
  return handoutTextOf(document.language) ?? HANDOUT_LANGUAGES[0];
}

/** Sentences of a block for the patient: without its heading and dose line, which are no sentences, and without what staff are told and what a clinic wrote. */
function adviceOf(block: HandoutBlock): string[] {
  return sentencesOf(block)
    .filter(
      (sentence) =>
        !/\.(title|dose|phone|caption)/.test(sentence.id) &&
        !sentence.id.startsWith('H.') &&
        sentence.id !== 'E.tellStaff' &&
        !isOfClinic(sentence),
    )
    .map((sentence) => sentence.text);
}

/** A line the clinic wrote itself: it may name the clinic's own site. */
function isOfClinic(sentence: Sentence): boolean {
  return /^M20\.\d/.test(sentence.id);
}

function blockId(block: HandoutBlock): string {
  if (block.type === 'module') return block.module;
  return { 'stop-rules': 'M13', safety: 'M19' }[block.type as string] ?? block.type;
}

function placeholderProblems(document: HandoutDocument): HandoutProblem[] {
  const texts = [
    document.header.clinic,
    document.header.person,
    document.header.date,
    ...document.blocks.flatMap(sentencesOf).map((one) => one.text),
  ];
  const open = new Set(texts.flatMap((text) => text.match(/\{[\w-]+\}/g) ?? []).filter((found) => !FILLED_LATER.includes(found)));
  return [...open].map((found) => ({
    hard: true,
    code: 'unfilled-placeholder',
    message: words.openPlaceholder(found),
  }));
}

function gateProblems(document: HandoutDocument, { plan, redFlags }: Assessment): HandoutProblem[] {
  const problem = (message: string): HandoutProblem => ({ hard: true, code: 'gate-fails', message });
  const problems: HandoutProblem[] = [];
  const printed: readonly ModuleId[] = document.modules;
  if (!printed.includes('M19')) problems.push(problem(words.noSafetyBlock));
  if (document.sheet === 'homecare') {
    if (redFlags.overall === 'E') problems.push(problem(words.emergency));
    if (redFlags.openEarlierEmergency) problems.push(problem(words.earlierEmergency));
    if (redFlags.blocking.length > 0) problems.push(problem(words.notAsked(redFlags.blocking)));
    if (redFlags.rows.some((row) => row.urgency === 'D') && !redFlags.discussionResolved) {
      problems.push(problem(words.openDiscussion));
    }
    if (!printed.includes('M13')) problems.push(problem(words.noStopRules));
  }
  if (document.sheet === 'emergency' && printed.length > 1) problems.push(problem(words.moduleOnEmergency));
  if (document.sheet === 'safety' && redFlags.overall === 'E') {
    problems.push(problem(words.emergencySaysWhere));
  }
  const allowed: readonly ModuleId[] = [...plan.modules, 'M19'];
  // Picking M12b, M12c or M15x is always refused, though the rules may put the same module on the sheet (spec 7.0).
  const refused = printed.filter((id) => !allowed.includes(id) || (plan.refused.includes(id) && !FOLLOWING_MODULES.has(id)));
  if (refused.length > 0) problems.push(problem(words.notAllowed(refused)));
  return problems;
}

function wordingProblems(document: HandoutDocument): HandoutProblem[] {
  const { bannedWords } = textOf(document);
  const advice = document.blocks.filter((block) => !NOT_ADVICE.includes(block.type)).flatMap(sentencesOf);
  return advice.flatMap((sentence) =>
    (isOfClinic(sentence) ? bannedWords : [...BANNED_EVERYWHERE, ...bannedWords]).flatMap((pattern): HandoutProblem[] => {
      const found = pattern.exec(sentence.text)?.[0];
      if (found === undefined) return [];
      return [{ hard: true, code: 'banned-word', message: words.bannedWord(found, sentence.id) }];
    }),
  );
}

/** Notes saved under earlier rules are read again: what spec 1.4 refuses never prints. */
function clinicNotesProblems(document: HandoutDocument): HandoutProblem[] {
  const lines = document.blocks.flatMap(sentencesOf).filter(isOfClinic);
  return clinicNotesRefusals({ text: lines.map((line) => line.text).join('\n'), brands: '' }).map(({ found }) => ({
    hard: true,
    code: 'banned-word',
    message: words.bannedWord(found, 'M20'),
  }));
}

function languageProblems({ language, patient }: HandoutDocument): HandoutProblem[] {
  if (patient.preferredLanguage === '' || baseLanguage(patient.preferredLanguage) === baseLanguage(language)) return [];
  if (patient.languageReason !== '') return [];
  const isWaiting = handoutTextOf(patient.preferredLanguage) !== null;
  return [
    {
      hard: true,
      code: 'language-needs-reason',
      message: (isWaiting ? words.languageNotReviewed : words.language)(patient.preferredLanguage),
    },
  ];
}

/** Main messages a person keeps in mind. */
export const MAIN_MESSAGES_MAX = 4;

function shapeProblems(document: HandoutDocument): HandoutProblem[] {
  const problems: HandoutProblem[] = [];
  for (const block of document.blocks) {
    if (block.type === 'module' && hasTooManySteps(block)) {
      problems.push({ hard: true, code: 'too-many-steps', message: words.tooManySteps(block.heading.text, STEPS_MAX) });
    }
    if (block.type === 'messages' && block.messages.length > MAIN_MESSAGES_MAX) {
      problems.push({ hard: true, code: 'main-messages', message: words.mainMessages(block.messages.length, MAIN_MESSAGES_MAX) });
    }
  }
  const pemat = pematFindings(document, textOf(document))
    .filter(({ item }) => item !== 22)
    .map(({ item, at }): HandoutProblem => ({ hard: false, code: 'pemat', message: words.pemat[item](at) }));
  return [...problems, ...pemat];
}

function readingProblems(document: HandoutDocument): HandoutProblem[] {
  const grades = blockGrades(document)
    .filter(({ isEasy }) => !isEasy)
    .map(({ id, index, grade }): HandoutProblem => ({
      hard: false,
      code: 'reading-grade',
      message: words.readability[index](id, grade.toFixed(1), READING_MEASURES[index].aim),
    }));
  const long = document.blocks
    .filter((block) => !NOT_ADVICE.includes(block.type))
    .flatMap(adviceOf)
    .flatMap(splitSentences)
    .filter((sentence) => wordsOf(sentence).length > SENTENCE_WORDS_MAX)
    .map((sentence): HandoutProblem => ({ hard: false, code: 'sentence-length', message: words.longSentence(sentence) }));
  return [...grades, ...long];
}
