import { distalLevel } from '../../clinical/body-chart.ts';
import type { Urgency } from '../../schemas/assessment.ts';
import type { Side } from '../../schemas/common.ts';
import { papersText } from '../../text/en/papers.ts';
import { appText } from '../../text/en/screens-app.ts';
import { interpreterLine } from '../../text/en/red-flags.ts';
import { handoutsText } from '../../text/en/screens-handouts.ts';
import { visitTalkText as talk } from '../../text/en/screens-visit-talk.ts';
import { serviceOf } from '../../services.ts';
import { BLANK, unbroken } from '../build-context.ts';
import type { GridBlock, HandoutBlock } from '../document-model.ts';
import { discussionRows, emergencyRows } from './action-in-words.ts';
import { heelRaiseInWords, lowered, neuroLines, otherTests, saddleDeclined, slrLine, walksInWords } from './exam-in-words.ts';
import { flagsInWords } from './flags-in-words.ts';
import { changedInWords, measureRecords } from './measures-in-words.ts';
import { factsBlock, paperWords, type PaperWords, recordBlock, textsBlock, type VisitPaperInput } from './paper-context.ts';

const words = papersText.letter;
const COLUMNS: readonly Side[] = ['left', 'right'];

/**
 * The referral letter: why, what the patient tells, what was measured, what it fits, what was not asked or tested, what the patient was
 * told. Made for any visit, open or signed, and never refused. It names findings; it names no disease as found.
 */
export function letterBlocks(input: VisitPaperInput): HandoutBlock[] {
  const { record, assessment, clinic, patient } = input;
  const paper = paperWords(input);
  const { say } = paper;
  const urgency = assessment.redFlags.overall;
  const number = patient.ownNumber.trim();
  return [
    { type: 'title', sentence: say('L.title', words.titles[urgency ?? 'none']), inverted: false },
    {
      type: 'patient-line',
      sentences: [
        say('L.about', words.about(words.contacts[record.contact])),
        ...(number === '' ? [] : [{ id: 'L.number', text: papersText.number(number) }]),
        ...(input.signedOn === null ? [say('L.unsigned', papersText.unsigned)] : []),
      ],
    },
    factsBlock(paper, 'L.to', [[words.to, addressees(input).join('; ') || BLANK]]),
    why(input, paper),
    story(input, paper),
    ...findings(input, paper),
    fit(input, paper),
    ...change(input, paper),
    open(input, paper),
    told(input, paper),
    ...(hasUrgency(input, 'E') ? [recordBlock(paper, 'L.emergency', words.emergency, emergencyRows(record), papersText.notRecorded)] : []),
    ...(hasUrgency(input, 'D') && (urgency === 'D' || isDiscussed(input))
      ? [recordBlock(paper, 'L.discussion', words.discussion, discussionRows(record), papersText.notRecorded)]
      : []),
    factsBlock(paper, 'L.end', [
      [papersText.facts.clinician, input.clinicianName.trim() === '' ? BLANK : input.clinicianName.trim()],
      [papersText.facts.signature, BLANK],
      [papersText.facts.clinic, `${clinic.name}, ${clinic.phone}`],
      [papersText.facts.madeOn, paper.date(input.madeOn)],
    ]),
  ];
}

function hasUrgency({ assessment }: VisitPaperInput, urgency: Urgency): boolean {
  return assessment.redFlags.rows.some((row) => row.urgency === urgency);
}

function isDiscussed({ record }: VisitPaperInput): boolean {
  return Object.values(record.discussion).some((value) => value.trim() !== '');
}

/** Who takes the routes of the highest urgency, once each; a letter on demand leaves a line. */
function addressees(input: VisitPaperInput): string[] {
  const { rows, overall } = input.assessment.redFlags;
  if (overall === null || overall === 'R') return [];
  const services = rows.filter((row) => row.urgency === overall).map((row) => serviceOf(row.route, input.clinic));
  return [...new Set(services.map(({ name, phone }) => (phone === '' ? name : `${name}, ${unbroken(phone)}`)))];
}

function why({ record, assessment, clinic }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const { rows, open: unasked } = assessment.redFlags;
  return textsBlock(paper, 'L.why', words.why, {
    items: flagsInWords(assessment.redFlags, clinic, paper, (row) => firstSentence(row.clinicianText)),
    // What was found comes first; what is missing of the screen does not stand before an emergency.
    closing: [
      [
        ...(rows.length === 0 ? [words.noFlag] : []),
        ...(unasked.length === 0 ? [] : [words.screenOpen]),
        ...(record.unaskedReason.trim() === '' ? [] : [words.reason(record.unaskedReason.trim())]),
      ],
    ],
  });
}

/** What the row is about; what follows in the text tells the clinician of this desk what to do. */
function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/u.exec(text)?.[0] ?? text;
}

