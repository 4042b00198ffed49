import type { ReactElement } from 'react';
import { COLD_ITEMS, HEAT_ITEMS, NSAID_HARD_ITEMS, NSAID_HOLD_ITEMS, PRESSURE_ITEMS, type Plan } from '../../../../shared/schemas/plan.ts';
import { CHECK_ITEM_NAMES, MODULE_TITLES, NSAID_ITEM_NAMES } from '../../../../shared/text/en/home-care.ts';
import { text } from '../../../text.ts';
import { BoundChoice, BoundDate, BoundText, BoundTick } from '../fields/bound-fields.tsx';
import classes from '../fields/rows.module.css';
import { FormRow, FormRows, QuestionRow, RowHeading } from '../fields/rows.tsx';
import { useAssessment, useRecord, useVisit } from '../state/visit-session.tsx';

const words = text.visit.plan;
const PREFERENCES = (['cold', 'heat', 'none'] as const).map((value) => ({ value, label: words.preferences[value] }));
const SENSATIONS = (['normal', 'reduced', 'nt'] as const).map((value) => ({ value, label: words.sensations[value] }));

/** A medical item as it stands at the head of a row. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Cold and warmth: preference, numb skin, and every item of both sets. Only "no" to all of a set opens its gate (spec 7.2). */
export function TemperatureGate(): ReactElement {
  return (
    <>
      <div className={classes['ruled']}>
        <FormRows>
          <FormRow label={words.preference}>
            <BoundChoice<Plan['temperaturePreference']>
              path="plan.temperaturePreference"
              label={words.preference}
              choices={PREFERENCES}
              empty="unasked"
              dense
            />
          </FormRow>
          <FormRow label={words.siteSensation}>
            <BoundChoice<Plan['siteSensation']>
              path="plan.siteSensation"
              label={words.siteSensation}
              choices={SENSATIONS}
              empty="nt"
              dense
            />
          </FormRow>
        </FormRows>
      </div>
      <QuestionRow path="plan.numbSite" question={words.questions.numbSite} />
      <QuestionRow path="plan.diabetes" question={words.questions.diabetes} />
      <RowHeading>{words.coldItems}</RowHeading>
      {COLD_ITEMS.map((item) => (
        <QuestionRow key={item} path={`plan.cold.${item}`} question={capital(CHECK_ITEM_NAMES[item])} />
      ))}
      <RowHeading>{words.heatItems}</RowHeading>
      {HEAT_ITEMS.map((item) => (
        <QuestionRow key={item} path={`plan.heat.${item}`} question={capital(CHECK_ITEM_NAMES[item])} />
      ))}
    </>
  );
}

const ROLLING = ['M15', 'M16'] as const;

/**
 * Rolling and ball (spec 7.4): whether the patient rolls already, and where the clinic has these modules what is checked before they may
 * be chosen. Only "no" to every item opens the gate, and only the clinician's tick chooses them. What still closes it stands below.
 */
export function RollingGate(): ReactElement {
  const { clinic } = useVisit();
  const pressure = useRecord((record) => record.plan.pressure);
  const isAllowed = useRecord((record) => record.plan.rollingAllowed);
  const choices = useAssessment(({ plan }) => plan.choices);
  const hasRolling = isAllowed || ROLLING.some((id) => clinic.modules.includes(id));
  const asked = PRESSURE_ITEMS.filter((item) => (pressure[item] ?? 'unasked') !== 'unasked').length;
  return (
    <>
      <QuestionRow path="plan.rollerUsed" question={words.questions.rollerUsed} />
      {hasRolling && (
        <>
          <QuestionRow path="plan.numbButtock" question={words.questions.numbButtock} />
          <RowHeading>
            {words.pressureItems} {words.asked(asked, PRESSURE_ITEMS.length)}
          </RowHeading>
          {PRESSURE_ITEMS.map((item) => (
            <QuestionRow key={item} path={`plan.pressure.${item}`} question={capital(CHECK_ITEM_NAMES[item])} />
          ))}
          <div className={classes['ruled']}>
            <BoundTick path="plan.rollingAllowed" label={words.rollingAllowed} description={words.rollingElsewhere} />
            {isAllowed &&
              choices
                .filter(({ id, state }) => ROLLING.some((each) => each === id) && state !== 'chosen')
                .map(({ id, because }) => (
                  <p key={id} className={classes['hint']} data-rolling={id}>
                    {words.stillClosed(MODULE_TITLES[id], because)}
                  </p>
                ))}
          </div>
        </>
      )}
    </>
  );
}

/** The anti-inflammatory gate (spec 7.3): every item is asked, and a hold needs a named person who agreed. */
export function NsaidGate(): ReactElement {
  const items = useRecord((record) => record.plan.nsaid.items);
  const all = [...NSAID_HARD_ITEMS, ...NSAID_HOLD_ITEMS];
  const asked = all.filter((item) => (items[item] ?? 'unasked') !== 'unasked').length;
  return (
    <>
      <div className={classes['ruled']}>
        <BoundTick
          path="plan.nsaid.discussed"
          label={words.nsaidDiscussed}
          description={`${words.nsaidItems} ${words.asked(asked, all.length)}`}
        />
      </div>
      <RowHeading>{words.nsaidHard}</RowHeading>
      {NSAID_HARD_ITEMS.map((item) => (
        <QuestionRow key={item} path={`plan.nsaid.items.${item}`} question={capital(NSAID_ITEM_NAMES[item])} />
      ))}
      <RowHeading>{words.nsaidHold}</RowHeading>
      {NSAID_HOLD_ITEMS.map((item) => (
        <QuestionRow key={item} path={`plan.nsaid.items.${item}`} question={capital(NSAID_ITEM_NAMES[item])} />
      ))}
      <QuestionRow path="intake.breastfeeding" question={words.questions.breastfeeding} hint={words.nsaidElsewhere} />
      <div className={classes['ruled']}>
        <FormRows>
          <FormRow label={words.clearedBy}>
            <BoundText path="plan.nsaid.clearedBy" label={words.clearedBy} hideLabel placeholder={words.clearedByHint} />
            <BoundDate path="plan.nsaid.clearedOn" label={words.clearedOn} inline />
          </FormRow>
        </FormRows>
      </div>
    </>
  );
}
