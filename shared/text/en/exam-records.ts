import { type Side } from '../../schemas/common.ts';
import { type Movement, MOVEMENTS, type MovementSide } from '../../schemas/movement-tests.ts';
import { SADDLE_AREAS } from '../../schemas/sensitive-exam.ts';
import { TENSION_TESTS, type TensionTest } from '../../schemas/tension-tests.ts';
import { EXAM_ITEMS, type VisitRecord } from '../../schemas/visit.ts';
import { MOVEMENT_NAMES } from './movement-tests.ts';
import { historyText } from './screens-history.ts';
import { visitExamText as exam } from './screens-visit-exam.ts';
import { visitFurtherText as further } from './screens-visit-further.ts';

// What the examination beside the raise and the grid held, as labels and values: for the signed visit, the letter and the summary. Only what
// was recorded; nothing recorded is left out and never reads as "no". A field that the screen shows with one choice alone is kept when
// another is chosen, so that nothing typed is lost; it is part of the record only while its choice stands.

/** A label and what was recorded. */
export type ExamRecord = [label: string, value: string];
type Recorded = ExamRecord;

const words = historyText.signed;
const LEFT_FIRST: readonly Side[] = ['left', 'right'];

const bySide = (label: string, value: (side: Side) => string | null): Recorded[] =>
  LEFT_FIRST.flatMap((side): Recorded[] => {
    const found = value(side);
    return found === null ? [] : [[`${label}, ${side}`, found]];
  });
const finding = (label: string, value: keyof typeof exam.findings): Recorded[] => (value === 'nt' ? [] : [[label, exam.findings[value]]]);
const measure = (label: string, value: number | null, unit: string): Recorded[] => (value === null ? [] : [[label, `${value} ${unit}`]]);

/** A tension test of one leg with everything recorded of it, or null when it was neither done nor declined. */
function tensionInWords({ neuro }: VisitRecord, test: TensionTest, side: Side): string | null {
  const result = neuro[side][test];
  const { felt, level, eased, kneeDeg, reason } = neuro[side].tensionDetail[test];
  if (result === 'nt') return null;
  if (result === 'declined') return [exam.tension.declined, reason].filter((part) => part.trim() !== '').join(', ');
  const parts = [
    exam.tension[result],
    felt === null ? '' : `${further.feltName.toLowerCase()}: ${further.felt[felt].toLowerCase()}`,
    level === null ? '' : `${further.level.toLowerCase()} ${exam.levels[level]?.toLowerCase() ?? ''}`,
    eased === 'yes' ? further.easedYes.toLowerCase() : eased === 'no' ? further.easedNo.toLowerCase() : '',
    kneeDeg === null ? '' : `${further.kneeAngle.toLowerCase()} ${kneeDeg}°`,
  ];
  return parts.filter((part) => part.trim() !== '').join(', ');
}

/** Hip screen and deep gluteal signs that were tested or declined (E18, E19). */
function hipRecords({ otherExam }: VisitRecord): Recorded[] {
  const { hip, gluteal } = otherExam;
  const signs = ['squatPain', 'passiveGroinPain', 'adductionReduced', 'internalRotationReduced', 'rotationFree'] as const;
  const buttock = ['notchTender', 'fair', 'seatedStretch'] as const;
  return [
    ...signs.flatMap((sign) => bySide(further.hip[sign], (side) => (hip[side][sign] === 'nt' ? null : exam.findings[hip[side][sign]]))),
    ...bySide(further.internalRotation, (side) => (hip[side].internalRotationDeg === null ? null : `${hip[side].internalRotationDeg}°`)),
    ...buttock.flatMap((sign) =>
      bySide(further.gluteal[sign], (side) => (gluteal[side][sign] === 'nt' ? null : exam.findings[gluteal[side][sign]])),
    ),
  ];
}

/** Tests beside the grid that were done or declined (E01, E03, E04, E08, E12a, E14 to E16, E18 to E24), and why others were not. */
export function examRecords(record: VisitRecord): ExamRecord[] {
  const { neuro, otherExam } = record;
  const { systolicMmHg, diastolicMmHg } = otherExam;
  const hasPressure = systolicMmHg !== null || diastolicMmHg !== null;
  return [
    ...(neuro.gait === 'nt' ? [] : [[further.gait, further.gaits[neuro.gait]] satisfies Recorded]),
    ...bySide(exam.sitToStand, (side) => (neuro[side].sitToStand === 'nt' ? null : exam.functional[neuro[side].sitToStand])),
    ...bySide(exam.trendelenburg, (side) => (neuro[side].trendelenburg === 'nt' ? null : exam.functional[neuro[side].trendelenburg])),
    ...TENSION_TESTS.flatMap((test) => bySide(further.tensionTests[test], (side) => tensionInWords(record, test, side))),
    ...bySide(exam.footPulse, (side) => (neuro[side].footPulse === 'nt' ? null : exam.pulses[neuro[side].footPulse])),
    ...finding(exam.plantarUp, neuro.plantarUp),
    ...finding(exam.clonus, neuro.clonus),
    ...finding(exam.toneUp, neuro.toneUp),
    ...hipRecords(record),
    ...bySide(further.calf, (side) => (otherExam.calfCm[side] === null ? null : `${otherExam.calfCm[side]} ${words.units.cm}`)),
    ...measure(exam.calfDifference, otherExam.calfDifferenceCm, words.units.cm),
    ...finding(exam.percussion, otherExam.percussionTender),
    ...finding(exam.deformity, otherExam.deformity),
    ...finding(exam.bruise, otherExam.bruise),
    ...finding(exam.bellyMass, otherExam.bellyMass),
    ...measure(exam.temperature, otherExam.temperatureC, words.units.celsius),
    ...measure(further.pulse, otherExam.pulseBpm, further.perMinute),
    ...(hasPressure ? [[further.pressure, `${systolicMmHg ?? '–'} / ${diastolicMmHg ?? '–'} ${further.mmHg}`] satisfies Recorded] : []),
    ...EXAM_ITEMS.flatMap((item): Recorded[] => {
      const reason = otherExam.notTestedReasons[item]?.trim() ?? '';
      return reason === '' ? [] : [[`${words.reasons}: ${further.reasonItems[item]}`, reason]];
    }),
  ];
}

