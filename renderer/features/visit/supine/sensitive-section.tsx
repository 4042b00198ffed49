import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { saddleFinding } from '../../../../shared/clinical/sensitive-exam.ts';
import { SIDES, type Side } from '../../../../shared/schemas/common.ts';
import {
  CHAPERONES,
  RESIDUAL_METHODS,
  SADDLE_ALTERNATIVES,
  SADDLE_AREAS,
  SADDLE_DECLINE_REASONS,
  type SaddleArea,
  type SensitiveExam,
} from '../../../../shared/schemas/sensitive-exam.ts';
import type { OtherExam, VisitRecord } from '../../../../shared/schemas/visit.ts';
import { Notice } from '../../../components/notice.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundNumber, BoundText, BoundTick } from '../fields/bound-fields.tsx';
import { BoundSelect } from '../fields/bound-select.tsx';
import { FieldProblem } from '../fields/field-problem.tsx';
import { countRecorded } from '../fields/further-tests.tsx';
import { LastChoice } from '../fields/last-choice.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { SidedRow, SidedRows } from '../fields/sided-rows.tsx';
import { PlainSelect } from '../fields/plain-select.tsx';
import { useField, useRecord, useVisit } from '../state/visit-session.tsx';
import { OnsetDetail } from '../talk/red-flag-row.tsx';

const exam = text.visit.exam;
const words = text.visit.further;
const choicesOf = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>): { value: T; label: string }[] =>
  values.map((value) => ({ value, label: names[value] }));

const SADDLES = choicesOf(['normal', 'abnormal', 'nt', 'declined'], exam.saddles);
const FEELINGS = choicesOf(['normal', 'changed', 'absent', 'declined'], words.saddleFeelings);
const TONES = choicesOf(['normal', 'reduced', 'absent', 'nt', 'declined'], words.analTones);
const CONSENTS = choicesOf(['given', 'declined'], words.consents);
const SELF_REPORTS = choicesOf(['normal', 'changed', 'not_done'], words.selfReports);
const CHAPERONE_CHOICES = choicesOf(CHAPERONES, words.chaperones);
const DECLINE_REASONS = choicesOf(SADDLE_DECLINE_REASONS, words.declineReasons);
const ALTERNATIVES = choicesOf(SADDLE_ALTERNATIVES, words.alternatives);
const METHODS = choicesOf(RESIDUAL_METHODS, words.residualMethods);
const MOST_ML = 5000;

/** How much of the saddle and bladder section holds something. */
export function countSensitive({ otherExam }: VisitRecord): number {
  const { consent, chaperone, areas, analTone, selfReport, residualDeclined } = otherExam.sensitive;
  const feelings = SIDES.flatMap((side) => Object.values(areas[side]));
  return countRecorded(
    otherExam.saddle,
    otherExam.postVoidResidualMl,
    consent,
    chaperone,
    analTone,
    selfReport,
    residualDeclined,
    ...feelings,
  );
}

/** Saddle and sensitive items (spec 12.3; E09, E10). Never required; nothing normal lowers a row. */
export function SensitiveSection(): ReactElement {
  const { consent, chaperone } = useRecord(({ otherExam }) => otherExam.sensitive);
  const saddle = useRecord(({ otherExam }) => otherExam.saddle);
  const isAbnormal = useRecord(({ otherExam }) => saddleFinding(otherExam) === 'abnormal');
  const isDeclined = saddle === 'declined' || consent === 'declined';
  return (
    <>
      <span className={classes['hint']}>{words.saddleHint}</span>
      <FormRows>
        <FormRow label={words.consent}>
          <BoundChoice<SensitiveExam['consent']>
            path="otherExam.sensitive.consent"
            label={words.consent}
            choices={CONSENTS}
            empty="unasked"
            dense
          />
        </FormRow>
        <FormRow label={words.chaperone}>
          <BoundChoice<NonNullable<SensitiveExam['chaperone']>>
            path="otherExam.sensitive.chaperone"
            label={words.chaperone}
            choices={CHAPERONE_CHOICES}
            empty={null}
            dense
          />
          {chaperone === 'accepted' && (
            <>
              <BoundText
                path="otherExam.sensitive.chaperoneName"
                label={`${words.chaperone}: ${words.chaperoneName}`}
                hideLabel
                placeholder={words.chaperoneName}
              />
              <BoundText
                path="otherExam.sensitive.chaperoneRole"
                label={`${words.chaperone}: ${words.chaperoneRole}`}
                hideLabel
                placeholder={words.chaperoneRole}
              />
            </>
          )}
          {chaperone === 'not_offered' && (
            <BoundText
              path="otherExam.sensitive.chaperoneReason"
              label={words.chaperoneReason}
              hideLabel
              placeholder={words.chaperoneReason}
            />
          )}
        </FormRow>
        <FormRow label={words.saddleOverall}>
          <BoundChoice<OtherExam['saddle']> path="otherExam.saddle" label={words.saddleOverall} choices={SADDLES} empty="nt" dense />
          <LastChoice path="otherExam.saddle" names={exam.saddles} />
          <FieldProblem path="otherExam.saddle" />
          {(saddle === 'nt' || saddle === 'declined') && (
            <BoundText path="otherExam.saddleReason" label={exam.saddleReason} hideLabel placeholder={exam.reason} />
          )}
        </FormRow>
        {isAbnormal && (
          <FormRow label="">
            <OnsetDetail item="RF-04x" />
          </FormRow>
        )}
        {isDeclined && <DeclinedRows />}
      </FormRows>
      <SidedRows>
        {SADDLE_AREAS.map((area) => (
          <SidedRow
            key={area}
            name={words.saddleAreas[area]}
            left={<AreaCell side="left" area={area} />}
            right={<AreaCell side="right" area={area} />}
          />
        ))}
      </SidedRows>
      <FormRows>
        <FormRow label={words.analTone}>
          <BoundChoice<SensitiveExam['analTone']>
            path="otherExam.sensitive.analTone"
            label={words.analTone}
            choices={TONES}
            empty="nt"
            dense
          />
          <LastChoice path="otherExam.sensitive.analTone" names={words.analTones} />
        </FormRow>
        <FormRow label={words.selfReport}>
          <BoundChoice<SensitiveExam['selfReport']>
            path="otherExam.sensitive.selfReport"
            label={words.selfReport}
            choices={SELF_REPORTS}
            empty="unasked"
            dense
          />
        </FormRow>
      </FormRows>
      <SelfReportChanged />
      <ResidualRows />
    </>
  );
}

