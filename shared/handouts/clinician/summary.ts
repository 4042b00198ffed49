import { distalLevel } from '../../clinical/body-chart.ts';
import { areFeaturesKnown } from '../../clinical/features-known.ts';
import type { Side } from '../../schemas/common.ts';
import { FACTS } from '../../schemas/red-flag-answers.ts';
import type { Region } from '../../schemas/body-chart.ts';
import type { Intake, Pain } from '../../schemas/visit.ts';
import { CUE_ITEMS } from '../../text/en/cues.ts';
import { MODULE_TITLES } from '../../text/en/home-care.ts';
import { ROOT_DISCLAIMER } from '../../text/en/nerve-roots.ts';
import { papersText } from '../../text/en/papers.ts';
import { FACT_QUESTIONS } from '../../text/en/red-flags.ts';
import { appText } from '../../text/en/screens-app.ts';
import { handoutsText } from '../../text/en/screens-handouts.ts';
import { historyText } from '../../text/en/screens-history.ts';
import { visitExamText as exam } from '../../text/en/screens-visit-exam.ts';
import { visitTalkText as talk } from '../../text/en/screens-visit-talk.ts';
import { BLANK } from '../build-context.ts';
import type { GridBlock, HandoutBlock } from '../document-model.ts';
import { KEY_POINTS, MUSCLES, REFLEXES } from '../../schemas/neuro-exam.ts';
import { discussionRows, emergencyRows } from './action-in-words.ts';
import { cellInWords, heelRaiseInWords, otherTests, saddleDeclined, slrLine, walksInWords } from './exam-in-words.ts';
import { flagsInWords } from './flags-in-words.ts';
import { changesInWords, measureRecords } from './measures-in-words.ts';
import { factsBlock, paperWords, type PaperWords, type Recorded, recordBlock, textsBlock, type VisitPaperInput } from './paper-context.ts';

const words = papersText.summary;
const letter = papersText.letter;
const signed = historyText.signed;
const COLUMNS: readonly Side[] = ['left', 'right'];

/** The visit on paper for the record, in the order of the screen, with what was not asked or tested. */
export function summaryBlocks(input: VisitPaperInput): HandoutBlock[] {
  const { record, assessment, clinic, patient } = input;
  const paper = paperWords(input);
  const { say } = paper;
  const number = patient.ownNumber.trim();
  const urgencies = new Set(assessment.redFlags.rows.map((row) => row.urgency));
  const notes = [record.intake.note, record.otherExam.note, record.note].map((note) => note.trim()).filter((note) => note !== '');
  return [
    { type: 'title', sentence: say('V.title', words.title), inverted: false },
    {
      type: 'patient-line',
      sentences: [
        say('V.about', letter.about(letter.contacts[record.contact])),
        ...(number === '' ? [] : [{ id: 'V.number', text: papersText.number(number) }]),
        ...(input.signedOn === null
          ? [say('V.unsigned', papersText.unsigned)]
          : [{ id: 'V.signed', text: words.signed(input.clinicianName, paper.date(input.signedOn)) }]),
      ],
    },
    flags(input, paper),
    ...(urgencies.has('E') ? [recordBlock(paper, 'V.emergency', letter.emergency, emergencyRows(record), papersText.notRecorded)] : []),
    ...(urgencies.has('D') ? [recordBlock(paper, 'V.discussion', letter.discussion, discussionRows(record), papersText.notRecorded)] : []),
    recordBlock(paper, 'V.story', words.story, storyRows(input, paper), papersText.notRecorded),
    recordBlock(paper, 'V.answers', words.answers, answerRows(input), papersText.notAsked),
    examGrid(input, paper),
    ...others(input, paper),
    ...measures(input, paper),
    fit(input, paper),
    ...change(input, paper),
    plan(input, paper),
    ...(notes.length === 0 ? [] : [textsBlock(paper, 'V.notes', words.notes, { paragraphs: notes.map((note) => [note]) })]),
    ...(input.addenda.length === 0
      ? []
      : [
          textsBlock(paper, 'V.addenda', words.addenda, {
            items: input.addenda.map(({ text, reason, createdBy, createdOn }) =>
              words.addendum(reason.trim() === '' ? text : `${text} ${letter.reason(reason)}`, createdBy, paper.date(createdOn)),
            ),
          }),
        ]),
    factsBlock(paper, 'V.end', [
      [papersText.facts.clinician, input.clinicianName.trim() === '' ? BLANK : input.clinicianName.trim()],
      [papersText.facts.madeOn, paper.date(input.madeOn)],
      [papersText.facts.clinic, `${clinic.name}, ${clinic.phone}`],
    ]),
  ];
}

function flags({ record, assessment, clinic }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const { rows, open } = assessment.redFlags;
  return textsBlock(paper, 'V.flags', words.flags, {
    items: flagsInWords(assessment.redFlags, clinic, paper, (row) => row.clinicianText),
    closing: [
      [
        ...(rows.length === 0 ? [letter.noFlag] : []),
        ...(open.length === 0 ? [] : [words.screenOpen(open.map((fact) => talk.factNames[fact].toLowerCase()).join(', '))]),
        ...(record.unaskedReason.trim() === '' ? [] : [letter.reason(record.unaskedReason.trim())]),
      ],
    ],
  });
}

