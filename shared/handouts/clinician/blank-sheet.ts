import type { CalendarDate } from '../../schemas/common.ts';
import type { Clinic } from '../../schemas/clinic.ts';
import { KEY_POINTS, MUSCLES, REFLEXES } from '../../schemas/neuro-exam.ts';
import { MOVEMENTS } from '../../schemas/movement-tests.ts';
import { FACTS } from '../../schemas/red-flag-answers.ts';
import { SLR_MOVEMENTS } from '../../schemas/slr.ts';
import { MOVEMENT_NAMES } from '../../text/en/movement-tests.ts';
import { papersText } from '../../text/en/papers.ts';
import { FACT_QUESTIONS } from '../../text/en/red-flags.ts';
import { visitExamText as exam } from '../../text/en/screens-visit-exam.ts';
import { visitFurtherText as further } from '../../text/en/screens-visit-further.ts';
import { visitPlanText as plan } from '../../text/en/screens-visit-plan.ts';
import { visitTalkText as talk } from '../../text/en/screens-visit-talk.ts';
import { BLANK, SHORT_BLANK } from '../build-context.ts';
import type { GridBlock, HandoutBlock, Sentence } from '../document-model.ts';
import { factsBlock, type PaperWords, recordBlock, textsBlock } from './paper-context.ts';

const words = papersText.blank;
const LINES_FOR_ONSETS = { least: 3, most: 3 };
const LINES_FOR_NOTES = { least: 6, most: 24 };

/** The examination sheet to fill by hand, in the order of the screen: talk, questions, measures, stand, sit, on the back, face down. */
export function blankSheetBlocks(): HandoutBlock[] {
  const say: PaperWords['say'] = (id, text) => ({ id, text });
  const paper: PaperWords = { say, date: (date: CalendarDate) => date };
  const blanks = (id: string, heading: string, labels: readonly string[], blank = BLANK): HandoutBlock =>
    recordBlock(
      paper,
      id,
      heading,
      labels.map((label) => [label, null]),
      blank,
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
  /** Choices that are an answer: a test not done is a line left empty. */
  const recordable = (names: Readonly<Record<string, string>>): string[] =>
    Object.entries(names).flatMap(([value, name]) => (value === 'nt' ? [] : [name]));
  const lines = (id: string, labels: readonly string[]): HandoutBlock =>
    factsBlock(
      paper,
      id,
      labels.map((label) => [`${label}:`, BLANK]),
    );
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
    {
      type: 'body-chart',
      heading: say('B.chart', words.chart),
      alt: say('B.chart.alt', words.chartAlt),
      caption: say('B.chart.caption', words.chartCaption),
    },
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
    textsBlock(paper, 'B.onset', words.onset, { linesToWrite: LINES_FOR_ONSETS, closing: [[words.interpreter, SHORT_BLANK]] }),
    blanks(
      'B.measures',
      words.measures,
      [
        talk.grc,
        talk.rmdq,
        talk.psfs,
        talk.odi,
        talk.lefs,
        choices(words.sbi, words.sbiTopics),
        talk.startBack,
        talk.startBackPsychosocial,
      ],
      SHORT_BLANK,
    ),
    grid(
      'B.stand',
      words.stand,
      papersText.finding,
      sides,
      [exam.heelWalk, exam.toeWalk, exam.heelRaise, exam.trendelenburg, exam.sitToStand],
      true,
    ),
    lines('B.gait', [choices(words.gait, recordable(further.gaits))]),
    grid(
      'B.neuro',
      words.neuro,
      papersText.finding,
      sides,
      [
        ...MUSCLES.map((muscle) => `${words.power(exam.muscles[muscle].name)} (${exam.muscles[muscle].roots})`),
        ...KEY_POINTS.map((point) => `${words.feeling(exam.keyPoints[point].name)} (${exam.keyPoints[point].roots})`),
        ...REFLEXES.map((reflex) => `${words.reflex(exam.reflexes[reflex].name)} (${exam.reflexes[reflex].roots})`),
        further.tensionTests.slump,
      ],
      true,
    ),
    blanks(
      'B.sitting',
      words.sitting,
      [exam.plantarUp, exam.clonus, exam.toneUp].map((test) => choices(test, words.yesNo)),
      SHORT_BLANK,
    ),
    grid(
      'B.slr',
      words.slr,
      papersText.finding,
      sides,
      [
        exam.atRestLevel,
        exam.atRestPain,
        words.p1,
        words.p2,
        exam.stop,
        choices(exam.feltIn, Object.values(exam.feltIns)),
        exam.feltDownTo,
        exam.painAtP1,
        ...SLR_MOVEMENTS.map((movement) => `${exam.movements[movement]} (${Object.values(exam.responses).slice(0, 3).join(', ')})`),
        exam.settledName,
        choices(exam.ankle, words.ankles),
      ],
      true,
    ),
    grid(
      'B.nerve',
      words.nerve,
      papersText.finding,
      sides,
      [further.tensionTests.bragard, further.tensionTests.bowstring, exam.footPulse, words.calf],
      true,
    ),
    grid('B.hip', further.sections.hip, papersText.finding, sides, [...Object.values(further.hip), further.internalRotation], true),
    grid('B.gluteal', further.sections.gluteal, papersText.finding, sides, Object.values(further.gluteal), true),
    blanks(
      'B.spine',
      words.spine,
      [
        words.difference,
        ...[exam.percussion, exam.deformity, exam.bruise, exam.bellyMass].map((test) => choices(test, words.yesNo)),
        words.temperature,
        words.perMinute,
        words.pressure,
      ],
      SHORT_BLANK,
    ),
    grid('B.saddle', words.saddle, words.saddleColumns, sides, Object.values(further.saddleAreas), true),
    blanks(
      'B.sensitive',
      words.sensitive,
      [
        choices(further.consent, [further.consents.given, further.consents.declined]),
        choices(further.chaperone, Object.values(further.chaperones)),
        choices(further.saddleOverall, recordable(exam.saddles)),
        choices(further.analTone, recordable(further.analTones)),
        choices(further.selfReport, [further.selfReports.normal, further.selfReports.changed, further.selfReports.not_done]),
        further.declineReason,
        further.alternative,
        further.explained,
        words.residual,
      ],
      SHORT_BLANK,
    ),
    grid(
      'B.prone',
      words.prone,
      papersText.finding,
      sides,
      [further.tensionTests.femoralStretch, further.tensionTests.crossedFemoralStretch],
      true,
    ),
    grid(
      'B.movements',
      words.movements,
      words.movementHead,
      Object.values(words.movementColumns),
      MOVEMENTS.map((movement) => MOVEMENT_NAMES[movement]),
    ),
    blanks('B.plan', words.plan, [plan.nextReview]),
    textsBlock(paper, 'B.told', words.told, { linesToWrite: LINES_FOR_NOTES }),
  ];
}

/** Who made the blank sheet: only the clinic. */
export type BlankSheetInput = { clinic: Clinic; madeOn: CalendarDate };
