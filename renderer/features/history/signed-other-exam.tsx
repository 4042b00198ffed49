import type { ReactNode } from 'react';
import type { Side } from '../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';
import { RecordedList, type Recorded } from './recorded-list.tsx';

const exam = text.visit.exam;
const words = text.history.signed;

/** Tests beside the grid that were done or declined (E03, E04, E08 to E10, E14, E15, E20 to E24). Tests not done are in the assessment. */
export function SignedOtherExam({ record }: { record: VisitRecord }): ReactNode {
  const { neuro, otherExam } = record;
  const bySide = (label: string, value: (side: Side) => string | null): Recorded[] =>
    (['left', 'right'] as const).flatMap((side): Recorded[] => {
      const found = value(side);
      return found === null ? [] : [[`${label}, ${text.app.sides[side].toLowerCase()}`, found]];
    });
  const finding = (label: string, value: keyof typeof exam.findings): Recorded[] => (value === 'nt' ? [] : [[label, exam.findings[value]]]);
  const measure = (label: string, value: number | null, unit: string): Recorded[] => (value === null ? [] : [[label, `${value} ${unit}`]]);
  const items: Recorded[] = [
    ...bySide(exam.sitToStand, (side) => (neuro[side].sitToStand === 'nt' ? null : exam.functional[neuro[side].sitToStand])),
    ...bySide(exam.trendelenburg, (side) => (neuro[side].trendelenburg === 'nt' ? null : exam.functional[neuro[side].trendelenburg])),
    ...bySide(exam.slump, (side) => (neuro[side].slump === 'nt' ? null : exam.tension[neuro[side].slump])),
    ...bySide(exam.femoralStretch, (side) => (neuro[side].femoralStretch === 'nt' ? null : exam.tension[neuro[side].femoralStretch])),
    ...bySide(exam.footPulse, (side) => (neuro[side].footPulse === 'nt' ? null : exam.pulses[neuro[side].footPulse])),
    ...finding(exam.plantarUp, neuro.plantarUp),
    ...finding(exam.clonus, neuro.clonus),
    ...finding(exam.toneUp, neuro.toneUp),
    ...(otherExam.saddle === 'nt' && otherExam.saddleReason.trim() === ''
      ? []
      : [
          [
            exam.saddle,
            [exam.saddles[otherExam.saddle], otherExam.saddleReason].filter((part) => part.trim() !== '').join(': '),
          ] satisfies Recorded,
        ]),
    ...measure(exam.postVoid, otherExam.postVoidResidualMl, words.units.ml),
    ...measure(exam.temperature, otherExam.temperatureC, words.units.celsius),
    ...measure(exam.calfDifference, otherExam.calfDifferenceCm, words.units.cm),
    ...finding(exam.percussion, otherExam.percussionTender),
    ...finding(exam.deformity, otherExam.deformity),
    ...finding(exam.bruise, otherExam.bruise),
    ...finding(exam.bellyMass, otherExam.bellyMass),
  ];
  if (items.length === 0 && otherExam.note.trim() === '') return null;
  return (
    <Panel title={words.otherExam}>
      <RecordedList items={items} />
      {otherExam.note.trim() !== '' && (
        <p className={classes['note']} dir="auto">
          {otherExam.note}
        </p>
      )}
    </Panel>
  );
}
