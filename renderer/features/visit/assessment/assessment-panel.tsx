import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { ChangeList } from '../../../components/change-list.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { NotAskedIcon } from '../../../components/icons.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { UrgencyChip } from '../../../components/urgency-chip.tsx';
import { helpText } from '../../../../shared/text/en/help.ts';
import { neurologySentences } from '../../../../shared/text/en/follow-up.ts';
import { text } from '../../../text.ts';
import { useAssessment, useRecord } from '../state/visit-session.tsx';
import { ActionRows } from './action-rows.tsx';
import classes from './assessment.module.css';
import { HelpPanel } from './help-panel.tsx';
import { Sourced } from './rule-note.tsx';
import { RulesAndSources } from './rules-and-sources.tsx';
import { verdictsOf, type Verdict } from './verdict.ts';

const words = text.visit.assessment;
const SHOWN = 6;
const NOT_TESTED_END = /: not tested$/;
const ICON = { size: 16, stroke: 2, 'aria-hidden': true } as const;

/** What the rules say of the visit as it stands: what fits, what speaks against it, what was not tested, what needs action. */
export function AssessmentPanel(): ReactElement {
  const assessment = useAssessment((whole) => whole);
  const [showsRules, setShowsRules] = useState(false);
  const [showsHelp, setShowsHelp] = useState(false);
  // Nothing is examined on the phone, and nothing of it is reported missing (spec 12.4).
  const isPhone = useRecord((record) => record.contact === 'phone');
  const isPressing = assessment.redFlags.overall === 'E' || assessment.redFlags.overall === 'D';
  return (
    <div className={classes['content']}>
      {isPressing && <ActionSection title={assessment.redFlags.overall === 'E' ? words.whyEmergency : words.whyToday} />}
      {!isPhone && (
        <section>
          <h2 className={classes['label']}>{words.fits}</h2>
          {verdictsOf(assessment).map((verdict, index) => (
            <VerdictBlock key={verdict.side} verdict={verdict} furtherNotTested={index === 0 ? assessment.notTestedBlocks : []} />
          ))}
        </section>
      )}
      {!isPressing && <ActionSection title={words.needsAction} />}
      <section>
        <ScreenBlock />
      </section>
      {assessment.followUp !== null && (
        <section>
          <h2 className={classes['label']}>{words.followUp}</h2>
          <Sourced
            statement={assessment.followUp.text}
            rule={`8.2 step 3: ${assessment.followUp.result}`}
            sources={[75, 76, 77, 81, 83, 84, 85]}
          >
            <p className={classes['strong']}>{assessment.followUp.text}</p>
          </Sourced>
          {assessment.followUp.label !== '' && <p>{assessment.followUp.label}</p>}
          <p className={classes['quiet']}>{words.sinceFirst}</p>
          <ChangeList followUp={assessment.followUp} />
          {neurologySentences([...assessment.followUp.neurology, ...assessment.followUp.notes]).map((sentence) => (
            <Sourced key={sentence} statement={sentence} rule="8.2 step 1 and 2" sources={[30]}>
              <p>{sentence}</p>
            </Sourced>
          ))}
          <Sourced statement={assessment.followUp.actionText} rule={`8.3: ${assessment.followUp.action}`}>
            <p className={classes['quiet']}>{assessment.followUp.actionText}</p>
          </Sourced>
        </section>
      )}
      {assessment.cues.shown.length > 0 && (
        <section>
          <h2 className={classes['label']}>{words.cues}</h2>
          {assessment.cues.shown.map((cue) => (
            <div key={cue.condition} className={classes['cue']}>
              <Sourced statement={cue.title} rule={`4: ${cue.condition}`} sources={[cue.source]}>
                <h3>{cue.title}</h3>
              </Sourced>
              <PointList points={cue.for} icon={<IconCheck {...ICON} className={classes['for']} />} />
              <PointList points={cue.against} icon={<IconMinus {...ICON} />} />
            </div>
          ))}
        </section>
      )}
      <div className={classes['foot']}>
        <p>{words.notDiagnosis}</p>
        <LinkButton expanded={showsRules} onClick={() => setShowsRules(!showsRules)}>
          {showsRules ? words.hideRules : words.showRules}
        </LinkButton>
        <LinkButton expanded={showsHelp} onClick={() => setShowsHelp(!showsHelp)}>
          {showsHelp ? helpText.close : helpText.open}
        </LinkButton>
      </div>
      {showsRules && <RulesAndSources />}
      {showsHelp && <HelpPanel />}
    </div>
  );
}

function ActionSection({ title }: { title: string }): ReactElement {
  return (
    <section>
      <h2 className={classes['label']}>{title}</h2>
      <ActionRows />
    </section>
  );
}

