import { useState, type ReactElement } from 'react';
import type { OtherExam } from '../../../../shared/schemas/visit.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundNumber, BoundText } from '../fields/bound-fields.tsx';
import { FindingChoice, PulseRow, TensionRow, TensionSentences } from '../fields/exam-choices.tsx';
import { GuardedNote } from '../fields/guarded-note.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { SidedRows } from '../fields/sided-rows.tsx';
import { opensPulses } from '../state/opened-blocks.ts';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import { OnsetDetail } from '../talk/red-flag-row.tsx';

const words = text.visit.exam;
const SADDLES = (['normal', 'abnormal', 'nt', 'declined'] as const).map((value) => ({ value, label: words.saddles[value] }));
const MOST_ML = 5000;

/** Slump and the cord signs, in sitting (E08, E14). */
export function SittingTests(): ReactElement {
  const [isOpen, setOpen] = useState(
    useRecord(({ neuro }) =>
      [neuro.left.slump, neuro.right.slump, neuro.plantarUp, neuro.clonus, neuro.toneUp].some((value) => value !== 'nt'),
    ),
  );
  return (
    <Panel>
      <div className={classes['stack']}>
        {isOpen && (
          <>
            <SidedRows>
              <TensionRow test="slump" name={words.slump} />
            </SidedRows>
            <TensionSentences test="slump" />
            <FormRows>
              <FormRow label={words.plantarUp}>
                <FindingChoice path="neuro.plantarUp" label={words.plantarUp} />
              </FormRow>
              <FormRow label={words.clonus}>
                <FindingChoice path="neuro.clonus" label={words.clonus} />
              </FormRow>
              <FormRow label={words.toneUp}>
                <FindingChoice path="neuro.toneUp" label={words.toneUp} />
              </FormRow>
            </FormRows>
          </>
        )}
        <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.lessTests : `${words.moreTests}: ${words.slump.toLowerCase()}, ${words.plantarUp.toLowerCase()}`}
        </LinkButton>
      </div>
    </Panel>
  );
}

/** Pulses, saddle and spine signs (E09, E10, E20 to E24): shown when an answer asks for them, else behind one line. */
export function LyingTests(): ReactElement {
  const { patient } = useVisit();
  const asksForPulses = useRecord((record) => opensPulses(record, patient.birthDate));
  const saddle = useRecord((record) => record.otherExam.saddle);
  const [isOpen, setOpen] = useState(
    useRecord(({ otherExam }) => {
      const { saddle: saddleExam, percussionTender, deformity, bruise, bellyMass } = otherExam;
      const hasFinding = [saddleExam, percussionTender, deformity, bruise, bellyMass].some((value) => value !== 'nt');
      return hasFinding || otherExam.temperatureC !== null || otherExam.calfDifferenceCm !== null || otherExam.postVoidResidualMl !== null;
    }),
  );
  return (
    <Panel id="visit-signs" title={words.saddleTitle} remark={words.neverLowers}>
      <div className={classes['stack']}>
        {(asksForPulses || isOpen) && (
          <SidedRows>
            <PulseRow />
          </SidedRows>
        )}
        {isOpen && (
          <FormRows>
            <FormRow label={words.saddle}>
              <BoundChoice<OtherExam['saddle']> path="otherExam.saddle" label={words.saddle} choices={SADDLES} empty="nt" dense />
              {saddle !== 'normal' && saddle !== 'abnormal' && (
                <BoundText path="otherExam.saddleReason" label={words.saddleReason} hideLabel placeholder={words.saddleReason} />
              )}
            </FormRow>
            {saddle === 'abnormal' && (
              <FormRow label="">
                <OnsetDetail item="RF-04x" />
              </FormRow>
            )}
            <FormRow label={words.percussion}>
              <FindingChoice path="otherExam.percussionTender" label={words.percussion} />
            </FormRow>
            <FormRow label={words.deformity}>
              <FindingChoice path="otherExam.deformity" label={words.deformity} />
            </FormRow>
            <FormRow label={words.bruise}>
              <FindingChoice path="otherExam.bruise" label={words.bruise} />
            </FormRow>
            <FormRow label={words.bellyMass}>
              <FindingChoice path="otherExam.bellyMass" label={words.bellyMass} />
            </FormRow>
            <FormRow label={words.temperature}>
              <BoundNumber path="otherExam.temperatureC" label={words.temperature} hideLabel min={30} max={45} whole={false} unit="°C" />
            </FormRow>
            <FormRow label={words.calfDifference}>
              <BoundNumber
                path="otherExam.calfDifferenceCm"
                label={words.calfDifference}
                hideLabel
                min={0}
                max={30}
                whole={false}
                unit="cm"
              />
            </FormRow>
            <FormRow label={words.postVoid}>
              <BoundNumber path="otherExam.postVoidResidualMl" label={words.postVoid} hideLabel min={0} max={MOST_ML} whole unit="ml" />
            </FormRow>
          </FormRows>
        )}
        <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.lessTests : words.moreTests}
        </LinkButton>
        <GuardedNote path="otherExam.note" label={words.examNote} />
      </div>
    </Panel>
  );
}