function regionInWords({ qualities }: Intake, side: Side, region: Region): string {
  const felt = (qualities[side][region] ?? []).map((quality) => talk.qualities[quality].toLowerCase());
  return [talk.regions[region].toLowerCase(), ...felt].join(' ');
}

function painInWords(pain: Pain): string | null {
  const said = (['average24h', 'now', 'worst24h'] as const).flatMap((column) =>
    pain[column] === null ? [] : [`${talk.painColumns[column].toLowerCase()} ${pain[column]}`],
  );
  return said.length === 0 ? null : said.join(', ');
}

function storyRows({ record }: VisitPaperInput, paper: PaperWords): Recorded[] {
  const { intake, redFlags } = record;
  const answer = (value: keyof typeof appText.answers): string => appText.answers[value].toLowerCase();
  const ifAsked = (label: string, value: keyof typeof appText.answers): Recorded[] => (value === 'unasked' ? [] : [[label, answer(value)]]);
  return [
    [talk.episodeStarted, intake.episodeStartedOn === null ? null : paper.date(intake.episodeStartedOn)],
    [talk.flareStarted, intake.flareStartedOn === null ? null : paper.date(intake.flareStartedOn)],
    [talk.onset, intake.onsetType === null ? null : talk.onsets[intake.onsetType].toLowerCase()],
    [talk.side, intake.side === null ? null : talk.sides[intake.side].toLowerCase()],
    ...COLUMNS.map((side): Recorded => {
      const level = distalLevel(intake, side);
      return [`${talk.feltDownTo}, ${side}`, level === null ? null : (talk.levelNames[level] ?? null)];
    }),
    ...COLUMNS.flatMap((side): Recorded[] =>
      intake.regions[side].length === 0
        ? []
        : [[`${talk.regionsLabel}, ${side}`, intake.regions[side].map((region) => regionInWords(intake, side, region)).join(', ')]],
    ),
    ...ifAsked(talk.comesAndGoes, intake.comesAndGoes),
    [`${talk.painPlaces.back}: ${talk.pain.toLowerCase()}`, painInWords(intake.backPain)],
    ...COLUMNS.map((side): Recorded => [`${talk.painPlaces[side]}: ${talk.pain.toLowerCase()}`, painInWords(intake.legPain[side])]),
    [talk.legWorse, answer(intake.legWorseThanBack)],
    [talk.cough, answer(intake.coughRaisesLegPain)],
    ...ifAsked(talk.bringsOn, intake.walking.bringsOn),
    ...ifAsked(talk.stopsFor, intake.walking.stopsFor),
    ...ifAsked(talk.calfCramp, intake.walking.calfCramp),
    ...ifAsked(talk.noPainSeated, intake.walking.noPainSeated),
    ...ifAsked(talk.betterBendingForward, intake.walking.betterBendingForward),
    ...(intake.walking.eases.length === 0
      ? []
      : [[talk.eases, intake.walking.eases.map((ease) => talk.easesChoices[ease].toLowerCase()).join(', ')] satisfies Recorded]),
    ...(intake.pregnant === 'unasked' ? [] : [[talk.pregnancy, talk.pregnancies[intake.pregnant].toLowerCase()] satisfies Recorded]),
    ...(redFlags.modifiers.length === 0
      ? []
      : [[talk.modifiersLabel, redFlags.modifiers.map((one) => talk.modifiers[one].toLowerCase()).join(', ')] satisfies Recorded]),
    ...ifAsked(talk.smoked, redFlags.smoked),
    [talk.interpreter, redFlags.interpreter === null ? null : talk.interpreters[redFlags.interpreter].toLowerCase()],
    ...(intake.homeCareDays === null ? [] : [[talk.homeCareDays, String(intake.homeCareDays)] satisfies Recorded]),
    ...ifAsked(talk.homeCareBetter, intake.homeCareBetter),
  ];
}

/** Every question that was required or answered; one not asked says so. */
function answerRows({ record, assessment }: VisitPaperInput): Recorded[] {
  const { answers } = record.redFlags;
  return FACTS.filter((fact) => assessment.redFlags.required.includes(fact) || (answers[fact] ?? 'unasked') !== 'unasked').map((fact) => {
    const answer = answers[fact] ?? 'unasked';
    return [FACT_QUESTIONS[fact], answer === 'unasked' ? null : appText.answers[answer].toLowerCase()];
  });
}

/** The core of spec 12.1 always has its row; others only when something was recorded. */
const CORE = new Set<string>(['KE', 'DF', 'EHL', 'PF', 'L4', 'L5', 'S1']);

