import { useState, type ReactElement, type ReactNode } from 'react';
import { answeredResponse, recordedResponse, type Direction } from '../../../../shared/clinical/movement-tests.ts';
import type { Plan } from '../../../../shared/schemas/plan.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { BoundChoice, BoundDate, BoundNumber, BoundTick } from '../fields/bound-fields.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows, QuestionRow } from '../fields/rows.tsx';
import { useHoldsFocus, useRecord } from '../state/visit-session.tsx';
import { NsaidGate, RollingGate, TemperatureGate } from './gates.tsx';

const words = text.visit.plan;
const further = text.visit.further;
const E17 = (['better', 'same', 'worse', 'nd'] as const).map((value) => ({ value, label: words.e17[value] }));
const LYING = (['eases', 'same', 'worse', 'nd'] as const).map((value) => ({ value, label: words.lying[value] }));
const MOST_MINUTES = 1440;
const TEMPERATURE_PATHS = [
  'plan.temperaturePreference',
  'plan.siteSensation',
  'plan.numbSite',
  'plan.diabetes',
  'plan.cold.',
  'plan.heat.',
];
const TRIGGER_PATHS = ['plan.longSitting', 'plan.lifting', 'plan.manualWork', 'plan.stress', 'plan.poorSleep', 'plan.activityRise'];
const BODY_PATHS = ['plan.floorSafe', 'plan.kneeOrHipLimit', 'plan.jointReplacement', 'plan.abdominalSurgeryOn'];
const ROLLING_PATHS = ['plan.rollerUsed', 'plan.numbButtock', 'plan.pressure.', 'plan.rollingAllowed'];
const NSAID_PATHS = ['plan.nsaid.', 'intake.breastfeeding'];

/** The questions that decide what goes on the sheet: I12, I13, I16, E17 and the gates (spec 12.1 "before a module"). */
export function BeforeSheetPanel(): ReactElement {
  return (
    <Panel id="visit-before" title={words.before} remark={words.beforeRemark} flush>
      <div className={classes['ruled']}>
        <FormRows>
          <MovementRow direction="flexion" path="plan.e17Flexion" label={words.e17Flexion} />
          <MovementRow direction="extension" path="plan.e17Extension" label={words.e17Extension} />
          <FormRow label={words.lyingOnBack}>
            <BoundChoice<Plan['lyingOnBack']> path="plan.lyingOnBack" label={words.lyingOnBack} choices={LYING} empty="nd" dense />
          </FormRow>
          <FormRow label={words.settleMinutes}>
            <BoundNumber
              path="plan.settleMinutes"
              label={words.settleMinutes}
              hideLabel
              min={0}
              max={MOST_MINUTES}
              whole
              unit={words.minutes}
              widthPx={64}
            />
          </FormRow>
        </FormRows>
      </div>
      <QuestionRow path="plan.sittingWorse" question={words.questions.sittingWorse} />
      <QuestionRow path="plan.bendingWorse" question={words.questions.bendingWorse} />
      <QuestionRow path="plan.extensionEases" question={words.questions.extensionEases} />
      <QuestionRow path="plan.walkingRaisesOver30Min" question={words.questions.walkingRaisesOver30Min} />
      <QuestionRow path="plan.walkingWorsensSittingEases" question={words.questions.walkingWorsensSittingEases} />
      <FootwearTick />
      <Block name={words.more.temperature} paths={TEMPERATURE_PATHS}>
        <TemperatureGate />
      </Block>
      <Block name={words.more.triggers} paths={TRIGGER_PATHS}>
        <QuestionRow path="plan.longSitting" question={words.questions.longSitting} />
        <QuestionRow path="plan.lifting" question={words.questions.lifting} />
        <QuestionRow path="plan.manualWork" question={words.questions.manualWork} />
        <QuestionRow path="plan.stress" question={words.questions.stress} />
        <QuestionRow path="plan.poorSleep" question={words.questions.poorSleep} />
        <QuestionRow path="plan.activityRise" question={words.questions.activityRise} />
      </Block>
      <Block name={words.more.body} paths={BODY_PATHS}>
        <QuestionRow path="plan.floorSafe" question={words.questions.floorSafe} />
        <QuestionRow path="plan.kneeOrHipLimit" question={words.questions.kneeOrHipLimit} />
        <QuestionRow path="plan.jointReplacement" question={words.questions.jointReplacement} />
        <div className={classes['ruled']}>
          <FormRows>
            <FormRow label={words.abdominalSurgery}>
              <BoundDate path="plan.abdominalSurgeryOn" label={words.abdominalSurgery} hideLabel inline />
            </FormRow>
          </FormRows>
        </div>
      </Block>
      <Block name={words.more.rolling} paths={ROLLING_PATHS}>
        <RollingGate />
      </Block>
      <Block name={words.more.nsaid} paths={NSAID_PATHS}>
        <NsaidGate />
      </Block>
    </Panel>
  );
}

type MovementRowProps = { direction: Direction; path: 'plan.e17Flexion' | 'plan.e17Extension'; label: string };

/**
 * How one direction responded (E17). Recorded tests answer it, and it is not asked again; an answer given here that says something else
 * stays on show beside them until the two agree.
 */
function MovementRow({ direction, path, label }: MovementRowProps): ReactElement {
  const recorded = useRecord((record) => recordedResponse(record, direction));
  const answered = useRecord((record) => answeredResponse(record, direction));
  const isAnswered = recorded !== 'nd' && (answered === 'nd' || answered === recorded);
  return (
    <FormRow label={label}>
      {recorded !== 'nd' && <b data-recorded-response={recorded}>{further.fromTests(further.responses[recorded])}</b>}
      {!isAnswered && (
        <BoundChoice<Plan['e17Flexion']> path={path} label={`${label}, ${words.movementsTried}`} choices={E17} empty="nd" dense />
      )}
      {recorded === 'nd' ? (
        <span className={classes['hint']}>{words.movementsTried}</span>
      ) : (
        <LinkButton onClick={() => document.getElementById('visit-prone')?.scrollIntoView({ block: 'start' })}>
          {further.toTests}
        </LinkButton>
      )}
    </FormRow>
  );
}

/** Walking may be advised with a weak foot only once footwear and falls were talked about (gate of M08). */
function FootwearTick(): ReactElement | null {
  const isWeak = useRecord((record) =>
    [record.neuro.left.mrc.DF, record.neuro.right.mrc.DF].some((cell) => cell?.state === 'tested' && cell.grade !== '5'),
  );
  const drags = useRecord((record) => record.redFlags.answers['RF-09c'] === 'yes');
  const isTicked = useRecord((record) => record.plan.footwearAdviceGiven);
  if (!isWeak && !drags && !isTicked) return null;
  return (
    <div className={classes['ruled']}>
      <BoundTick path="plan.footwearAdviceGiven" label={words.footwear} />
    </div>
  );
}

type BlockProps = {
  name: string;
  /** Beginnings of the paths of its fields. */
  paths: readonly string[];
  children: ReactNode;
};

function Block({ name, paths, children }: BlockProps): ReactElement {
  const [isOpen, setOpen] = useState(useHoldsFocus(paths));
  return (
    <>
      <div className={classes['opener']}>
        <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.close(name) : name}
        </LinkButton>
      </div>
      {isOpen && children}
    </>
  );
}
