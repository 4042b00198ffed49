import type { ReactElement } from 'react';
import { ONSET_TYPES, type Intake } from '../../../../shared/schemas/visit.ts';
import { ageOn, formatDate } from '../../../components/dates.ts';
import { useDateSettings } from '../../../components/date-settings.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundDate, BoundNumber } from '../fields/bound-fields.tsx';
import { GuardedNote } from '../fields/guarded-note.tsx';
import classes from '../fields/rows.module.css';
import { TakeOver } from '../fields/take-over.tsx';
import { FormRow, FormRows, More, QuestionRow } from '../fields/rows.tsx';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import { BodyChartField } from './body-chart-field.tsx';
import { FeltDownTo, PainTable } from './body-fields.tsx';
import { SecondSideFields } from './second-side.tsx';
import { WalkingBlock } from './walking-block.tsx';

const words = text.visit.talk;
const ONSETS = ONSET_TYPES.map((value) => ({ value, label: words.onsets[value] }));
const SIDES = (['left', 'right', 'both', 'none'] as const).map((value) => ({ value, label: words.sides[value] }));
const PREGNANCIES = (['no', 'yes', 'possible', 'trying'] as const).map((value) => ({ value, label: words.pregnancies[value] }));
/** From this age on walking is asked about in any case (K53). */
const WALKING_AGE = 60;
const LONGEST_HOME_CARE_DAYS = 3650;
const MOST_FLARES = 60;
const LAST_WEEK = 45;

const labelIn = (choices: readonly { value: string; label: string }[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label.toLowerCase() ?? '';

/** The story: when, how and where (I02 to I11, I14, I18). */
export function IntakePanel(): ReactElement {
  const { patient } = useVisit();
  const { format } = useDateSettings();
  const date = (value: string): string => formatDate(value, format);
  const intake = useRecord((record) => record.intake);
  const visitOn = useRecord((record) => record.visitOn);
  const contact = useRecord((record) => record.contact);
  const asksSecondSideBelow = useRecord((record) => record.redFlags.answers['RF-06a'] === 'yes' && record.intake.side !== 'both');
  const asksWalking =
    intake.walking.bringsOn !== 'unasked' || intake.walkRelated === 'yes' || ageOn(patient.birthDate, visitOn) >= WALKING_AGE;
  const hasRegions = intake.regions.left.length + intake.regions.right.length > 0;
  return (
    <Panel id="visit-story" title={words.story} flush>
      <div className={classes['padded']}>
        <FormRows>
          <FormRow label={words.episodeStarted}>
            <BoundDate path="intake.episodeStartedOn" label={words.episodeStarted} hideLabel inline />
            <TakeOver path="intake.episodeStartedOn" show={date} />
          </FormRow>
          <FormRow label={words.flareStarted}>
            <BoundDate path="intake.flareStartedOn" label={words.flareStarted} hideLabel inline />
            <TakeOver path="intake.flareStartedOn" show={date} />
            <BoundNumber path="intake.flaresInSixMonths" label={words.flares} min={1} max={MOST_FLARES} whole inline widthPx={56} />
          </FormRow>
          <FormRow label={words.onset}>
            <BoundChoice<NonNullable<Intake['onsetType']>> path="intake.onsetType" label={words.onset} choices={ONSETS} empty={null} />
            <TakeOver path="intake.onsetType" show={(value) => labelIn(ONSETS, value)} />
          </FormRow>
          <FormRow label={words.side}>
            <BoundChoice<NonNullable<Intake['side']>> path="intake.side" label={words.side} choices={SIDES} empty={null} />
            <TakeOver path="intake.side" show={(value) => labelIn(SIDES, value)} />
          </FormRow>
          {intake.side === 'both' && !asksSecondSideBelow && (
            <FormRow label="">
              <SecondSideFields />
            </FormRow>
          )}
          <FormRow label={words.feltDownTo}>
            <FeltDownTo side="left" />
            <FeltDownTo side="right" />
          </FormRow>
          <FormRow label={words.pain}>
            <PainTable />
          </FormRow>
        </FormRows>
      </div>
      {contact !== 'phone' && (
        <More more={words.chart.show} less={words.chart.hide} initiallyOpen={contact === 'first' || hasRegions}>
          <BodyChartField />
        </More>
      )}
      <QuestionRow path="intake.legWorseThanBack" question={words.legWorse} />
      <QuestionRow path="intake.coughRaisesLegPain" question={words.cough} />
      <WalkingBlock open={asksWalking} />
      <div className={classes['ruled']}>
        <FormRows>
          <FormRow label={words.homeCare}>
            <BoundNumber
              path="intake.homeCareDays"
              label={words.homeCareDays}
              min={0}
              max={LONGEST_HOME_CARE_DAYS}
              whole
              inline
              widthPx={56}
            />
          </FormRow>
          <FormRow label={words.pregnancy}>
            <BoundChoice<Intake['pregnant']> path="intake.pregnant" label={words.pregnancy} choices={PREGNANCIES} empty="unasked" dense />
            {intake.pregnant === 'yes' && (
              <BoundNumber path="intake.pregnantWeeks" label={words.pregnantWeeks} min={0} max={LAST_WEEK} whole inline widthPx={56} />
            )}
          </FormRow>
        </FormRows>
      </div>
      {((intake.homeCareDays ?? 0) > 0 || intake.homeCareBetter !== 'unasked') && (
        <QuestionRow path="intake.homeCareBetter" question={words.homeCareBetter} />
      )}
      <div className={classes['ruled']}>
        <GuardedNote path="intake.note" label={words.note} placeholder={words.notePlaceholder} />
      </div>
    </Panel>
  );
}
