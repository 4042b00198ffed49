import type { ReactElement } from 'react';
import { calfDifference } from '../../../../shared/clinical/sensitive-exam.ts';
import { SIDES, type Side } from '../../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundNumber } from '../fields/bound-fields.tsx';
import { FindingChoice, PulseRow, SidedFindingRow } from '../fields/exam-choices.tsx';
import { countRecorded, FurtherTests, type FurtherSection } from '../fields/further-tests.tsx';
import { GuardedNote } from '../fields/guarded-note.tsx';
import { ReasonField } from '../fields/reason-field.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { SidedRow, SidedRows } from '../fields/sided-rows.tsx';
import { TensionRows } from '../fields/tension-rows.tsx';
import { opensCalf, opensHip, opensPulses, opensSaddle, opensSpine, opensTemperature } from '../state/opened-blocks.ts';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import { countSensitive, SensitiveSection } from './sensitive-section.tsx';
import { CueTicks } from './cue-ticks.tsx';

const exam = text.visit.exam;
const words = text.visit.further;
const HIP_SIGNS = ['squatPain', 'passiveGroinPain', 'adductionReduced', 'internalRotationReduced', 'rotationFree'] as const;
const GLUTEAL_SIGNS = ['notchTender', 'fair', 'seatedStretch'] as const;
const MOST_ROTATION_DEG = 90;

const bothSides = <T,>(read: (side: Side) => readonly T[]): T[] => SIDES.flatMap(read);

const COUNTS = {
  nerve: ({ neuro }: VisitRecord): number => countRecorded(...bothSides((side) => [neuro[side].bragard, neuro[side].bowstring])),
  hip: ({ otherExam }: VisitRecord): number => countRecorded(...bothSides((side) => Object.values(otherExam.hip[side]))),
  gluteal: ({ otherExam }: VisitRecord): number => countRecorded(...bothSides((side) => Object.values(otherExam.gluteal[side]))),
  circulation: ({ neuro, otherExam }: VisitRecord): number =>
    countRecorded(...bothSides((side) => [neuro[side].footPulse, otherExam.calfCm[side]]), otherExam.calfDifferenceCm),
  spine: ({ otherExam }: VisitRecord): number =>
    countRecorded(otherExam.percussionTender, otherExam.deformity, otherExam.bruise, otherExam.bellyMass),
  vital: ({ otherExam }: VisitRecord): number =>
    countRecorded(otherExam.temperatureC, otherExam.pulseBpm, otherExam.systolicMmHg, otherExam.diastolicMmHg),
  ticks: ({ otherExam }: VisitRecord): number => otherExam.cueTicks.length,
};

/** What may follow the straight-leg raise (E09, E10, E12a, E16, E18 to E24): shown when an answer asks for it, else behind its name. */
export function LyingTests(): ReactElement {
  const { patient } = useVisit();
  const asks = {
    hip: useRecord(opensHip),
    circulation: useRecord((record) => opensPulses(record, patient.birthDate) || opensCalf(record)),
    spine: useRecord((record) => opensSpine(record, patient.birthDate)),
    vital: useRecord(opensTemperature),
    saddle: useRecord(opensSaddle),
  };
  const sections: readonly FurtherSection[] = [
    {
      name: words.sections.nerve,
      recorded: COUNTS.nerve,
      paths: bothSides((side) =>
        ['bragard', 'bowstring', 'tensionDetail.bragard', 'tensionDetail.bowstring'].map((test) => `neuro.${side}.${test}`),
      ),
      content: <TensionRows tests={['bragard', 'bowstring']} />,
    },
    {
      name: words.sections.circulation,
      recorded: COUNTS.circulation,
      isAsked: asks.circulation,
      paths: ['neuro.left.footPulse', 'neuro.right.footPulse', 'otherExam.calf', 'otherExam.notTestedReasons.E20'],
      content: <CirculationSection />,
    },
    {
      name: words.sections.hip,
      recorded: COUNTS.hip,
      isAsked: asks.hip,
      paths: ['otherExam.hip.', 'otherExam.notTestedReasons.E18'],
      content: <HipSection />,
    },
    {
      name: words.sections.gluteal,
      recorded: COUNTS.gluteal,
      paths: ['otherExam.gluteal.', 'otherExam.notTestedReasons.E19'],
      content: (
        <>
          <SidedRows>
            {GLUTEAL_SIGNS.map((sign) => (
              <SidedFindingRow key={sign} path={(side) => `otherExam.gluteal.${side}.${sign}`} name={words.gluteal[sign]} />
            ))}
          </SidedRows>
          <ReasonField item="E19" />
        </>
      ),
    },
    {
      name: words.sections.spine,
      recorded: COUNTS.spine,
      isAsked: asks.spine,
      paths: [
        'otherExam.percussionTender',
        'otherExam.deformity',
        'otherExam.bruise',
        'otherExam.bellyMass',
        'otherExam.notTestedReasons.E23',
      ],
      content: <SpineSection />,
    },
    {
      name: words.sections.vital,
      recorded: COUNTS.vital,
      isAsked: asks.vital,
      paths: [
        'otherExam.temperatureC',
        'otherExam.pulseBpm',
        'otherExam.systolicMmHg',
        'otherExam.diastolicMmHg',
        'otherExam.notTestedReasons.E24',
      ],
      content: <VitalSection />,
    },
    {
      name: words.sections.saddle,
      recorded: countSensitive,
      isAsked: asks.saddle,
      paths: ['otherExam.saddle', 'otherExam.sensitive.', 'otherExam.postVoidResidualMl', 'redFlags.onsets.RF-04x'],
      content: <SensitiveSection />,
    },
    { name: words.sections.ticks, recorded: COUNTS.ticks, paths: ['otherExam.cueTicks'], content: <CueTicks /> },
  ];
  return (
    <Panel id="visit-signs" title={words.furtherLying} remark={exam.neverLowers} flush>
      <FurtherTests sections={sections} />
      <div className={classes['ruled']}>
        <GuardedNote path="otherExam.note" label={exam.examNote} />
      </div>
    </Panel>
  );
}