function examGrid({ record }: VisitPaperInput, paper: PaperWords): GridBlock {
  const { neuro } = record;
  const shown = (key: string, of: (side: Side) => unknown): boolean => CORE.has(key) || COLUMNS.some((side) => of(side) !== undefined);
  const rows: [string, (side: Side) => string][] = [
    [exam.slr, (side) => slrLine(record.slr[side])],
    ...MUSCLES.filter((muscle) => shown(muscle, (side) => neuro[side].mrc[muscle])).map((muscle): [string, (side: Side) => string] => [
      `${papersText.exam.power.split(',')[0]}: ${exam.muscles[muscle].name.toLowerCase()}`,
      (side) => cellInWords(neuro[side].mrc[muscle], 'mrc'),
    ]),
    ...REFLEXES.map((reflex): [string, (side: Side) => string] => [
      `${papersText.exam.reflexes}: ${exam.reflexes[reflex].name.toLowerCase()}`,
      (side) => cellInWords(neuro[side].reflex[reflex], 'reflex'),
    ]),
    ...KEY_POINTS.filter((point) => shown(point, (side) => neuro[side].sensation[point])).map((point): [string, (side: Side) => string] => [
      `${papersText.exam.feeling.split(',')[0]}: ${exam.keyPoints[point].name.toLowerCase()}`,
      (side) => cellInWords(neuro[side].sensation[point], 'sensation'),
    ]),
    [papersText.exam.heelRaise, (side) => heelRaiseInWords(neuro[side].heelRaise)],
    [papersText.exam.walks, (side) => walksInWords(record, side)],
  ];
  return {
    type: 'grid',
    heading: paper.say('V.exam', words.findings),
    halves: false,
    columns: [
      paper.say('V.exam.head', papersText.finding),
      paper.say('V.exam.left', papersText.left),
      paper.say('V.exam.right', papersText.right),
    ],
    rows: rows.map(([name, found], index) => ({
      head: paper.say(`V.exam.${index + 1}.head`, name),
      cells: COLUMNS.map((side) => ({ id: `V.exam.${index + 1}.${side}`, text: found(side) })),
    })),
  };
}

function others({ record, assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock[] {
  const tests = otherTests(record);
  const ticks = record.otherExam.cueTicks.map((tick) => CUE_ITEMS[tick]);
  const declined = saddleDeclined(record);
  return [
    ...(tests.length === 0 ? [] : [recordBlock(paper, 'V.others', words.others, tests, papersText.notTested)]),
    ...(ticks.length === 0 ? [] : [textsBlock(paper, 'V.ticks', signed.ticks, { items: ticks })]),
    ...(assessment.movementTests.results.length === 0
      ? []
      : [
          textsBlock(paper, 'V.movedResults', words.movementResults, {
            items: assessment.movementTests.results.map((result) => result.text),
          }),
        ]),
    ...(declined === null ? [] : [textsBlock(paper, 'V.saddle', exam.saddle, { paragraphs: [[declined]] })]),
  ];
}

function fit({ record, assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const sentence = (list: readonly string[], said: (list: string) => string): string[] =>
    list.length === 0 ? [] : [said(list.join('; '))];
  return textsBlock(paper, 'V.fit', words.fit, {
    paragraphs: [
      ...COLUMNS.map((side) => {
        const root = assessment.root[side];
        return [
          `${side === 'left' ? papersText.left : papersText.right}: ${root.text}`,
          ...(areFeaturesKnown(record, assessment, side) ? [root.features.text] : []),
          ...assessment.slr[side].sentences,
          ...assessment.tensionTests[side],
          ...sentence(root.for, words.for),
          ...sentence(root.against, letter.against),
          ...sentence(root.notTested, letter.notTested),
        ].filter((one) => one.trim() !== '');
      }),
      sentence(assessment.notTestedBlocks, letter.notTested),
      [ROOT_DISCLAIMER, words.rules(assessment.ruleVersion)],
    ],
  });
}

function measures({ record }: VisitPaperInput, paper: PaperWords): HandoutBlock[] {
  const rows = measureRecords(record.measures);
  return rows.length === 0 ? [] : [recordBlock(paper, 'V.measures', talk.measures, rows, papersText.notRecorded)];
}

function change({ assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock[] {
  const { followUp } = assessment;
  if (followUp === null) return [];
  return [
    textsBlock(paper, 'V.change', words.change, {
      paragraphs: [[followUp.text, followUp.actionText].filter((one) => one.trim() !== '')],
      items: changesInWords(followUp),
    }),
  ];
}

function plan({ record, assessment, given }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const { phase, phaseBecause, lead, sheetBecause, modules } = assessment.plan;
  const { nextReviewOn } = record.plan;
  const sheets = given.map(({ sheet, madeOn }) => `${handoutsText.sheets[sheet].toLowerCase()}, ${paper.date(madeOn)}`);
  return textsBlock(paper, 'V.plan', words.plan, {
    paragraphs: [
      [words.phase(phase.slice(1), phaseBecause), lead, sheetBecause],
      [words.modules(modules.map((id) => MODULE_TITLES[id]).join(', '))],
      [
        nextReviewOn === null ? `${signed.noNextReview}.` : `${signed.nextReview(paper.date(nextReviewOn))}.`,
        sheets.length === 0 ? letter.noSheets.replace('letter', 'summary') : letter.sheets(sheets.join('; ')),
      ],
    ],
  });
}
