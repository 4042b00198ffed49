import { useState, type ReactNode } from 'react';
import { areFeaturesKnown } from '../../../shared/clinical/features-known.ts';
import { RULE_VERSION } from '../../../shared/clinical/rule-version.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { neurologySentences } from '../../../shared/text/en/follow-up.ts';
import { MODULE_TITLES } from '../../../shared/text/en/home-care.ts';
import { ROOT_DISCLAIMER } from '../../../shared/text/en/nerve-roots.ts';
import { ChangeList } from '../../components/change-list.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { SideTag } from '../../components/side-tag.tsx';
import { UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

const words = text.history.signed;

/** A label is stored as part of a sentence. */
const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

function List({ title, items }: { title: string; items: readonly string[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <div className={classes['group']}>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the rules said of the visit when it was signed, in the words stored with it. */
export function SignedAssessment({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { format } = useDateSettings();
  const { redFlags, plan, followUp } = assessment;
  const [showsRules, setShowsRules] = useState(false);
  return (
    <div className={classes['stack']}>
      <Panel title={words.flags}>
        {redFlags.rows.length === 0 && redFlags.open.length === 0 && <p>{words.noFlags}</p>}
        {redFlags.rows.map((row) => (
          <div key={row.row} className={classes['group']}>
            <UrgencyChip urgency={row.urgency} />
            <p>{row.clinicianText}</p>
            <p className={classes['quiet']}>
              {row.because.join('; ')}
              {showsRules && ` ${text.visit.assessment.rule(`${row.row} (${row.clinicianTextId}, ${row.patientTextId})`)}`}
            </p>
          </div>
        ))}
        {redFlags.open.length > 0 && (
          <p>{words.incomplete(redFlags.open.map((fact) => text.visit.talk.factNames[fact].toLowerCase()).join(', '))}</p>
        )}
        {record.unaskedReason.trim() !== '' && <p>{words.unaskedReason(record.unaskedReason)}</p>}
        <LinkButton expanded={showsRules} onClick={() => setShowsRules(!showsRules)}>
          {showsRules ? text.visit.assessment.hideRules : text.visit.assessment.showRules}
        </LinkButton>
      </Panel>
      <Panel title={words.found}>
        {SIDES.map((side) => (
          <div key={side} className={classes['group']}>
            <SideTag side={side} />
            <p>{assessment.root[side].text}</p>
            {showsRules && (
              <p className={classes['quiet']}>
                {text.visit.assessment.scores(
                  `3.4 step 4: ${assessment.root[side].output}`,
                  assessment.root[side].scores,
                  assessment.root[side].gap,
                )}
              </p>
            )}
            {areFeaturesKnown(record, assessment, side) && <p>{assessment.root[side].features.text}</p>}
            <List title={words.for} items={assessment.root[side].for} />
            <List title={words.against} items={assessment.root[side].against} />
            <List title={words.notTested} items={assessment.root[side].notTested} />
          </div>
        ))}
        <List title={words.notTested} items={assessment.notTestedBlocks} />
        <p className={classes['quiet']}>{ROOT_DISCLAIMER}</p>
        <p className={classes['quiet']} data-rule-version={assessment.ruleVersion}>
          {assessment.ruleVersion === RULE_VERSION
            ? words.ruleVersion(assessment.ruleVersion)
            : words.olderRules(assessment.ruleVersion, RULE_VERSION)}
        </p>
      </Panel>
      {followUp !== null && (
        <Panel title={words.change}>
          <p>{followUp.text}</p>
          <List title={words.neurologyChanged} items={neurologySentences(followUp.neurology)} />
          <div className={classes['group']}>
            {followUp.label !== '' && <h3>{capital(followUp.label)}</h3>}
            <ChangeList followUp={followUp} />
          </div>
          <List title={words.alsoNoted} items={neurologySentences(followUp.notes)} />
          <p>{followUp.actionText}</p>
        </Panel>
      )}
      <Panel title={words.plan}>
        <p>
          {plan.lead} {plan.sheetBecause}
        </p>
        <List title={words.modules} items={plan.modules.map((id) => MODULE_TITLES[id])} />
        <p>{record.plan.nextReviewOn === null ? words.noNextReview : words.nextReview(formatDate(record.plan.nextReviewOn, format))}</p>
      </Panel>
    </div>
  );
}
