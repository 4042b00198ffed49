import { distalLevel } from '../../../../shared/clinical/body-chart.ts';
import type { Assessment } from '../../../../shared/schemas/assessment.ts';
import { SIDES, type CalendarDate, type Side } from '../../../../shared/schemas/common.ts';
import { KEY_POINTS, MUSCLES, REFLEXES, type Muscle } from '../../../../shared/schemas/neuro-exam.ts';
import type { ExamItem, VisitRecord } from '../../../../shared/schemas/visit.ts';
import { text } from '../../../text.ts';
import { opensPulses, opensUpperRoots } from './opened-blocks.ts';

/** Parts of the visit in the order of the body (spec 12). */
export const VISIT_PARTS = ['talk', 'stand', 'sit', 'supine', 'prone', 'plan'] as const;
export type VisitPart = (typeof VISIT_PARTS)[number];

/** How much of a part's core set is there, and what is not, by short name and by the field to go to. */
export type PartProgress = { done: number; total: number; missing: readonly { name: string; field: string }[] };

type Item = { name: string; field: string; isDone: boolean };

const names = text.visit.items;
const exam = text.visit.exam;
const CORE_MUSCLES: readonly Muscle[] = ['KE', 'DF', 'EHL', 'PF'];

const sided = (name: string, side: Side): string => `${name} ${text.app.sides[side].toLowerCase()}`;

/** Tested, declined, or not tested for a recorded reason: either way somebody decided. */
const isSettled = (cell: { state: string; reason?: string } | undefined): boolean =>
  cell !== undefined && (cell.state === 'tested' || cell.state === 'declined' || (cell.state === 'nt' && (cell.reason ?? '') !== ''));

function progress(items: readonly Item[]): PartProgress {
  const missing = items.filter((item) => !item.isDone).map(({ name, field }) => ({ name, field }));
  return { done: items.length - missing.length, total: items.length, missing };
}

/** The core set of each part for this kind of contact (spec 12.1, 12.2, 12.4): what is there and what is not. Nothing optional is counted. */
export function visitProgress(record: VisitRecord, assessment: Assessment, birthDate: CalendarDate): Record<VisitPart, PartProgress> {
  const isPhone = record.contact === 'phone';
  return {
    talk: talkProgress(record, assessment),
    stand: progress(isPhone ? [] : standItems(record)),
    sit: progress(isPhone ? [] : sitItems(record)),
    supine: progress(isPhone ? [] : supineItems(record, birthDate)),
    prone: progress(isPhone ? [] : proneItems(record)),
    plan: progress([{ name: names.reviewDate, field: 'plan.nextReviewOn', isDone: record.plan.nextReviewOn !== null }]),
  };
}

function talkProgress(record: VisitRecord, { redFlags }: Assessment): PartProgress {
  const story = progress(storyItems(record));
  return {
    done: story.done + redFlags.askedCount,
    total: story.total + redFlags.required.length,
    missing: [
      ...story.missing,
      ...redFlags.open.map((fact) => ({ name: text.visit.talk.factNames[fact], field: `redFlags.answers.${fact}` })),
    ],
  };
}

function storyItems({ contact, intake, measures }: VisitRecord): readonly Item[] {
  if (contact === 'phone') return [];
  const affected: readonly Side[] = intake.side === 'both' ? SIDES : intake.side === 'right' || intake.side === 'left' ? [intake.side] : [];
  const always: readonly Item[] = [
    { name: names.flare, field: 'intake.flareStartedOn', isDone: intake.flareStartedOn !== null },
    ...affected.map((side) => ({ name: names.level, field: `intake.level.${side}`, isDone: distalLevel(intake, side) !== null })),
    { name: names.backPain, field: 'intake.backPain.average24h', isDone: intake.backPain.average24h !== null },
    ...affected.map((side) => ({
      name: names.legPain,
      field: `intake.legPain.${side}.average24h`,
      isDone: intake.legPain[side].average24h !== null,
    })),
    { name: names.homeCare, field: 'intake.homeCareDays', isDone: intake.homeCareDays !== null },
  ];
  if (contact === 'review') return [...always, { name: names.grc, field: 'measures.grc', isDone: measures.grc !== null }];
  return [
    { name: names.episode, field: 'intake.episodeStartedOn', isDone: intake.episodeStartedOn !== null },
    { name: names.onset, field: 'intake.onsetType', isDone: intake.onsetType !== null },
    { name: names.side, field: 'intake.side', isDone: intake.side !== null },
    ...always,
    { name: names.legWorse, field: 'intake.legWorseThanBack', isDone: intake.legWorseThanBack !== 'unasked' },
    { name: names.cough, field: 'intake.coughRaisesLegPain', isDone: intake.coughRaisesLegPain !== 'unasked' },
    { name: names.walking, field: 'intake.walking.bringsOn', isDone: intake.walking.bringsOn !== 'unasked' },
    { name: names.pregnancy, field: 'intake.pregnant', isDone: intake.pregnant !== 'unasked' },
  ];
}

