import { Button, Menu } from '@mantine/core';
import { IconDots, IconSignature } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { forbidsDiscarding, isDiscussionOpen, isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { EarlierVisit } from '../../../shared/contract/contract.ts';
import { DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { useMay } from '../../app/desk-state.ts';
import { navigate, replaceRoute } from '../../app/routes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate, formatDistance, formatShortDate, formatTime } from '../../components/dates.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PatientBanner, type BannerFlag } from '../../components/patient-banner.tsx';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import { HandOverDialog } from '../people/index.ts';
import { endVisit } from './state/live-sessions.ts';
import { useAssessment, useLastVisit, useRecord, useSaveStatus, useVisit } from './state/visit-session.tsx';
import { discardVisit } from './visit.resource.ts';
import classes from './visit.module.css';

const words = text.visit;

/** Whose visit this is, whether it is written, what is flagged, and the way to sign. Never scrolls away. */
export function VisitBanner({ onSign }: { onSign: () => void }): ReactElement {
  const { patient, earlier } = useVisit();
  const { format } = useDateSettings();
  const maySign = useMay('visits.sign');
  const [isHandingOver, setHandingOver] = useState(false);
  const contact = useRecord((record) => record.contact);
  const visitOn = useRecord((record) => record.visitOn);
  const side = useRecord((record) => record.intake.side);
  const rows = useAssessment((assessment) => assessment.redFlags.rows);
  const overall = useAssessment((assessment) => assessment.redFlags.overall);
  const isScreenComplete = useAssessment((assessment) => assessment.redFlags.open.length === 0);
  const ownFlag: readonly BannerFlag[] =
    overall === null || overall === 'R'
      ? []
      : [{ urgency: overall, label: words.flagLabels[overall](rows.filter((row) => row.urgency === overall).length) }];
  const open = [...earlierFlags(earlier), ...ownFlag];
  // "No open flags" would be a promise nobody can make before every question was asked.
  const flags = open.length === 0 && !isScreenComplete ? undefined : open;
  return (
    <PatientBanner
      patient={patient}
      ageOnDate={visitOn}
      visitLine={
        <>
          <b>{words.contacts[contact]}</b> · {formatDate(visitOn, format)}
        </>
      }
      visitSecondLine={<SaveLine />}
      side={side}
      flags={flags}
      actions={
        <>
          <MoreMenu onHandOver={() => setHandingOver(true)} />
          {isHandingOver && <HandOver onClose={() => setHandingOver(false)} />}
          {!maySign && (
            <Button size="lg" onClick={() => setHandingOver(true)}>
              {text.people.handOver.short}
            </Button>
          )}
          {maySign && (
            <Button
              size="lg"
              variant={overall === 'E' ? 'default' : 'filled'}
              leftSection={<IconSignature size={20} stroke={1.7} aria-hidden="true" />}
              onClick={onSign}
            >
              {words.signShort}
            </Button>
          )}
        </>
      }
    />
  );
}

/** Emergencies and same-day flags of earlier visits that nobody has closed: they stay here at every visit (spec 5.6). */
function earlierFlags(earlier: readonly EarlierVisit[]): readonly BannerFlag[] {
  const flagged = earlier.map(({ record, assessment, lastAction }) => ({
    record,
    assessment,
    actions: lastAction === null ? [] : [lastAction],
  }));
  if (flagged.some(isEmergencyOpen)) return [{ urgency: 'E', label: words.earlierFlags.E }];
  return flagged.some(isDiscussionOpen) ? [{ urgency: 'D', label: words.earlierFlags.D }] : [];
}

function SaveLine(): ReactElement {
  const status = useSaveStatus();
  const last = useLastVisit();
  const { format, today, timeZone } = useDateSettings();
  const saved = status.savedAt === null ? words.save.new : words.save.savedAt(formatTime(status.savedAt, timeZone));
  const state = status.state === 'saved' ? saved : words.save[status.state];
  const before =
    last === null
      ? words.newPatient
      : words.lastVisit(formatShortDate(last.record.visitOn, today, format), formatDistance(last.record.visitOn, today));
  return (
    <>
      <span role="status" data-save={status.state} className={status.state === 'saved' ? undefined : classes['notSaved']}>
        {state}
      </span>{' '}
      <span className={classes['before']}>· {before}</span>
    </>
  );
}

/** Says that what was typed is not stored, and why: under the banner, whose second line gives way in a small window. */
export function SaveProblem(): ReactElement | null {
  const { state, error } = useSaveStatus();
  if (state !== 'failed' && state !== 'refused') return null;
  return (
    <div className={classes['earlier']}>
      <Notice kind="problem" title={words.save[state]}>
        {error === null ? undefined : text.errors.codes[error]}
      </Notice>
    </div>
  );
}

/** Giving the visit to a colleague, with everything typed so far. */
function HandOver({ onClose }: { onClose: () => void }): ReactElement {
  const { visitId, patient, autosave } = useVisit();
  return (
    <HandOverDialog
      visitId={visitId}
      patientName={fullName(patient)}
      beforehand={async () => {
        if (!(await autosave.flush())) throw new DeskFailure({ code: autosave.getStatus().error ?? 'bug' });
      }}
      onClose={onClose}
      onDone={() => {
        endVisit(visitId);
        replaceRoute({ page: 'patient', patientId: patient.patientId });
      }}
    />
  );
}

/** Handing the visit over, and throwing the draft away. The latter is not offered while it holds an emergency or an open same-day flag. */
function MoreMenu({ onHandOver }: { onHandOver: () => void }): ReactElement | null {
  const session = useVisit();
  const { patient } = session;
  const record = useRecord((whole) => whole);
  const isForbidden = useAssessment((assessment) => forbidsDiscarding(record, assessment));
  const [asks, setAsks] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function discard(): Promise<void> {
    setBusy(true);
    try {
      await discardVisit(session);
      replaceRoute({ page: 'patient', patientId: patient.patientId });
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" size="lg" px={8} aria-label={words.menu.more}>
            <IconDots size={20} stroke={1.7} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onHandOver}>{text.people.handOver.menu}</Menu.Item>
          <Menu.Item disabled={isForbidden} onClick={() => setAsks(true)}>
            {words.menu.discard}
          </Menu.Item>
          {isForbidden && <Menu.Label>{text.errors.codes['flag-open']}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asks}
        title={words.discard.title}
        confirmLabel={words.discard.confirm}
        busy={isBusy}
        onConfirm={() => void discard()}
        onCancel={() => setAsks(false)}
      >
        <p>{words.discard.body(fullName(patient))}</p>
        {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      </ConfirmDialog>
    </>
  );
}

/** An emergency of an earlier visit that nobody has closed: stays here at every visit until it has an outcome (spec 5.6). */
export function EarlierEmergency(): ReactElement | null {
  const { earlier } = useVisit();
  const isOpen = useAssessment((assessment) => assessment.redFlags.openEarlierEmergency);
  const visit = earlier.findLast(({ record, assessment, lastAction }) =>
    isEmergencyOpen({ record, assessment, actions: lastAction === null ? [] : [lastAction] }),
  );
  if (!isOpen || visit === undefined) return null;
  return (
    <div className={classes['earlier']}>
      <Notice kind="problem">
        {words.earlierEmergency}.{' '}
        <LinkButton onClick={() => navigate({ page: 'signed-visit', visitId: visit.visitId })}>{words.earlierEmergencyGo}</LinkButton>
      </Notice>
    </div>
  );
}
