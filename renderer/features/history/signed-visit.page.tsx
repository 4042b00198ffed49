import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isDiscussionOpen, isEmergencyOpen, type FlaggedVisit } from '../../../shared/clinical/open-flags.ts';
import type { Urgency } from '../../../shared/schemas/assessment.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { VisitPaper } from '../../../shared/schemas/paper.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskQuery } from '../../api/query.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { PatientBanner } from '../../components/patient-banner.tsx';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import { HandoutPreviewDialog } from '../handouts/index.ts';
import { PaperButtons, VisitPaperDialog } from '../papers/index.ts';
import { Addenda } from './addenda.tsx';
import { FlagRecords } from './flag-records.tsx';
import classes from './history.module.css';
import { SignedAnswers } from './signed-answers.tsx';
import { SignedAssessment } from './signed-assessment.tsx';
import { SignedExam } from './signed-exam.tsx';
import { SignedOtherExam } from './signed-other-exam.tsx';
import { SignedStory } from './signed-story.tsx';
import { VoidedNotice, VoidVisit } from './void-visit.tsx';

const words = text.history;

/** A signed visit as it was stored: read-only, with what became of its flags and what was added later. */
export function SignedVisitPage({ visitId }: { visitId: Id }): ReactNode {
  const { format, timeZone } = useDateSettings();
  const query = useDeskQuery('visits.get', { visitId });
  const [sheet, setSheet] = useState<'plan' | 'safety' | null>(null);
  const [paper, setPaper] = useState<VisitPaper | null>(null);
  const visit = query.data;
  if (visit === undefined) return query.error === null ? null : <Notice kind="problem">{failureMessage(query.error)}</Notice>;

  const { patient, record, assessment } = visit;
  const { overall } = assessment.redFlags;
  const signedWhen = `${formatDate(dateOfInstant(visit.signedAt, timeZone), format)}, ${formatTime(visit.signedAt, timeZone)}`;
  return (
    <main className={classes['page']} id="page" tabIndex={-1}>
      <PatientBanner
        patient={patient}
        side={record.intake.side}
        ageOnDate={record.visitOn}
        flags={overall === null || overall === 'R' ? [] : [{ urgency: overall, closed: !isFlagOpen(overall, visit) }]}
        actions={
          <>
            <Button
              variant="subtle"
              leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
              onClick={() => navigate({ page: 'patient', patientId: patient.patientId })}
            >
              {words.signed.back}
            </Button>
            {visit.voided === null && (
              <>
                <Button variant="default" onClick={() => setSheet('safety')}>
                  {words.signed.previewSafety}
                </Button>
                <Button variant="filled" leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => setSheet('plan')}>
                  {words.signed.previewSheet}
                </Button>
              </>
            )}
          </>
        }
      />
      <div
        className={classes['signed']}
        role="region"
        tabIndex={0}
        aria-label={words.signed.title(words.contacts[record.contact], formatDate(record.visitOn, format))}
      >
        <p className={classes['signedLine']}>
          <b>{words.signed.title(words.contacts[record.contact], formatDate(record.visitOn, format))}.</b>{' '}
          {words.signed.signedBy(visit.signedBy, signedWhen)}
        </p>
        {visit.voided === null && (
          <div className={classes['papers']}>
            <PaperButtons onPaper={setPaper} />
          </div>
        )}
        <div className={classes['stack']}>
          <VoidedNotice visit={visit} />
          <FlagRecords visit={visit} />
          <SignedStory record={record} />
          <SignedExam record={record} assessment={assessment} />
          <SignedOtherExam record={record} assessment={assessment} />
          <SignedAnswers record={record} assessment={assessment} />
          <Addenda visit={visit} />
          <VoidVisit visit={visit} />
        </div>
        <SignedAssessment record={record} assessment={assessment} />
      </div>
      <HandoutPreviewDialog
        visitId={visitId}
        patientName={fullName(patient)}
        kind={sheet ?? 'plan'}
        largePrint={patient.largePrint}
        opened={sheet !== null}
        onClose={() => setSheet(null)}
      />
      {paper !== null && <VisitPaperDialog visitId={visitId} patientName={fullName(patient)} kind={paper} onClose={() => setPaper(null)} />}
    </main>
  );
}

/** Whether the flag shown in the banner still waits for an outcome. A U stays as it was on the day. */
function isFlagOpen(overall: Urgency, visit: FlaggedVisit): boolean {
  if (overall === 'E') return isEmergencyOpen(visit);
  return overall !== 'D' || isDiscussionOpen(visit);
}