/** A reason is recorded why the tests of a group were not done: somebody decided. */
const hasReason = ({ otherExam }: VisitRecord, item: ExamItem): boolean => (otherExam.notTestedReasons[item] ?? '').trim() !== '';

function standItems(record: VisitRecord): readonly Item[] {
  const { neuro } = record;
  const isExplained = hasReason(record, 'E01');
  return SIDES.flatMap((side) => [
    { name: sided(names.heelWalk, side), field: `neuro.${side}.heelWalk`, isDone: isExplained || neuro[side].heelWalk !== 'nt' },
    { name: sided(names.toeWalk, side), field: `neuro.${side}.toeWalk`, isDone: isExplained || neuro[side].toeWalk !== 'nt' },
    {
      name: sided(names.heelRaise, side),
      field: `neuro.${side}.heelRaise.count`,
      isDone: isExplained || neuro[side].heelRaise.state !== 'nt',
    },
  ]);
}

function sitItems(record: VisitRecord): readonly Item[] {
  const upper = opensUpperRoots(record);
  const muscles = MUSCLES.filter((muscle) => CORE_MUSCLES.includes(muscle) || (upper && muscle === 'HF'));
  const points = KEY_POINTS.filter((point) => upper || point !== 'U');
  return SIDES.flatMap((side) => {
    const { mrc, sensation, reflex } = record.neuro[side];
    return [
      ...muscles.map((item) => ({
        name: sided(exam.muscles[item].name, side),
        field: `neuro.${side}.mrc.${item}`,
        isDone: isSettled(mrc[item]),
      })),
      ...points.map((item) => ({
        name: sided(exam.keyPoints[item].name, side),
        field: `neuro.${side}.sensation.${item}`,
        isDone: isSettled(sensation[item]),
      })),
      ...REFLEXES.map((item) => ({
        name: sided(`${exam.reflexes[item].name} reflex`, side),
        field: `neuro.${side}.reflex.${item}`,
        isDone: isSettled(reflex[item]),
      })),
    ];
  });
}

function supineItems(record: VisitRecord, birthDate: CalendarDate): readonly Item[] {
  const raises = SIDES.flatMap((side): Item[] => {
    const leg = record.slr[side];
    const isDone = leg.tested === 'declined' || (leg.tested === 'nt' ? leg.reason !== '' : leg.p1AngleDeg !== null && leg.stop !== null);
    const raise: Item = { name: sided(names.slr, side), field: `slr.${side}.p1AngleDeg`, isDone };
    if (leg.tested !== 'yes' || leg.stop === 'end') return [raise];
    const hasMovement = leg.movements.df !== 'nt' || leg.movements.neck !== 'nt';
    return [raise, { name: sided(names.slrMovement, side), field: `slr.${side}.movements.df`, isDone: hasMovement }];
  });
  if (!opensPulses(record, birthDate)) return raises;
  const pulses = SIDES.map((side) => ({
    name: sided(names.pulses, side),
    field: `neuro.${side}.footPulse`,
    isDone: record.neuro[side].footPulse !== 'nt' || hasReason(record, 'E20'),
  }));
  return [...raises, ...pulses];
}

function proneItems(record: VisitRecord): readonly Item[] {
  if (!opensUpperRoots(record)) return [];
  return SIDES.map((side) => ({
    name: sided(names.femoralStretch, side),
    field: `neuro.${side}.femoralStretch`,
    isDone: record.neuro[side].femoralStretch !== 'nt',
  }));
}

/** What is missing in a part, in words: one name, or how many. */
export function missingWords(part: VisitPart, { done, total, missing }: PartProgress): string {
  const words = text.visit.strip;
  const [only] = missing;
  if (total === 0) return words.optional;
  if (only === undefined) return part === 'talk' ? words.asked : words.done;
  if (done === 0 && total > 2) return words.notStarted;
  return missing.length === 1 ? words.missingOne(only.name) : words.missingMany(missing.length);
}