/** Foot pulses and calves (E20, E22). The two calves give the difference; a typed difference that is larger counts instead. */
function CirculationSection(): ReactElement {
  const difference = useRecord(({ otherExam }) =>
    otherExam.calfCm.right === null || otherExam.calfCm.left === null ? null : calfDifference(otherExam),
  );
  const calf = (side: Side): ReactElement => (
    <BoundNumber
      path={`otherExam.calfCm.${side}`}
      label={`${words.calf}, ${text.app.sides[side].toLowerCase()}`}
      hideLabel
      min={10}
      max={90}
      whole={false}
      widthPx={64}
      unit="cm"
    />
  );
  return (
    <>
      <SidedRows>
        <PulseRow />
        <SidedRow name={words.calf} left={calf('left')} right={calf('right')} />
      </SidedRows>
      <FormRows>
        <FormRow label={exam.calfDifference}>
          <BoundNumber
            path="otherExam.calfDifferenceCm"
            label={exam.calfDifference}
            hideLabel
            min={0}
            max={30}
            whole={false}
            widthPx={64}
            unit="cm"
          />
          {difference !== null && <span className={classes['hint']}>{words.calfMeasured(String(difference))}</span>}
        </FormRow>
      </FormRows>
      <ReasonField item="E20" />
    </>
  );
}

/** Hip screen (E18): its signs feed the hip cue and the knee or hip limit of the sheet. */
function HipSection(): ReactElement {
  const rotation = (side: Side): ReactElement => (
    <BoundNumber
      path={`otherExam.hip.${side}.internalRotationDeg`}
      label={`${words.internalRotation}, ${text.app.sides[side].toLowerCase()}`}
      hideLabel
      min={0}
      max={MOST_ROTATION_DEG}
      whole
      widthPx={56}
      unit="°"
    />
  );
  return (
    <>
      <SidedRows>
        {HIP_SIGNS.map((sign) => (
          <SidedFindingRow key={sign} path={(side) => `otherExam.hip.${side}.${sign}`} name={words.hip[sign]} />
        ))}
        <SidedRow name={words.internalRotation} left={rotation('left')} right={rotation('right')} />
      </SidedRows>
      <span className={classes['hint']}>{words.hipHint}</span>
      <ReasonField item="E18" />
    </>
  );
}

/** Spine and belly (E21, E23). */
function SpineSection(): ReactElement {
  return (
    <>
      <FormRows>
        <FormRow label={exam.percussion}>
          <FindingChoice path="otherExam.percussionTender" label={exam.percussion} />
        </FormRow>
        <FormRow label={exam.deformity}>
          <FindingChoice path="otherExam.deformity" label={exam.deformity} />
        </FormRow>
        <FormRow label={exam.bruise}>
          <FindingChoice path="otherExam.bruise" label={exam.bruise} />
        </FormRow>
        <FormRow label={exam.bellyMass}>
          <FindingChoice path="otherExam.bellyMass" label={exam.bellyMass} />
        </FormRow>
      </FormRows>
      <ReasonField item="E23" />
    </>
  );
}

/** Temperature, pulse and blood pressure (E24). */
function VitalSection(): ReactElement {
  return (
    <>
      <FormRows>
        <FormRow label={exam.temperature}>
          <BoundNumber
            path="otherExam.temperatureC"
            label={exam.temperature}
            hideLabel
            min={30}
            max={45}
            whole={false}
            widthPx={64}
            unit="°C"
          />
        </FormRow>
        <FormRow label={words.pulse}>
          <BoundNumber
            path="otherExam.pulseBpm"
            label={words.pulse}
            hideLabel
            min={20}
            max={250}
            whole
            widthPx={64}
            unit={words.perMinute}
          />
        </FormRow>
        <FormRow label={words.pressure}>
          <BoundNumber
            path="otherExam.systolicMmHg"
            label={`${words.pressure}: ${words.systolic}`}
            hideLabel
            min={40}
            max={300}
            whole
            widthPx={64}
            unit="/"
          />
          <BoundNumber
            path="otherExam.diastolicMmHg"
            label={`${words.pressure}: ${words.diastolic}`}
            hideLabel
            min={20}
            max={200}
            whole
            widthPx={64}
            unit={words.mmHg}
          />
        </FormRow>
      </FormRows>
      <ReasonField item="E24" />
    </>
  );
}
