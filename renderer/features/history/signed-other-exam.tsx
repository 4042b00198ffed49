import type { ReactNode } from 'react';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { SIDES, type Side } from '../../../shared/schemas/common.ts';
import { MOVEMENTS } from '../../../shared/schemas/movement-tests.ts';
import { TENSION_TESTS, type TensionTest } from '../../../shared/schemas/tension-tests.ts';
import { EXAM_ITEMS, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { CUE_ITEMS } from '../../../shared/text/en/cues.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';
import { RecordedList, type Recorded } from './recorded-list.tsx';
import { movementRecords, sensitiveRecords } from './signed-further.ts';

const exam = text.visit.exam;
const further = text.visit.further;
const words = text.history.signed;
const LEFT_FIRST: readonly Side[] = ['left', 'right'];

const bySide = (label: string, value: (side: Side) => string | null): Recorded[] =>
  LEFT_FIRST.flatMap((side): Recorded[] => {
    const found = value(side);
    return found === null ? [] : [[`${label}, ${text.app.sides[side].toLowerCase()}`, found]];
  });
const finding = (label: string, value: keyof typeof exam.findings): Recorded[] => (value === 'nt' ? [] : [[label, exam.findings[value]]]);
const measure = (label: string, value: number | null, unit: string): Recorded[] => (value === null ? [] : [[label, `${value} ${unit}`]]);

/** A tension test of one leg with everything recorded of it, or null when nothing was. */
function tensionInWords({ neuro }: VisitRecord, test: TensionTest, side: Side): string | null {
  const result = neuro[side][test];
  const { felt, level, eased, kneeDeg, reason } = neuro[side].tensionDetail[test];
  const parts = [
    result === 'nt' ? '' : exam.tension[result],
    felt === null ? '' : `${further.feltName.toLowerCase()}: ${further.felt[felt].toLowerCase()}`,
    level === null ? '' : `${further.level.toLowerCase()} ${exam.levels[level]?.toLowerCase() ?? ''}`,
    eased === 'yes' ? further.easedYes.toLowerCase() : eased === 'no' ? further.easedNo.toLowerCase() : '',
    kneeDeg === null ? '' : `${further.kneeAngle.toLowerCase()} ${kneeDeg}°`,
    reason,
  ].filter((part) => part.trim() !== '');
  return parts.length === 0 ? null : parts.join(', ');
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

function examRecords(record: VisitRecord): Recorded[] {
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

/** Tests beside the grid that were done or declined (E01, E03, E04, E08 to E10, E12a, E14 to E24). Tests not done are in the assessment. */
export function SignedOtherExam({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { otherExam } = record;
  const items = examRecords(record);
  const sensitive = sensitiveRecords(record);
  const moved = MOVEMENTS.flatMap((movement) => movementRecords(record, movement));
  const sentences = SIDES.flatMap((side) => assessment.tensionTests[side]);
  return (
    <>
      {(items.length > 0 || otherExam.note.trim() !== '' || otherExam.cueTicks.length > 0) && (
        <Panel title={words.otherExam}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <RecordedList items={items} />
          {otherExam.cueTicks.length > 0 && (
            <p>
              <b>{words.ticks}:</b> {otherExam.cueTicks.map((tick) => CUE_ITEMS[tick]).join('; ')}.
            </p>
          )}
          {otherExam.note.trim() !== '' && (
            <p className={classes['note']} dir="auto">
              {otherExam.note}
            </p>
          )}
        </Panel>
      )}
      {moved.length > 0 && (
        <Panel title={words.repeated}>
          {assessment.movementTests.results.map((result) => (
            <p key={`${result.movement}.${result.side}`}>{result.text}</p>
          ))}
          <RecordedList items={moved} />
        </Panel>
      )}
      {sensitive.length > 0 && (
        <Panel title={words.sensitive}>
          <RecordedList items={sensitive} />
        </Panel>
      )}
    </>
  );
}
