import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { ANSWER_PATH } from '../../../../shared/clinical/stale-draft.ts';
import type { ModuleChoice } from '../../../../shared/schemas/assessment.ts';
import { MODULE_SECTIONS, MODULE_SOURCES, SHEET_SOURCES } from '../../../../shared/text/en/home-care-sources.ts';
import { MODULE_TITLES } from '../../../../shared/text/en/home-care.ts';
import { isIllustrated } from '../../../../shared/figures/home-care.ts';
import { cx } from '../../../components/cx.ts';
import { HomeCareFigure } from '../../../components/figure.tsx';
import { focusField } from '../../../components/focus-field.ts';
import { LinkButton } from '../../../components/link-button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { Sourced } from '../assessment/rule-note.tsx';
import { BoundText } from '../fields/bound-fields.tsx';
import { FieldLinks, fieldName } from '../fields/field-links.tsx';
import { GuardedNote } from '../fields/guarded-note.tsx';
import rowClasses from '../fields/rows.module.css';
import { PaperButtons } from '../../papers/index.ts';
import type { PreviewKind } from '../preview-kind.ts';
import { fieldsToConfirm } from '../state/stale-draft.ts';
import { useAssessment, useRecord, useVisit, useVisitState } from '../state/visit-session.tsx';
import { GuardCards, useOpenGuards } from './guard-cards.tsx';
import { actionsFor, afterAction, type ModuleAction } from './module-choice.ts';
import classes from './plan.module.css';

const words = text.visit.plan;
/** Language the sheets are written in. */
const SHEET_LANGUAGE = 'en';
/** More questions than these are counted: the strip and the signature lead to each. */
const MOST_NAMED = 8;
/** Where the rules speak of a module unless it has sections of its own. */
const MODULE_SECTION = '7.2';

/** Which sheet and why, every module with its state and the answer behind it, and the preview (spec 7.0 to 7.3). */
export function SheetPanel({ onPreview }: { onPreview: (kind: PreviewKind) => void }): ReactElement {
  const plan = useAssessment((assessment) => assessment.plan);
  const open = useAssessment((assessment) => assessment.redFlags.open);
  const waitsForConfirmation = useVisitState((state) => fieldsToConfirm(state.pendingText).length > 0);
  const { patient, problemsOf } = useVisit();
  const pending = useVisitState((state) => state.pendingText);
  const problems = useRecord(problemsOf);
  const unread = [...new Set([...Object.keys(pending), ...Object.keys(problems)])].filter((field) => !field.startsWith(ANSWER_PATH));
  const [all, setAll] = useState(false);
  const onSheet = plan.choices.filter((choice) => choice.state !== 'not_shown' && choice.state !== 'offered');
  const others = plan.choices.filter((choice) => choice.state === 'offered' || choice.state === 'not_shown');
  const isGuarded = useOpenGuards().some(({ holdsSheet }) => holdsSheet);
  const isHeld = (waitsForConfirmation || isGuarded || unread.length > 0) && plan.sheet === 'homecare';
  return (
    <Panel
      id="visit-sheet"
      title={words.sheet}
      remark={<b>{words.sheets[plan.sheet]}</b>}
      aside={
        <>
          <Button variant="default" onClick={() => onPreview('safety')}>
            {words.safetyOnRequest}
          </Button>
          <Button disabled={isHeld} onClick={() => onPreview('plan')}>
            {words.preview(words.sheets[plan.sheet])}
          </Button>
        </>
      }
      flush
    >
      <div className={rowClasses['ruled']}>
        <Sourced statement={words.sheets[plan.sheet]} rule={words.sheetRule(plan.sheetRow)} sources={SHEET_SOURCES}>
          <p>{plan.sheetBecause}</p>
        </Sourced>
        {plan.sheet === 'homecare' && (
          <p className={rowClasses['hint']}>
            {words.lead}: {plan.lead} {plan.safetyFirst && words.safetyFirst}
          </p>
        )}
        {isHeld && waitsForConfirmation && <Notice kind="problem">{words.confirmFirst}</Notice>}
        {isHeld && unread.length > 0 && (
          <Notice kind="problem" title={words.unreadFirst}>
            <FieldLinks items={unread.map((field) => ({ name: fieldName(field), field }))} onGo={focusField} />
          </Notice>
        )}
      </div>
      <GuardCards />
      {open.length > 0 && (
        <div className={rowClasses['ruled']}>
          <BoundText
            path="unaskedReason"
            label={`${words.unasked}: ${open.length > MOST_NAMED ? open.length : open.map((fact) => text.visit.talk.factNames[fact].toLowerCase()).join(', ')}. ${words.unaskedReason}`}
            hint={words.unaskedReasonHint}
          />
        </div>
      )}
      {patient.preferredLanguage !== '' && !patient.preferredLanguage.startsWith(SHEET_LANGUAGE) && (
        <div className={rowClasses['ruled']}>
          <BoundText path="plan.sheetLanguageReason" label={words.languageReason} />
        </div>
      )}
      <ul className={classes['modules']}>
        {onSheet.map((choice) => (
          <ModuleRow key={choice.id} choice={choice} />
        ))}
        {all && others.map((choice) => <ModuleRow key={choice.id} choice={choice} />)}
      </ul>
      <div className={rowClasses['opener']}>
        <LinkButton expanded={all} onClick={() => setAll(!all)}>
          {all ? words.lessModules : words.moreModules(others.length)}
        </LinkButton>
      </div>
      <div className={rowClasses['ruled']}>
        <GuardedNote path="note" label={words.note} />
      </div>
      <div className={rowClasses['ruled']}>
        <PaperButtons onPaper={onPreview} />
      </div>
    </Panel>
  );
}

