import { Button } from '@mantine/core';
import { IconPencil, IconPhone, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Contact } from '../../../shared/schemas/visit.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { PatientBanner } from '../../components/patient-banner.tsx';
import { text } from '../../text.ts';
import { KeptHandoutDialog } from '../handouts/index.ts';
import { KeptPaperDialog } from '../papers/index.ts';
import { PatientFormDialog } from '../patients/index.ts';
import { Course } from './course.tsx';
import classes from './history.module.css';
import { Timeline } from './timeline.tsx';

const words = text.history;

/** The patient's chart: who, what happened when, and whether it goes better, same or worse. `handoutId` is a sheet to open with it. */
export function PatientPage({ patientId, handoutId }: { patientId: Id; handoutId: Id | null }): ReactNode {
  const { format } = useDateSettings();
  const chart = useDeskQuery('patients.chart', { patientId });
  const [isEditing, setEditing] = useState(false);
  const [isKeptClosed, setKeptClosed] = useState(false);
  const keptForm = useDeskQuery('forms.find', { form: 'patient-edit', subjectId: patientId });
  const [shownHandout, setShownHandout] = useState(handoutId);
  const [shownPaper, setShownPaper] = useState<Id | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  if (chart.data === undefined) {
    return chart.error === null ? null : <Notice kind="problem">{failureMessage(chart.error)}</Notice>;
  }
  const { patient, visits, handouts, papers, openFlags, openVisitId } = chart.data;
  const signed = visits.filter((visit) => visit.status === 'signed').toSorted((a, b) => a.visitOn.localeCompare(b.visitOn));
  const first = signed[0];
  const last = signed.at(-1);

  const start = async (contact: Contact): Promise<void> => {
    setFailure(null);
    try {
      const visit = await call('visits.start', { visitId: newId(), patientId, contact });
      await invalidate('patients.chart', 'patients.search', 'today.get');
      navigate({ page: 'visit', visitId: visit.visitId, focusField: '' });
    } catch (thrown) {
      setFailure(failureMessage(thrown));
    }
  };

  // What was typed and never stored comes back by itself, once.
  const isKept = !isKeptClosed && (keptForm.data?.draft ?? null) !== null;
  const closeForm = (): void => {
    setEditing(false);
    setKeptClosed(true);
  };

  return (
    <main className={classes['page']} id="page" tabIndex={-1}>
      <PatientBanner
        patient={patient}
        side={last?.side ?? null}
        flags={openFlags.map((flag) => ({ urgency: flag.urgency }))}
        visitLine={first === undefined ? words.noVisits : words.visitsSince(signed.length, formatDate(first.visitOn, format))}
        visitSecondLine={last === undefined ? '' : words.lastVisit(formatDate(last.visitOn, format))}
        actions={
          <>
            <Button variant="subtle" leftSection={<IconPencil size={18} aria-hidden="true" />} onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
            {openVisitId !== null ? (
              <Button variant="filled" size="lg" onClick={() => navigate({ page: 'visit', visitId: openVisitId, focusField: '' })}>
                {words.goOn}
              </Button>
            ) : (
              <>
                <Button variant="default" leftSection={<IconPhone size={18} aria-hidden="true" />} onClick={() => void start('phone')}>
                  {words.startPhone}
                </Button>
                <Button
                  variant="filled"
                  size="lg"
                  leftSection={<IconPlus size={18} aria-hidden="true" />}
                  onClick={() => void start(first === undefined ? 'first' : 'review')}
                >
                  {first === undefined ? words.startFirst : words.startReview}
                </Button>
              </>
            )}
          </>
        }
      />
      {failure !== null && <Notice kind="problem">{failure}</Notice>}
      <div className={classes['columns']}>
        <Timeline
          visits={visits}
          handouts={handouts}
          papers={papers}
          openFlags={openFlags}
          onHandout={setShownHandout}
          onPaper={setShownPaper}
        />
        <Course visits={signed} />
      </div>
      {(isEditing || isKept) && <PatientFormDialog patient={patient} onClose={closeForm} onSaved={closeForm} />}
      {shownHandout !== null && <KeptHandoutDialog handoutId={shownHandout} onClose={() => setShownHandout(null)} />}
      {shownPaper !== null && <KeptPaperDialog paperId={shownPaper} onClose={() => setShownPaper(null)} />}
    </main>
  );
}