function AreaCell({ side, area }: { side: Side; area: SaddleArea }): ReactElement {
  const path = `otherExam.sensitive.areas.${side}.${area}` as const;
  const { value, set } = useField(path);
  return (
    <>
      <PlainSelect
        label={`${words.saddleAreas[area]}, ${text.app.sides[side].toLowerCase()}`}
        emptyLabel={words.saddleFeelings.nt}
        choices={FEELINGS}
        value={value === undefined || value === 'nt' ? null : value}
        onChange={(next) => set(next ?? 'nt')}
        fieldPath={path}
      />
      <LastChoice path={path} names={words.saddleFeelings} />
    </>
  );
}

/** Why it was declined, what was explained, and what was done instead: printed in the letter (spec 12.3). */
function DeclinedRows(): ReactElement {
  return (
    <>
      <FormRow label={words.declineReason}>
        <BoundSelect<(typeof SADDLE_DECLINE_REASONS)[number]>
          path="otherExam.sensitive.declineReason"
          label={words.declineReason}
          emptyLabel={words.declineReasonNone}
          choices={DECLINE_REASONS}
        />
      </FormRow>
      <FormRow label={words.explained}>
        <BoundText path="otherExam.sensitive.explained" label={words.explained} hideLabel lines />
      </FormRow>
      <FormRow label={words.alternative}>
        <BoundChoice<NonNullable<SensitiveExam['alternative']>>
          path="otherExam.sensitive.alternative"
          label={words.alternative}
          choices={ALTERNATIVES}
          empty={null}
          dense
        />
      </FormRow>
    </>
  );
}

/** What the patient noticed in private becomes the answer to RF-04a once the clinician confirms it, and not before (spec 12.3). */
function SelfReportChanged(): ReactElement | null {
  const { store } = useVisit();
  const asks = useRecord(({ otherExam, redFlags }) => otherExam.sensitive.selfReport === 'changed' && redFlags.answers['RF-04a'] !== 'yes');
  if (!asks) return null;
  return (
    <Notice
      actions={
        <Button size="xs" variant="default" onClick={() => store.set('redFlags.answers.RF-04a', 'yes')}>
          {words.selfReportConfirm}
        </Button>
      }
    >
      {words.selfReportChanged}
    </Notice>
  );
}

/** Post-void residual (E10): volume, method and time, or that it was declined and why. */
function ResidualRows(): ReactElement {
  const isDeclined = useRecord(({ otherExam }) => otherExam.sensitive.residualDeclined);
  return (
    <FormRows>
      <FormRow label={words.residual}>
        <BoundNumber
          path="otherExam.postVoidResidualMl"
          label={words.residual}
          hideLabel
          min={0}
          max={MOST_ML}
          whole
          widthPx={72}
          unit="ml"
        />
        <BoundSelect<(typeof RESIDUAL_METHODS)[number]>
          path="otherExam.sensitive.residualMethod"
          label={words.residualMethod}
          emptyLabel={words.residualMethodNone}
          choices={METHODS}
        />
        <BoundText path="otherExam.sensitive.residualTime" label={words.residualTime} hideLabel placeholder={words.residualTimeHint} />
      </FormRow>
      <FormRow label="">
        <BoundTick path="otherExam.sensitive.residualDeclined" label={words.residualDeclined} />
        {isDeclined && (
          <BoundText path="otherExam.sensitive.residualReason" label={words.residualReason} hideLabel placeholder={words.residualReason} />
        )}
      </FormRow>
    </FormRows>
  );
}