const ACTION_WORDS: Record<ModuleAction, { label: string; name: (title: string) => string }> = {
  pick: { label: words.pick, name: words.pickName },
  unpick: { label: words.unpick, name: words.unpickName },
  remove: { label: words.remove, name: words.removeName },
  putBack: { label: words.putBack, name: words.putBackName },
};

function ModuleRow({ choice }: { choice: ModuleChoice }): ReactElement {
  const { store } = useVisit();
  const plan = useRecord((record) => record.plan);
  const sheetRow = useAssessment((assessment) => assessment.plan.sheetRow);
  const title = MODULE_TITLES[choice.id];
  return (
    <li className={cx(classes['module'], classes[choice.state])} data-module={choice.id} data-state={choice.state}>
      <span className={classes['state']}>{words.states[choice.state]}</span>
      <span className={classes['title']}>
        {title}
        {choice.state === 'chosen' && isIllustrated(choice.id) && (
          <span className={classes['picture']}>
            <HomeCareFigure module={choice.id} />
          </span>
        )}
      </span>
      <div className={classes['because']}>
        <Sourced
          statement={title}
          rule={words.moduleRule(sheetRow, MODULE_SECTIONS[choice.id] ?? MODULE_SECTION, choice.id)}
          sources={MODULE_SOURCES[choice.id]}
        >
          <p>
            {choice.picked && `${words.picked} · `}
            {choice.because}
          </p>
        </Sourced>
      </div>
      <span className={classes['actions']}>
        {choice.fixed && choice.state === 'chosen' && <span className={rowClasses['hint']}>{words.fixed}</span>}
        {actionsFor(choice, plan).map((action) => (
          <Button
            key={action}
            size="xs"
            variant="default"
            aria-label={ACTION_WORDS[action].name(title)}
            data-field={`plan.modules.${choice.id}.${action}`}
            onClick={() =>
              store.change(`plan.modules.${choice.id}`, (record) => ({ ...record, plan: afterAction(record.plan, choice.id, action) }))
            }
          >
            {ACTION_WORDS[action].label}
          </Button>
        ))}
      </span>
    </li>
  );
}