/** "foot, 6/10" of one moment, or an empty text. */
function moment(level: number | null, nprs: number | null): string {
  const place = level === null ? '' : (exam.levels[level]?.toLowerCase() ?? '');
  return [place, nprs === null ? '' : words.outOf10(nprs)].filter((part) => part !== '').join(', ');
}

function legInWords(leg: MovementSide): string {
  return [
    [further.start, moment(leg.startLevel, leg.startNprs)],
    [further.during, moment(leg.duringLevel, leg.duringNprs)],
    [further.after, moment(leg.afterLevel, leg.afterNprs)],
  ]
    .filter(([, said]) => said !== '')
    .map(([when, said]) => `${when}: ${said}`)
    .join('. ');
}

/** One repeated movement or position. */
function movementRecord({ otherExam }: VisitRecord, movement: Movement): Recorded[] {
  const test = otherExam.movementTests[movement];
  const name = MOVEMENT_NAMES[movement];
  if (test.done !== 'yes') {
    const said = [test.done === 'declined' ? words.cells.declined : '', test.reason].filter((part) => part !== '').join(': ');
    return said === '' ? [] : [[name, said]];
  }
  const dose = [
    test.repetitions === null ? '' : `${test.repetitions} ${further.repetitions}`,
    test.seconds === null ? '' : `${test.seconds} ${further.seconds}`,
  ].filter((part) => part !== '');
  const legs = LEFT_FIRST.map((side): Recorded => [`${name}, ${side}`, legInWords(test[side])]).filter(([, said]) => said !== '');
  const back = [
    [further.start, moment(null, test.backStartNprs)],
    [further.after, moment(null, test.backAfterNprs)],
  ].filter(([, said]) => said !== '');
  return [
    [name, [further.movementDone.yes, ...dose].join(', ')],
    ...legs,
    ...(back.length === 0
      ? []
      : [[`${name}, ${further.backPain.toLowerCase()}`, back.map(([when, said]) => `${when}: ${said}`).join('. ')] satisfies Recorded]),
  ];
}

/** Repeated movements and positions (E17), in the order of the record. */
export function movementRecords(record: VisitRecord): ExamRecord[] {
  return MOVEMENTS.flatMap((movement) => movementRecord(record, movement));
}

/** Saddle and bladder (spec 12.3, E09, E10). */
export function sensitiveRecords({ otherExam }: VisitRecord): ExamRecord[] {
  const { sensitive, saddle, saddleReason, postVoidResidualMl } = otherExam;
  const said = (label: string, ...parts: readonly (string | null)[]): Recorded[] => {
    const value = parts.filter((part) => part !== null && part.trim() !== '').join(', ');
    return value === '' ? [] : [[label, value]];
  };
  const { chaperone, areas, residualDeclined } = sensitive;
  const when = (holds: boolean, value: string | null): string | null => (holds ? value : null);
  const isDeclined = saddle === 'declined' || sensitive.consent === 'declined';
  const hasReason = saddle === 'declined' || saddle === 'nt';
  return [
    ...said(further.consent, sensitive.consent === 'unasked' ? null : further.consents[sensitive.consent]),
    ...said(
      further.chaperone,
      chaperone === null ? null : further.chaperones[chaperone],
      when(chaperone === 'accepted', sensitive.chaperoneName),
      when(chaperone === 'accepted', sensitive.chaperoneRole),
      when(chaperone === 'not_offered', sensitive.chaperoneReason),
    ),
    ...said(
      further.saddleOverall,
      saddle === 'nt' && saddleReason.trim() === '' ? null : exam.saddles[saddle],
      when(hasReason, saddleReason),
    ),
    ...SADDLE_AREAS.flatMap((area) =>
      LEFT_FIRST.flatMap((side) =>
        said(`${further.saddleAreas[area]}, ${side}`, areas[side][area] === 'nt' ? null : further.saddleFeelings[areas[side][area]]),
      ),
    ),
    ...said(further.analTone, sensitive.analTone === 'nt' ? null : further.analTones[sensitive.analTone]),
    ...said(further.declineReason, when(isDeclined, sensitive.declineReason && further.declineReasons[sensitive.declineReason])),
    ...said(further.explained, when(isDeclined, sensitive.explained)),
    ...said(further.alternative, when(isDeclined, sensitive.alternative && further.alternatives[sensitive.alternative])),
    ...said(further.selfReport, sensitive.selfReport === 'unasked' ? null : further.selfReports[sensitive.selfReport]),
    ...said(
      further.residual,
      postVoidResidualMl === null ? null : `${postVoidResidualMl} ${words.units.ml}`,
      sensitive.residualMethod === null ? null : further.residualMethods[sensitive.residualMethod],
      sensitive.residualTime,
      when(residualDeclined, further.residualDeclined),
      when(residualDeclined, sensitive.residualReason),
    ),
  ];
}
