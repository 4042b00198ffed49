import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { ChangeList } from '../../../components/change-list.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { NotAskedIcon } from '../../../components/icons.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { UrgencyChip } from '../../../components/urgency-chip.tsx';
import { neurologyInWords } from '../../../../shared/text/en/follow-up.ts';
import { text } from '../../../text.ts';
import { useAssessment, useRecord } from '../state/visit-session.tsx';
import { ActionRows } from './action-rows.tsx';
import classes from './assessment.module.css';
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
      {assessment.followUp !== null && (
        <section>
          <h2 className={classes['label']}>{words.followUp}</h2>
          <p className={classes['strong']}>{assessment.followUp.text}</p>
          {assessment.followUp.label !== '' && <p>{assessment.followUp.label}</p>}
          <p className={classes['quiet']}>{words.sinceFirst}</p>
          <ChangeList followUp={assessment.followUp} />
          {[...assessment.followUp.neurology, ...assessment.followUp.notes].map((item) => (
            <p key={item}>{neurologyInWords(item)}</p>
          ))}
          <p className={classes['quiet']}>{assessment.followUp.actionText}</p>
        </section>
      )}
      {!isPressing && <ActionSection title={words.needsAction} />}
      <section>
        <ScreenBlock />
      </section>
      {assessment.cues.shown.length > 0 && (
        <section>
          <h2 className={classes['label']}>{words.cues}</h2>
          {assessment.cues.shown.map((cue) => (
            <div key={cue.condition} className={classes['cue']}>
              <h3>{cue.title}</h3>
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
      </div>
      {showsRules && <RulesAndSources />}
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
      <p className={classes['headline']}>{headline}</p>
      {root.features.count > 0 && (
        <p>
          <SideTag side={side} /> {root.features.text}
        </p>
      )}
      <PointList title={words.for} points={root.for} icon={<IconCheck {...ICON} className={classes['for']} />} />
      <PointList title={words.against} points={root.against} icon={<IconMinus {...ICON} />} />
      <PointList title={words.notTested} points={notTested} icon={<NotAskedIcon />} />
      {root.notes.map((note) => (
        <p key={note.id} className={classes['quiet']}>
          {note.text}
        </p>
      ))}
    </div>
  );
}

/** The heading of the list says it already. */
function withoutNotTested(part: string): string {
  return part.replace(NOT_TESTED_END, '');
}

/** A short list of plain parts; what does not fit is counted, and one click away. */
export function PointList({ title, points, icon }: { title?: string; points: readonly string[]; icon: ReactNode }): ReactElement | null {
  const [all, setAll] = useState(false);
  if (points.length === 0) return null;
  const shown = all ? points : points.slice(0, SHOWN);
  return (
    <>
      {title !== undefined && <h3 className={classes['sub']}>{title}</h3>}
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
      <h2 className={classes['label']}>{open.length === 0 ? words.screen : words.screenIncomplete}</h2>
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
