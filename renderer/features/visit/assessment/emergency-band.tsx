import { Button } from '@mantine/core';
import { IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { RedFlagRow } from '../../../../shared/schemas/assessment.ts';
import { leadingEmergency } from '../../../../shared/handouts/emergency-route.ts';
import { serviceOf, withClinicNames } from '../../../../shared/services.ts';
import { cx } from '../../../components/cx.ts';
import { UrgencyIcon } from '../../../components/icons.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { fullName } from '../../../components/person-name.ts';
import { text } from '../../../text.ts';
import { useAssessment, useHoldsFocus, useRecord, useVisit } from '../state/visit-session.tsx';
import classes from './band.module.css';
import type { PreviewKind } from '../preview-kind.ts';
import { DiscussionFields, EmergencyDetails, ToldFields } from './flag-record.tsx';
import { numbersToCall } from './whom-to-call.ts';

const words = text.visit.emergency;
const DETAIL_PATHS = [
  'emergency.transport',
  'emergency.companion',
  'emergency.ed',
  'emergency.outcome',
  'emergency.excludedBy',
  'emergency.refused',
  'emergency.callBackTime',
];

/** The first sentence of a clinician text, and the rest of it. */
function headAndRest(clinicianText: string): [string, string] {
  const end = clinicianText.search(/\.\s/);
  return end < 0 ? [clinicianText, ''] : [clinicianText.slice(0, end + 1), clinicianText.slice(end + 1).trim()];
}

type BandProps = { onPreview: (kind: PreviewKind) => void };

/**
 * The emergency or same-day band: what to say, whom to call, which sheet to give and what to record, in that order. It pushes the page
 * down, covers nothing and blocks nothing.
 */
export function UrgencyBand({ onPreview }: BandProps): ReactElement | null {
  const overall = useAssessment((assessment) => assessment.redFlags.overall);
  const rows = useAssessment((assessment) => assessment.redFlags.rows);
  const isPhone = useRecord((record) => record.contact === 'phone');
  if (overall !== 'E' && overall !== 'D') return isPhone && rows[0] !== undefined ? <ReadAloud row={rows[0]} /> : null;
  const reasons = rows.filter((row) => row.urgency === overall);
  const first = overall === 'E' ? leadingEmergency(rows) : reasons[0];
  if (first === undefined) return null;
  return <Band key={overall} urgency={overall} row={first} moreReasons={reasons.length - 1} onPreview={onPreview} />;
}

/** On the phone the patient text of the first row is read aloud, whatever its urgency (spec 12.4). */
function ReadAloud({ row }: { row: RedFlagRow }): ReactElement {
  const { patient, clinic } = useVisit();
  return (
    <div className={classes['aloud']}>
      <Notice title={words.sayTo(patient.givenNames)}>{words.quote(withClinicNames(row.patientText, clinic))}</Notice>
    </div>
  );
}

type OneBandProps = BandProps & { urgency: 'E' | 'D'; row: RedFlagRow; moreReasons: number };

function Band({ urgency, row, moreReasons, onPreview }: OneBandProps): ReactElement {
  const { patient, clinic } = useVisit();
  const [isFolded, setFolded] = useState(false);
  const [showsDetails, setShowsDetails] = useState(useHoldsFocus(DETAIL_PATHS));
  const isDiscussed = useAssessment((assessment) => assessment.redFlags.discussionResolved);
  const [head, rest] = headAndRest(row.clinicianText);
  const isEmergency = urgency === 'E';
  return (
    <section
      className={cx(classes['band'], classes[urgency])}
      aria-label={isEmergency ? words.region : text.visit.discussion.region}
      data-urgency={urgency}
    >
      <div className={classes['head']} aria-live="assertive">
        <span className={classes['icon']}>
          <UrgencyIcon urgency={urgency} size={isFolded ? 24 : 40} />
        </span>
        <div>
          <h2 className={classes['title']}>{head}</h2>
          {!isFolded && (
            <p>
              {rest} {moreReasons > 0 && words.moreReasons(moreReasons)}
            </p>
          )}
        </div>
        <span className={classes['fold']}>
          <LinkButton expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
            {isFolded ? words.unfold : words.fold}
          </LinkButton>
        </span>
      </div>
      {!isFolded && (
        <>
          <ol className={classes['steps']}>
            <Step number={1} title={words.sayTo(patient.givenNames)} isFirst>
              <p className={classes['say']}>{words.quote(withClinicNames(row.patientText, clinic))}</p>
            </Step>
            <Step number={2} title={words.call(serviceOf(row.route, clinic).name)}>
              <CallWhom row={row} />
            </Step>
            <Step number={3} title={isEmergency ? words.giveSheet : words.giveSafety}>
              <Button
                className={classes['print']}
                leftSection={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
                onClick={() => onPreview(isEmergency ? 'plan' : 'safety')}
              >
                {words.printFor(fullName(patient))}
              </Button>
              <Button className={classes['letter']} variant="default" onClick={() => onPreview('letter')}>
                {text.papers.names.letter}
              </Button>
            </Step>
            <Step number={4} title={isEmergency ? words.record : text.visit.discussion.record}>
              {isEmergency ? <ToldFields /> : <DiscussionFields />}
            </Step>
          </ol>
          <p className={classes['note']}>
            <IconInfoCircle size={18} stroke={1.6} aria-hidden="true" />
            <span>{isEmergency ? words.note : isDiscussed ? text.visit.discussion.done : text.visit.discussion.note}</span>
            {isEmergency && (
              <LinkButton expanded={showsDetails} onClick={() => setShowsDetails(!showsDetails)}>
                {showsDetails ? words.less : words.more}
              </LinkButton>
            )}
          </p>
          {isEmergency && showsDetails && <EmergencyDetails />}
        </>
      )}
    </section>
  );
}

type StepProps = { number: number; title: string; isFirst?: boolean; children: React.ReactNode };

function Step({ number, title, isFirst = false, children }: StepProps): ReactElement {
  return (
    <li className={cx(classes['step'], isFirst && classes['firstStep'])}>
      <span className={classes['number']} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3 className={classes['stepTitle']}>{title}</h3>
        {children}
      </div>
    </li>
  );
}

/** The numbers to phone for this route, from the clinic settings. */
function CallWhom({ row }: { row: RedFlagRow }): ReactElement {
  const { clinic } = useVisit();
  const numbers = numbersToCall(row.route, clinic);
  return (
    <>
      {numbers.every(({ isAdvice }) => isAdvice) && <p>{words.noNumber}</p>}
      {numbers.map(({ isAdvice, name, phone }) => (
        <div key={name}>
          {isAdvice && <p>{words.forAdvice(name)}</p>}
          <p className={classes['phone']}>{phone}</p>
        </div>
      ))}
    </>
  );
}