type VerdictBlockProps = { verdict: Verdict; furtherNotTested: readonly string[] };

function VerdictBlock({ verdict: { side, root, headline }, furtherNotTested }: VerdictBlockProps): ReactElement {
  const notTested = [...furtherNotTested, ...root.notTested.map(withoutNotTested)];
  return (
    <div className={classes['verdict']} data-output={root.output}>
      <Sourced
        statement={headline}
        rule={words.scores(`3.4 step 4: ${root.output}`, root.scores, root.gap)}
        sources={[48, 49, 50, 51, 7, words.notValidated]}
      >
        <p className={classes['headline']}>{headline}</p>
      </Sourced>
      {root.features.count > 0 && (
        <Sourced statement={root.features.text} rule="3.3" sources={[47]}>
          <p>
            <SideTag side={side} /> {root.features.text}
          </p>
        </Sourced>
      )}
      <PointList title={words.for} rule="3.4 step 1" points={root.for} icon={<IconCheck {...ICON} className={classes['for']} />} />
      <PointList title={words.against} rule="3.4 step 5" points={root.against} icon={<IconMinus {...ICON} />} />
      <PointList title={words.notTested} rule="3.4 step 3" points={notTested} icon={<NotAskedIcon />} />
      {root.notes.map((note) => (
        <Sourced key={note.id} statement={note.text} rule={`3.4 step 6: ${note.id}`} sources={note.id === 'PERONEAL' ? [52] : []}>
          <p className={classes['quiet']}>{note.text}</p>
        </Sourced>
      ))}
    </div>
  );
}

/** The heading of the list says it already. */
function withoutNotTested(part: string): string {
  return part.replace(NOT_TESTED_END, '');
}

type PointListProps = {
  title?: string;
  /** The rule that made the list, shown by one click on its title. */
  rule?: string;
  points: readonly string[];
  icon: ReactNode;
};

/** A short list of plain parts; what does not fit is counted, and one click away. */
export function PointList({ title, rule, points, icon }: PointListProps): ReactElement | null {
  const [all, setAll] = useState(false);
  if (points.length === 0) return null;
  const shown = all ? points : points.slice(0, SHOWN);
  return (
    <>
      {title !== undefined && rule !== undefined && (
        <Sourced statement={title} rule={rule}>
          <h3 className={classes['sub']}>{title}</h3>
        </Sourced>
      )}
      <ul className={classes['points']}>
        {shown.map((point) => (
          <li key={point}>
            {icon}
            <span>{point}</span>
          </li>
        ))}
      </ul>
      {shown.length < points.length && <LinkButton onClick={() => setAll(true)}>{words.more(points.length - shown.length)}</LinkButton>}
    </>
  );
}

/** How far the red-flag screen is, and what is open. */
function ScreenBlock(): ReactElement {
  const { open, required, askedCount } = useAssessment((assessment) => assessment.redFlags);
  const names = open.map((fact) => words.notAsked(text.visit.talk.factNames[fact]));
  return (
    <>
      <Sourced statement={open.length === 0 ? words.screen : words.screenIncomplete} rule="5.2">
        <h2 className={classes['label']}>{open.length === 0 ? words.screen : words.screenIncomplete}</h2>
      </Sourced>
      <PointList
        points={[words.askedToday(askedCount, required.length)]}
        icon={open.length === 0 ? <IconCheck {...ICON} className={classes['for']} /> : <NotAskedIcon />}
      />
      {open.length > SHOWN ? (
        <PointList points={[words.notAskedMany(open.length)]} icon={<NotAskedIcon />} />
      ) : (
        <PointList points={names} icon={<NotAskedIcon />} />
      )}
      <p className={classes['quiet']}>{words.neverNo}</p>
    </>
  );
}

/** The folded assessment: one line that opens it. */
export function VerdictBar({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }): ReactElement {
  const assessment = useAssessment((whole) => whole);
  const isPhone = useRecord((record) => record.contact === 'phone');
  const [first] = isPhone ? [] : verdictsOf(assessment);
  return (
    <section className={classes['bar']} aria-label={words.verdict}>
      <b className={classes['barHeadline']}>
        {first?.headline ?? words.askedToday(assessment.redFlags.askedCount, assessment.redFlags.required.length)}
      </b>
      {first !== undefined && (
        <span className={classes['quiet']}>
          {words.counts(first.root.for.length, first.root.against.length, first.root.notTested.length)}
        </span>
      )}
      {assessment.redFlags.overall !== null && assessment.redFlags.overall !== 'R' && <UrgencyChip urgency={assessment.redFlags.overall} />}
      <span className={classes['barEnd']}>
        <LinkButton expanded={isOpen} onClick={onToggle}>
          {isOpen ? words.close : words.open}
        </LinkButton>
      </span>
    </section>
  );
}