function story({ record }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const { intake, redFlags } = record;
  const said = papersText.story;
  const score = (value: number | null): string => (value === null ? papersText.notAsked : String(value));
  const level = (side: Side): string[] => {
    const at = distalLevel(intake, side);
    return at === null || at === 0 ? [] : [said.downTo(side, talk.levelNames[at] ?? '')];
  };
  const scores = measureRecords(record.measures).map(([label, value]) => `${label}: ${value}`);
  const interpreter = interpreterLine(redFlags);
  return textsBlock(paper, 'L.story', words.story, {
    paragraphs: [
      [
        said.pain(
          intake.side === null ? papersText.notAsked : said.sides[intake.side],
          intake.episodeStartedOn === null ? papersText.notAsked : paper.date(intake.episodeStartedOn),
        ),
        ...(intake.flareStartedOn === null ? [] : [said.flare(paper.date(intake.flareStartedOn))]),
        ...COLUMNS.flatMap(level),
        said.scores(
          [
            said.back(score(intake.backPain.average24h)),
            ...COLUMNS.map((side) => said.leg(side, score(intake.legPain[side].average24h))),
          ].join(', '),
        ),
        said.legWorse(appText.answers[intake.legWorseThanBack].toLowerCase()),
        said.cough(appText.answers[intake.coughRaisesLegPain].toLowerCase()),
        ...(intake.pregnant === 'yes' || intake.pregnant === 'possible'
          ? [said.pregnancy(talk.pregnancies[intake.pregnant].toLowerCase())]
          : []),
        ...(redFlags.modifiers.length === 0
          ? []
          : [said.modifiers(redFlags.modifiers.map((one) => talk.modifiers[one].toLowerCase()).join(', '))]),
        ...(interpreter === null ? [] : [said.interpreter(interpreter)]),
      ],
      ...(scores.length === 0 ? [] : [[said.measures(scores.join('; '))]]),
    ],
  });
}

function findings({ record }: VisitPaperInput, paper: PaperWords): HandoutBlock[] {
  const { exam } = papersText;
  const lines = { left: neuroLines(record, 'left'), right: neuroLines(record, 'right') };
  const others = otherTests(record);
  const rows: [string, (side: Side) => string | null][] = [
    [exam.slr, (side) => slrLine(record.slr[side])],
    ...(['power', 'reflexes', 'feeling'] as const).map((kind): [string, (side: Side) => string | null] => [
      exam[kind],
      (side) => lines[side][kind],
    ]),
    [exam.heelRaise, (side) => heelRaiseInWords(record.neuro[side].heelRaise)],
    [exam.walks, (side) => walksInWords(record, side)],
  ];
  const unsided = others
    .filter(([label]) => !/, (left|right)$/u.test(label))
    .map(([label, found]) => `${lowered(label)}: ${lowered(found)}`);
  const ofSide = (side: Side): string =>
    others
      .flatMap(([label, found]) =>
        label.endsWith(`, ${side}`) ? [`${lowered(label.slice(0, -`, ${side}`.length))}: ${lowered(found)}`] : [],
      )
      .join('; ');
  const hasSided = COLUMNS.some((side) => ofSide(side) !== '');
  const allRows = hasSided ? [...rows, [exam.others, (side: Side) => ofSide(side) || null] as const] : rows;
  const sentence = (id: string, text: string): { id: string; text: string } => paper.say(`L.found.${id}`, text);
  const table: GridBlock = {
    type: 'grid',
    heading: sentence('title', words.findings),
    halves: false,
    columns: [sentence('head', papersText.finding), sentence('left', papersText.left), sentence('right', papersText.right)],
    rows: allRows.map(([name, found], index) => ({
      head: sentence(`${index + 1}.head`, name),
      cells: COLUMNS.map((side) => ({ id: `L.found.${index + 1}.${side}`, text: found(side) ?? papersText.notTested })),
    })),
  };
  // Of neither leg, so it stands in neither column.
  return [table, ...(unsided.length === 0 ? [] : [factsBlock(paper, 'L.unsided', [[`${exam.unsided}:`, `${unsided.join('; ')}.`]])])];
}

/** What a review found to have changed, in short: the visit summary holds every measure. */
function change({ assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock[] {
  const { followUp } = assessment;
  if (followUp === null) return [];
  const changed = changedInWords(followUp);
  return [
    textsBlock(paper, 'L.change', papersText.summary.change, {
      paragraphs: [
        [followUp.text, ...(changed.length === 0 ? [] : [papersText.measures.also(changed.join('; '))])].filter((one) => one.trim() !== ''),
      ],
    }),
  ];
}

function fit({ assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const texts = COLUMNS.map((side) => {
    const { output, text, against } = assessment.root[side];
    const said = output === 'NO ROOT PATTERN' ? words.noPattern : text;
    return [
      `${side === 'left' ? papersText.left : papersText.right}: ${said}`,
      ...(against.length === 0 ? [] : [words.against(against.join('; '))]),
    ];
  });
  return textsBlock(paper, 'L.fit', words.fit, { paragraphs: texts });
}

function open({ record, assessment }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const missing = COLUMNS.flatMap((side) =>
    assessment.root[side].notTested.map((item) => (/(left|right)/u.test(item) ? item : `${item}, ${side}`)),
  );
  const untested = [...new Set([...missing, ...assessment.notTestedBlocks])];
  const declined = saddleDeclined(record);
  const sentences = [
    ...(assessment.redFlags.open.length === 0
      ? []
      : [words.notAsked(assessment.redFlags.open.map((fact) => talk.factNames[fact].toLowerCase()).join(', '))]),
    ...(untested.length === 0 ? [] : [words.notTested(untested.join(', '))]),
    ...(declined === null ? [] : [declined]),
  ];
  return textsBlock(paper, 'L.open', words.open, { paragraphs: [sentences.length === 0 ? [words.nothingOpen] : sentences] });
}

function told({ assessment, clinicianName, given, record }: VisitPaperInput, paper: PaperWords): HandoutBlock {
  const said = [...new Set(assessment.redFlags.rows.map((row) => paper.say('', row.patientText).text))];
  const sheets = given.map(({ sheet, madeOn }) => `${handoutsText.sheets[sheet].toLowerCase()}, ${paper.date(madeOn)}`);
  return textsBlock(paper, 'L.told', words.told, {
    paragraphs: [
      said.length === 0 ? [words.toldNothing] : [words.toldBy(clinicianName, paper.date(record.visitOn)), ...said.map((one) => `“${one}”`)],
      [sheets.length === 0 ? words.noSheets : words.sheets(sheets.join('; '))],
    ],
  });
}
