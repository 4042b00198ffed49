import type { CalendarDate } from '../../schemas/common.ts';
import type { Clinic } from '../../schemas/clinic.ts';
import { KEY_POINTS, MUSCLES, REFLEXES } from '../../schemas/neuro-exam.ts';
import { FACTS } from '../../schemas/red-flag-answers.ts';
import { SLR_MOVEMENTS } from '../../schemas/slr.ts';
import { papersText } from '../../text/en/papers.ts';
import { FACT_QUESTIONS } from '../../text/en/red-flags.ts';
import { visitExamText as exam } from '../../text/en/screens-visit-exam.ts';
import { visitPlanText as plan } from '../../text/en/screens-visit-plan.ts';
import { visitTalkText as talk } from '../../text/en/screens-visit-talk.ts';
import { BLANK, SHORT_BLANK } from '../build-context.ts';
import type { GridBlock, HandoutBlock, Sentence } from '../document-model.ts';
import { type PaperWords, recordBlock, textsBlock } from './paper-context.ts';

const words = papersText.blank;
/** A line across the page. */
const WRITE = '_'.repeat(112);

/** The examination sheet to fill by hand, in the order of the screen: talk, questions, stand, sit, on the back, face down. */
export function blankSheetBlocks(): HandoutBlock[] {
  const say: PaperWords['say'] = (id, text) => ({ id, text });
  const paper: PaperWords = { say, date: (date: CalendarDate) => date };
  const blanks = (id: string, heading: string, labels: readonly string[]): HandoutBlock =>
    recordBlock(
      paper,
      id,
      heading,
      labels.map((label) => [label, null]),
      BLANK,
    );
  const choices = (label: string, values: readonly string[]): string =>
    `${label} (${values.map((value) => value.toLowerCase()).join(', ')})`;
  const grid = (
    id: string,
    heading: string,
    head: string,
    columns: readonly string[],
    rows: readonly string[],
    halves = false,
  ): GridBlock => ({
    type: 'grid',
    heading: say(id, heading),
    halves,
    columns: [say(`${id}.head`, head), ...columns.map((column, index) => say(`${id}.column.${index + 1}`, column))],
    rows: rows.map((row, index): { head: Sentence; cells: null[] } => ({
      head: say(`${id}.${index + 1}`, row),
      cells: columns.map(() => null),
    })),
  });
  const sides = [papersText.left, papersText.right];

  return [
    { type: 'title', sentence: say('B.title', words.title), inverted: false },
    { type: 'patient-line', sentences: [say('B.lead', words.lead), say('B.emergency', words.emergency)] },
    blanks('B.story', words.story, [
      talk.episodeStarted,
      talk.flareStarted,
      choices(talk.onset, Object.values(talk.onsets)),
      choices(talk.side, Object.values(talk.sides)),
      `${talk.feltDownTo}, ${papersText.left.toLowerCase()}`,
      `${talk.feltDownTo}, ${papersText.right.toLowerCase()}`,
      talk.legWorse,
      talk.cough,
      talk.bringsOn,
      choices(talk.eases, Object.values(talk.easesChoices)),
      choices(talk.pregnancy, Object.values(talk.pregnancies)),
      talk.homeCareDays,
    ]),
    grid('B.pain', words.pain, words.where, Object.values(talk.painColumns), [
      talk.painPlaces.back,
      talk.painPlaces.left,
      talk.painPlaces.right,
    ]),
    grid(
      'B.questions',
      talk.redFlags,
      words.question,
      Object.values(words.answers),
      FACTS.map((fact) => FACT_QUESTIONS[fact]),
      true,
    ),
    textsBlock(paper, 'B.onset', words.onset, { paragraphs: [[WRITE], [WRITE], [WRITE], [words.interpreter, SHORT_BLANK]] }),
    grid('B.stand', words.stand, papersText.finding, sides, [
      exam.heelWalk,
      exam.toeWalk,
      exam.heelRaise,
      exam.sitToStand,
      exam.trendelenburg,
    ]),
    grid('B.sit', words.sit, papersText.finding, sides, [
      ...MUSCLES.map((muscle) => `${exam.muscles[muscle].name} (${exam.muscles[muscle].roots})`),
      ...KEY_POINTS.map((point) => `${exam.keyPoints[point].name} (${exam.keyPoints[point].roots})`),
      ...REFLEXES.map((reflex) => `${exam.reflexes[reflex].name} (${exam.reflexes[reflex].roots})`),
      exam.slump,
    ]),
    grid('B.supine', words.supine, papersText.finding, sides, [
      exam.atRestLevel,
      exam.atRestPain,
      'P1, first change, degrees',
      'P2, limit accepted, degrees',
      choices(exam.stop, Object.values(exam.stops)),
      choices(exam.feltIn, Object.values(exam.feltIns)),
      exam.feltDownTo,
      exam.painAtP1,
      ...SLR_MOVEMENTS.map((movement) => `${exam.movements[movement]} (${Object.values(exam.responses).slice(0, 3).join(', ')})`),
      exam.settledName,
      choices(exam.ankle, ['relaxed', 'neutral', 'pointed down', 'pulled up']),
    ]),
    grid('B.supineOthers', words.supineOthers, papersText.finding, sides, [exam.footPulse, exam.plantarUp, exam.clonus, exam.toneUp]),
    grid('B.prone', words.prone, papersText.finding, sides, [exam.femoralStretch]),
    blanks('B.others', words.others, [
      choices(exam.saddle, Object.values(exam.saddles)),
      exam.saddleReason,
      exam.postVoid,
      exam.temperature,
      exam.calfDifference,
      exam.percussion,
      exam.deformity,
      exam.bruise,
      exam.bellyMass,
    ]),
    blanks('B.measures', words.measures, [talk.grc, talk.rmdq, talk.psfs]),
    blanks('B.plan', words.plan, [plan.nextReview]),
    textsBlock(paper, 'B.told', words.told, { paragraphs: Array.from({ length: 12 }, () => [WRITE]) }),
  ];
}

/** Who made the blank sheet: only the clinic. */
export type BlankSheetInput = { clinic: Clinic; madeOn: CalendarDate };
